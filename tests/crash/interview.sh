#!/bin/bash
# An interview is killed before each of its steps to the disk, when it is founded, when a rating is kept, when
# the last interviewer locks, and when a rating is changed: all of it is done, with its row in the log, or
# nothing; typed again, the command goes through.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
. "$SOURCE/tests/kit/steps.sh"
organization_new start Acme >/dev/null || exit 1
vacancy_opened start 1 >codes
for label in anna ben; do desk start key new --label $label >/dev/null; done
terminal_request data request.json
terminal_enrol start request.json config
person_sits config data codes "candidate 1" 11 order=2 || exit 1
terminal_collect config data start bundle >/dev/null
handle=$(desk start list --key recruiter --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
rm -rf config

# papers KIND: how many there are; deeds WHAT: how many rows of the log say so
papers() { sqlite3 org/archive.db "SELECT count(*) FROM paper WHERE kind = '$1'" 2>/dev/null || echo 0; }
deeds() { sqlite3 org/archive.db "SELECT count(*) FROM deed WHERE what = '$1'"; }
# together KIND WHAT: a paper and its row, or neither
together() { [ "$(papers "$1")" = "$(deeds "$2")" ] || wrong "$(papers "$1") papers \"$1\", but $(deeds "$2") rows \"$2\""; }

found_typed() { typed interview new "$handle" --member anna --member ben --key recruiter; }
found_again() {
    together panel 'interview founded'
    [ "$(papers panel)" = 1 ] || expect 0 'This is interview 1, ' found_typed
    expect 0 'not rated yet' desk org rate 1 --key anna
}
mv start before
steps found 2
rm -rf before
mv org before

rating() { desk before rate 1 --key "$1" --question "$2" --rating 4 --evidence "Said what was done, and when." >/dev/null; }
for who in anna ben; do for question in mistake promise trial; do rating $who $question; done; done
rating anna news
rate_typed() { typed rate 1 --key ben --question news --rating 2 --evidence "Would wait until somebody asks."; }
rate_again() {
    expect 0 '4: Said what was done' desk org rate 1 --key ben
    [ "$(deeds rated)" -ge 7 ] || wrong "rows of the log are missing"
    rate_typed >/dev/null || wrong "rate again"
    expect 0 '2: Would wait' desk org rate 1 --key ben
}
steps rate 2
rm -rf before
mv org before
expect 0 'So far: 1 of 2' desk before lock 1 --key anna --yes

lock_typed() { typed lock 1 --key ben --yes; }
lock_again() {
    together lock locked
    case $(papers lock) in
    1)
        expect 0 '2: Would wait' desk org rate 1 --key ben
        expect 1 'has not handed in their ratings yet' desk org reveal 1 --key recruiter
        expect 0 'can be read now' lock_typed
        ;;
    2) [ "$(papers rating)" = 0 ] || wrong "locked, and a draft is left" ;;
    *) wrong "$(papers lock) locks" ;;
    esac
    expect 0 '2 apart: talk about it' desk org reveal 1 --key recruiter
}
steps lock 2
rm -rf before
mv org before

reveal_typed() { typed reveal 1 --key recruiter; }
reveal_again() {
    together guard 'passed on'
    expect 0 '2 apart: talk about it' reveal_typed
    expect 0 '2 apart: talk about it' desk org reveal 1 --key ben
}
steps reveal 2
rm -rf before
mv org before
change_typed() {
    typed interview change 1 --key ben --question news --rating 3 --evidence "Would tell them on Thursday." --reason "Anna heard the rest."
}
change_again() {
    together change 'rating changed'
    [ "$(papers change)" = 1 ] || expect 0 'stays as it was' change_typed
    expect 0 '2 \(then 3\)' desk org reveal 1 --key anna
}
steps change 2
rm -rf before
mv org before

decide_typed() {
    typed decide "$handle" --key recruiter --as next --by "Ines Moreno" --not-the-figure --reason "Told us how the late check was put right."
}
decide_again() {
    together decision decided
    [ "$(papers decision)" = 1 ] || expect 0 'next, by Ines Moreno' decide_typed
    expect 0 'next, by Ines Moreno' desk org decide "$handle" --key recruiter
}
steps decide 2
finish
