#!/bin/bash
# `resonance vacancy`, `invite` and `profile collect`: what is open does not change, and codes are
# stored nowhere.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1

for command in "vacancy new" "vacancy edit" "vacancy weight" "vacancy show" "vacancy open" "vacancy close" \
    "vacancy remove" invite "profile collect" \
    "profile status" "profile freeze" "profile show"; do
    # shellcheck disable=SC2086
    expect 0 "Example: resonance $command" "$BIN/resonance" $command --help
done
refuse 2 'resonance vacancy: say which: new' desk org vacancy
refuse 2 'there is no "shut", only new' desk org vacancy shut deck
refuse 1 'there is no vacancy yet' desk org vacancy show deck
expect 0 'There is no vacancy yet' desk org vacancy show
expect 0 'There is no frozen profile yet' desk org profile show
expect 0 '"vacancies":\[\]' desk org vacancy show --json
refuse 2 '--title and its value' desk org vacancy new deck
refuse 2 'small letters' desk org vacancy new ../deck --title T

# Weights: 0 to 5, with a reason and two people; what may be named is told.
by=(--by "Anna Berg" --by "Jan Vos")
for wrong in order=2 'order=-1,no' 'order=5.1,much' 'order=200,very much' 'order=nan,no' 'order=2,' 'order,why'; do
    refuse 2 'a weight is TOPIC=NUMBER,REASON with a number from 0 to 5' \
        desk org vacancy new deck --title T --weight "$wrong" "${by[@]}"
done
expect 2 '"colour" is not a topic of this form' desk org vacancy new deck --title T --weight 'colour=2,blue' "${by[@]}"
grep -qE '^order +Order and reliability' "$work/.out" || wrong "the topics are not told"
refuse 2 'weighed twice' desk org vacancy new deck --title T --weight 'order=2,a' --weight 'order=3,b' "${by[@]}"
for who in "" "--by Anna" "--by Anna --by anna" "--by Anna --by Bea --by Cem"; do
    # shellcheck disable=SC2086
    refuse 2 'agreed by two people' desk org vacancy new deck --title T --weight 'order=2,the timetable' $who
done
for who in 'ANNA  BERG' $'Anna\xc2\xa0Berg' 'Berg, Anna'; do
    refuse 2 'both names are those of one person; a weight is agreed by two people' \
        desk org vacancy new deck --title T --weight 'order=2,the timetable' --by "Anna Berg" --by "$who"
done
refuse 2 'at least 2 letters' desk org vacancy new deck --title T --weight 'order=2,the timetable' --by "Anna Berg" --by -
refuse 2 'the reason of a weight has the character U\+0007' \
    desk org vacancy new deck --title T --weight $'order=2,the\atimetable' "${by[@]}"
refuse 2 'the title has the character U\+202E' desk org vacancy new deck --title $'T\xe2\x80\xae'
refuse 2 'a title has at most 200 characters' desk org vacancy new deck --title "$(printf 'ä%.0s' {1..201})"
refuse 2 'the title holds a line break' desk org vacancy new deck --title $'T\nT'
refuse 2 'the title is not UTF-8' desk org vacancy new deck --title $'T\xff'
refuse 2 'the title is empty' desk org vacancy new deck --title ' '
refuse 2 'and there is none' desk org vacancy new deck --title T "${by[@]}"
[ -e org/vacancies/deck.json ] && wrong "a refused vacancy is there"
expect 0 'Made the draft deck' desk org vacancy new deck --title "Deck officer" --weight 'order=2,the timetable' "${by[@]}"
refuse 1 'already' desk org vacancy new deck --title Again
expect 0 'order counts 12.5 of 100: the timetable \(Anna Berg and Jan' desk org vacancy show deck
expect 0 '^Order and reliability +order +2 +12.5$' desk org vacancy weight deck
cp org/vacancies/deck.json draft.json
refuse 2 'agreed by two people' desk org vacancy weight deck 'order=3,more'
expect 2 'not a topic of this form' desk org vacancy weight deck 'order=3,more' 'colour=2,blue' "${by[@]}"
refuse 2 'from 0 to 5' desk org vacancy weight deck 'order=3,more' 'care=6,blue' "${by[@]}"
same org/vacancies/deck.json draft.json
expect 0 'order counts 1[0-9.]* of 100: more \(Cem and Dana\)' \
    desk org vacancy weight deck 'order=3,more' 'rhythm=0,not for this work' --by Cem --by Dana
cp org/vacancies/deck.json weighed.json
expect 0 'rhythm counts 0 of 100: not for this work' desk org vacancy show deck

# What a title or a reason touches is said when it is written and before it is frozen; it stops nothing.
expect 0 '^Note on the title: It touches faith: "church"\. Where it describes' \
    desk org vacancy new choir --title "Leader of a church choir" --weight 'care=2,our guests are old and ill' "${by[@]}"
grep -q '^Note on the reason of care: It touches health or disability: "ill"' "$work/.out" || wrong "the reason is not looked at"
expect 0 '^Note on the title: It touches age: "young team"' desk org vacancy edit choir --title "Help for a young team"
expect 0 '^Note on the title: It holds a character that nobody sees: "U.00AD"' desk org vacancy edit choir --title $'Help\u00ad wanted'
expect 0 '^Note on the reason of order: It touches origin or nationality: "native speaker"' \
    desk org vacancy weight choir 'order=2,we look for a native speaker' "${by[@]}"
expect 1 '^Note on the reason of order: It touches origin' desk org vacancy open choir --without-profile --sample
desk org vacancy show deck | grep -q '^Note on' && wrong "a plain title is remarked on"
desk org vacancy remove choir >/dev/null

# A draft is changed and removed; nothing else is.
refuse 2 'the title has the character U\+200F' desk org vacancy edit deck --title $'T\xe2\x80\x8f'
same org/vacancies/deck.json weighed.json
for zero in -0 -0.0 0e0 -0.000e5; do
    expect 0 ' rhythm +0 +0$' desk org vacancy weight deck "rhythm=$zero,not for this work" --by Cem --by Dana
    same org/vacancies/deck.json weighed.json
done
refuse 2 'say what to change' desk org vacancy edit deck
refuse 2 'only one of|exclude|--no-pilot' desk org vacancy edit deck --pilot --no-pilot
refuse 1 'there is no vacancy "desk"' desk org vacancy edit desk --title T
expect 0 'Changed the draft' desk org vacancy edit deck --title "Deck officer, Harbour line" --pilot
expect 0 'Harbour line' desk org vacancy show deck
grep -q '^Pilot: ' "$work/.out" || wrong "that it is a pilot is not shown"
expect 0 'Changed the draft' desk org vacancy edit deck --no-pilot --weight 'order=2,the timetable' "${by[@]}"
desk org vacancy show deck | grep -q '^Pilot: ' && wrong "it is still a pilot"
expect 0 'How many people: 30 are the fewest for a phrase, and norms grow by 10\. Invite 40' desk org vacancy new gone --title Gone --pilot
expect 0 '^gone +draft, pilot +Gone$' desk org vacancy show
grep -qE '^deck +draft +Deck officer, Harbour line$' "$work/.out" || wrong "not all vacancies are listed"
expect 0 '"id":"gone","opened":"","pilot":true,"state":"draft","title":"Gone"' desk org vacancy show --json
expect 1 'Invite 40' desk org vacancy open gone --without-profile --sample
cp org/vacancies/gone.json gone.json
expect 0 '^gone is open' desk org vacancy open gone --without-profile --sample --yes
desk org doctor | grep -q 'gone is open without' && wrong "a pilot is blamed for having no profile"
cp gone.json org/vacancies/gone.json
grep -q '"pilot":true' org/vacancies/gone.json || wrong "a pilot is none"
expect 0 'Removed the draft gone' desk org vacancy remove gone
[ -e org/vacancies/gone.json ] && wrong "what was removed is there"
refuse 1 'there is no vacancy "gone"' desk org vacancy remove gone

# Opening says before what is for good.
refuse 1 'not open' desk org invite deck --count 2
refuse 1 'no profile "autumn"' desk org vacancy open deck --profile autumn
refuse 1 'can never have a figure' desk org vacancy open deck --yes
refuse 2 'profile' desk org vacancy open deck --profile autumn --without-profile
refuse 1 'draft; only an open one' desk org vacancy close deck
refuse 1 'a sample of a made-up company is in the form .the story and 23 reasons' desk org vacancy open deck --without-profile --yes
cp org/vacancies/deck.json draft.json
expect 1 'repeating it with --yes' desk org vacancy open deck --without-profile --sample
grep -q '^Profile: *none: no resonance is computed, now or later' "$work/.out" || wrong "what is missing for good is not said"
grep -q 'order counts 12.5 of 100' "$work/.out" || wrong "the weights that are frozen are not said"
expect 1 'File too large|disk is full' small_files 1 desk org vacancy edit deck --title "$(printf '🚢%.0s' {1..200})"
same org/vacancies/deck.json draft.json
nothing_beside org/vacancies/deck.json
expect 0 'deck is open' desk org vacancy open deck --without-profile --sample --yes
grep -q '^Profile: *none: no resonance is computed, now or later' "$work/.out" || wrong "with --yes it is not said what is missing for good"
grep -q 'It is a demonstration: a sample of a made-up company' "$work/.out" || wrong "it is not said that this is a demonstration"
expect 0 'a sample of a made-up company is in the form: the story and 23 reasons' desk org doctor
cp org/vacancies/deck.json opened.json
refuse 1 'opened before' desk org vacancy open deck --yes
refuse 1 'opened before' desk org vacancy edit deck --title T
refuse 1 'opened before' desk org vacancy weight deck 'order=3,more' "${by[@]}"
refuse 1 'opened before' desk org vacancy remove deck
refuse 1 'there is no vacancy "desk"; there are: deck' desk org vacancy show desk
same org/vacancies/deck.json opened.json
expect 0 '"state":"open"' desk org vacancy show deck --json

# A draft of before, whose weights nobody stands for, is not opened with a profile of now.
desk org vacancy new old --title Old --weight 'order=2,the timetable' "${by[@]}" >/dev/null
sed -i 's/"by":\["Anna Berg","Jan Vos"\],//' org/vacancies/old.json
refuse 2 "no two people who agreed on it; set it again with 'resonance vacancy weight'" \
    desk org vacancy open old --without-profile --sample --yes

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
expect 0 'Colleagues who answered: 0' desk org profile status
refuse 1 'too few for a profile' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno"
[ -e org/profiles/autumn.json ] && wrong "a profile of nobody was frozen"
refuse 1 'no profile "autumn"' desk org profile show autumn
ORGANIZATION_PASSPHRASE="this is not the one" refuse 1 'does not open keys/recruiter.key' desk org profile status

expect 0 'deck is closed' desk org vacancy close deck
refuse 1 'not open' desk org invite deck --count 1
request_made request.json
terminal_enrol org request.json config
[ -e config/vacancies/deck.json ] && wrong "a closed vacancy went to a terminal"
finish
