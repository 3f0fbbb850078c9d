#!/bin/bash
# Attack: whoever can write to the folder cuts the last entries off archive.db, so that a person was never
# there, and makes the rest look right. Each command that reads misses them.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 3
terminal_enrol org request.json config-2 # the organization's key is open: what is there is signed for
person_sits config data codes "candidate 4" 4 order=2 || exit 1
terminal_collect config data org later.bundle >/dev/null
expect 0 '8 entries, each signed and linked' desk org doctor
cp -r org whole

# cut SEQUENCE: entries from there on are gone; the numbers of arrival are made to look right
cut() {
    rm -rf org && cp -r whole org
    sql org "delete from entry where sequence >= $1" >/dev/null
    sql org "update sqlite_sequence set seq = (select max(arrival) from entry)" >/dev/null
}
for at in 8 7 6 3 1; do
    cut $at
    expect 0 'WARNING: archive.db is shorter than it was on .*: entry 8 of "Test terminal" was there and is missing' desk org list
    expect 1 'wrong  *ends  *archive.db is shorter than it was' desk org doctor
done
# The last line of the mark is not signed: without it, or with another, what was signed for is missed.
for change in '$d' '2s/.*//' '2s/"sequence":8/"sequence":5/' '2s/"sequence":8/"sequence":6/'; do
    cut 6
    sed -i "$change" org/archive.mark
    expect 0 'WARNING: archive.(mark cannot be believed|db is shorter than it was on .*: entry [68])' desk org list
    expect 1 'wrong  *ends' desk org doctor
done
# Nothing that is done meanwhile makes it forgotten.
cut 7
desk org invite deck --count 1 --plain >/dev/null 2>&1
terminal_enrol org request.json config-3 2>/dev/null
erased org "${handles[0]}" >/dev/null 2>&1
expect 0 'archive.db is shorter than it was on .*: entry 8 ' desk org list
expect 0 '1 new result' desk org import later.bundle
expect 0 '^3 results by day' desk org list
grep -q WARNING "$work/.err" && wrong "all is home, and still: $(cat "$work/.err")"
# What nobody can bring any more, somebody answers for; then it is not missed.
cut 7
expect 2 'there is nobody here to ask: Is all of this lost for good' \
    setsid -w "$BIN/resonance" audit accept --by "Anna Berg" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
grep -q 'archive.db is shorter' "$work/.out" || wrong "it is not said what is accepted"
expect 0 '^Accepted by Anna Berg' desk org audit accept --by "Anna Berg" --yes
expect 0 '^3 results by day' desk org list
grep -q WARNING "$work/.err" && wrong "accepted, and still: $(cat "$work/.err")"
expect 0 'signing  *accepted loss  *Anna Berg  \(signed\)' desk org audit log
# What must be kept is taken out by hand.
desk org hold "${handles[1]}" --reason "A charge is open" --by "Jan Vos" >/dev/null || wrong "not held"
expect 0 '^3 results by day' desk org list
grep -q WARNING "$work/.err" && wrong "a held result is missed while it is there"
sql org "update entry set payload = null, is_erased = 1" >/dev/null
expect 0 'WARNING: what is held must be kept, and its content is not in archive.db: '"${handles[1]}" desk org list
expect 1 'wrong  *ends  *what is held must be kept' desk org doctor
finish
