#!/usr/bin/env bash
# How well the story is known, and how the drivers go together, of those who answered: nothing below five people, and
# then in steps of three, with the numbers that an independent computation gives; never none and never all; nobody in
# it by name, reference or card. Whoever looks before and after somebody came sees the same.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 curl
skip_without terminal sqlite
cd "$work" || exit 1
organization_opened 8
web_start org --no-browser
web_joins org cora "Cora Lind" auditor
web_stop
drivers() { desk org drivers --month 6 --key recruiter "$@"; }
sits() { # NUMBER...: they answer, and it comes
    local n
    for n in "$@"; do person_sits config data codes "candidate $n" $((20 + n)) order=$((n % 3)) lead=$((n % 2)) || exit 1; done
    terminal_collect config data org "came-$1.bundle" >/dev/null || wrong "not collected"
}
told() { jq -c "$1" "$2"; }
command -v jq >/dev/null || { echo "skipped: jq is not installed"; exit 77; }

expect 0 'Example: resonance drivers' "$BIN/resonance" drivers --help
refuse 2 'after 3, 6 and 12 months' desk org drivers --month 7 --key recruiter
expect 1 'that is for: recruiter' desk org drivers --key cora

# Of four nothing is told, not even that there are four.
sits 1 2 3 4
drivers --json >four.json
[ "$(told '[.people, .understood.people, .contribute.people, .pairs]' four.json)" = '[0,0,0,[]]' ] || wrong "four people are told: $(cat four.json)"
expect 0 'From 5 people on it is told, and then in steps of 3' drivers
sits 5
drivers --json >five.json
[ "$(told '[.people, .understood.people]' five.json)" = '[5,5]' ] || wrong "five people are not told: $(cat five.json)"
# Whoever looks before and after the sixth and the seventh sees the same.
sits 6
drivers --json >six.json
same five.json six.json
sits 7
drivers --json >seven.json
same five.json seven.json
sits 8
drivers --json >eight.json
[ "$(told '[.people, .understood.people]' eight.json)" = '[8,8]' ] || wrong "eight people are not told"

# The numbers, computed from the records themselves, in order of arrival.
desk org list --cards --key recruiter --json | jq -r '.results | sort_by(.card) | .[].handle' >handles
mapfile -t handles <handles
for n in 0 1 2 3 4 5 6 7; do desk org report "${handles[n]}" --key recruiter --format record --out "record-$n.json" >/dev/null || wrong "no record $n"; done
cat >compute.py <<'PY'
import json, math, sys
people, told = int(sys.argv[1]), json.load(open(sys.argv[2]))
records = [json.load(open(f"record-{n}.json")) for n in range(people)]
nearest = lambda x: math.copysign(math.floor(20 * abs(x) + .5 + 1e-9) / 20, x)
capped = lambda x: max(-.95, min(.95, nearest(x)))
def said(record, item):
    return [int(answer["value"]) for answer in record["answers"] if answer["id"] == "story:" + item and answer["state"] == "given"]
def wilson(hits, n, z=1.959963984540054):
    share = hits / n
    middle, half = share + z * z / (2 * n), z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)
def same(what, one, other):
    if abs(float(one) - float(other)) > 1e-6:
        print(what, one, other)
        raise SystemExit(1)
for key, item in (("understood", "sure_understood"), ("contribute", "sure_contribute")):
    answers = [value for record in records for value in said(record, item)]
    if len(answers) < 5:
        same(key, told[key]["people"], 0)
        continue
    n = 5 + (len(answers) - 5) // 3 * 3
    hits = sum(value >= 3 for value in answers[:n])
    hits = max(1, min(n - 1, hits)) # never none, never all
    same(key, told[key]["people"], n)
    same(key, told[key]["sure"], hits)
    low, high = wilson(hits, n)
    same(key + " low", told[key]["low"], nearest(low))
    same(key + " high", told[key]["high"], nearest(high))
scores = [[float(driver["score"]) for driver in record["scorecard"]["drivers"]] for record in records]
def both(t, freedom): # P(|T| >= t), by Simpson's rule over the density
    c = math.gamma((freedom + 1) / 2) / math.sqrt(freedom * math.pi) / math.gamma(freedom / 2)
    steps, step = 20000, abs(t) / 20000
    inside = sum((1 if i in (0, steps) else 4 if i % 2 else 2) * c * (1 + (i * step) ** 2 / freedom) ** (-(freedom + 1) / 2) for i in range(steps + 1)) * step / 3
    return 1 - 2 * inside
pairs = []
for one in range(7):
    for other in range(one + 1, 7):
        x, y = [row[one] for row in scores], [row[other] for row in scores]
        mx, my = sum(x) / people, sum(y) / people
        sxx, syy = sum((a - mx) ** 2 for a in x), sum((b - my) ** 2 for b in y)
        if sxx < 1e-9 or syy < 1e-9:
            continue
        r = sum((a - mx) * (b - my) for a, b in zip(x, y)) / math.sqrt(sxx * syy)
        z, half = math.atanh(max(-1 + 1e-9, min(1 - 1e-9, r))), 1.959963984540054 / math.sqrt(people - 3)
        p = both(r * math.sqrt((people - 2) / max(1 - r * r, 1e-9)), people - 2)
        pairs.append({"r": capped(r), "low": capped(math.tanh(z - half)), "high": capped(math.tanh(z + half)), "p": p})
largest = 0 # holm
for at, pair in enumerate(sorted(pairs, key=lambda pair: pair["p"])):
    largest = max(largest, min(1, (len(pairs) - at) * pair["p"]))
    pair["holm"] = largest
sure = [pair for pair in pairs if pair["holm"] < .05]
same("pairs that are clear", len(told["pairs"]), len(sure))
for pair, got in zip(sure, told["pairs"]):
    for key in ("r", "low", "high"):
        same(key, pair[key], got[key])
print(len(sure), [told[key]["sure"] for key in ("understood", "contribute")])
PY
python3 compute.py 5 five.json >computed || wrong "of five people something else is computed: $(cat computed)"
python3 compute.py 8 eight.json >computed || wrong "of eight people something else is computed: $(cat computed)"
for handle in "${handles[@]}"; do grep -qF "$handle" ./*.json && grep -lF "$handle" five.json eight.json && wrong "somebody is named"; done

# Before they joined and at a check-in: the same people, and nobody below five.
for handle in "${handles[@]}"; do
    desk org decide "$handle" --as offer --by "Ines Moreno" --reason "Told us how the late check was put right." --not-the-figure --key recruiter >/dev/null &&
        desk org checkin "$handle" --month 6 --plain --key recruiter >>codes 2>/dev/null || wrong "no card"
done
rm -rf config
terminal_enrol org request.json config
comes() {
    local n
    for n in "$@"; do person_sits config data codes "newcomer $n" $((40 + n)) order=$((n % 3)) lead=-2 || wrong "$n did not come"; done
    terminal_collect config data org "after-$1.bundle" >/dev/null || wrong "not collected"
}
comes 1 2 3 4
drivers --json >checked-4.json
[ "$(told '[.before.people, .after.people]' checked-4.json)" = '[0,0]' ] || wrong "four check-ins are told"
[ "$(told '[.people, .understood]' checked-4.json)" = "$(told '[.people, .understood]' eight.json)" ] || wrong "a check-in counts as somebody who answered"
comes 5
drivers --json >checked-5.json
[ "$(told '[.before.people, .after.people]' checked-5.json)" = '[5,5]' ] || wrong "five check-ins are not told: $(cat checked-5.json)"
told '[.before.sure, .after.sure] | map(. >= 1 and . <= 4) | all' checked-5.json | grep -q true || wrong "none or all are told"
desk org drivers --month 12 --json --key recruiter | jq -e '.after.people == 0' >/dev/null || wrong "a check-in to which nobody came is told"
desk org audit log >log
[ "$(grep -c 'drivers counted' log)" -ge 6 ] || wrong "the log does not know who looked"

# The page says the same; an auditor sees what colleagues say, and no more.
mkdir -p out
page() { "$BIN/desk_answer" org out "$1" 2>took 9<<<"$ORGANIZATION_PASSPHRASE" <<<"GET /drivers $2 month=6" | cut -d' ' -f1; }
[ "$(page recruiter page.html)" = 200 ] || wrong "no page"
. "$SOURCE/tests/kit/page_words.sh"
for words in "Is our story known?" "How the drivers go together" "$(told .understood.sure eight.json) of 8" "The same people after 6 months"; do has page.html "$words"; done
[ "$(page cora auditor.html)" = 200 ] || wrong "the auditor has no page"
has auditor.html "it is counted from answers that your key does not open"
grep -q "Is our story known" out/auditor.html && wrong "an auditor sees what is counted from answers"
for handle in "${handles[@]}"; do grep -qF "$handle" out/page.html && wrong "somebody is named on the page"; done
finish
