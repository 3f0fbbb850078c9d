#!/usr/bin/env bash
# resonance convert: what other programs ask becomes a questionnaire that `check` takes, whatever could not be
# taken over is told, and files that are made to do harm do none.
set -u
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
resonance=$BIN/resonance
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
fault() {
    echo "$*"
    bad=1
}
python3 "$SOURCE/tests/kit/foreign_samples.py" "$work" || exit 1

from() { # from FORMAT FILE: its document in $work/out.osd, what is said in $work/said.txt
    rm -f "$work/out.osd"
    "$resonance" convert "$work/$2" --from "$1" --out "$work/out.osd" >"$work/said.txt" 2>&1
}

# Whoever doubts the list: each sentence of a file is in what it became, or in the list.
for sample in list:list.txt qsf:qsf.qsf lss:lss.lss lss:old.lss xlsform:xlsform.xlsx formr:formr.xlsx qti:qti.xml qti:qti.zip; do
    name=${sample#*:}
    from "${sample%%:*}" "good/$name" || { fault "$name: $(cat "$work/said.txt")"; continue; }
    "$resonance" check "$work/out.osd" >"$work/check.txt" 2>&1 || fault "$name: check does not take it: $(cat "$work/check.txt")"
    cp "$work/out.osd" "$work/$name.osd"
    cp "$work/said.txt" "$work/$name.lost"
    python3 - "$work/said/$name" "$work/out.osd" "$work/said.txt" <<'PY' || fault "$name loses sentences in silence"
import json, re, sys
texts, document, told = (open(path, encoding="utf-8").read() for path in sys.argv[1:4])
kept = re.sub(r"<[^>]*>", "", json.dumps(json.loads(document), ensure_ascii=False))
kept += re.sub(r"\s+", " ", told)
lost = [text for text in texts.split("\n") if text and json.dumps(text, ensure_ascii=False)[1:-1] not in kept and text.encode()[:40].decode(errors="ignore") not in kept]
sys.exit("\n".join(lost) if lost else 0)
PY
done

# ... and what nobody has ever seen in such a file is named wherever it stands.
for sample in qsf:qsf.qsf lss:lss.lss xlsform:xlsform.xlsx formr:formr.xlsx qti:qti.xml; do
    from "${sample%%:*}" "odd/${sample#*:}" || fault "odd $sample: $(cat "$work/said.txt")"
    grep -oE 'odd[0-9]+' "$work/said.txt" >>"$work/strange"
done
wanted=$(cat "$work/said/odd") told=$(sort -u "$work/strange" | wc -l)
[ "$wanted" -gt 100 ] && [ "$told" = "$wanted" ] || fault "of $wanted strange values $told are told: $(comm -3 <(seq -f odd%g "$wanted" | sort) <(sort -u "$work/strange") | head -5 | tr '\n' ' ')"

# What a person would look for in the documents.
holds() { # holds NAME EXPRESSION: python, `d` the definition, `t` the texts, `i` the items by id
    python3 - "$work/$1.osd" "$2" <<'PY' || fault "$1: not so: $2"
import json, sys
whole = json.load(open(sys.argv[1], encoding="utf-8"))
d, t = whole["definition"], whole["translations"]
i = {item["id"]: item for item in d["items"]}
sys.exit(0 if eval(sys.argv[2]) else 1)
PY
}
holds list.txt 'd["scoring"] == {"Tea_and_mornings": {"method": "mean_coded", "items": {"s1": 1, "s2": -1}}, "Order": {"method": "mean_coded", "items": {"s3": -1, "s4": 1}}}'
holds list.txt 't["en"]["s1"] == "I like tea before I talk to anybody." and t["en"]["s2"] == "I can do without tea."'
holds qsf.qsf '[o["value"] for o in i["tea1"]["options"]] == [20, 10, 30] and t["DE"]["tea1"] == "Welchen Tee mögen Sie?"'
holds qsf.qsf 'i["tea1"]["required"] and not i["tea2"]["required"] and i["tea4"]["validation"] == {"number_min": 0, "number_max": 20}'
holds qsf.qsf '[x["id"] for x in d["items"]] == ["tea1", "tea2", "tea3", "tea4", "tea5", "tea6", "tea7_1", "tea7_2", "tea8", "tea11"]'
holds lss.lss '[x["type"] for x in d["items"]] == "section multi multicheck grid number long inst multi likert grid".split() and t["de"]["tea11"] == "Welchen Tee mögen Sie?"'
holds old.lss 't["de"]["tea11.options2"] == "Schwarzen Tee" and len(d["items"]) == 2'
holds xlsform.xlsx 'i["food"]["visible_when"] == {"any": [{"item": "drink", "operator": "equals", "value": "green"}, {"item": "drink", "operator": "equals", "value": "black"}]}'
holds xlsform.xlsx '"visible_when" not in i["words"] and i["warm"]["max"] == 90 and d["scale_info"]["name"] == "Tea at work"'
holds formr.xlsx 'd["scoring"] == {"tea": {"method": "mean_coded", "items": {"tea_1": 1, "tea_2R": -1}}} and i["good"]["likert_points"] == 7'
holds qti.zip '[x["type"] for x in d["items"]] == "multi multicheck long short vas inst grid inst".split()'
grep -q '^A question of the type HeatMap Image, tea9: ' "$work/qsf.qsf.lost" || fault "the question that nobody can show is not named"
grep -q '^survey > row > relevant "${cups} > 2 and not(.*: row 6$' "$work/xlsform.xlsx.lost" || fault "a condition that is not understood is not named with its row"
grep -q '^A part of the workbook that is no sheet: xl/comments1.xml$' "$work/xlsform.xlsx.lost" || fault "the notes of a workbook are lost in silence"
grep -q '^A second text in en, "Tell us all of it.": words$' "$work/xlsform.xlsx.lost" || fault "of two texts in one language none is told as lost"

# Ours for others: nothing of ours is left, all of it is told, and what came out is asked the same way.
"$resonance" convert "$work/good/ours.osd" --to osd --out "$work/plain.osd" >"$work/plain.lost" 2>&1 || fault "ours: $(cat "$work/plain.lost")"
"$resonance" check "$work/plain.osd" >"$work/check.txt" 2>&1 || fault "plain: check does not take it: $(cat "$work/check.txt")"
grep -q 'x-resonance\|@now' "$work/plain.osd" && fault "what is ours alone is left"
holds plain '[x["id"] for x in d["items"]] == ["b1_best", "b1_worst", "r1", "s1", "n1", "l1"] and [x["type"] for x in d["items"]] == "multi multi grid inst short likert".split()'
holds plain 'i["b1_best"]["question_head"] == "b1" and [o["value"] for o in i["b1_worst"]["options"]] == ["quiet_1", "plan_1"] and t["en"]["2"] == "2"'
for told in 'desirability "3.5": ' 'why "Why plan matters here.": plan' 'Words of the frame now, in en: b1' 'minimum "1": scoring.all' 'why_key "why": b1' 'class "1": b1' \
    'asks for r1, which is another item now: n1.visible_when' 'That the two choices of a block differ: b1'; do
    grep -qF "$told" "$work/plain.lost" || fault "ours for others does not tell: $told"
done
"$resonance" convert "$SOURCE/questionnaires/strategy-fit/values.osd" --to osd --out "$work/values.osd" >/dev/null 2>&1 || fault "the shipped values cannot be given away"

# Files that are made to do harm: refused in a sentence, nothing is written, nothing is shown of other files.
for file in "$work"/bad/*; do
    name=${file##*/}
    case $name in
    *.txt) format=list ;; *.qsf) format=qsf ;; *.lss) format=lss ;; *.xlsx) format=xlsform ;; *) format=qti ;;
    esac
    from $format "bad/$name"
    got=$?
    { [ $got = 1 ] || [ $got = 2 ]; } && [ ! -e "$work/out.osd" ] || fault "$name: exit $got"
    grep -q 'root:' "$work/said.txt" && fault "$name shows another file"
    [ "$(wc -c <"$work/said.txt")" -lt 2000 ] || fault "$name: many words"
done
from lss bad/entities.lss
grep -q 'a DOCTYPE is not read' "$work/said.txt" || fault "entities are not refused as such: $(cat "$work/said.txt")"
for bomb in bomb bombs; do # one large file, and many that are large together
    from xlsform bad/$bomb.xlsx
    grep -q 'it unpacks to more than is read' "$work/said.txt" || fault "a bomb is not refused as such: $(cat "$work/said.txt")"
done

# How it is used wrong.
usage() {
    local words=$1
    shift
    "$resonance" convert "$@" >"$work/said.txt" 2>&1
    [ $? = 2 ] && grep -qF -- "$words" "$work/said.txt" || fault "convert $*: $(cat "$work/said.txt")"
}
usage 'either --from FORMAT or --to osd is needed' "$work/good/list.txt" --out "$work/x"
usage 'either --from FORMAT or --to osd is needed' "$work/good/list.txt" --from list --to osd --out "$work/x"
usage '--from is one of' "$work/good/list.txt" --from pdf --out "$work/x"
usage 'out' "$work/good/list.txt" --from list
exit $bad
