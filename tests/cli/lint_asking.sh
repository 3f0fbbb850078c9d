#!/bin/bash
# Whose words stop an organization: those that ask a person what must not be asked, not those that
# describe a hospital. The lines of the tests of mood below are written for this test after the
# pattern of the ones that clinics use.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
shipped=$SOURCE/questionnaires/strategy-fit

found() { # found FORM: an organization with the assessment in FORM
    rm -rf org sheet
    "$BIN/resonance" init org --name "Harbour Hospital" --contact hr --assessment "$1" --cost low \
        --recovery-out sheet --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
}
# changed FILE FILTER [ARGUMENT...]: the file as jq's filter leaves it
changed() {
    local file=$1 filter=$2
    shift 2
    jq "$@" "$filter" "$file" >"$file.new" && mv "$file.new" "$file"
}
# asks FORM LINES [HEAD]: a copy of the shipped assessment that asks these lines as ratings
asks() {
    cp -r "$shipped" "$1"
    chmod -R u+w "$1"
    changed "$1/interview.osd" '
        ($lines | split("\n")) as $lines
        | .definition.items += [range($lines | length) | {id: "x\(.)", type: "likert", text_key: "x\(.)",
            question_head: "head", dimension: "calm", likert_points: 2, likert_labels: ["x_no", "x_yes"]}]
        | .definition.dimensions += [{id: "calm", name: "dim_calm"}]
        | .translations.en += ({head: $head, x_no: "Not at all", x_yes: "Nearly every day", dim_calm: "How the week went"}
            + ([range($lines | length) | {"x\(.)": $lines[.]}] | add))' --arg lines "$2" --arg head "${3:-}"
}

# A hospital says what it is for: reasons, scenes, title, names of dimensions.
cp -r "$shipped" hospital
chmod -R u+w hospital
changed hospital/values.osd '.definition.dimensions |= map(."x-resonance".why =
    "Patients and their children come to us sick and afraid, day and night; whatever their religion, age or income, they are cared for alike.")'
changed hospital/story.osd '
    [.definition.items[] | select(."x-resonance".kind? == "scene") | .text_key] as $scenes
    | .translations.en |= with_entries(select(.key as $key | $scenes | index($key)).value =
        "A mother brings her child to the emergency room at night. A nurse gives medicine; a doctor asks about allergies. Nobody asks for faith or passport.")'
changed hospital/assessment.json '.texts.en.title = "Harbour Hospital: how we care for patients, children and parents"'
expect 0 'Made org for Harbour Hospital' found hospital
expect 0 '^values.osd:[0-9]+:[0-9]+: note: It touches faith: "religion".*Where it describes something that is fine' \
    "$BIN/resonance" check hospital
asks ward "Our drivers know the medical kit on board.
Parents get an answer on the same day.
Customers with disabilities are served well.
I explain to parents what their children need.
I treat sick people of every religion alike."
expect 0 'Made org' found ward

# Tests of mood are stopped whatever the name of their dimension, and the reason is told.
recent="Over the last 2 weeks, how often have you been bothered by any of these problems?"
asks low "Having no pleasure in what you do
Being sad or without hope
Sleeping badly, or far too much
Having no strength
Not wanting to eat, or eating all day
Thinking that you disappointed everybody
Finding it hard to keep your mind on a page
Moving so slowly that others see it
Wishing that you were not alive" "$recent"
asks worry "Being nervous or tense
Worrying without an end
Worrying about many things at once
Finding it hard to relax
Being so restless that you walk up and down
Being annoyed by small things
Fearing that something bad is about to happen" "$recent"
asks strain "I could hardly wind down
My mouth was dry
I had trouble breathing
I felt close to panic
I was sad and gloomy
I felt that I was worth little
I got upset quickly" "Please say how much each line applied to you over the past week."
for form in low worry strain; do
    expect 2 'interview.osd:[0-9]+:[0-9]+: error: It touches (mood|health|the body|sleep).*must not be asked before an offer|medical question' \
        found "$form"
    expect 2 'asks what must not be asked when people are hired' found "$form"
    [ -e org ] && wrong "$form founded an organization"
    lines=$("$BIN/resonance" check "$form" | grep -cE 'error: .*\(translations.en.x[0-9]+\)')
    [ "$lines" -ge 6 ] || wrong "$form: only $lines errors"
done

# Nobody's race, nor any other topic of a person.
while read -r question; do
    rm -rf ask
    asks ask "$question"
    expect 2 'error: It touches' found ask
done <<'QUESTIONS'
What is your race?
Which race or ethnic group does the candidate belong to?
Somebody's race:
How often do you have a drink?
Have you had all your vaccinations?
Did you serve in the armed forces?
What is the income of your household?
Do you pray?
Do you have a bad back?
QUESTIONS

# One exception may name several topics; two people and a reason stand by it.
cat >several.osd <<'OSD'
{"definition": {"scale_info": {"name": "T", "code": "T"}, "items": [{"id": "b", "type": "short", "text_key": "b",
 "x-resonance": {"exception": {"topics": ["health", "age"], "reason": "The law of the sea asks both of a pilot.", "by": ["Ann Lee", "Bo Roe"]}}}]},
 "translations": {"en": {"b": "How old are you, and are you in good health?"}}}
OSD
expect 0 'note: It touches age.*Ann Lee and Bo Roe allow it' "$BIN/resonance" check several.osd
sed -i 's/, "Bo Roe"//' several.osd
expect 1 'made by two people' "$BIN/resonance" check several.osd
finish
