#!/bin/bash
# `key share` is killed before each of its steps to the disk, and so is `key retire` of a key with which
# results were shared: all of them are shared, or none; the log tells no less than was done; typed again,
# the command goes through.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
for program in resonance-kiosk resonance-story; do
    [ -x "$BIN/$program" ] || { echo "skipped: there is no $program"; exit 77; }
done
command -v cc >/dev/null || { echo "skipped: there is no C compiler"; exit 77; }
skip_sanitized "the sanitizer wants to be loaded first itself"
cd "$work" || exit 1
cc -shared -fPIC -O1 -o kill.so "$SOURCE/tests/kit/kill_at_step.c" -ldl || exit 1
organization_new start Acme >/dev/null || exit 1
organization_collect start 3 >codes
terminal_request data request.json
terminal_enrol start request.json config
for n in 1 2 3; do person_sits config data codes "rater $n" "$n" order=2 || exit 1; done
terminal_collect config data start bundle >/dev/null
desk start key new --label anna >/dev/null || wrong "no second key"

# open_to_anna ORG: how many of the three she can read
open_to_anna() {
    local left
    left=$(desk "$1" rescore --all --key anna 2>&1 | sed -n 's/^WARNING: \([0-9]*\) results are sealed.*/\1/p')
    echo $((3 - ${left:-0}))
}
share_typed() { desk org key share anna --key recruiter --yes; }
retire_typed() { desk org key retire anna; }

# steps COMMAND LEAST CHECK: COMMAND on copies of `before`, killed before each of its steps; CHECK after it
steps() {
    local at got=1
    for ((at = 1; at < 60; at++)); do
        rm -rf org
        cp -r before org
        KILL_AT_STEP=$at LD_PRELOAD=$work/kill.so "$1" >said 2>&1
        got=$?
        [ "$got" != 0 ] || break
        [ "$got" = 137 ] || wrong "$1, step $at: ended with $got: $(cat said)"
        expect 0 'set of keys version' desk org doctor
        "$3"
        expect 0 'each follows the one before' desk org audit log
        [ "$faults" = 0 ] || { echo "$1, step $at"; finish; }
    done
    [ "$got" = 0 ] || wrong "$1 never ended"
    [ "$at" -gt "$2" ] || wrong "$1 has only $((at - 1)) steps"
    echo "$1: $((at - 1)) steps"
}
after_share() {
    local count
    count=$(open_to_anna org)
    [ "$count" = 0 ] || [ "$count" = 3 ] || wrong "$count of 3 are shared"
    [ "$count" = 0 ] || desk org audit log | grep -q 'shared' || wrong "shared, and the log does not tell"
    expect 0 'anna (can read 3 results of before now|opens all there is here already, 3 results)' share_typed
    [ "$(open_to_anna org)" = 3 ] || wrong "not all are shared in the end"
    expect 0 'shared .*anna: 3 results  \(signed\)' desk org audit log
}
after_retire() {
    retire_typed >again 2>&1 || grep -q 'there is no key "anna"' again || wrong "retire again: $(cat again)"
    [ "$(sqlite3 org/archive.db "SELECT count(*) FROM share")" = 0 ] || wrong "what was shared with who left is still there"
    expect 0 'the same, 0 different' desk org rescore --all --key recruiter
}
mv start before
steps share_typed 2 after_share
rm -rf before
mv org before
[ "$(open_to_anna before)" = 3 ] || wrong "anna reads $(open_to_anna before)"
steps retire_typed 3 after_retire
finish
