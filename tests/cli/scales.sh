#!/bin/bash
# A form of scales as others write them, without best-worst parts: what it cannot do is told where
# the folder is checked, and all else works from `check` to the report.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/scales.sh"
for program in resonance-kiosk resonance-story; do
    [ -x "$BIN/$program" ] || { echo "skipped: there is no $program"; exit 77; }
done
command -v jq >/dev/null || { echo "skipped: jq is not installed"; exit 77; }
made=$SOURCE/tests/data/scales
cd "$work" || exit 1

# What the author is told.
scales_form form "$made/tea.osd"
expect 0 '^assessment.json: warning: The form has no best-worst part for candidates, .* \(parts\)' "$BIN/resonance" check form
expect 0 '^tea.osd:10:7: note: Texts without a longest length, counted from here: 2; each takes 1000 letters, a number 40' \
    "$BIN/resonance" check form
scales_form same "$made/same.osd"
expect 1 '^same.osd:6:7: error: Two of its options have one value, so answers cannot be told apart \(pot\)' "$BIN/resonance" check same
expect 0 '^.*same.osd:6:7: warning: Two options have the value "1"' "$BIN/resonance" check "$made/same.osd"
cp -r "$SOURCE/questionnaires/strategy-fit" alone && chmod -R u+w alone
jq '.parts |= map(select(.role != "rater"))' "$SOURCE/questionnaires/strategy-fit/assessment.json" >alone/assessment.json
expect 0 'warning: The form has no best-worst part for raters' "$BIN/resonance" check alone

# Nobody gets a code that leads nowhere.
organization_new org "Northwind Ferries" form >said || exit 1
grep -q 'The form has no best-worst part for candidates' said || wrong "init says nothing of it"
grep -q 'profile collect' said && wrong "init sends on to codes that no terminal asks about"
refuse 1 'has no best-worst part for raters' desk org profile collect --count 3
refuse 1 'has no best-worst part for raters' desk org profile status
expect 0 'Made the draft' desk org vacancy new deck --title "Deck officer"
expect 2 'is no topic of this form' desk org vacancy edit deck --weight 'order=2,the timetable' --by "Anna Berg" --by "Jan Vos"
expect 0 'none: no resonance is computed|draft' desk org vacancy show deck
expect 0 'deck is open' desk org vacancy open deck --without-profile --yes
desk org invite deck --count 2 --plain >codes 2>/dev/null
terminal_request data request.json
terminal_enrol org request.json config || wrong "no terminal can be enrolled"
person_sits config data codes "candidate 1" 3 || wrong "the form cannot be answered"
terminal_collect config data org all.bundle >/dev/null
expect 0 '1 the same, 0 different' desk org rescore --all
handle=$(desk org list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4)
for format in txt html json; do
    expect 0 'Deck officer' desk org report "$handle" --format "$format"
done
refuse 1 'the form has no choices of candidates, so it has no norm' desk org norm show
finish
