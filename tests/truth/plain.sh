#!/usr/bin/env bash
# Every sentence that candidates and colleagues read, whether it stands in the form or in the program, is
# one that a reader at level B1 gets through at the first go, as the linter of `resonance check` measures
# it (kiosk/lint/lint_plain.h). The bounds:
#   - no sentence of more than 20 words,
#   - no word of three syllables or more but those of kiosk/lint/words/lint_known_en.def, which says why
#     each may be used,
#   - all sentences together ask for 8 years of school at most.
# So that a measure that finds nothing would be noticed, it reads texts of others too: the notice of the
# first released form, which had long sentences, and public questionnaires, where they lie. Whether
# the list of known words knows only our own words is seen in those: how many of their texts hold a
# word that it calls hard is printed, and must stay between what was seen and all or nothing.
set -uo pipefail
SOURCE=${SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
BIN=${BIN:-$SOURCE/build/release/bin}
SHARED=${RESONANCE_SHARED:-$SOURCE/../shared}
for tool in python3 jq; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT
export LC_ALL=C.UTF-8
bad=0
wrong() {
    echo "$1"
    bad=1
}
remark='A sentence is longer|many readers do not know|years of school'

# told PATH: what is said of it that makes it hard to read
told() {
    "$BIN/resonance" check "$1" 2>/dev/null | grep -E "$remark"
}

# 1. The form as it is shipped: statements, questions and all that stands around them.
told "$SOURCE/questionnaires/strategy-fit" >"$room/form" && { cat "$room/form"; wrong "the form is not plain"; }

# 2. The sentences, each as a text that is read.
# A place for a figure stands for a figure. What stands on the page for staff is read by those who know a
# terminal by that name.
python3 "$SOURCE/tests/truth/sentences.py" "$SOURCE" |
    grep -E '^(questionnaires/|kiosk/(screens|profile|view|sitting)/)' | grep -v '^kiosk/screens/staff/' |
    sed -E 's/%(\.\*s|\.?[0-9]*f|lld|zu|d|s)/7/g' >"$room/said"
sentences_osd() {
    cut -f2 | jq -Rn '[inputs] as $lines | {
        definition: {scale_info: {name: "S", code: "S"},
            items: [range($lines | length) | {id: "s\(.)", type: "inst", text_key: "s\(.)"}]},
        translations: {en: ([range($lines | length) | {"s\(.)": $lines[.]}] | add)}}'
}
sentences_osd <"$room/said" >"$room/said.osd"
"$BIN/resonance" check "$room/said.osd" 2>&1 | grep -q '^Errors: 0' || wrong "the sentences are not read"
if told "$room/said.osd" >"$room/faults"; then
    sed -nE 's/^[^:]*:[0-9]+:[0-9]+: note: (.*) \(translations.en.s([0-9]+)\).*/\2\t\1/p; /years of school/p' "$room/faults" |
        while IFS=$'\t' read -r number what; do
            [ -n "$what" ] && echo "$(sed -n "$((number + 1))p" "$room/said"): $what" || echo "$number"
        done
    wrong "a sentence is not plain"
fi
echo "$(wc -l <"$room/said") sentences for candidates and colleagues, the longest of $(cut -f2 "$room/said" |
    awk '{ if (NF > most) most = NF } END { print most }') words: $(grep -c . "$room/faults") remarks"

# 3. The first released form said them less plainly, and the measure sees it.
told "$SOURCE/tests/vectors/released/0.1.0/config/assessment" >"$room/before"
long=$(grep -c 'A sentence is longer' "$room/before") hard=$(grep -c 'do not know' "$room/before")
echo "the first released form: $long texts with a long sentence, $hard with a hard word"
[ "$long" -ge 7 ] && [ "$hard" -ge 5 ] || wrong "the measure finds nothing in the first released form"

# 4. Texts of others.
[ -d "$SHARED/osd-samples" ] || { echo "public questionnaires are not here: set RESONANCE_SHARED"; exit $bad; }
files=0 texts=0 long=0 hard=0 schooled=0
for file in "$SHARED"/osd-samples/*.osd; do
    count=$(jq '.translations.en // {} | [.[] | strings | select(test("[a-z] [a-z]"))] | length' "$file")
    [ "$count" -gt 0 ] || continue
    told "$file" | grep -vE '\(translations\.(de|nl)' >"$room/other"
    files=$((files + 1)) texts=$((texts + count))
    long=$((long + $(grep -c 'A sentence is longer' "$room/other")))
    hard=$((hard + $(grep -c 'do not know' "$room/other")))
    schooled=$((schooled + $(grep -c 'years of school' "$room/other")))
done
awk -v files=$files -v texts=$texts -v long=$long -v hard=$hard -v schooled=$schooled 'BEGIN {
    printf "%d public questionnaires, %d English texts: %.1f %% hold a long sentence, %.1f %% a hard word; %d of the files ask for more than 8 years of school\n",
        files, texts, 100 * long / texts, 100 * hard / texts, schooled
    exit !(hard > .05 * texts && hard < .5 * texts && long > 0) }' || wrong "the measure says of all texts, or of none, that they are hard"
exit $bad
