#!/bin/bash
# The power goes at each step to the disk (in a commit's test at every second) while a terminal drops what the desk has received. Nothing goes
# that the desk has not, and the next start does the rest.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
. "$SOURCE/tests/kit/steps.sh"
steps_chosen
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 5 >codes
terminal_request before request.json
terminal_enrol org request.json config
for n in 1 2 3; do person_sits config before codes "candidate $n" "$n" order=1 || exit 1; done
terminal_collect config before org home.bundle >/dev/null
handle=$(desk org list --json | grep -o '"handle":"[^"]*"' | head -1 | cut -d'"' -f4)
desk org erase "$handle" --ground asked --by "Ann Lee" --yes >/dev/null || wrong "nothing is erased"
terminal_enrol org request.json config-new
for n in 4 5; do person_sits config before codes "candidate $n" "$n" order=1 || exit 1; done

here() {
    python3 -c 'import sqlite3
print(*(row[0] for row in sqlite3.connect("data/ledger.db").execute("SELECT sequence FROM entry WHERE type = 1 AND payload IS NOT NULL ORDER BY sequence")))'
}
printf '%s\n' 'size 1366x768 width-mm 344' 'expect screen attract' >begins.story
starts() {
    "$BIN/resonance-story" --config config-new --data data --codes codes begins.story >started.txt 2>&1
    "$BIN/resonance-kiosk" --doctor --config config-new --data data >told.txt 2>&1
}
for ((at = first; at < 200; at += stride)); do
    rm -rf data
    cp -r before data
    KILL_AT_STEP=$at LD_PRELOAD=$work/kill.so "$BIN/resonance-story" --config config-new --data data --codes codes begins.story >told.txt 2>&1
    [ $? = 137 ] || break
    case $(here) in
    "2 4 6 8 10" | "8 10") ;;
    *) wrong "step $at: it keeps $(here)" ;;
    esac
    "$BIN/resonance-kiosk" --export after.bundle --all --config config-new --data data >said 2>&1 || wrong "step $at: $(cat said)"
    starts
    [ "$(here)" = "8 10" ] || wrong "step $at: the next start keeps $(here)"
    grep -q '^ok  *sealed results' told.txt && grep -q '^ok  *what the desk has received' told.txt || wrong "step $at: $(cat told.txt)"
    [ -z "$(python3 -c 'import sqlite3
print(*sqlite3.connect("data/ledger.db").execute("SELECT name FROM identity WHERE name = \"unswept\"").fetchall())')" ] || wrong "step $at: what was dropped is not swept"
    [ "$faults" = 0 ] || finish
done
[ "$at" -gt 20 ] || wrong "there are only $at steps"
tally $(((at - first) / stride)) kills
# All that was ever sealed is at the desk in the end.
"$BIN/resonance-kiosk" --export after.bundle --config config-new --data data >said || wrong "no export: $(cat said)"
expect 0 '2 new results' desk org import after.bundle
expect 0 '4 the same, 0 different' desk org rescore --all
finish
