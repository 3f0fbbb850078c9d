#!/bin/bash
# What the linter finds and mistakes on words of others: questionnaires that are public, and a list
# of sentences that somebody else wrote to try it. Prints precision and recall for each kind; the
# numbers stand in questionnaires/FORMAT.md, 13, with what was seen while the rules were written.
# The floors lie a little under what is reached, so that a rule may lose one sentence, not a family.
set -euo pipefail

SHARED=${RESONANCE_SHARED:-$SOURCE/../shared}
SAMPLES=$SHARED/osd-samples
SENTENCES=$SHARED/design/instrument/sentences.tsv
if [ ! -f "$SAMPLES/DASS21.osd" ] || [ ! -f "$SENTENCES" ]; then
    echo "The words of others are not here: set RESONANCE_SHARED to their folder."
    exit 77
fi
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
bad=0
wrong() {
    echo "$1"
    bad=1
}

# told FILE: weight, key and words of each fault, one a line
told() {
    "$BIN/resonance" check "$1" 2>/dev/null |
        sed -nE 's/^.*:[0-9]+:[0-9]+: (error|warning|note): (.*) \(([^()]+)\)\. .*$/\1\t\3\t\2/p' || true
}

# 1. Sentences, each as a line that people rate. A good one gets no error; a bad one a remark that
# names what is wrong with it.
grep -v '^#' "$SENTENCES" | jq -Rn '[inputs | split("\t")] as $lines | {
    definition: {scale_info: {name: "S", code: "S"}, likert_options: {points: 2, labels: ["no", "yes"]},
        items: [range($lines | length) | {id: "s\(.)", type: "likert", text_key: "s\(.)"}]},
    translations: {en: ({no: "No", yes: "Yes"} + ([range($lines | length) | {"s\(.)": $lines[.][2]}] | add))}}' \
    >"$WORK/sentences.osd"
told "$WORK/sentences.osd" >"$WORK/told"
grep -v '^#' "$SENTENCES" | awk -F '\t' -v OFS='\t' '
    BEGIN {
        words["two"] = "two things"; words["negation"] = "negation"; words["absolute"] = "always, never"
        words["idiom"] = "figure of speech"; words["jargon"] = "jargon"; words["unclear"] = "how often"
        words["clinical"] = "mood|health"; words["health"] = "health|age"; words["family"] = "family"
        words["origin"] = "origin"; words["age"] = "age"; words["faith"] = "faith"; words["union"] = "union"
    }
    FILENAME == "-" { text[FNR] = $0; count = FNR; next }
    { key = $2; sub(/^translations\.en\.s/, "", key); faults[key + 1] = faults[key + 1] "\n" $1 " " $3 }
    END {
        for (i = 1; i <= count; i++) {
            split(text[i], part, "\t")
            if (part[1] == "good") {
                good++
                if (faults[i] ~ /\nerror /) { alarms++; print "mistaken", part[3] }
                continue
            }
            kind = part[2]; sub(/[ ,].*/, "", kind); all[kind]++
            if (faults[i] ~ words[kind]) found[kind]++; else print "missed " kind, part[3]
        }
        print "good sentences with an error: " alarms + 0 " of " good
        for (kind in all) {
            hits += found[kind]; wanted += all[kind]
            print "sentences, " kind ": found " found[kind] + 0 " of " all[kind] | "sort"
        }
        close("sort")
        printf "sentences: found %d of %d, alarms %d of %d\n", hits, wanted, alarms, good
        exit !(hits >= 18 && !alarms)
    }' - "$WORK/told" || wrong "the sentences are below the floor"

# 2. Questionnaires: the items of some must not be asked, whatever their words; those of others may.
# PX970101 holds both, so it is to be stopped, and its items are not counted; other mixed ones are
# left out.
asking="AUH BATS CBI CET DASS21 DistTherm MOS-SF-20 PX121704 PX320701 PX770301 PX992008 QOLIE-89 RAADSR SECS"
lawful="BNT CRT2 EBQ IPAQ SVO UEQ"
items='.definition.items[] | select(.type != "inst" and .type != "section")
    | [.id, .text_key, ((.options, .rows) // [] | .[] | if type == "object" then .text_key else . end)] | @tsv'
# counted NAME: how many items of the file have an error, how many items there are
counted() {
    jq -r "$items" "$SAMPLES/$1.osd" >"$WORK/items"
    told "$SAMPLES/$1.osd" | awk -F '\t' '
        FILENAME == "-" { if ($1 == "error" && $2 !~ /^translations\.(de|nl)/) { sub(/^translations\.en\./, "", $2); error[$2] } next }
        { all++; for (i = 1; i <= NF; i++) if ($i in error) { found++; break } }
        END { print found + 0, all + 0 }' - "$WORK/items"
}
hits=0 wanted=0 stopped=0 files=0 mistaken=0 fine=0
for name in $asking; do
    read -r found all < <(counted "$name")
    echo "$name: $found of $all items"
    hits=$((hits + found)) wanted=$((wanted + all)) files=$((files + 1)) stopped=$((stopped + (found > 0)))
done
read -r found all < <(counted PX970101)
files=$((files + 1)) stopped=$((stopped + (found > 0)))
for name in $lawful; do
    read -r found all < <(counted "$name")
    [ "$found" = 0 ] || echo "$name: $found of $all items mistaken"
    mistaken=$((mistaken + found)) fine=$((fine + all))
done
awk -v hits=$hits -v wanted=$wanted -v mistaken=$mistaken -v fine=$fine -v stopped=$stopped -v files=$files 'BEGIN {
    printf "questionnaires: stopped %d of %d; items: recall %.3f (%d of %d), precision %.3f (%d mistaken of %d lawful ones)\n",
        stopped, files, hits / wanted, hits, wanted, hits / (hits + mistaken), mistaken, fine }'
[ "$stopped" = "$files" ] || wrong "a questionnaire that must not be asked passes"
[ "$mistaken" = 0 ] || wrong "a lawful questionnaire is stopped"
[ $((hits * 100)) -ge $((wanted * 58)) ] || wrong "the items are below the floor"
exit $bad
