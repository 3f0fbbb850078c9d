#!/bin/bash
# What is held and was asked to be erased is locked away: it is not counted as erased, and each command
# that counts what a key opens counts it. A recovery sheet that does not open it says so.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 3
gone=${handles[0]} locked=${handles[1]}
erased org "$gone" >/dev/null || wrong "not erased"
desk org hold "$locked" --reason "A charge is open" --by "Jan Vos" >/dev/null || wrong "not held"
erased org "$locked" >/dev/null || wrong "not locked away"
# says TEXT: the last answer says it, wherever its lines end
says() { tr -s ' \n' ' ' <"$work/.out" | grep -q "$1" || wrong "it does not say '$1': $(cat "$work/.out")"; }

expect 0 '^1 result by day' desk org list
says '1 more without content: erased, or never brought here\.'
says '1 more locked away until a hold is released'
mkdir out
echo "GET /people people.html" | "$BIN/desk_answer" org out 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" >/dev/null || wrong "the desk did not answer"
grep -q '1 more without content: erased, or never brought here' out/people.html || wrong "the page counts something else as erased"
grep -q '1 more locked away until a hold is released' out/people.html || wrong "the page does not count what is locked away"
expect 0 '1 erased, each with its signed row, and 1 held, 1 of them locked away' desk org doctor
expect 0 'It opens 2 of the results here; closed to it: 0\.' desk org key sheet org.recovery.txt
says 'Locked away are 1 of them; it opens 1 of those'

# What was locked away is looked at by whoever has no key for it: exchanged, changed or rotten it is named.
cp -r org kept
changed() { # SQL
    rm -rf org && cp -r kept org
    sql org "$1" >/dev/null
    expect 0 "WARNING: what is locked away of $locked is not what was locked away: it was changed, exchanged or has rotted; put archive.db back from a copy" desk org list
    expect 1 'wrong  *ends  *what is locked away of' desk org doctor
}
changed "update restricted set payload = cast(substr(payload, 1, 2000) || case substr(payload, 2001, 1) when x'00' then x'01' else x'00' end || substr(payload, 2002) as blob)"
changed "update restricted_hash set content = randomblob(32)"
changed "update restricted set payload = (select payload from entry where type = 1 and payload is not null limit 1)"
# One whose entry is missing hides no other: whichever of the two comes first.
rm -rf org && cp -r kept org
desk org hold "${handles[2]}" --reason "A charge is open" --by "Jan Vos" >/dev/null || wrong "not held"
erased org "${handles[2]}" >/dev/null || wrong "not locked away"
rm -rf both && mv org both
for order in asc desc; do
    cp -r both org
    sql org "update restricted set payload = randomblob(length(payload)) where record_id = (select record_id from restricted order by record_id $order limit 1)" >/dev/null
    sql org "delete from entry where record_id in (select record_id from restricted where record_id <> (select record_id from restricted order by record_id $order limit 1))" >/dev/null
    expect 1 'wrong  *ends  *what is locked away of' desk org doctor
    rm -rf org
done
rm -rf org && mv kept org
expect 0 '1 of them locked away' desk org doctor

# The next sheet is let in to the rest, and not to that.
expect 0 'Changed the key recovery' desk org key rotate recovery --recovery-out second-sheet
expect 0 'It opens 0 of the results here; closed to it: 2\.' desk org key sheet second-sheet
expect 0 'recovery can read 1 result of before' desk org key share recovery --yes
says 'Not among them, because locked away: 1 result\.'
expect 0 'It opens 1 of the results here; closed to it: 1\.' desk org key sheet second-sheet
says 'Locked away are 1 of them; it opens 0 of those\. Keep the sheet of the time'
expect 1 'only the recovery sheet opens it' desk org show "$locked" --identity second-sheet
expect 1 'It opens 2 of the results here; closed to it: 0\.' desk org key sheet org.recovery.txt
expect 0 'report on' desk org show "$locked" --identity org.recovery.txt
# Again: all that can be is shared, and it still says what is not.
expect 0 'opens all there is here already, 1 result' desk org key share recovery --yes
says 'because locked away: 1 result'
finish
