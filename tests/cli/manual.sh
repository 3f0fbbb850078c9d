#!/bin/bash
# `resonance manual`: the manual in the tree is what the program makes of the shipped form; what a form
# says differently stands in its manual; a form with errors makes none.
set -u
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
form=$SOURCE/questionnaires/strategy-fit
resonance=$BIN/resonance

expect 0 'Example: resonance manual' "$resonance" manual --help
refuse 2 'form is needed' "$resonance" manual
refuse 1 'nowhere' "$resonance" manual --form nowhere
"$resonance" manual --form "$form" >made || wrong "no manual was made"
cmp -s made "$SOURCE/questionnaires/MANUAL.md" ||
    wrong "questionnaires/MANUAL.md is not what the program makes; resonance manual --form questionnaires/strategy-fit --out questionnaires/MANUAL.md"
expect 0 'Wrote out' "$resonance" manual --form "$form" --out out
same made out
expect 1 'nowhere/out' "$resonance" manual --form "$form" --out nowhere/out
grep -q '{{' made && wrong "a place is left open: $(grep -m1 '{{' made)"
grep -qE '\{[A-Za-z]+\}' made && wrong "a placeholder of the form is shown bare: $(grep -m1 -E '\{[A-Za-z]+\}' made)"

# Every item and every statement has its row.
for file in "$form"/*.osd; do
    for id in $(jq -r '.definition.items[] | select(.type != "section") | .id, ((."x-resonance".statements // [])[] | .id)' "$file"); do
        grep -qF "| \`$id\` |" made || wrong "$(basename "$file"): $id has no row"
    done
done

# A form that is no pilot is not called one, and one of another name gets no sentences about ours.
cp -r "$form" own && chmod -R u+w own
sed -i 's/"pilot": true/"pilot": false/; s/"assessment": "strategy-fit"/"assessment": "harbour"/' own/assessment.json
"$resonance" manual --form own >own.txt || wrong "no manual of another form"
grep -q '`harbour`' own.txt || wrong "the other form is not named"
grep -q 'Pilot form, not for decisions' own.txt && wrong "a form in use is called a pilot"
grep -q 'No person has judged these statements' own.txt && wrong "our review status is told of another form"
grep -q 'state no simulated figures' own.txt || [ "$(jq -r .simulated own/assessment.json)" != null ] || wrong "nothing is said of simulated figures"
jq '.simulated = {"second_session_inside_unrelated": 0.87, "other_phrase_much": 0.1}' own/assessment.json >with && mv with own/assessment.json
"$resonance" manual --form own >own.txt || wrong "no manual of a form with simulated figures"
grep -qF 'range of the first, where nothing special is in common | 87 |' own.txt || wrong "a simulated figure is not told"
grep -qF 'range of the first, where just the same is looked for | not told |' own.txt || wrong "a missing simulated figure is not told"

printf '{}' >own/assessment.json
refuse 1 'own has errors' "$resonance" manual --form own
finish
