#!/usr/bin/env bash
# Attack: whoever can write to the folder of the desk puts a PIN of their own where the next enrolment finds that of
# the page for staff, takes it away, or brings back one that was taken away. No configuration is made with it, the
# file is named, and so are both ways on.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 1 >codes
request_made request
file=terminals/00112233445566778899aabbccddeeff.json
enrolled() { desk "$1" enrol request --out "$2" --words "$(cat request.words)" "${@:3}"; } # FOLDER CONFIG OPTION...
pin_of() { sed 's/.*"staff_pin":"\([^"]*\)".*/\1/' "$1"; }

# Their own PIN, with a hash that the terminal would take.
cp -r org theirs
expect 0 '^Configuration 1' enrolled theirs config-theirs --pin-fd 8 8<<<909192
planted=$(pin_of theirs/$file)
[[ $planted == '$argon2id$'* ]] || wrong "nothing was made to be planted: $planted"

# refused SENTENCE: no configuration is made of what stands there, and the doctor says the same
refused() {
    local mend="put it back from a copy, or give the PIN anew with .resonance enrol --pin-fd"
    expect 1 "$file: $1; $mend" enrolled org config-3
    [ ! -e config-3 ] || wrong "a configuration was made: $1"
    expect 1 'wrong +terminals' desk org doctor
    grep -q "$file" .out || wrong "the doctor does not name the file: $(cat .out)"
}
never='the PIN for staff of "Made terminal" was never signed for'
other='the PIN for staff of "Made terminal" is not the one that was signed for'

# Before the terminal was ever here: only the enrolment looks, the doctor knows of no such terminal.
mkdir -p org/terminals
cp theirs/$file org/$file
expect 1 "$file: $never" enrolled org config-3
[ ! -e config-3 ] || wrong "a configuration was made for a new terminal with a planted PIN"
rm org/$file

expect 0 '^Configuration 1' enrolled org config
cp theirs/$file org/$file
refused "$never"
expect 0 '^Configuration 2' enrolled org config-2 --pin-fd 8 8<<<482915
given=$(pin_of org/$file)
cp -r org before
again() { rm -rf org config-3 && cp -r before org; }
cp theirs/$file org/$file
refused "$other"
again
rm org/$file
refused "$other"
again
sed -i 's/"staff_pin":"[^"]*",//' org/$file
cmp -s org/$file before/$file && wrong "no PIN was taken away"
refused "$other"
again
echo '{' >org/$file
expect 1 "$file: .*; put it back from a copy, or give the PIN anew" enrolled org config-3
again

# What was signed for goes on; what is given anew takes the place of what was planted.
expect 0 '^Configuration 3' enrolled org config-3
[ "$(pin_of config-3/terminal.json)" = "$given" ] || wrong "the PIN is not carried over"
cp theirs/$file org/$file
expect 0 '^Configuration 4' enrolled org config-4 --pin-fd 8 8<<<482916
grep -rqF "$planted" config-4 org/terminals && wrong "the planted PIN is still there"
expect 0 'good +codes' desk org doctor

# One that was taken away does not come back with the file of before.
expect 0 '^Configuration 5' enrolled org config-5 --no-pin
cp before/$file org/$file
rm -rf config-3
refused "$other"
expect 0 '^Configuration 6' enrolled org config-6 --no-pin
grep -q staff_pin config-6/terminal.json && wrong "the PIN that was taken away is back"
[ "$(grep -c '"kind":"pin"' org/roll.jsonl)" = 3 ] || wrong "not each PIN is signed for once: $(grep -c '"kind":"pin"' org/roll.jsonl)"

tally $refusals PINs refused
finish
