#!/bin/bash
# `resonance key share`: a recruiter who comes later reads what was sealed before, when somebody who
# can read it says so; the sealed results stay what their terminal signed. `resonance sealed`: one of
# them as a file that Debian's age opens.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
organization_new other "Another" >/dev/null || exit 1
vacancy_opened org 5 >codes
terminal_request data request.json
terminal_told data "$(desk org key words signing)"
sits() {
    rm -rf config
    terminal_enrol org request.json config
    person_sits config data codes "candidate $1" "$1" order=2 || wrong "person $1 could not answer"
    terminal_collect config data org bundle >/dev/null || wrong "the result of person $1 did not come"
    rm bundle
}
# rows: what the archive holds of each result, but for when it came
rows() { sqlite3 org/archive.db "SELECT hex(header), hex(signature), hex(payload) FROM entry ORDER BY device_id, epoch, sequence"; }
# count_of COMMAND...: how many people it lists
count_of() { "$@" --json 2>/dev/null | grep -o '"handle"' | wc -l; }

expect 0 'Example: resonance key share' "$BIN/resonance" key share --help
refuse 1 'there is no key "anna"' desk org key share anna --yes
expect 0 'opens all there is here already, 0 results' desk org key share recruiter
sits 1
sits 2
first=$(desk org list --json | grep -o '"handle":"[^"]*"' | head -1 | cut -d'"' -f4)
expect 0 "'resonance key share anna'" desk org key new --label anna
sits 3

# What came before is closed to anna, and told in one sentence.
expect 1 '2 results are sealed to other keys, and none of those that were tried is among them: ' desk org list --key anna
[ "$(grep -c WARNING "$work/.err")" = 1 ] || wrong "not one warning for all that is closed"
[ "$(count_of desk org list --key anna)" = 1 ] || wrong "anna does not read what came after"

# It says first what it means, and does nothing without a yes.
cp org/archive.db before.db
rows >rows.before
[ -s rows.before ] || wrong "no rows of the archive are read"
expect 2 'From now on anna can read 2 results of the 3 here' setsid -w "$BIN/resonance" key share anna --key recruiter --org org </dev/null
grep -q "$(desk org key words anna)" "$work/.out" || wrong "the words of the key are not shown"
[ "$(count_of desk org list --key anna)" = 1 ] || wrong "anna reads more without a yes"
expect 1 'does not open keys/recruiter.key' "$BIN/resonance" key share anna --key recruiter --yes --org org --passphrase-fd 9 9<<<"this is not the one"
expect 1 'does not open keys/signing.key' "$BIN/resonance" key share anna --key recruiter --yes --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"$'\n'"this is not the one"
[ "$(count_of desk org list --key anna)" = 1 ] || wrong "anna reads more without the passphrase"
# Nobody shares what is closed to them.
expect 1 'closed to anna as to you: 2 results;' desk org key share anna --key anna --yes
[ "$(count_of desk org list --key anna)" = 1 ] || wrong "anna has let herself in"

expect 0 'anna can read 2 results of before now' desk org key share anna --key recruiter --yes
[ "$(count_of desk org list --key anna)" = 3 ] || wrong "anna does not read all"
[ "$(count_of desk org list --key recruiter)" = 3 ] || wrong "the recruiter does not read all any more"
desk org list --key anna --json 2>/dev/null >list.anna
desk org list --key recruiter --json 2>/dev/null >list.recruiter
same list.anna list.recruiter
expect 0 "$first" desk org show "$first" --key anna
expect 0 'the same, 0 different' desk org rescore --all --key anna
rows >rows.after
same rows.before rows.after
expect 0 '' desk org doctor
expect 0 'shared .*anna: 2 results  \(signed\)' desk org audit log
expect 0 'opens 2 of before its time' desk org key list
expect 0 '"earlier_results":2,"label":"anna"' desk org key list --json
expect 0 'opens all there is here already, 3 results; nothing was changed' desk org key share anna --key recruiter

# An older archive.db put back: what was shared is lost with it; the doctor says so, and how to mend it.
cp -r org older
rm -f older/archive.db*
cp before.db older/archive.db
expect 1 'wrong  *log  *who did what here' desk older doctor
tr -s ' \n' ' ' <"$work/.out" | grep -q "share again what 'resonance key share' had let a key open" || wrong "what is lost is not said: $(cat "$work/.out")"
expect 0 'Accepted by Anna Berg' desk older audit accept --by "Anna Berg" --yes
tr -s ' \n' ' ' <"$work/.out" | grep -q "repeat 'resonance key share' for each key" || wrong "how to go on is not said: $(cat "$work/.out")"
expect 0 'anna can read 2 results of before now' desk older key share anna --key recruiter --yes
expect 0 '' desk older doctor
[ "$(count_of desk older list --key anna)" = 3 ] || wrong "anna does not read all again"

# One bit of what was shared: that result is told, no other answer is read.
cp -r org rotten
sqlite3 rotten/archive.db "UPDATE share SET header = CAST(replace(header, 'X25519', 'X25518') AS BLOB)"
expect 1 'none of those that were tried is among them' desk rotten list --key anna
cp -r org rotten2
sqlite3 rotten2/archive.db "UPDATE share SET header = (SELECT header FROM share AS other WHERE other.record_id <> share.record_id AND other.key = share.key LIMIT 1)"
expect 1 'what was shared of it is damaged' desk rotten2 list --key anna
[ "$(count_of desk rotten2 list --key anna)" = 2 ] || wrong "one result is read as another"
expect 0 'opens all there is here already' desk rotten2 key share anna --key recruiter
expect 0 'anna can read 2 results of before now' desk rotten2 key share anna --key recruiter --yes --again
[ "$(count_of desk rotten2 list --key anna)" = 3 ] || wrong "what was damaged is not made anew"

# Whoever can write to the folder lets nobody in: a key that nobody signed for is refused by name.
cp -r org forged
mallory=$(desk other key export recruiter)
sed -i "s/$(desk org key export anna)/$mallory/" forged/keyset.json
refuse 1 'names a key that nobody has signed for: anna' desk forged key share anna --key recruiter --yes

# Who was let in can let in: a new recovery key, for the safe, by what was shared with anna.
expect 0 'Changed the key recovery' desk org key rotate recovery --recovery-out second-sheet
[ "$(count_of "$BIN/resonance" list --org org --identity second-sheet)" = 0 ] || wrong "the new sheet opens what came before"
expect 0 'recovery can read 3 results of before now' desk org key share recovery --key anna --yes
[ "$(count_of "$BIN/resonance" list --org org --identity second-sheet)" = 3 ] || wrong "the new sheet does not open all"
# A new key in the place of anna's opens all that the old one did, also what was shared.
expect 0 'Changed the key anna' desk org key rotate anna
[ "$(count_of desk org list --key anna)" = 3 ] || wrong "after the rotation anna does not read all"

# As a file for Debian's age, with the new key and without this program.
expect 0 'Example: resonance sealed' "$BIN/resonance" sealed --help
refuse 1 'there is no key "nobody"' desk org sealed "$first" --for nobody
desk org report "$first" --format record --out record.json >/dev/null
expect 0 'Wrote shared.age' desk org sealed "$first" --for recovery --out shared.age
expect 0 'Wrote own.age' desk org sealed "$first" --out own.age
expect 1 'is among them' "$BIN/resonance" age-open --identity second-sheet own.age
"$BIN/resonance" age-open --identity second-sheet shared.age >opened.ours || wrong "age-open does not open what was shared"
"$BIN/resonance" age-open --identity org.recovery.txt own.age >opened.own || wrong "age-open does not open it"
same opened.ours opened.own
LC_ALL=C grep -aqF "$(head -c 200 record.json)" opened.ours || wrong "what was opened is not the record"
if command -v age >/dev/null; then
    age -d -i second-sheet shared.age >opened.age || wrong "Debian's age does not open what was shared"
    same opened.age opened.ours
fi

# Who leaves: what was shared closes again in this folder; of an erased result nothing is left.
desk org erase "$first" --ground asked --by "Anna Berg" --yes >/dev/null || wrong "it cannot be erased"
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM share JOIN entry USING (record_id) WHERE is_erased")" = 0 ] || wrong "what was shared of an erased result is left"
refuse 1 'was erased here' desk org sealed "$first"
expect 0 'version' desk org key new --label ben
expect 0 'ben can read' desk org key share ben --key recruiter --yes
expect 0 'What was shared with it \(2\) is closed to it again' desk org key retire ben
[ "$(count_of desk org list --key recruiter)" = 2 ] || wrong "the others do not read theirs any more"
expect 0 '' desk org doctor
finish
