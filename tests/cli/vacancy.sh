#!/bin/bash
# `resonance vacancy`, `invite` and `profile collect`: what is open does not change, and codes are
# stored nowhere.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1

for command in "vacancy new" "vacancy show" "vacancy open" "vacancy close" invite "profile collect" \
    "profile status" "profile freeze" "profile show"; do
    # shellcheck disable=SC2086
    expect 0 "Example: resonance $command" "$BIN/resonance" $command --help
done
expect 2 'resonance vacancy new' desk org vacancy
expect 2 'resonance vacancy new' desk org vacancy shut deck
refuse 1 'there is no vacancy yet' desk org vacancy show deck
refuse 2 '--title and its value' desk org vacancy new deck
refuse 2 'small letters' desk org vacancy new ../deck --title T
refuse 2 'a weight is DIMENSION' desk org vacancy new deck --title T --weight order=2
refuse 2 'a weight is DIMENSION' desk org vacancy new deck --title T --weight 'order=-1,no'
refuse 2 'is no dimension' desk org vacancy new deck --title T --weight 'colour=2,blue'
refuse 2 'weighed twice' desk org vacancy new deck --title T --weight 'order=2,a' --weight 'order=3,b'
[ -e org/vacancies/deck.json ] && wrong "a refused vacancy is there"
expect 0 'Made the draft deck' desk org vacancy new deck --title "Deck officer" --weight 'order=2,the timetable'
refuse 1 'already' desk org vacancy new deck --title Again
expect 0 'order 2: the timetable' desk org vacancy show deck
refuse 1 'not open' desk org invite deck --count 2
refuse 1 'no profile "autumn"' desk org vacancy open deck --profile autumn
refuse 1 'draft; only an open one' desk org vacancy close deck
cp org/vacancies/deck.json draft.json
expect 1 'File too large|disk is full' small_files 1 desk org vacancy open deck
same org/vacancies/deck.json draft.json
nothing_beside org/vacancies/deck.json
expect 0 'no resonance will be computed' desk org vacancy open deck
cp org/vacancies/deck.json opened.json
refuse 1 'opened before' desk org vacancy open deck
refuse 1 'there is no vacancy "desk"; there are: deck' desk org vacancy show desk
same org/vacancies/deck.json opened.json
expect 0 '"state":"open"' desk org vacancy show deck --json

refuse 2 'say how many' desk org invite deck
refuse 2 'whole number from 1 to 500' desk org invite deck --count 0
cp org/invitations.json before.json
expect 1 'File too large|disk is full' small_files 1 desk org invite deck --count 20
grep -qE '[0-9A-Z]{5}-[0-9A-Z]{5}' "$work/.out" && wrong "codes were shown that are not stored"
same org/invitations.json before.json
nothing_beside org/invitations.json

expect 0 'cannot be shown again' desk org invite deck --count 3 --plain
[ "$(grep -cE '^candidate [123] [0-9A-Z]{5}-[0-9A-Z]{5}$' "$work/.out")" = 3 ] || wrong "there are not three lines"
code=$(sed -n 's/^candidate 2 //p' "$work/.out")
grep -rqF -e "$code" -e "${code/-/}" org && wrong "a code is stored"
expect 0 'Your access code' desk org invite deck --count 1
grep -q 'Number 4' "$work/.out" || wrong "the numbers do not go on"
expect 0 'Codes: *4' desk org vacancy show deck
desk org invite deck --count 1 >/dev/full 2>"$work/.err" && wrong "codes went nowhere and nobody was told"
grep -q 'make new ones' "$work/.err" || wrong "lost codes are not told"

expect 0 '^rater 2 ' desk org profile collect --count 2 --plain
grep -q '"number":0,"role":"rater"' org/invitations.json || wrong "colleagues are numbered"
expect 0 'Below three nothing is shown' desk org profile status
refuse 1 'too few for a profile' desk org profile freeze autumn
[ -e org/profiles/autumn.json ] && wrong "a profile of nobody was frozen"
refuse 1 'no profile "autumn"' desk org profile show autumn
ORGANIZATION_PASSPHRASE="this is not the one" refuse 1 'does not open keys/recruiter.key' desk org profile status

expect 0 'deck is closed' desk org vacancy close deck
refuse 1 'not open' desk org invite deck --count 1
request_made request.json
terminal_enrol org request.json config
[ -e config/vacancies/deck.json ] && wrong "a closed vacancy went to a terminal"
finish
