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
expect 2 err 'a questionnaire and --answers are needed' "$work/circle.osd"
expect 2 err 'cannot stand there' "$work/circle.osd" "$work/circle.osd" --answers "$work/a.json"
expect 1 err 'nowhere.osd' "$work/nowhere.osd" --answers "$work/a.json"
expect 0 out 'resonance score FILE.osd' --help
exit $bad
