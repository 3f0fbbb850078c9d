#!/bin/bash
# resonance score: the scores on standard output, faults beside them, exit codes.
set -u
resonance=$BIN/resonance
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

# expect CODE FILE PATTERN WORDS...: exit code, and PATTERN in FILE (out or err)
expect() {
    local code=$1 file=$2 pattern=$3
    shift 3
    "$resonance" score "$@" > "$work/out" 2> "$work/err"
    local got=$?
    if [ "$got" != "$code" ] || ! grep -qE -- "$pattern" "$work/$file"; then
        echo "score $*: exit $got, wanted $code and \"$pattern\" in $file, but got:"
        cat "$work/out" "$work/err"
        bad=1
    fi
}

drivers=$SOURCE/questionnaires/strategy-fit/drivers.osd
echo '{"learning_1": 5, "learning_2": 4, "learning_3": "3", "learning_4": 1, "doing_1": 2, "doing_2": 2}' > "$work/answers.json"
expect 0 out '"doing":null.*"learning":4.25' "$drivers" --answers "$work/answers.json"
expect 0 out '"learning":\{"inputs":4,"label":"","raw":4.25\}' --answers "$work/answers.json" "$drivers"

cat > "$work/circle.osd" <<'OSD'
{"definition": {"scale_info": {"name": "C", "code": "C"}, "items": [{"id": "a", "type": "vas", "text_key": "q"}],
 "scoring": {"x": {"method": "sum_coded", "scores": ["x"]}, "y": {"method": "sum_coded", "items": ["a"]}}},
 "translations": {"en": {"q": "How much?"}}}
OSD
echo '{"a": 0.1}' > "$work/a.json"
expect 1 out '"scores":\{"x":null,"y":0.1\}' "$work/circle.osd" --answers "$work/a.json"
expect 1 err 'circle.osd:2:[0-9]+: error: The block needs its own value' "$work/circle.osd" --answers "$work/a.json"

echo '{"a": {}}' > "$work/wrong.json"
expect 2 err 'wrong.json:1:7: error: An answer is a number' "$work/circle.osd" --answers "$work/wrong.json"

# What is not shown with these answers does not count, as on a terminal, and it is said.
tea=$SOURCE/tests/data/scales/tea.osd
echo '{"tea1": 5, "tea3": 4, "kind": 2, "milk": 3}' > "$work/tea.json"
expect 0 out '"all":9,"liking":4.5' "$tea" --answers "$work/tea.json"
expect 0 err 'tea.json:1:[0-9]+: warning: With these answers the item is not shown' "$tea" --answers "$work/tea.json"
expect 0 out '"all":12,"liking":4.5' "$tea" --answers "$work/tea.json" --all-items
[ -s "$work/err" ] && { echo "all items are told as hidden"; cat "$work/err"; bad=1; }
echo '{"tea1": 5, "tea3": 4, "kind": 1, "milk": 3}' > "$work/tea.json"
expect 0 out '"all":12,"liking":4.5' "$tea" --answers "$work/tea.json"

# an answer that no item can have ends the command: one sentence with its place, and no scores
refused() { # SENTENCE ANSWERS
    printf '%s\n' "$2" > "$work/wrong.json"
    expect 2 err "wrong.json:$1" "$drivers" --answers "$work/wrong.json"
    if [ -s "$work/out" ] || ! grep -q 'wrong.json does not hold answers to these items$' "$work/err"; then
        echo "answers $2: scores on standard output, or no last sentence"
        cat "$work/out" "$work/err"
        bad=1
    fi
}
refused '1:17: error: The questionnaire has no such item \(learnign_1\)\. Write the id' '{"learnign_1":  5}'
refused '1:16: error: A number from 1 to 5 is needed here \(learning_1\)\. null stands' '{"learning_1": "often"}'
refused '1:16: error: A number from 1 to 5 is needed here' '{"learning_1": 0}'
refused '2:15: error: A number from 1 to 5 is needed here' "{
\"learning_1\": 6}"
refused '1:16: error: A whole number is needed here' '{"learning_1": 4.5}'
refused '1:16: error: The item takes at most 1 of these values' '{"learning_1": [4, 5]}'
refused '1:16: error: A number from 1 to 5 is needed here' '{"learning_1": true}'

cat > "$work/tools.osd" <<'OSD'
{"definition": {"scale_info": {"name": "T", "code": "T"}, "items": [
  {"id": "tool", "type": "multi", "text_key": "q", "options": ["saw", "plane"]},
  {"id": "tools", "type": "multicheck", "text_key": "q", "options": ["saw", "plane"], "validation": {"max_selected": 1}}]},
 "translations": {"en": {"q": "Which?", "saw": "A saw", "plane": "A plane"}}}
OSD
echo '{"tool": "axe"}' > "$work/wrong.json"
expect 2 err 'wrong.json:1:10: error: The item has no such option \(tool\)' "$work/tools.osd" --answers "$work/wrong.json"
echo '{"tool": "saw", "tools": "saw|plane"}' > "$work/warned.json"
expect 0 err 'warned.json:1:26: warning: The answer breaks the rule max_selected of its item \(tools\)' "$work/tools.osd" --answers "$work/warned.json"
expect 0 out '"scores":' "$work/tools.osd" --answers "$work/warned.json"

expect 2 err 'a questionnaire and --answers are needed' "$work/circle.osd"
expect 2 err 'is one word too many' "$work/circle.osd" "$work/circle.osd" --answers "$work/a.json"
expect 1 err 'nowhere.osd' "$work/nowhere.osd" --answers "$work/a.json"
expect 0 out 'resonance score FILE.osd' --help
exit $bad
