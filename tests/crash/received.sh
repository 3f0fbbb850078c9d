#!/bin/bash
# The power goes at each step to the disk (in a commit's test at every second) while a terminal drops what the desk has received. Nothing goes
# that the desk has not, and the next start does the rest.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
for program in resonance-kiosk resonance-story; do
    [ -x "$BIN/$program" ] || { echo "skipped: there is no $program"; exit 77; }
done
command -v cc >/dev/null || { echo "skipped: there is no C compiler"; exit 77; }
python3 -c 'import sqlite3' 2>/dev/null || { echo "skipped: there is no python3 with sqlite3"; exit 77; }
skip_sanitized "the sanitizer wants to be loaded first itself"
case ${RESONANCE_TEST_SIZE:-commit} in
release | nightly) first=1 stride=1 ;;
*)
    seed=${SEED:-$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')}
    echo "seed $seed; repeat with SEED=$seed"
    first=$((1 + seed % 2)) stride=2
    ;;
esac
cd "$work" || exit 1
cc -shared -fPIC -O1 -o kill.so "$SOURCE/tests/kit/kill_at_step.c" -ldl || exit 1
organization_new org Acme >/dev/null || exit 1
desk org vacancy new deck --title "Deck officer" >/dev/null
desk org vacancy open deck --without-profile --sample --yes >/dev/null
desk org invite deck --count 5 --plain >codes 2>/dev/null
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
starts() { "$BIN/resonance-kiosk" --doctor --config config-new --data data >told.txt 2>&1; }
for ((at = first; at < 200; at += stride)); do
    rm -rf data
    cp -r before data
    KILL_AT_STEP=$at LD_PRELOAD=$work/kill.so "$BIN/resonance-kiosk" --doctor --config config-new --data data >told.txt 2>&1
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
