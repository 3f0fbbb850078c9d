#!/usr/bin/env bash
# How those who were hired have moved together: nothing below five people, and then in steps of three, with the numbers
# that an independent computation gives. Whoever looks before and after somebody's check-in sees the same.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_opened 8
for n in 1 2 3 4 5 6 7 8; do person_sits config data codes "candidate $n" $((20 + n)) order=-2 lead=2 || exit 1; done
terminal_collect config data org first.bundle >/dev/null
desk org list --cards --json | python3 -c 'import json, sys
for row in sorted(json.load(sys.stdin)["results"], key=lambda row: row["card"]): print(row["handle"])' >handles
mapfile -t handles <handles
[ "${#handles[@]}" = 8 ] || wrong "not all came"
for handle in "${handles[@]}"; do
    desk org decide "$handle" --as offer --by "Ines Moreno" --reason "Told us how the late check was put right." --not-the-figure >/dev/null &&
        desk org checkin "$handle" --month 6 --plain >>codes 2>/dev/null || wrong "no card"
done
rm -rf config
terminal_enrol org request.json config
drift() { desk org drift --month 6 "$@"; }
expect 0 'Example: resonance drift' "$BIN/resonance" drift --help
refuse 2 'after 3, 6 and 12 months' desk org drift --month 7
comes() { # NUMBER...
    local n
    for n in "$@"; do person_sits config data codes "newcomer $n" $((40 + n)) order=$((n % 3)) lead=-2 || wrong "$n did not come"; done
    terminal_collect config data org "$1.bundle" >/dev/null || wrong "not collected"
}

# Of four nothing is told, not even that there are four.
comes 1 2 3 4
expect 0 'From 5 people on' drift
drift --json >four.json
grep -q '"people":0,"topics":\[\]' four.json || wrong "four people are told: $(cat four.json)"
desk org drift --month 3 --json | grep -q '"people":0' || wrong "a check-in to which nobody came has a table"
comes 5
drift --json >five.json
grep -q '"people":5' five.json || wrong "five people have no table: $(cat five.json)"
# The attacker looks before and after the sixth and the seventh person: nothing has changed, also when one goes.
drift >five.txt
comes 6
drift --json >six.json
same five.json six.json
comes 7
drift >seven.txt
same five.txt seven.txt
# Nobody stands in it.
for handle in "${handles[@]}"; do grep -qF "$handle" five.json five.txt && wrong "somebody is named"; done
comes 8
drift --json >eight.json
grep -q '"people":8' eight.json || wrong "eight people have no table"

# The numbers, computed from the records themselves; each check-in by its receipt, in order of arrival.
python3 - org/archive.db <<'PY' >receipts
import sqlite3, sys
letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
for (row,) in sqlite3.connect(sys.argv[1]).execute("SELECT entry_hash FROM entry WHERE type = 1 ORDER BY arrival").fetchall()[-8:]:
    number = int.from_bytes(row[:10], "big")
    print("".join(letters[number >> 5 * i & 31] for i in range(15, -1, -1)))
PY
n=0
while read -r receipt; do
    desk org report "$receipt" --format record --out "after-$n.json" >/dev/null || wrong "no copy $n"
    desk org report "${handles[n]}" --format record --out "before-$n.json" >/dev/null || wrong "no record $n"
    n=$((n + 1))
done <receipts
cat >compute.py <<'PY'
import json, math, sys
people = int(sys.argv[1])
told = json.load(open(sys.argv[2]))
number = lambda value: math.nan if value is None else float(value)
t = {5: 2.7764451051977987, 8: 2.3646242515927844}[people]
def both(t, freedom):  # P(|T| >= t), by Simpson's rule over the density
    c = math.gamma((freedom + 1) / 2) / math.sqrt(freedom * math.pi) / math.gamma(freedom / 2)
    steps, step = 20000, abs(t) / 20000
    inside = sum((1 if i in (0, steps) else 4 if i % 2 else 2) * c * (1 + (i * step) ** 2 / freedom) ** (-(freedom + 1) / 2) for i in range(steps + 1)) * step / 3
    return 1 - 2 * inside
cards = [(json.load(open(f"before-{i}.json"))["scorecard"], json.load(open(f"after-{i}.json"))["scorecard"]) for i in range(people)]
rows = []
for k in range(16):
    moved = [number(b["dimensions"][k]["score"]) - number(a["dimensions"][k]["score"]) for a, b in cards]
    mean = sum(moved) / people
    rows.append([mean, sum((x - mean) ** 2 for x in moved) / (people - 1)])
least = sum(row[1] for row in rows) / len(rows)
for row in rows:
    row.append(math.sqrt(max(row[1], least) / people))
    row.append(both(row[0] / row[2], people - 1))
order = sorted(rows, key=lambda row: row[3])
largest = 0
for at, row in enumerate(order):
    largest = max(largest, min(1, (16 - at) * row[3]))
    row.append(largest)
nearest = lambda x: math.copysign(math.floor(20 * abs(x) + .5 + 1e-9) / 20, x)
for row, topic in zip(rows, told["topics"]):
    wanted = [nearest(row[0]), nearest(row[0] - t * row[2]), nearest(row[0] + t * row[2])]
    got = [number(topic[key]) for key in ("mean", "low", "high")]
    word = "unclear" if row[4] >= .05 else "more" if row[0] > 0 else "less"
    if max(abs(a - b) for a, b in zip(wanted, got)) > 1e-6 or word != topic["word"]:
        print(topic, wanted, word)
        raise SystemExit(1)
words = [topic["word"] for topic in told["topics"]]
if not ("less" in words and "unclear" in words):
    print(words)
    raise SystemExit(1)
PY
python3 compute.py 5 five.json >computed || wrong "the table of five is another: $(cat computed)"
python3 compute.py 8 eight.json >computed || wrong "the table of eight is another: $(cat computed)"
desk org audit log >log
[ "$(grep -c 'drift counted' log)" -ge 5 ] || wrong "the log does not know who looked"

# The page says the same.
mkdir out
answer=$("$BIN/desk_answer" org out recruiter 2>took 9<<<"$ORGANIZATION_PASSPHRASE" <<<"GET /after/drift drift.html month=6")
[ "${answer%% *}" = 200 ] || wrong "no page: $answer"
tr -s ' \n' '  ' <out/drift.html | grep -qF "The first 8 people who came, together." || wrong "the page has no table"
for handle in "${handles[@]}"; do grep -qF "$handle" out/drift.html && wrong "somebody is named on the page"; done
finish
