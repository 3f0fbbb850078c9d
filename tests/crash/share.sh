#!/bin/bash
# `key share` is killed before each of its steps to the disk, and so is `key retire` of a key with which
# results were shared: all of them are shared, or none; the log tells no less than was done; typed again,
# the command goes through.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
. "$SOURCE/tests/kit/steps.sh"
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

share_again() {
    local count
    count=$(open_to_anna org)
    [ "$count" = 0 ] || [ "$count" = 3 ] || wrong "$count of 3 are shared"
    [ "$count" = 0 ] || desk org audit log | grep -q 'shared' || wrong "shared, and the log does not tell"
    expect 0 'anna (can read 3 results of before now|opens all there is here already, 3 results)' share_typed
    [ "$(open_to_anna org)" = 3 ] || wrong "not all are shared in the end"
    expect 0 'shared .*anna: 3 results  \(signed\)' desk org audit log
}
retire_again() {
    retire_typed >again 2>&1 || grep -q 'there is no key "anna"' again || wrong "retire again: $(cat again)"
    [ "$(sqlite3 org/archive.db "SELECT count(*) FROM share")" = 0 ] || wrong "what was shared with who left is still there"
    expect 0 'the same, 0 different' desk org rescore --all --key recruiter
}
mv start before
steps share 2
rm -rf before
mv org before
[ "$(open_to_anna before)" = 3 ] || wrong "anna reads $(open_to_anna before)"
steps retire 3
finish
