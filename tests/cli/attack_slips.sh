#!/bin/bash
# People say to which groups they belong, at the terminal and for the audit alone. Somebody has every key of the house
# but an auditor's; somebody else has an auditor's, the folder, the sticks and the terminal's disk. The first reads
# nothing, the second cannot tell whose it is; and whoever says nothing leaves the same behind.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 curl
skip_without terminal sqlite
cd "$work" || exit 1
ask=$SOURCE/questionnaires/groups/us.json

organization_new org Acme >/dev/null 2>&1 || wrong "no organization"
desk org vacancy new deck --title 'Deck officer' >/dev/null || wrong "no vacancy"
desk org vacancy open deck --without-profile --yes --sample >/dev/null 2>&1 || wrong "the vacancy is not open"
desk org vacancy new trial --title 'Trying it' --pilot >/dev/null || wrong "no pilot"
desk org vacancy open trial --without-profile --yes --sample >/dev/null 2>&1 || wrong "the pilot is not open"
desk org invite deck --count 14 --plain >codes 2>/dev/null || wrong "no codes"
desk org invite trial --count 1 --plain 2>/dev/null | sed 's/^candidate 1 /candidate 99 /' >>codes
terminal_request data request.json

# What is asked is chosen by an owner, once there is somebody to seal it to, and signed for.
expect 0 'Terminals ask nothing for the audit' desk org audit ask
refuse 1 'nobody here is an auditor without being a recruiter' desk org audit ask "$ask"
web_start org --no-browser
web_joins org cora "Cora Lind" auditor
web_joins org ben "Ben Okafor" recruiter
web_stop
bad() { printf '%s' "$2" >bad.json; expect 2 "$1" desk org audit ask bad.json; }
bad 'there is no question in it' '{"questions":[]}'
bad 'a question has at least two answers' '{"questions":[{"name":"a","texts":{"en":"b"},"answers":[{"name":"c","texts":{"en":"d"}}]}]}'
bad 'has no text, or too many' '{"questions":[{"name":"a","texts":{},"answers":[]}]}'
bad 'two answers of a question have the same name' '{"questions":[{"name":"a","texts":{"en":"b"},"answers":[{"name":"c","texts":{"en":"d"}},{"name":"c","texts":{"en":"e"}}]}]}'
bad 'keys are not named here' '{"auditors":["age1x"],"questions":[{"name":"a","texts":{"en":"b"},"answers":[{"name":"c","texts":{"en":"d"}},{"name":"e","texts":{"en":"e"}}]}]}'
expect 2 'either a file of questions or --remove' desk org audit ask "$ask" --remove
expect 0 'Terminals ask it with their next configuration' desk org audit ask "$ask"
expect 0 'race or ethnicity.*Hispanic or Latino, White' desk org audit ask
desk org audit ask --json | python3 -c 'import json, sys; assert len(json.load(sys.stdin)["questions"]) == 2' || wrong "the JSON is another"
cp -r org bent
sed -i 's/Female/Femme/' bent/groups.json
expect 1 'groups.json was changed since it was signed for' desk bent audit ask
terminal_enrol org request.json config || wrong "not enrolled"
python3 - config org <<'KEYS' || wrong "it is sealed to somebody else than the auditor"
import json, sys
groups = json.load(open(sys.argv[1] + "/groups.json"))
people = {}
for line in open(sys.argv[2] + "/people.jsonl"):
    row = json.JSONDecoder().raw_decode(line)[0]
    if row.get("kind") == "person":
        people[row["label"]] = row["age"]
keyset = [row["recipient"] for row in json.load(open(sys.argv[1] + "/keyset.json"))["recipients"]]
assert groups["auditors"] == [people["cora"]] and people["cora"] not in keyset, groups["auditors"]
KEYS

# sits CARD WORDS...: somebody answers to the receipt, and then as the words of the story say
sits() {
    local card=$1
    shift
    {
        printf '%s\n' 'size 1920x1080 width-mm 476' 'tap "Start"' "code candidate $card" 'tap "next"' 'tap "consent-yes"' \
            "person seed $((90 + card)) pace 7 words \"I would try it out\"" 'answer until screen finish' 'tap "next"' 'expect screen profile' 'tap "next"' 'expect screen receipt'
        printf '%s\n' "$@"
    } >story
    "$BIN/resonance-story" --config config --data data --codes codes story >said 2>&1 || wrong "person $card: $(tail -2 said)"
}
over=('expect screen wiped' 'wait 30s' 'expect screen attract')
to_question=('wait 3s' 'tap "done"' 'expect screen voluntary')
handles() { desk "$1" list --json --key recruiter 2>/dev/null | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p' | sort; }
slips() { sqlite3 data/ledger.db "SELECT (SELECT count(*) FROM slip) || ' ' || (SELECT count(*) FROM slip_sent)"; }
declare -a truth
cp -r data disk-0
n=0
take() { n=$((n + 1)); cp -r data "disk-$n"; }
sits 1 "${to_question[@]}" 'expect text "You need not answer"' 'tap "answer"' 'tap "said-1"' 'tap "said-2"' \
    'expect text "Is this what you want to say"' 'expect text "White"' 'tap "give"' "${over[@]}"
take
sits 2 "${to_question[@]}" 'tap "refuse"' "${over[@]}"
take
# Chosen, looked at again, changed; and refused after all.
sits 3 "${to_question[@]}" 'tap "answer"' 'tap "said-2"' 'tap "back"' 'tap "said-1"' 'tap "said-5"' 'tap "refuse"' "${over[@]}"
take
# Gone before the page, and on it with something chosen: nothing was said.
sits 4 'wait 6m' 'wait 1m' 'expect screen attract'
take
[ "$(slips)" = "4 0" ] || wrong "four people have left $(slips) slips"
terminal_collect config data org first.bundle >/dev/null || wrong "nothing was brought"
[ "$(slips)" = "4 0" ] || wrong "fewer than five leave the terminal"
grep -qa HFBS first.bundle && wrong "a bundle brings the slips of four people"
expect 0 'Nothing yet' desk org audit said --key cora
sits 5 "${to_question[@]}" 'tap "answer"' 'tap "said-2"' 'wait 6m' 'wait 1m' 'expect screen attract'
take
# By keys alone: nothing is said before somebody has moved, and then the focus begins where nothing is said.
sits 6 "${to_question[@]}" 'key Enter' 'expect screen voluntary' 'key Tab Enter' "${over[@]}"
take
for card in 7 8 9 10 11; do
    sits $card "${to_question[@]}" 'tap "answer"' 'tap "said-1"' 'tap "said-2"' 'tap "give"' "${over[@]}"
    take
done
# Who tries the form out has not applied: nothing is asked.
sits 99 'wait 3s' 'tap "done"' 'expect screen wiped'
[ "$(slips)" = "11 0" ] || wrong "eleven people have left $(slips) slips"

# Each is as long as any other, whatever was said; on the disk, on the stick and at the desk they lie in an order of
# their own, which is not that in which people came.
"$BIN/resonance-kiosk" --config config --data data --export second.bundle >/dev/null 2>&1 || wrong "nothing is exported"
cp -r org before
expect 0 '12 were here before|new results' desk org import second.bundle
python3 - "$n" <<'ORDER' || wrong "the order, the size or the number of slips tells something"
import sqlite3, struct, sys
def box(path, tables):
    with sqlite3.connect(path) as file:
        have = {name for name, in file.execute("SELECT name FROM sqlite_schema")}
        return [row[0] for table in tables if table in have for row in file.execute(f"SELECT slip FROM {table}")]
count = int(sys.argv[1])
came, before = [], []
for turn in range(1, count + 1):
    now = box(f"disk-{turn}/ledger.db", ["slip", "slip_sent"])
    new = [slip for slip in now if slip not in before]
    assert len(new) == 1, (turn, len(new))
    came += new
    before = now
assert len({len(slip) for slip in came}) == 1, "they differ in length"
assert before == sorted(before) and came != sorted(came), "the disk keeps the order"
desk = box("org/archive.db", ["slip"])
assert desk == sorted(came), "at the desk others lie, or in another order"
stick = open("second.bundle", "rb").read()
at = stick.rindex(b"HFBS") if b"HFBS" in stick else None
number, size = struct.unpack_from("<II", stick, at + 4)
assert [stick[at + 12 + i * size:at + 12 + (i + 1) * size] for i in range(number)] == desk
with sqlite3.connect("org/archive.db") as file:
    assert [row[1] for row in file.execute("PRAGMA table_info(slip)")] == ["slip"], "something stands beside a slip"
for number, slip in enumerate(desk):
    open(f"slip-{number}.age", "wb").write(slip)
ORDER
[ ! -s org/archive.db-wal ] || wrong "the log beside the archive tells what came when"

# All keys but the auditor's open nothing: the recruiters', the owner's, the sheet's.
for slip in slip-*.age; do
    expect 1 . "$BIN/resonance" age-open --identity org.recovery.txt "$slip"
done
for label in recruiter ben; do
    refuse 1 'auditor' desk org audit said --key $label
done
expect 0 'People: 0.*' desk org audit said --identity org.recovery.txt
expect 0 '11 more came that your key does not open' desk org audit said --identity org.recovery.txt

# The auditor's key counts, and hides small groups; nothing of it stands with any result.
expect 0 'People: 11\. Vacancies: 1\. From [0-9]{4}-Q[1-4] to [0-9]{4}-Q[1-4]' desk org audit said --key cora
desk org audit said --key cora --json >said.json || wrong "no counts"
python3 - <<'COUNTS' || wrong "the counts are others: $(cat said.json)"
import json
said = json.load(open("said.json"))
rows = {table["by"]: {row["group"]: row["people"] for row in table["rows"]} for table in said["tables"]}
assert said["people"] == 11 and said["closed"] == 0, said
assert rows["sex"] == {"female": 6, "Not said": 5}, rows
assert rows["race or ethnicity"] == {"White": 6, "Not said": 5}, rows
COUNTS
desk org audit log >log.txt
grep -q 'counted what people said' log.txt || wrong "the log does not say who counted"
grep -qiE 'female|white' log.txt && wrong "the log says what was said"
handles org | head -3 >handles
[ "$(wc -l <handles)" = 3 ] || wrong "no results"
for handle in $(cat handles); do
    desk org show "$handle" --json --key recruiter 2>/dev/null | grep -qiE '"female"|Hispanic' && wrong "it stands with the result $handle"
done
grep -rqaiE 'Hispanic|"female"' data && wrong "what may be said lies on the disk of the terminal"

# The same bundle again brings nothing; slips that were exchanged on the way are left out, the results are taken.
desk org import second.bundle >/dev/null
[ "$(sqlite3 org/archive.db 'SELECT count(*) FROM slip')" = 11 ] || wrong "a bundle counts twice"
python3 - <<'FORGE'
data = bytearray(open("second.bundle", "rb").read())
at = data.rindex(b"HFBS") + 12 + 700
data[at] ^= 1
open("forged.bundle", "wb").write(data)
FORGE
expect 1 'what people said for the audit was left out: its terminal has not signed it' desk before import forged.bundle
[ "$(sqlite3 before/archive.db "SELECT count(*) FROM sqlite_schema WHERE name = 'slip'")" = 0 ] || wrong "forged slips came"
[ "$(handles before | wc -l)" = 12 ] || wrong "with them the results were left out"

# What the desk has, the terminal lets go of, once an entry from later has come.
sits 12 "${to_question[@]}" 'tap "refuse"' "${over[@]}"
terminal_collect config data org third.bundle >/dev/null || wrong "nothing was brought"
[ "$(slips)" = "1 11" ] || wrong "slips that may be missing are gone: $(slips)"
terminal_enrol org request.json config-2
printf '%s\n' 'size 1920x1080 width-mm 476' 'expect screen attract' >story
"$BIN/resonance-story" --config config-2 --data data --codes codes story >/dev/null ||
    wrong "the terminal does not take its configuration"
[ "$(slips)" = "1 0" ] || wrong "the terminal keeps what the desk has: $(slips)"

# The auditor's page says the same, also before any outcome is sealed; nobody else has it.
mkdir -p out
asks() { "$BIN/desk_answer" org out "$1" 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" | cut -d' ' -f1 | paste -sd' '; }
[ "$(asks cora <<<'GET /audit/impact impact.html')" = 200 ] || wrong "the auditor has no page"
for words in "Nothing is sealed for the audit yet." "What people said at the terminals, by sex" "by sex and race or ethnicity" "People: 11."; do
    grep -qF "$words" out/impact.html || wrong "the page does not say $words"
done
[ "$(asks recruiter <<<'GET /audit/impact none.html')" = 403 ] || wrong "a recruiter has the auditor's page"

# A last day of asking: up to it people are asked, after it the terminal asks nobody, whatever it was given; and the
# desk says that it is over. What is asked stands as it was.
expect 2 'is not a day' desk org audit ask --until spring
expect 2 'has gone by; name today or a later one' desk org audit ask --until 2026-01-31
expect 2 'either a file of questions or --remove' desk org audit ask --until 2090-01-31 --remove
until=$(date -u -d '+1 day' +%F)
expect 0 "The last day of asking is $until" desk org audit ask --until "$until"
expect 0 "wants to say it, up to and with $until:" desk org audit ask
expect 0 'race or ethnicity.*Hispanic or Latino, White' desk org audit ask
rm -rf config
terminal_enrol org request.json config
grep -qF "\"until\":\"$until\"" config/groups.json || wrong "the terminal is not told of the last day"
sits 13 "${to_question[@]}" 'tap "refuse"' "${over[@]}"
[ "$(slips)" = "2 0" ] || wrong "on the last days people are not asked: $(slips)"
# The clock of the stories stands still until they wait.
begins=1794819600 # seconds, of the first moment of a story
{
    printf '%s\n' 'size 1920x1080 width-mm 476' 'expect screen attract' "wait $((($(date -u -d "$until" +%s) + 86400 - begins) / 60 + 1))m" \
        'tap "Start"' 'code candidate 14' 'tap "next"' 'tap "consent-yes"' 'person seed 104 pace 7 words "I would try it out"' 'answer until screen finish' \
        'tap "next"' 'expect screen profile' 'tap "next"' 'expect screen receipt' 'wait 3s' 'tap "done"' 'expect screen wiped'
} >story
"$BIN/resonance-story" --config config --data data --codes codes story >said 2>&1 || wrong "after the last day: $(tail -2 said)"
[ "$(slips)" = "2 0" ] || wrong "after the last day of asking a slip is made: $(slips)"

# Asked no more.
expect 0 'Terminals ask nothing with their next configuration' desk org audit ask --remove
terminal_enrol org request.json config-3
[ ! -e config-3/groups.json ] || wrong "the configuration still asks"
expect 0 'People: 11' desk org audit said --key cora
finish
