#!/bin/bash
# Somebody copies the disk of a terminal to sign results of their own, and to guess codes. Where the system
# gives the ledger a credential, neither the key that signs nor the secret of the codes is on it any more,
# in no file and no free page, wherever the power went while they were sealed; without that credential, or
# with another one, nobody can sit, and what was sealed comes home all the same.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite preload
. "$SOURCE/tests/kit/steps.sh"
steps_chosen
organization_opened 4
head -c 48 /dev/urandom >key
mkdir given other short
cp key given/resonance-ledger
head -c 48 /dev/urandom >other/resonance-ledger
head -c 31 /dev/urandom >short/resonance-ledger
sits() { person_sits config "$2" codes "candidate $1" "$1" order=1 >said 2>&1; }
kiosk() { "$BIN/resonance-kiosk" "$@" --config config; }
with() { # FOLDER COMMAND...
    CREDENTIALS_DIRECTORY=$PWD/$1 "${@:2}"
}
sits 1 data || wrong "nobody can sit before: $(cat said)"
kiosk --doctor --data data >told.txt 2>&1
grep -q '^note  keys: the key that signs and the secret of the codes lie in ledger.db' told.txt || wrong "the doctor does not say where they lie: $(cat told.txt)"
python3 - data/ledger.db <<'PYTHON' >secrets
import sqlite3, sys
for name, sealed in sqlite3.connect(sys.argv[1]).execute("SELECT name, sealed FROM identity WHERE name IN ('signing-key', 'device-secret')"):
    print(sealed[:32].hex())
PYTHON
[ "$(wc -l <secrets)" = 2 ] || wrong "the secrets were not found"
# found_in DATA: how many of them, or of their halves, lie in its files
found_in() {
    python3 - "$1" <<'PYTHON'
import os, sys
files = [open(os.path.join(sys.argv[1], name), "rb").read() for name in os.listdir(sys.argv[1])]
halves = [half for line in open("secrets") for half in (line[:32], line[32:64])]
print(sum(bytes.fromhex(half) in held for half in halves for held in files))
PYTHON
}
[ "$(found_in data)" = 4 ] || wrong "the search finds $(found_in data) of 4 halves before"
cp -r data before

# ---- sealed, wherever the power goes ----
for ((at = first; at < 300; at += stride)); do
    rm -rf cut
    cp -r before cut
    KILL_AT_STEP=$at LD_PRELOAD=$work/kill.so CREDENTIALS_DIRECTORY=$PWD/given "$BIN/resonance-kiosk" --request cut.json --label "Test terminal" --data cut >told.txt 2>&1
    [ $? = 137 ] || break
    with given "$BIN/resonance-kiosk" --request cut.json --label "Test terminal" --data cut >told.txt 2>&1 || wrong "step $at: $(cat told.txt)"
    with given kiosk --doctor --data cut >told.txt 2>&1
    grep -q '^ok  *signing key' told.txt && grep -q '^ok  *made for this terminal' told.txt || wrong "step $at: $(cat told.txt)"
    [ "$(found_in cut)" = 0 ] || wrong "step $at: they are there still"
    [ "$faults" = 0 ] || finish
done
[ "$at" -gt 5 ] || wrong "there are only $at steps"
tally $(((at - first) / stride)) kills

# ---- at work ----
with given sits 2 data || wrong "nobody can sit: $(cat said)"
[ "$(found_in data)" = 0 ] || wrong "$(found_in data) halves are there still"
kiosk --doctor --data data >told.txt 2>&1
grep -q '^ok    signing key: sealed to this machine, which opens it for the terminal only$' told.txt && grep -q '^ok  *made for this terminal' told.txt &&
    grep -q '^ok  *sealed results' told.txt && ! grep -q '^note  keys' told.txt || wrong "the doctor says: $(cat told.txt)"
expect 0 'sealed and' kiosk --export home.bundle --data data
expect 0 '2 new results' desk org import home.bundle
expect 0 'signed and linked' desk org doctor
printf '%s\n' 'size 1920x1080 width-mm 476' 'tap "Start"' 'code candidate 1' 'expect text "already been used"' >again.story
with given "$BIN/resonance-story" --config config --data data --codes codes --from 1 --clock "$(($(date +%s) + 50 * 3600))000,1000000" again.story >said 2>&1 || wrong "a used code is not used any more: $(tail -2 said)"

# ---- the copy ----
cp -r data stolen
sits 3 stolen && wrong "whoever copied the disk can seal"
with other sits 3 stolen && wrong "another machine can seal"
with short sits 3 stolen && wrong "a key of 31 bytes is taken"
with other kiosk --doctor --data stolen >told.txt 2>&1
grep -q 'WRONG data folder: the credential of this machine does not open the key of this terminal' told.txt || wrong "the doctor of another machine says: $(cat told.txt)"
with short kiosk --doctor --data stolen >told.txt 2>&1
grep -q 'WRONG data folder: the credential resonance-ledger has fewer than 32 bytes' told.txt || wrong "the doctor says: $(cat told.txt)"
# What another one put in its place is no key of this terminal.
python3 - <<'PYTHON'
import sqlite3
ledger = sqlite3.connect("stolen/ledger.db")
pieces = dict(ledger.execute("SELECT name, sealed FROM identity WHERE name LIKE '%-sealed'"))
for name, other in (("signing-key-sealed", "device-secret-sealed"), ("device-secret-sealed", "signing-key-sealed")):
    ledger.execute("UPDATE identity SET sealed = ? WHERE name = ?", (pieces[other], name))
ledger.commit()
PYTHON
with given sits 3 stolen && wrong "the secrets can change places"
with given sits 3 data || wrong "the terminal itself does not go on: $(cat said)"
finish
