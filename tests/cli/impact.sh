#!/bin/bash
# `resonance audit groups|outcomes|impact` and their pages: groups and outcomes sealed to the auditor alone, tables
# that are those worked out anew, no small group shown or to be worked out, and nothing of anybody who was erased.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 curl
skip_without sqlite
cd "$work" || exit 1
count=${IMPACT_PEOPLE:-60}

organization_new org Acme >/dev/null 2>&1 || wrong "no organization"
desk org vacancy new deck --title 'Deck officer' >/dev/null || wrong "no vacancy"
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal-each key config "$count" bundle
desk org import bundle >/dev/null || wrong "nothing came"
desk org export people --format csv --out list.csv --key recruiter >/dev/null || wrong "no list"

# Nobody audits yet: nothing can be sealed, so nothing is.
refuse 1 'nobody here is an auditor without being a recruiter' desk org audit outcomes --key recruiter
web_start org --no-browser
web_joins org cora "Cora Lind" auditor
web_joins org ben "Ben Okafor" recruiter
web_stop
refuse 1 'no outcome is sealed for the audit yet' desk org audit impact --key cora

# A table of HR, seeded; and some who came on.
cat >table.py <<'PY'
import csv, json, random
random.seed(7)
rows = list(csv.DictReader(open("list.csv", encoding="utf-8-sig")))
people = []
for number, row in enumerate(rows):
    sex = random.choices(["woman", "man", "another", ""], [26, 30, 2, 4])[0]
    origin = random.choices(["coast", "inland", "abroad"], [30, 20, 6])[0]
    people.append({"handle": row["reference"], "groups": None if number % 20 == 3 else [sex, origin], "r": row["figure"] or None, "vacancy": "deck",
                   "interviewed": False, "offered": False})
people[0]["groups"] = ["another", "coast"]
json.dump(people, open("people.json", "w"))
with open("groups.csv", "w") as file:
    file.write("reference,sex,origin\n")
    for one in people:
        if one["groups"]:
            file.write(",".join([one["handle"]] + one["groups"]) + "\n")
chosen = [one for one in people if one["groups"] and random.random() < (.5 if one["groups"][0] == "man" else .25)]
open("chosen", "w").write("\n".join(one["handle"] for one in chosen) + "\n")
PY
python3 table.py || { wrong "no table"; finish; }
# Before anybody was decided on there is nothing to compare; and without groups, nobody.
desk org audit outcomes --key recruiter >/dev/null || wrong "no outcomes"
expect 0 'No groups are sealed here, so there is nothing to compare' desk org audit impact --key cora
desk org audit groups groups.csv --key recruiter >/dev/null || wrong "no groups"
expect 0 'Nobody yet, so there is nothing to compare' desk org audit impact --stage offered --key cora
n=0
while read -r handle; do
    n=$((n + 1))
    desk org decide "$handle" --as "$([ $((n % 3)) = 0 ] && echo offer || echo next)" --by "Ines Moreno" --not-the-figure \
        --reason "Told us how the late check was put right." --key recruiter >/dev/null || wrong "no decision"
done <chosen

# A wrong table is refused with its line, and what stands there is not repeated.
wrong_table() {
    printf '%b' "$2" >bad.csv
    expect 2 "$1" desk org audit groups bad.csv --key recruiter
    grep -q secret-word "$work/.err" && wrong "the content of a field is repeated"
}
one=$(sed -n '2s/,.*//p' groups.csv)
wrong_table 'the columns are reference, and then one or two' 'who,sex\n'
wrong_table 'the columns are reference, and then one or two' 'reference\n'
wrong_table 'the columns are reference, and then one or two' 'reference,a,b,c\n'
wrong_table 'line 2: the reference is not that of one result here' 'reference,sex\nsecret-word,woman\n'
wrong_table 'line 3: this result stands in an earlier line already' "reference,sex\n$one,woman\n$one,man\n"
wrong_table 'there is no row in it' 'reference,sex\n'
wrong_table 'two columns have the same name' "reference,sex,sex\n$one,a,b\n"
wrong_table 'longer than 60 bytes' "reference,sex\n$one,$(printf 'x%.0s' {1..61})\n"
refuse 2 '--stage is interviewed, offered or scored' desk org audit impact --stage hired --key cora
refuse 2 '--format is txt, html or json' desk org audit impact --format pdf --key cora

expect 0 '^Sealed for the auditors to which groups' desk org audit groups groups.csv --key recruiter
expect 0 "^Sealed for the auditors what came of $count" desk org audit outcomes --key recruiter
desk org audit log --json | grep -q '"sealed outcomes"' || wrong "the log does not know it"

# The numbers are those worked out anew.
cat >truth.py <<'PY'
import json, statistics
people = json.load(open("people.json"))
decided = {}
for number, handle in enumerate(open("chosen").read().split()):
    decided[handle] = "offer" if (number + 1) % 3 == 0 else "next"
gone = set(open("gone").read().split())
middle = statistics.median([float(one["r"]) for one in people if one["r"] is not None])
for one in people:
    one["interviewed"] = one["handle"] in decided
    one["offered"] = decided.get(one["handle"]) == "offer"
    one["above"] = None if one["r"] is None else int(float(one["r"]) > middle)
json.dump([one for one in people if one["handle"] not in gone], open("truth.json", "w"))
PY
: >gone
python3 truth.py || wrong "no truth"
desk org audit impact --format json --out told.json --key cora >/dev/null || wrong "no impact"
python3 "$SOURCE/tests/cli/impact.py" told.json truth.json 12 3 0 >checked.txt || wrong "$(cat checked.txt)"
# It must be able to find something.
sed 's/"selected":[1-9][0-9]*/"selected":99/' told.json >bent.json
python3 "$SOURCE/tests/cli/impact.py" bent.json truth.json >/dev/null && wrong "a wrong number is not found"
expect 0 'Who came on to an interview, by sex and origin' desk org audit impact --key cora
expect 0 'Hidden: fewer than 5' desk org audit impact --stage offered --key cora
expect 0 'Selection rate' desk org audit impact --summary --key cora
desk org audit impact --summary --format html --out summary.html --key cora >/dev/null || wrong "no summary"
grep -q 'Scoring rate' summary.html || wrong "no scoring rate in the summary"
grep -qF "$one" told.json summary.html && wrong "somebody stands in a table"

# With every key but the auditor's nothing is read: by the program, and by hand from the file.
for who in recruiter ben; do refuse 1 'that is for: auditor' desk org audit impact --key $who; done
python3 - >sealed.txt <<'PY'
import sqlite3
database = sqlite3.connect("org/archive.db")
rows = database.execute("select record_id, kind, length(body), body from paper where kind like 'audit%'").fetchall()
print(len({row[2] for row in rows if row[1] == "audit groups"}), len({row[2] for row in rows if row[1] == "audit outcome"}), len(rows))
for number, row in enumerate(rows[:2] + rows[-2:]):
    at = row[3].find(b"age-encryption.org/v1")
    open(f"paper-{number}.age", "wb").write(row[3][at:])
for word in (b"woman", b"inland", b"abroad"):
    if any(word in row[3] for row in rows):
        print("in plain letters:", word)
PY
grep -qxE "1 1 [0-9]+" sealed.txt || wrong "a paper tells by its size or its letters: $(cat sealed.txt)"
grep -rlaE 'reference,sex|woman' org | grep -q . && wrong "groups stand in the folder in plain letters: $(grep -rlaE 'reference,sex|woman' org)"
for paper in paper-*.age; do
    "$BIN/resonance" age-open --identity org.recovery.txt "$paper" >/dev/null 2>&1 || wrong "not even the sheet opens $paper"
done

# Whoever writes to the file and exchanges a paper is found out; erased people go with their papers.
cp -r org bent
python3 - <<'PY'
import sqlite3
database = sqlite3.connect("bent/archive.db")
(one, a), (two, b) = database.execute("select record_id, body from paper where kind = 'audit groups' limit 2").fetchall()
database.execute("update paper set body = ? where kind = 'audit groups' and record_id = ?", (b, one))
database.commit()
PY
expect 1 'it was exchanged' desk bent audit impact --key cora
gone=$(sed -n 1p chosen)
desk org erase "$gone" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "nothing was erased"
echo "$gone" >gone
python3 truth.py
desk org audit impact --format json --out told.json --key cora >/dev/null || wrong "no impact after an erasure"
python3 "$SOURCE/tests/cli/impact.py" told.json truth.json 12 3 0 >checked.txt || wrong "after an erasure: $(cat checked.txt)"

# On pages: the same numbers for the auditor, and nothing for others.
mkdir out
asks() { "$BIN/desk_answer" org out "$1" 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" | cut -d' ' -f1 | paste -sd' '; }
said=$(printf '%s\n' "GET /audit/impact impact.html" "GET /audit/impact offered.html stage=offered" "GET /audit/impact/summary summary.html" \
    "GET /audit audit.html" "GET /audit/impact wrong.html stage=hired" "GET /audit/outcomes none.html" "GET /people none.html" | asks cora)
[ "$said" = "200 200 200 200 422 403 403" ] || wrong "the auditor's pages: $said"
said=$(printf '%s\n' "POST /audit/outcomes outcomes.html token=x" "GET /audit/impact none.html" "GET /audit/impact/summary none.html" | asks recruiter)
[ "$said" = "200 403 403" ] || wrong "the recruiter's pages: $said"
grep -q "Sealed for the auditors: $((count - 1))" out/outcomes.html || wrong "the page seals nothing"
[ "$(asks ben <<<'POST /audit/outcomes part.html token=x')" = 422 ] || wrong "a part is sealed"
grep -q "cannot be opened with your key" out/part.html || wrong "a part is not refused with why"
for words in "by sex" "by origin" "by sex and origin" "as often" "Hidden: fewer than 5" "Fisher" "The largest share"; do
    grep -qF "$words" out/impact.html || wrong "the page does not say $words"
done
sed -nE 's/^ *PAGES_ROUTE\([a-z_]+, "([^"]*)".*/\1/p' "$SOURCE/kiosk/app/desk/pages/pages_route.def" >routes
python3 "$SOURCE/tests/kit/page_check.py" routes out/impact.html out/summary.html out/outcomes.html out/offered.html >checked.txt 2>&1 || wrong "$(cat checked.txt)"
cat out/impact.html out/offered.html out/summary.html | grep -qF "$one" && wrong "somebody stands on a page of the audit"
finish
