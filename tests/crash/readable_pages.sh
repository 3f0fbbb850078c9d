#!/bin/bash
# The pages of the desk on a copy of its folder that can only be read, and on a disk on which not even the log
# has room: a page may be read in the copy, and says that this is not logged; no file is given out; where the
# log cannot be written nobody is opened, and the rest of the desk works.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir disk out
mount -t tmpfs -o size=8m tmpfs disk 2>/dev/null || { echo "skipped: no disk of its own can be mounted here"; exit 77; }
organization_new disk/org Acme >/dev/null || exit 1
vacancy_opened disk/org 0
"$BIN/bench_sealed_copies" request key request
terminal_enrol disk/org request config
"$BIN/bench_sealed_copies" seal key config 2 bundle
desk disk/org import bundle >/dev/null || wrong "nothing came"
handle=$(desk disk/org list --json | grep -o '"handle":"[^"]*"' | head -1 | cut -d'"' -f4)
other=$(desk disk/org list --json | grep -o '"handle":"[^"]*"' | tail -1 | cut -d'"' -f4)

# asked: the answers to the questions on standard input, one a line, in `said`; the pages in `out`
asked() {
    rm -f out/*
    "$BIN/desk_answer" disk/org out >said 2>took 9<<<"$ORGANIZATION_PASSPHRASE"
}
questions() {
    echo "GET /people people.html"
    echo "GET /people/$handle person.html"
    echo "GET /people/$handle/words words.html"
    echo "GET /compare compare.html a=$handle b=$other"
    for format in html txt json; do echo "GET /people/$handle/report.$format given.$format"; done
    echo "GET /doctor doctor.html"
}
codes() { cut -d' ' -f1 said | paste -sd' '; }

questions | asked
[ "$(codes)" = "200 200 200 200 200 200 200 200" ] || wrong "usually: $(codes)"
grep -q "not logged" out/person.html && wrong "a row is denied though there is one"

mount -o remount,ro disk
questions | asked
[ "$(codes | cut -d' ' -f1-4,8)" = "200 200 200 200 200" ] || wrong "in a copy: $(codes)"
for page in people person words compare; do
    grep -qi "a copy: reading here is not logged" "out/$page.html" || wrong "$page does not say that it is not logged"
done
grep -l '"answers"\|What they look for\|I would' out/given.* 2>/dev/null && wrong "a file was given out of a copy"
for format in html txt json; do
    grep -q "so nothing that goes out of it would be in the log" out/given.$format || wrong "why no $format is given is not said: $(codes)"
done
mount -o remount,rw disk

rm -f disk/org/log.reserve
head -c 16m /dev/zero >disk/filling 2>/dev/null
questions | asked
for page in people person words compare; do
    grep -q "answers are opened while the log of the desk cannot be written" out/$page.html || wrong "$page is shown on a full disk: $(codes)"
    grep -q "$other.*%\|no phrase" out/$page.html && wrong "$page shows figures"
done
[ "$(codes | cut -d' ' -f8)" = 200 ] || wrong "the doctor does not answer: $(codes)"
finish
