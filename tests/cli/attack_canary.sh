#!/bin/bash
# Attack: whoever has the folder searches all of it for what was sealed of an erased person: pages of the
# database, its free pages, its logs, half-written files, and for what was locked away with the keys of
# every recruiter. Nothing is left; the others lose nothing.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 4
gone=${handles[0]} locked=${handles[1]} due=${handles[2]} stays=${handles[3]}

# known REFERENCE FILE: keeps what is sealed of this result, to be searched for
known() {
    python3 - "$1" "$2" <<'PY'
import sqlite3, sys
letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
def handle(raw):
    number = int.from_bytes(raw, "big") >> (128 - 20)
    text = "".join(letters[number >> shift & 31] for shift in (15, 10, 5, 0))
    return text[:2] + "-" + text[2:]
rows = sqlite3.connect("org/archive.db").execute("select record_id, payload from entry where type = 1").fetchall()
found = [payload for raw, payload in rows if handle(raw) == sys.argv[1]]
open(sys.argv[2], "wb").write(found[0])
PY
}
# left FILE FOLDER: how many of its pieces stand in the files of the folder, wherever in them
left() {
    python3 - "$1" "$2" <<'PY'
import pathlib, sys
sealed = open(sys.argv[1], "rb").read()
pieces = [sealed[at:at + 24] for at in range(300, len(sealed) - 24, 500)]
files = [path.read_bytes() for path in pathlib.Path(sys.argv[2]).rglob("*") if path.is_file()]
print(sum(any(piece in file for file in files) for piece in pieces))
PY
}
for person in gone locked due stays; do
    known "${!person}" "$person.sealed" || wrong "nothing is sealed for ${!person}"
    [ "$(left $person.sealed org)" -gt 100 ] || wrong "the search finds nothing"
done

erased org "$gone" >/dev/null || wrong "not erased"
desk org hold "$locked" --reason "A charge is open" --by "Jan Vos" >/dev/null || wrong "not held"
erased org "$locked" --json >said || wrong "not locked away"
grep -q '"is_locked_away":true,"row":3}' said || wrong "not said that it is locked away: $(cat said)"
desk org retention set deck --days 1 >/dev/null
[ "$(left gone.sealed org)" = 0 ] || wrong "of the erased one $(left gone.sealed org) pieces are left"
[ "$(left locked.sealed org)" = 0 ] || wrong "of the one locked away $(left locked.sealed org) pieces are left"
[ "$(left stays.sealed org)" -gt 100 ] || wrong "another one is gone, too"

# Locked away: no recruiter's key opens it, whatever program is used; the recovery sheet does.
python3 - <<'PY'
import sqlite3
rows = sqlite3.connect("org/archive.db").execute("select payload from restricted").fetchall()
open("wrapped.age", "wb").write(rows[0][0])
PY
head -c 21 wrapped.age | grep -qx 'age-encryption.org/v1' || wrong "what is locked away is no age file"
[ "$(grep -ac '^-> X25519' wrapped.age)" = 1 ] || wrong "it is sealed to more than the recovery key"
grep -h AGE-SECRET org.recovery.txt >sheet.txt
expect 0 . "$BIN/resonance" age-open --identity sheet.txt wrapped.age
cmp -s "$work/.out" locked.sealed || wrong "the sheet does not open what was locked away"
expect 0 'report on' desk org show "$locked" --identity org.recovery.txt

# Released, it goes as it was asked for; then nothing is left of it in either form.
refuse 2 'a release needs a reason' desk org hold "$locked" --release --by "Jan Vos" --yes
expect 2 'nobody here to ask: Release and erase it' setsid -w "$BIN/resonance" hold "$locked" --release --reason Closed --by "Jan Vos" --org org
expect 0 "^Released $locked, and erased it" desk org hold "$locked" --release --reason "The charge is closed" --by "Jan Vos" --yes
[ "$(left wrapped.age org)" = 0 ] || wrong "what was locked away is still there"
expect 1 'on the ground asked, and cannot come back' desk org show "$locked" --identity org.recovery.txt
# None of the papers and rows holds a word of what was answered.
grep -rqaE 'try it out first|"answers"' org/ends.jsonl org/archive.mark org/log.head && wrong "content stands beside the archive"
desk org audit log --json | grep -qE 'charge|closed|Anna|Jan' && wrong "the log says more than who, what and whom"
expect 0 '^2 results by day' desk org list
finish
