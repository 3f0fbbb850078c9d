#!/usr/bin/env bash
# Check-ins of somebody who was hired: a card for 3, 6 and 12 months, a notice and a time of keeping of its own at the
# terminal, the same lines again; what has moved, with the numbers that an independent computation gives; and nothing of
# it in what is said of candidates.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
desk org profile collect --count 5 --plain >codes 2>/dev/null
terminal_request data request.json
terminal_enrol org request.json config
organization_described org config data codes || exit 1
desk org vacancy new deck --title "Deck officer" >/dev/null
desk org vacancy open deck --profile autumn --sample --yes >/dev/null || wrong "the vacancy is not open"
desk org invite deck --count 3 --plain 2>/dev/null >>codes
# In every configuration that a terminal takes, it has the number after the last one.
enrol_again() { rm -rf config && terminal_enrol org request.json config; }
enrol_again
person_sits config data codes "candidate 1" 11 order=-2 lead=2 || exit 1
person_sits config data codes "candidate 2" 12 order=2 || exit 1
terminal_collect config data org first.bundle >/dev/null
desk org list --json >list.json
handle=$(python3 -c 'import json; print(json.load(open("list.json"))["results"][0]["handle"])')
other=$(python3 -c 'import json; print(json.load(open("list.json"))["results"][1]["handle"])')
checkin() { desk org checkin "$handle" "$@"; }

expect 0 'Example: resonance checkin' "$BIN/resonance" checkin --help
refuse 1 'somebody who was offered the work' checkin --month 3 --plain
desk org decide "$handle" --as offer --by "Ines Moreno" --reason "Told us how the late check was put right." --not-the-figure >/dev/null || wrong "no offer"
refuse 2 'after 3, 6 and 12 months' checkin --month 4 --plain
refuse 2 'make the card first' checkin --month 3 --json
refuse 2 'for which check-in' checkin --plain
expect 0 'No card yet' checkin
# Only open vacancies take new people; those who were hired are asked again all the same.
desk org vacancy close deck >/dev/null || wrong "not closed"
checkin --month 3 --plain 2>early.txt >card || wrong "no card"
offered=$(grep -oE 'offered on [0-9-]+' early.txt | cut -d' ' -f3) # the day after three months is told beside it
grep -q "3 months are over on $(date -u -d "$offered + 91 days" +%F), so keep the card until then" early.txt || wrong "that it is early is not said: $(cat early.txt)"
grep -qE '^newcomer 1 [0-9A-Z]{5}-[0-9A-Z]{5}$' card || wrong "the card is another: $(cat card)"
expect 0 'Card 1, not here' checkin
# A second card for the same month ends the first.
checkin --month 3 --plain 2>/dev/null >again
grep -q '^newcomer 2 ' again || wrong "the second card is another: $(cat again)"
cat card again >>codes
enrol_again
[ -f config/checkins/deck.json ] || wrong "the terminal is not told of check-ins"
[ ! -f config/vacancies/deck.json ] || wrong "the closed vacancy is open at the terminal"
grep -q '18 months' config/checkins/deck.json || wrong "a check-in has no time of keeping of its own"
cp -r data before
person_sits config before codes "newcomer 1" 13 2>/dev/null && wrong "the first card still opens"
person_sits config before codes "candidate 3" 13 2>/dev/null && wrong "a candidate comes in though the vacancy is closed"

# How long it is kept can become shorter once a card was made, never longer: people have read it.
refuse 1 'it is kept for 18 months: that can become shorter, not longer' desk org organization edit --checkin-months 19
expect 0 '^Changed' desk org organization edit --checkin-months 1
enrol_again
grep -qF '"retention":"1 month. You can ask us to erase them sooner."' config/checkins/deck.json || wrong "one month is said otherwise"
refuse 1 'it is kept for 1 months?: that can become shorter' desk org organization edit --checkin-months 18
sed -i 's/"checkin_months":1,//' org/organization.json
expect 0 'Signed for' desk org organization sign --yes
enrol_again

# At the terminal: the notice for check-ins, the same lines, two questions about contributing, the own profile.
cat >newcomer.story <<'STORY'
size    1920x1080  width-mm 476
tap     "Start"
code    newcomer 2
expect  screen notice
expect  text "This is a check-in"
expect  text "18 months"
expect  text "on average, without names"
tap     "next"
tap     "consent-yes"
person  seed 21 noise 0.4 pace 7 order=3 lead=-3 words "I moved the message to the islands, says the cormorant"
answer  until screen check
tap     "next"
expect  text "your own profile"
tap     "next"
expect  screen profile
tap     "help"
expect  text "Interviewers get nothing of it"
tap     "next"
tap     "next"
expect  screen receipt
wait    3s
tap     "done"
expect  text "talk with you about your plan"
STORY
"$BIN/resonance-story" --config config --data data --codes codes newcomer.story >said 2>&1 || wrong "the check-in was not sat: $(tail -2 said)"
terminal_collect config data org second.bundle >/dev/null || wrong "not collected"

# It is no candidate: not in the list, not in the norm, not among the cards, the exports or the people of a page.
desk org list --json >after.json
same list.json after.json
desk org export people --format csv --out people.csv >/dev/null || wrong "no export"
[ "$(wc -l <people.csv)" = 3 ] || wrong "the export has other people: $(cat people.csv)"
desk org norm show >norm || wrong "no norm"
grep -qE '(^|[^0-9])3 ' norm && wrong "the norm counts a check-in: $(cat norm)"
desk org vacancy show deck >shown
grep -qE 'newcomer|check-in' shown && wrong "the vacancy tells of check-ins"
checkin --json >moved.json || wrong "nothing is told"
reference=$(python3 -c 'import json; print(json.load(open("moved.json"))["checkins"][0]["reference"])')
refuse 1 'from a check-in of somebody who was hired' desk org show "$reference"
refuse 1 'from a check-in of somebody who was hired' desk org report "$reference" --format txt
refuse 1 'from a check-in of somebody who was hired' desk org plan "$reference"
refuse 1 'came on' checkin --month 3 --plain
refuse 1 'somebody who was offered the work' desk org checkin "$other"
desk org rescore --all >rescored || wrong "not scored again: $(cat rescored)"

# Their own copy, by receipt: from the two copies the same numbers are computed anew, from the page of the formulas alone.
receipt_of_last() {
    python3 - org/archive.db <<'PY'
import sqlite3, sys
row = sqlite3.connect(sys.argv[1]).execute("SELECT entry_hash FROM entry WHERE type = 1 ORDER BY arrival DESC").fetchone()[0]
letters, number = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", int.from_bytes(row[:10], "big")
print("".join(letters[number >> 5 * i & 31] for i in range(15, -1, -1)))
PY
}
desk org report "$handle" --format record --out before.json >/dev/null || wrong "no record of before"
desk org report "$(receipt_of_last)" --format record --out after-it.json >/dev/null || wrong "no own copy of the check-in"
python3 - >computed <<'PY' || wrong "the change is computed otherwise: $(cat computed)"
import json, math
before, after = (json.load(open(name))["scorecard"] for name in ("before.json", "after-it.json"))
told = json.load(open("moved.json"))["checkins"][0]
number = lambda value: math.nan if value is None else float(value)
def near(what, one, other):
    one, other = number(one), number(other)
    if not (abs(one - other) <= 2e-6 or math.isnan(one) and math.isnan(other)):
        print(what, one, other)
        raise SystemExit(1)
rows = []
for old, new in zip(before["dimensions"], after["dimensions"]):
    x, y, place = number(old["score"]), number(new["score"]), number(new["organization"])
    if not number(new["gate"]) > 0:
        place = math.nan
    se = math.sqrt(number(old["se"]) ** 2 + number(new["se"]) ** 2)
    nearer = abs(x - place) - abs(y - place)
    way = y - x if math.isnan(nearer) else nearer
    p = 2 * (1 - 0.5 * (1 + math.erf(abs(way) / se / math.sqrt(2)))) if se > 0 else math.nan
    rows.append({"id": old["id"], "moved": y - x, "se": se, "nearer": nearer, "p": p, "way": way})
order = sorted((row for row in rows if not math.isnan(row["p"])), key=lambda row: row["p"])
largest = 0
for at, row in enumerate(order):
    largest = max(largest, min(1, (len(order) - at) * row["p"]))
    row["holm"] = largest
words = []
for row, topic in zip(rows, told["topics"]):
    sure = row["holm"] < .05
    none = math.isnan(row["nearer"])
    row["word"] = "unclear" if not sure else ("more" if row["way"] > 0 else "less") if none else ("towards" if row["way"] > 0 else "away")
    assert row["id"] == topic["id"], row["id"]
    near(row["id"] + " moved", row["moved"], topic["moved"])
    near(row["id"] + " se", row["se"], topic["se"])
    near(row["id"] + " nearer", row["nearer"], topic["nearer"])
    near(row["id"] + " p", row["holm"], topic["p"])
    near(row["id"] + " low", row["moved"] - 1.959963984540054 * row["se"], topic["low"])
    near(row["id"] + " high", row["moved"] + 1.959963984540054 * row["se"], topic["high"])
    if row["word"] != topic["word"]:
        print(row["id"], row["word"], topic["word"])
        raise SystemExit(1)
    words.append(topic["word"])
assert len(rows) == 16 and words.count("towards") >= 1 and words.count("unclear") >= 1, words
one, two = before["now"], after["now"]
r1, l1, h1 = (number(one[key]) for key in ("r", "low", "high"))
r2, l2, h2 = (number(two[key]) for key in ("r", "low", "high"))
figure = told["figure"]
near("figure", r2 - r1, figure["moved"])
near("low", r2 - r1 - math.sqrt((r2 - l2) ** 2 + (h1 - r1) ** 2), figure["low"])
near("high", r2 - r1 + math.sqrt((h2 - r2) ** 2 + (r1 - l1) ** 2), figure["high"])
PY
checkin >page || wrong "not shown"
for words in "Does it hold?" "What has moved after 3 months" "moved towards us" "not clear" "How I think I can contribute" "says the cormorant"; do
    grep -qF "$words" page || wrong "it does not say: $words"
done

# Whose it is stands in no open file, and no file or log tells what was written.
grep -rqF cormorant org && wrong "what was written lies open in the folder"
desk org audit log >log
[ "$(grep -c 'check-in card made' log)" = 2 ] || wrong "the log does not know both cards"
for change in "DELETE FROM paper WHERE kind = 'checkin' AND version = 2" \
    "UPDATE paper SET body = (SELECT body FROM paper WHERE kind = 'checkin' AND version = 1) WHERE kind = 'checkin' AND version = 2"; do
    rm -rf other
    cp -r org other
    sqlite3 other/archive.db "$change"
    refuse 1 'the log knows of|altered|does not fit' desk other checkin "$handle"
done
# A code that was given out stays one of a check-in, whoever can write to the folder.
rm -rf other
cp -r org other
sed 's/"role":"newcomer"/"role":"candidate"/' org/invitations.json >other/invitations.json
expect 1 'is changed or missing' terminal_enrol other request.json stolen

# On pages: the session before and the check-in in one chart, each topic in words, and a way there from the person.
mkdir out
answers() {
    local code=$1
    shift
    answer=$("$BIN/desk_answer" org out recruiter 2>took 9<<<"$ORGANIZATION_PASSPHRASE" <<<"$*")
    [ "${answer%% *}" = "$code" ] || wrong "$*: $answer, wanted $code"
}
. "$SOURCE/tests/kit/page_words.sh"
answers 200 GET "/people/$handle" person.html
has person.html "The work was offered."
has person.html "/after/$handle/checkin"
answers 200 GET "/people/$other" other.html
grep -q "/after/$other/checkin" out/other.html && wrong "of somebody who was not hired something has moved"
answers 200 GET "/after/$handle/checkin" moved.html
for words in "Then and now" "before they joined" "after 3 months" "What has moved after 3 months" "moved towards us" "not clear"; do has moved.html "$words"; done
python3 - <<'PY' || wrong "the page has other changes than the command"
import html, json, re
topics = json.load(open("moved.json"))["checkins"][0]["topics"]
text = " ".join(html.unescape(re.sub("<[^>]*>", " ", open("out/moved.html").read())).split())
sign = lambda value: f"{value:.2f}".replace("-", "−")
for topic in topics:
    moved, low, high = (float(topic[key]) for key in ("moved", "low", "high"))
    assert f"{sign(moved)}, between {sign(low)} and {sign(high)}" in text, topic
PY

# It has a time of keeping of its own, whatever the vacancy says of candidates, and ends by its reference.
desk org retention set deck --days 1 >/dev/null || wrong "no days"
desk org retention due --json >due.json
python3 - "$reference" >computed <<'PY' || wrong "the time of keeping is another: $(cat computed)"
import datetime, json, sys
rows = [row for row in json.load(open("due.json"))["results"] if row["handle"] == sys.argv[1]]
print(rows)
begun, until = (datetime.date.fromisoformat(rows[0][key]) for key in ("from", "until"))
assert len(rows) == 1 and (until - begun).days == 548 and not rows[0]["is_due"]
PY
desk org erase "$reference" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "the check-in cannot be erased by itself"
checkin --json >gone.json
grep -q '"came":null' gone.json || wrong "an erased check-in is still told"

# The page does what the command does.
answers 200 GET "/after/$handle/checkin" page.html
has page.html "Does it hold?"
has page.html "They have not come to a check-in yet."
answers 422 POST "/after/$handle/checkin" wrong.html token=x
has wrong.html "hoose for which check-in"
if command -v weasyprint >/dev/null; then
    answers 200 POST "/after/$handle/checkin" card.pdf token=x month=6
    checkin --json | grep -q '"card":3,"month":6' || wrong "the page made no card"
fi
# With the first result whose they are goes, too.
desk org erase "$handle" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "not erased"
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM paper WHERE kind LIKE '%checkin%'")" = 0 ] || wrong "a card is left after the erasure"
finish
