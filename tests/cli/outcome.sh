#!/usr/bin/env bash
# What somebody who was hired, and whoever leads their work, say of it after 6 and 12 months: kept as decisions are,
# each question may be left out, the last word of a month counts; and whether that goes with what was said before:
# nothing below thirty people, and from there on the numbers that an independent computation gives.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without sqlite
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
cd "$work" || exit 1
organization_new org Acme >/dev/null 2>&1 || wrong "no organization"
desk org vacancy new deck --title 'Deck officer' >/dev/null || wrong "no vacancy"
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal key config 31 bundle
desk org import bundle >/dev/null || wrong "nothing came"
mapfile -t handles < <("$BIN/resonance" ids results --org org)
[ "${#handles[@]}" -ge 31 ] || wrong "only ${#handles[@]} came"
one=${handles[0]}
said() { desk org outcome "$one" "$@"; }
offer() { desk org decide "$1" --as offer --by "Ines Moreno" --reason "Told us how the late check was put right." --not-the-figure >/dev/null; }

expect 0 'Example: resonance outcome' "$BIN/resonance" outcome --help
expect 0 'Example: resonance congruence' "$BIN/resonance" congruence --help
refuse 1 'somebody who was offered the work' said --from person --month 6 --answer fits=4
offer "$one" || wrong "no offer"
expect 0 'Nothing is written down yet' said
refuse 2 'person or from the manager' said --from friend --month 6 --answer fits=4
refuse 2 'say who answered' said --month 6 --answer fits=4
refuse 2 '6 and after 12' said --from person --month 7 --answer fits=4
refuse 2 '6 and after 12' said --from person --answer fits=4
refuse 2 'at least one question' said --from person --month 6
refuse 2 'from 1 to 5' said --from person --month 6 --answer fits=6
refuse 2 'from 1 to 5' said --from person --month 6 --answer fits
refuse 2 'the person is asked' said --from person --month 6 --answer pay=5
refuse 2 'is answered twice' said --from person --month 6 --answer fits=5 --answer fits=4
refuse 2 '"work" is asked of the manager' said --from person --month 6 --answer work=5
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM paper WHERE kind = 'outcome'")" = 0 ] || wrong "something refused was kept"

expect 0 '3: about half of it' said --from person --month 6 --answer fits=3 --answer stay=5
expect 0 '5: all of it, unasked' said --from manager --month 12 --answer work=5
expect 0 '4' said --from person --month 6 --answer fits=4
said >table || wrong "not shown"
grep -q '3: about half' table && wrong "what was said before still counts"
grep -q 'yes, surely' table && wrong "what was left out the last time is filled from before"
said --json >said.json
[ "$(grep -o '"month":' said.json | wc -l)" = 3 ] || wrong "the history is not whole: $(cat said.json)"
grep -q '"outcomes":\[{"answers":\[{"question":"fits","rating":3},{"question":"stay","rating":5}\],"from":"person","month":6' said.json ||
    wrong "the JSON is another: $(cat said.json)"
desk org audit log >log
[ "$(grep -c 'outcome noted' log)" = 3 ] || wrong "the log does not know all"
desk org outcome "$one" --identity org.recovery.txt --json >by-sheet || wrong "the recovery sheet does not open it"
same said.json by-sheet
for change in "DELETE FROM paper WHERE kind = 'outcome' AND version = 3" \
    "UPDATE paper SET body = (SELECT body FROM paper WHERE kind = 'outcome' AND version = 1) WHERE kind = 'outcome' AND version = 2"; do
    rm -rf other
    cp -r org other
    sqlite3 other/archive.db "$change"
    refuse 1 'the log knows of' desk other outcome "$one"
done
# With the result it is locked away, and erased.
rm -rf other
cp -r org other
desk other hold "$one" --reason "A charge is open" --by "Jan Vos" >/dev/null && desk other erase "$one" --ground asked --by "Ines Moreno" --yes >/dev/null
expect 1 'locked away' desk other outcome "$one"
desk other outcome "$one" --identity org.recovery.txt --json >by-sheet
same said.json by-sheet
desk other hold "$one" --release --reason "Closed" --by "Jan Vos" --yes >/dev/null
[ "$(sqlite3 other/archive.db "SELECT count(*) FROM paper WHERE kind LIKE '%outcome%'")" = 0 ] || wrong "an outcome is left after the erasure"

# The page does what the command does, and says what is wrong beside the field.
mkdir out
answers() {
    local code=$1
    shift
    answer=$("$BIN/desk_answer" org out recruiter 2>took 9<<<"$ORGANIZATION_PASSPHRASE" <<<"$*")
    [ "${answer%% *}" = "$code" ] || wrong "$*: $answer, wanted $code"
}
. "$SOURCE/tests/kit/page_words.sh"
answers 200 GET "/after/$one/outcome" form.html
has form.html "I would choose this place again."
has form.html "3: about half of it"
answers 200 GET "/after/$one/outcome" manager.html from=manager month=12
has manager.html "They do the work that was agreed."
answers 422 POST "/after/$one/outcome" none.html token=x from=manager month=12 work=none
has none.html "At least one question must be answered"
answers 422 POST "/after/$one/outcome" wrong.html token=x from=manager month=12 work=9
answers 422 POST "/after/$one/outcome" other.html token=x from=manager month=12 fits=3
answers 303 POST "/after/$one/outcome" kept.html token=x from=manager month=12 work=3 strategy=1
has kept.html.next "The answers are saved."
answers 200 GET "/after/$one/plan" plan.html
has plan.html "3: most of it, when reminded"
has plan.html "1: cannot say what it asks"
answers 404 GET "/after/0000-0000/outcome" nobody.html
said --json >said.json

# Twenty-nine people: their number and nothing else.
: >answers
for ((i = 0; i < 30; i++)); do
    [ $i = 0 ] || offer "${handles[i]}" || wrong "no offer for ${handles[i]}"
    answer=$((i * 5 % 7 % 5 + 1))
    [ $i != 29 ] || { desk org congruence >few || wrong "congruence fails with 29"; desk org congruence --json >few.json; }
    desk org outcome "${handles[i]}" --from person --month 12 --answer fits=$answer >/dev/null || wrong "${handles[i]} says nothing"
    desk org report "${handles[i]}" --format record >"record-$i.json" 2>/dev/null || wrong "no record"
    echo "$answer" >>answers
done
grep -q '29 people have said so' few && grep -q 'From 30 people on' few || wrong "29 are not told as too few: $(cat few)"
grep -qE '0\.[0-9]{2}|not clear|Slope' few && wrong "29 people show something"
grep -q '"people":29' few.json && grep -q '"topics":\[\]' few.json || wrong "29 people show something as JSON: $(cat few.json)"
# Thirty: what exact fractions give.
desk org congruence >many || wrong "congruence fails with 30"
for words in '30 people have said so' 'One organization cannot test congruence' 'is mostly not seen' 'no reason to choose'; do
    tr -s '\n ' '  ' <many | grep -q "$words" || wrong "it does not say: $words"
done
desk org congruence --json >many.json
python3 - <<'PYTHON' || wrong "the numbers are others"
import json, math
from fractions import Fraction as F

def find(node, key):
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from find(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from find(value, key)

z = [F(int(line)) for line in open("answers")]
told = json.load(open("many.json"))
assert told["people"] == 30 and told["question"] == "fits" and told["month"] == 12, told
scores = []
for i in range(30):
    card = json.load(open(f"record-{i}.json"))
    dimensions = next(d for d in find(card, "dimensions") if d and isinstance(d[0], dict) and "best" in d[0])
    scores.append({d["id"]: F(d["best"] - d["worst"], d["shown"]) for d in dimensions})
fitted = 0
for topic in told["topics"]:
    x = [s[topic["id"]] for s in scores]
    if len(set(x)) < 3:
        assert topic["slope"] is None, topic
        continue
    rows = [(F(1), a, a * a) for a in x]
    m = [[sum(r[i] * r[j] for r in rows) for j in range(3)] + [F(int(i == j)) for j in range(3)] for i in range(3)]
    for i in range(3):
        m[i] = [v / m[i][i] for v in m[i]]
        for k in range(3):
            if k != i:
                m[k] = [u - m[k][i] * v for u, v in zip(m[k], m[i])]
    right = [sum(r[i] * v for r, v in zip(rows, z)) for i in range(3)]
    b = [sum(m[i][3 + j] * right[j] for j in range(3)) for i in range(3)]
    rest = sum((v - sum(u * w for u, w in zip(r, b))) ** 2 for r, v in zip(rows, z))
    mean = sum(z) / 30
    total = sum((v - mean) ** 2 for v in z)
    se = [math.sqrt(rest / 27 * m[i][3 + i]) for i in range(3)]
    for name, want in (("slope", b[1]), ("curve", b[2]), ("slope_se", se[1]), ("curve_se", se[2]), ("r2", 1 - rest / total)):
        assert abs(float(topic[name]) - float(want)) < 2e-6, (topic, name, float(want))
    fitted += 1
assert fitted >= 5, f"only {fitted} topics could be compared"
PYTHON
finish
