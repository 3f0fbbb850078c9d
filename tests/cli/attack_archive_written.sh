#!/bin/bash
# Somebody can write to the folder of the desk and wants another result there. They put a terminal of
# their own into archive.db, or another key for one that is there, and sign with it; they change, cut or
# remove what the organization signed for. No result of theirs is read.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without sqlite
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
"$BIN/bench_sealed_copies" request key request.json
terminal_enrol org request.json config
"$BIN/bench_sealed_copies" seal key config 3 honest.bundle
expect 0 '3 new results' desk org import honest.bundle
expect 0 '^3 results' desk org list
cp -r org before
again() { rm -rf org && cp -r before org; }
sql() { python3 -c 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2]); d.commit(); d.close()' "$@"; }

# A terminal of their own: the row, and a bundle that its key signed.
"$BIN/bench_sealed_copies" request evil-key evil.json
"$BIN/bench_sealed_copies" seal evil-key config 4 evil.bundle
sql org/archive.db "DELETE FROM terminal"
"$BIN/bench_sealed_copies" enrol evil-key org/archive.db 1
expect 1 'evil.bundle was not imported: the signature of entry 1 is not that of its terminal' desk org import evil.bundle
expect 0 '^3 results' desk org list
expect 0 'each signed and linked' desk org doctor

# The key of the terminal that is there exchanged, and every entry signed anew by it.
public=$("$BIN/bench_sealed_copies" public evil-key)
sql org/archive.db "UPDATE terminal SET public_key = x'$public'"
python3 - "$BIN/bench_sealed_copies" <<'PYTHON'
import sqlite3, subprocess, sys
database = sqlite3.connect("org/archive.db")
for arrival, header in database.execute("SELECT arrival, header FROM entry").fetchall():
    open("header", "wb").write(header)
    signature = subprocess.check_output([sys.argv[1], "sign", "evil-key", "header"]).strip().decode()
    database.execute("UPDATE entry SET signature = ? WHERE arrival = ?", (bytes.fromhex(signature), arrival))
database.commit()
PYTHON
expect 1 'signature of entry 1 is not that of its terminal' desk org rescore --all
expect 1 'is not that of its terminal' desk org doctor
expect 1 'is not that of its terminal' desk org list
again

# What is signed for: a letter of it, its last line, all of it, a line of their own.
sed -i 's/"label":"Bench"/"label":"Lobby"/' org/roll.jsonl
expect 1 'roll.jsonl is not what the organization signed' desk org list
again
sed -i "s/\"device_key\":\"[0-9a-f]*\"/\"device_key\":\"$public\"/" org/roll.jsonl
expect 1 'roll.jsonl is not what the organization signed' desk org list
again
sed -i '$d' org/roll.jsonl # the enrolment goes, and with it every result of the terminal
expect 1 'never enrolled' desk org list
again
sed -i 1d org/roll.jsonl
expect 1 'roll.jsonl, line 1: a statement before it was changed or is missing' desk org list
again
tail -1 org/roll.jsonl >>org/roll.jsonl
expect 1 "roll.jsonl, line $(wc -l <org/roll.jsonl): a statement before it" desk org list
again
: >org/roll.jsonl
expect 1 'roll.jsonl, line 1: nothing stands in it' desk org list
again
cp org/roll.jsonl kept
for ((at = 5; at < $(stat -c %s kept); at += 31)); do
    head -c $at kept >org/roll.jsonl
    printf '#' >>org/roll.jsonl
    tail -c +$((at + 2)) kept >>org/roll.jsonl
    desk org list >said 2>&1 && wrong "byte $at of the roll may be changed"
    grep -q 'roll.jsonl' said || wrong "byte $at: $(tail -1 said)"
done
again
rm org/roll.jsonl
expect 1 'roll.jsonl was removed: nothing here says which terminals' desk org list
again

# All of it exchanged: the key of the organization for one of their own, with everything signed anew. The
# key that opens results knows better, and so does the sheet.
ORGANIZATION_PASSPHRASE="quite another passphrase" organization_new evil "Northwind Ferries" >/dev/null
for file in keys/organization.pub keys/signing.key roll.jsonl keyset.json; do cp "evil/$file" "org/$file"; done
ORGANIZATION_PASSPHRASE="quite another passphrase" terminal_enrol org evil.json evil-config
"$BIN/bench_sealed_copies" seal evil-key evil-config 2 exchanged.bundle
sql org/archive.db "DELETE FROM entry"
expect 0 '2 new results' desk org import exchanged.bundle
words=$(desk before key words signing)
for command in list "rescore --all" "norm show"; do
    # shellcheck disable=SC2086
    expect 1 "keys/organization.pub is not the key of the organization that yours belongs to, which has the words .$words" desk org $command
done
expect 1 'is not the key of the organization' "$BIN/resonance" list --org org --identity org.recovery.txt
again
# A key file from before, which knows no organization, is told of; a new key knows it.
expect 0 '^3 results' desk org list
grep -q 'does not know its organization' "$work/.err" && wrong "a new key does not know its organization"
expect 0 '^3 results' "$BIN/resonance" list --org org --identity org.recovery.txt
grep -q 'does not know its organization' "$work/.err" && wrong "a sheet does not know its organization"
grep -v '^#' org.recovery.txt >bare
expect 0 'note: the key that opens results here does not know its organization' "$BIN/resonance" list --org org --identity bare
tally $refusals refused forgeries
finish
