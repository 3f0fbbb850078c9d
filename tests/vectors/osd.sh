#!/bin/bash
# The scores of questionnaires written by others, against an independent second implementation:
# three patterns of answers each, raw and final values and the number of inputs, to 1e-9. Blocks
# with a flag differ by a decision of reading, not by a defect, and are left out. The second
# implementation takes every item as shown.
set -euo pipefail

SHARED=${RESONANCE_SHARED:-$SOURCE/../shared}
SAMPLES=$SHARED/osd-samples
if [ ! -f "$SAMPLES/expected.jsonl" ]; then
    echo "The sample questionnaires are not here: set RESONANCE_SHARED to their folder."
    exit 77
fi
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# compare: {expected, got, flags} -> the blocks that differ, one a line
cat > "$WORK/compare.jq" <<'JQ'
def near($a; $b):
    if $a == null or $b == null then $a == $b
    else (($a - $b) | fabs) <= 1e-9 * ([1, ($a | fabs)] | max) end;
($expected[0][$scores]) as $want
| . as $got
| ([$expected[0].flags[] | split(":")[1]? // empty]) as $blocks
| ([$expected[0].flags[] | select(startswith("likert-range-mismatch"))] | length > 0) as $mismatch
| $want | keys[]
| select(. as $k | ($blocks | index($k)) == null and ($mismatch | not))
| . as $k
| select((near($want[$k].raw; $got.details[$k].raw)
          and near($want[$k].score; $got.scores[$k])
          and $want[$k].n == $got.details[$k].inputs) | not)
| "\($expected[0].file) \($scores) \($k): \($want[$k]) but got \($got.details[$k]) \($got.scores[$k])"
JQ

wrong=0 compared=0
while read -r line; do
    printf '%s\n' "$line" > "$WORK/expected.json"
    file=$(jq -r .file "$WORK/expected.json")
    if [ "$(jq .parse "$WORK/expected.json")" != true ]; then
        if "$BIN/resonance" score "$SAMPLES/$file" --answers /dev/null > "$WORK/got.json" 2> /dev/null; then
            echo "$file should have been refused"
            wrong=$((wrong + 1))
        fi
        continue
    fi
    for pattern in "" _b _c; do
        jq ".answers$pattern" "$WORK/expected.json" > "$WORK/answers.json"
        "$BIN/resonance" score "$SAMPLES/$file" --answers "$WORK/answers.json" --all-items \
            > "$WORK/got.json" 2> /dev/null || [ $? -eq 1 ]
        jq -r --slurpfile expected "$WORK/expected.json" --arg scores "scores$pattern" \
            -f "$WORK/compare.jq" "$WORK/got.json" > "$WORK/different"
        cat "$WORK/different"
        wrong=$((wrong + $(wc -l < "$WORK/different")))
        compared=$((compared + $(jq '.scores | length' "$WORK/got.json")))
    done
done < "$SAMPLES/expected.jsonl"
echo "$compared scores compared, $wrong differ"
[ "$compared" -gt 100 ] && [ "$wrong" -eq 0 ]
