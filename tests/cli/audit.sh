#!/bin/bash
# `resonance audit log`: who opened, exported, printed, erased what stands there before it goes out, by label
# and reference, without a word of it; a row that is changed, taken out or cut off is missed.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
for program in sqlite3 python3; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
expect 0 'Example: resonance audit log' "$BIN/resonance" help audit log
expect 0 '^0 rows' desk org audit log
vacancy_opened org 2 >codes
terminal_request data request.json
terminal_enrol org request.json config
person_sits config data codes "candidate 1" 11 order=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
handle=$(desk org list --json | sed 's/.*"handle":"\([^"]*\)".*/\1/')
desk org list --cards >/dev/null
desk org show "$handle" >/dev/null
desk org report "$handle" --format html --out page.html >/dev/null
desk org rescore "$handle" >/dev/null
desk org show "$handle" --identity org.recovery.txt >/dev/null
receipt=$(desk org report "$handle" --format json | sed 's/.*"receipt":"\([^"]*\)".*/\1/')
desk org show "$receipt" >/dev/null

# told: who, what, about, of each row
told() { desk "$1" audit log --json | python3 -c 'import json, sys; print("\n".join("|".join((r["who"], r["what"], r["about"], "signed" if r["is_signed"] else "")) for r in json.load(sys.stdin)["deeds"]))'; }
told org >rows
cat >wanted <<ROWS
no key|printed codes|deck|
signing|enrolled|Test terminal|signed
recruiter|listed||
recruiter|listed cards||
recruiter|opened|$handle|
recruiter|exported|$handle|
recruiter|scored again|$handle|
recovery|opened|$handle|
recruiter|exported|$handle|
recruiter|opened|$handle|
ROWS
same wanted rows
expect 0 '^10 rows, 1 of them signed; each follows the one before' desk org audit log
grep -qE '^ +2  20[0-9-]{8} [0-9:]{5} UTC  signing +enrolled +Test terminal  \(signed\)$' "$work/.out" || wrong "a row is told otherwise: $(cat "$work/.out")"
expect 0 'good +log +who did what here: each row follows the one before' desk org doctor
desk org audit log --json | grep -qiE 'try it out|Deck officer|[0-9A-Z]{4}(-[0-9A-Z]{4}){3}' && wrong "the log holds more than references"
told org >again
same rows again
refuse 1 'there is no result' desk org show nobody1
told org | wc -l | grep -qx 10 || wrong "what was not there was noted as opened"

# damaged SQL SENTENCE: a copy of the folder after that change; list still works
damaged() {
    rm -rf bent && cp -r org bent
    sqlite3 bent/archive.db "$1"
    expect 1 "^resonance audit log: the log is not whole: $2" desk bent audit log
    expect 1 "wrong +log" desk bent doctor
    python3 -c 'import json, sys; assert json.load(sys.stdin)["fault"]' < <(desk bent audit log --json 2>/dev/null) || wrong "the JSON says nothing of it"
}
damaged "update deed set who = 'somebody' where number = 5" 'something was changed in row 5'
damaged "update deed set about = '' where number = 10" 'something was changed in row 10'
damaged "delete from deed where number = 5" 'rows are missing before row 6'
damaged "delete from deed where number >= 9" 'rows were cut from the end: log.head names row 10'
damaged "delete from deed" 'rows were cut from the end: log.head names row 10'
damaged "drop table deed" 'rows were cut from the end: log.head names row 10'
damaged "update deed set signature = zeroblob(64) where number = 2" 'the signature is not that of the organization in row 2'
damaged "update deed set number = number + 1 where number = 10" 'rows are missing before row 11'
# What is read after rows were cut off does not make them forgotten, until somebody answers for the loss.
rm -rf bent && cp -r org bent
sqlite3 bent/archive.db "delete from deed where number >= 4"
for n in 4 5 6 7 8 9 10 11; do
    expect 1 'the log is not whole: ' desk bent audit log
    desk bent list >/dev/null
done
expect 1 'the log is not whole: log.head names another row 10' desk bent audit log
rm bent/log.head
desk bent list >/dev/null
expect 1 'the log is not whole: log.head is missing' desk bent audit log
refuse 2 'accepting a loss has a person who does it: --by NAME' desk bent audit accept --yes
expect 0 'Accepted by Anna Berg' desk bent audit accept --by "Anna Berg" --yes
expect 0 'each follows the one before' desk bent audit log
grep -q 'signing *accepted loss *Anna Berg *(signed)$' "$work/.out" || wrong "nobody answers for the loss: $(tail -3 "$work/.out")"
refuse 1 'nothing is missing here' desk bent audit accept --by "Anna Berg" --yes
desk bent show "$handle" >/dev/null
expect 0 'each follows the one before' desk bent audit log
rm -rf bent && cp -r org bent && rm bent/log.head
expect 1 'the log is not whole: log.head is missing' desk bent audit log
# All of it made anew, as who can write the folder may: the signed row is what they cannot make.
python3 - <<'PY'
import hashlib, json, shutil, sqlite3
shutil.copytree("org", "forged")
archive = sqlite3.connect("forged/archive.db")
archive.execute("update deed set who = 'somebody' where number = 1")
before = bytes(32)
for number, time, who, what, about in archive.execute("select number, time_s, who, what, about from deed order by number").fetchall():
    text = json.dumps({"about": about, "number": number, "previous": before.hex(), "time": time, "what": what, "who": who}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    hashed = hashlib.blake2b(text.encode(), digest_size=32, person=b"hf-log-v1").digest()
    archive.execute("update deed set previous = ?, hash = ? where number = ?", (before, hashed, number))
    before = hashed
archive.commit()
open("forged/log.head", "w").write(f"{number} {before.hex()}\n")
PY
expect 1 'the log is not whole: the signature is not that of the organization in row 2' desk forged audit log

# Erased: the deed stays, and who did it; the reference is all that is left.
expect 0 '^Erased' desk org erase "$handle" --ground asked --by "Anna Berg" --yes
told org | tail -1 | grep -qx "signing|erased|$handle|signed" || wrong "the erasure is not noted: $(told org | tail -1)"
cp org/keyset.json older.json
desk org key new --label second >/dev/null || wrong "no second key"
told org | tail -1 | grep -q '|changed keys|second|' || wrong "a new key is not noted"
# The set that counts says whose key that is, also where the power went before its file was written.
rm -rf bent && cp -r org bent && cp older.json bent/keyset.json
expect 0 . desk bent list --key second
told bent | tail -1 | grep -q '^second|listed|' || wrong "whose key it was is not noted: $(told bent | tail -1)"
# Whoever changes the keys signs: that row bears a signature, as that of the enrolment does.
expect 0 'rows, 3 of them signed; each' desk org audit log

# Two at once: each has its row, none is lost.
before=$(told org | wc -l)
for n in 1 2 3 4 5 6; do desk org list >/dev/null 2>>both & done
wait
[ "$(told org | wc -l)" = $((before + 6)) ] || wrong "six lists at once left $(($(told org | wc -l) - before)) rows: $(cat both)"
expect 0 'each follows the one before' desk org audit log

# Where the log cannot be written, it is said, and reading goes on.
rm -rf bent && cp -r org bent && rm bent/log.head && mkdir bent/log.head
expect 0 '^WARNING: this is not in the log of the desk: write bent/log.head: a folder stands there' desk bent profile status
finish
