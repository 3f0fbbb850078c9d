#!/bin/bash
# A form of scales as others write them, without best-worst parts: what it cannot do is told where
# the folder is checked, and all else works from `check` to the report.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/scales.sh"
skip_without terminal
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
expect 0 'warning: The form has no best-worst part for colleagues' "$BIN/resonance" check alone

# Nobody gets a code that leads nowhere.
organization_new org "Northwind Ferries" form >said || exit 1
grep -q 'The form has no best-worst part for candidates' said || wrong "init says nothing of it"
grep -q 'profile collect' said && wrong "init sends on to codes that no terminal asks about"
refuse 1 'has no best-worst part for colleagues' desk org profile collect --count 3
refuse 1 'has no best-worst part for colleagues' desk org profile status
expect 0 'Made the draft' desk org vacancy new deck --title "Deck officer"
expect 2 'is not a topic of this form' desk org vacancy edit deck --weight 'order=2,the timetable' --by "Anna Berg" --by "Jan Vos"
expect 0 'none: no resonance is computed|draft' desk org vacancy show deck
expect 0 'deck is open' desk org vacancy open deck --without-profile --yes
desk org invite deck --count 2 --plain >codes 2>/dev/null
terminal_request data request.json
terminal_enrol org request.json config || wrong "no terminal can be enrolled"
person_sits config data codes "candidate 1" 3 || wrong "the form cannot be answered"
terminal_collect config data org all.bundle >/dev/null
expect 0 '1 the same, 0 different' desk org rescore --all
handle=$(desk org list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4)
desk org report "$handle" --format txt | grep -q "asks for no choices between topics" || wrong "why there is no figure is not said"
for format in txt html json; do
    expect 0 'Deck officer' desk org report "$handle" --format "$format"
done

# Its scores stand in the record, as `score` makes them from the same answers, and in the report.
desk org report "$handle" --format record >record.json
jq '[.answers[] | select(.state == "given") | {(.id | split(":")[1]): .value}] | add' record.json >answers.json
"$BIN/resonance" score "$made/tea.osd" --answers answers.json >scores.json
jq -S '.scorecard.scales | map({(.id | split(":")[1]): (.score | if . then tonumber else null end)}) | add' record.json >kept
jq -S '.scores + .computed | map_values(if . then . * 1e6 | round / 1e6 else null end)' scores.json >made-again
same kept made-again
grep -q '"liking": [0-9]' kept || wrong "nothing was scored: $(cat kept)"
desk org report "$handle" --format txt >report.txt
grep -qE '^How much tea is liked +[0-9.]+ +1\.00 to 5\.00 +3 of 3' report.txt || wrong "the score is not in the report"
grep -qE '^I look forward to the break at four\. +(Never|Rarely|At times|Often|Each day)$' report.txt || wrong "no words stand beside the answer"
grep -qiE 'little|much$' report.txt && wrong "the document's own norms are told"
expect 0 'In their own words' desk org report "$handle" --format txt --for interviewer
grep -q 'Scales\|look forward' "$work/.out" && wrong "who interviews reads scores"
refuse 1 'the form has no choices of candidates, so it has no norm' desk org norm show

# A document may have computed values only: the first stands below its name, each says yes, no or its number.
jq '.definition |= (.scale_info.name = "Breaks" | .scale_info.code = "BREAKS" | del(.scoring)
    | .computed = {"has_tea": {"expression": "answer.tea1 >= 1", "type": "boolean"},
        "has_none": {"expression": "answer.tea1 < 1", "type": "boolean"},
        "twice": {"expression": "answer.tea1 * 2"},
        "unknown": {"expression": "answer.tea1 / 0", "type": "boolean"}})' "$made/tea.osd" >breaks.osd
scales_form two breaks.osd "$made/tea.osd"
organization_new both "Northwind Ferries" two >/dev/null || exit 1
desk both vacancy new deck --title "Deck officer" >/dev/null
desk both vacancy open deck --without-profile --yes >/dev/null
desk both invite deck --count 1 --plain >both-codes 2>/dev/null
terminal_request both-data both.json
terminal_enrol both both.json both-config
person_sits both-config both-data both-codes "candidate 1" 3 || wrong "two documents cannot be answered"
terminal_collect both-config both-data both both.bundle >/dev/null
handle=$(desk both list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4)
desk both report "$handle" --format record >record.json
twice=$(jq -r '.answers[] | select(.id == "breaks:tea1") | .value | tonumber * 2' record.json)
desk both report "$handle" --format txt | sed -n '/^Breaks/,/^How much/p' >rows
grep -qE '^has_tea +Yes +– +–$' rows && grep -qE '^has_none +No +– +–$' rows && grep -qE "^twice +$twice(\.00)? " rows &&
    grep -qE '^unknown +– +– +–$' rows || wrong "computed values: $(cat rows)"
[ "$(grep -c '^Breaks' rows)" = 1 ] && [ "$(grep -c '^Tea and coffee at four' rows)" = 1 ] || wrong "names of documents: $(cat rows)"

# The items as they are shown and said, at the usual size and with very large letters.
scales_form shown "$made/shapes.osd"
organization_new house "Northwind Ferries" shown >/dev/null || exit 1
desk house vacancy new deck --title "Deck officer" >/dev/null
desk house vacancy open deck --without-profile --yes >/dev/null
desk house invite deck --count 2 --plain >shown-codes 2>/dev/null
terminal_request shown-data shown.json
terminal_enrol house shown.json shown-config
number=0
for comfort in normal extra-large; do
    number=$((number + 1))
    # The first key after a touch shows where the focus is, and does nothing else.
    cat >shown.story <<STORY
size 1366x768 width-mm 344
comfort text $comfort
tap "Start"
code candidate $number
tap "next"
tap "consent-yes"
person seed 3 noise 0.6 pace 6 words "some words of mine"
answer until step shapes:ends
expect text "1 Too dark"
expect text "7 Too bright"
hear "1 Too dark, option, not chosen, 1 of 7"
key Right Right
hear "2, option, not chosen, 2 of 7"
answer until step shapes:bare
expect text "Think of the room where you drink your tea."
hear "0, option, not chosen, 1 of 11"
answer until step shapes:line
expect text "Think of the room where you drink your tea."
expect text "Half full"
expect text "No chair left"
answer until step shapes:plain
key Right Right
hear "And how bright is it? slider, 50, from 0 to 100"
expect no-text "Your answer"
answer until step shapes:share
expect text "0 cups"
expect text "No answer yet."
key Right Right Right
expect text "Your answer: 102"
hear "How many cups are washed there a day? slider, 102, from 0 to 200"
answer until step shapes:table
expect text "A good bit of the time"
expect text "None of the time"
answer until step shapes:ticks
hear "All of the time, tick box, not chosen, 1 of 3"
answer until step shapes:pick
hear "All of the time, option, not chosen, 1 of 3"
answer until screen finish
STORY
    sed -i 's/\\u00a0/\xC2\xA0/g' shown.story
    expect 0 'holds' "$BIN/resonance-story" --config shown-config --data shown-data --codes shown-codes shown.story
done
finish
