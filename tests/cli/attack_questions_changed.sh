#!/bin/bash
# Attack: whoever can write to the folder of the desk wants a person asked something else than all others: they
# change the organization's own questions, or exchange the guide that lies sealed in an interview for one of theirs.
# No guide is made, nobody is asked by it, and nothing is rated into it.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without sqlite
command -v age >/dev/null || { echo "skipped: age is not installed"; exit 77; }
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
for label in anna ben; do desk org key new --label $label >/dev/null || wrong "no key for $label"; done
"$BIN/bench_sealed_copies" request key request.json
terminal_enrol org request.json config
"$BIN/bench_sealed_copies" seal key config 2 two.bundle
expect 0 '2 new results' desk org import two.bundle
mapfile -t handles < <(desk org list --key recruiter --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
sed 's/Tell me about a promise that was hard to keep/Tell me about a promise to a passenger/' "$SOURCE/questionnaires/interview/questions.json" >org/questions.json
expect 0 '^Signed for' desk org organization sign --yes
expect 0 'This is interview 1' desk org interview new "${handles[0]}" --member anna --member ben --key recruiter
expect 0 'a promise to a passenger' desk org interview guide 1 --key anna
cp .out asked.txt
cp -r org before
again() { rm -rf org && cp -r before org; }

# The questions of its own.
for change in 's/a promise to a passenger/whether you want children/' 's/"kind": "would"/"kind": "past"/' d; do
    sed -i "$change" org/questions.json
    for words in "guide ${handles[1]} --key recruiter" "interview new ${handles[1]} --member anna --member ben --key recruiter" \
        "interview guide 1 --key anna" "rate 1 --key anna --question promise --rating 3 --evidence Heard"; do
        # shellcheck disable=SC2086
        refuse 1 'questions.json was changed since it was signed for; put it back from a copy' desk org $words
    done
    again
done
rm org/questions.json
refuse 1 'questions.json was signed for and is missing' desk org guide "${handles[1]}" --key recruiter
again

# The guide in the interview: another one for the same readers, an empty one, bytes of it.
exchanged() { # SENTENCE OF PYTHON on `panel`
    python3 - "$1" <<'PYTHON'
import json, sqlite3, subprocess, sys
base = sqlite3.connect("org/archive.db")
(body,) = base.execute("SELECT body FROM paper WHERE kind = 'panel'").fetchone()
panel = json.loads(body)
people = [json.loads(line.rpartition(" ")[0]) for line in open("org/people.jsonl")]
to = [word for row in people if row["kind"] == "person" for word in ("-r", row["age"])]
other = subprocess.run(["age", *to], input=b'{"asked":[]}', capture_output=True, check=True).stdout.hex()
exec(sys.argv[1])
bent = json.dumps(panel, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
assert bent != body
base.execute("UPDATE paper SET body = ? WHERE kind = 'panel'", (bent,))
base.commit()
PYTHON
    refuse 1 'interview 1 is not the one that was founded' desk org interview guide 1 --key anna
    refuse 1 'interview 1 is not the one that was founded' desk org rate 1 --key ben --question promise --rating 3 --evidence Heard
    refuse 1 'interview 1 is not the one that was founded' desk org lock 1 --key anna --yes
    again
}
exchanged 'panel["guide"] = other'
exchanged 'panel["guide"] = panel["guide"][:-2] + ("00" if panel["guide"][-2:] != "00" else "01")'
exchanged 'panel["weights"] = panel["weights"][1:]'

# Another list that an owner signs for later changes no interview that is under way.
cp "$SOURCE/questionnaires/interview/questions.json" org/questions.json
expect 0 '^Signed for' desk org organization sign --yes
expect 0 'a promise to a passenger' desk org interview guide 1 --key anna
same .out asked.txt
tally $refusals questions refused
finish
