#!/bin/bash
# A terminal is stolen: its key lies on its disk, and it may go on signing for ever. It is retired: what
# it sealed before stays, nothing that comes later is taken, whether it comes in a bundle or is written
# into the archive. Another machine takes its place.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
vacancy_opened org 6 >codes
expect 0 'No terminal is enrolled yet' desk org terminal list
terminal_request data request.json
terminal_enrol org request.json config
person_sits config data codes "candidate 1" 1 || wrong "person 1 could not answer"
terminal_collect config data org one.bundle >/dev/null || wrong "the first result does not come home"

# Every enrolment is another epoch, and the entries of all of them are one chain.
terminal_enrol org request.json config
grep -q '"epoch":2' config/terminal.json || wrong "another enrolment is no other epoch"
person_sits config data codes "candidate 2" 2 || wrong "person 2 could not answer"
terminal_collect config data org two.bundle >/dev/null || wrong "a result of the second enrolment does not come home"
expect 0 '^2 results' desk org list
expect 0 'each signed and linked' desk org doctor
expect 0 'Test terminal +enrolled on 20.* enrolment 2' desk org terminal list
number=$(grep -o '"device_id":"[0-9a-f]\{8\}' request.json | cut -d'"' -f4)
grep -q "$number" "$work/.out" || wrong "the number is not shown"
grep -qF "$(cat request.json.words)" "$work/.out" || wrong "the words of the terminal are not shown"
expect 0 "\"epoch\":2.*\"retired\":null" desk org terminal list --json

# Retired, after a yes and with the passphrase that signs.
cp -r org before
expect 0 'Example: resonance terminal retire' "$BIN/resonance" terminal retire --help
refuse 1 'there is no terminal "Lobby"' desk org terminal retire Lobby
refuse 1 'there is no terminal "abc"' desk org terminal retire abc
expect 2 'there is nobody here to ask: Retire it\? Answer with --yes' \
    setsid "$BIN/resonance" terminal retire "$number" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
ORGANIZATION_PASSPHRASE="this is not the one" expect 1 'does not open keys/signing.key' desk org terminal retire "$number" --yes
same org before
last=$(python3 -c 'import sqlite3; print(sqlite3.connect("org/archive.db").execute("SELECT max(sequence) FROM entry").fetchone()[0])')
expect 0 "Retired .Test terminal.\. No entry after $last" desk org terminal retire "$number" --yes
expect 0 "retired on 20.* after entry $last" desk org terminal list
refuse 1 'was retired on 20.* already' desk org terminal retire "$number" --yes
expect 0 '^2 results' desk org list

# The thief goes on with it.
person_sits config data codes "candidate 3" 3 || wrong "the stolen terminal does not work"
"$BIN/resonance-kiosk" --export stolen.bundle --config config --data data >/dev/null
expect 1 "stolen.bundle was not imported: the terminal \"Test terminal\" was retired on 20.* after its entry $last; entry $((last + 1)) came later and is not used" \
    desk org import stolen.bundle
expect 0 '^2 results' desk org list
expect 0 '2 were here before|were here before' desk org import two.bundle
expect 1 'was retired on 20.*empty data folder' desk org enrol request.json --words "$(cat request.json.words)" --out config-2
# The same rows, taken in before it was retired and put into the archive of now.
cp -r before other
expect 0 '1 new result' desk other import stolen.bundle
cp other/archive.db org/archive.db
rm -f org/archive.db-wal org/archive.db-shm
expect 1 'was retired on 20.* came later and is not used' desk org rescore --all
expect 1 'was retired on 20' desk org doctor
cp before/archive.db org/archive.db

# Another machine in the place of one that still works.
terminal_request data-2 second.json
terminal_enrol org second.json config-2
person_sits config-2 data-2 codes "candidate 4" 4 || wrong "person 4 could not answer"
terminal_collect config-2 data-2 org three.bundle >/dev/null
second=$(grep -o '"device_id":"[0-9a-f]\{8\}' second.json | cut -d'"' -f4)
terminal_request data-3 third.json
terminal_told data-3 "$(desk org key words signing)"
refuse 1 'there is no terminal' desk org terminal replace 00000000 third.json --words "$(cat third.json.words)" --out config-3
expect 2 'that it should replace' desk org terminal replace "$second" second.json --words "$(cat second.json.words)" --out config-3
expect 1 'other words than those of --words' desk org terminal replace "$second" third.json --words "$(cat second.json.words)" --out config-3
expect 0 'is retired with that, after entry' desk org terminal replace "$second" third.json --words "$(cat third.json.words)" --out config-3
[ "$(desk org terminal list | grep -c 'retired on')" = 2 ] || wrong "the terminal that was replaced is not retired"
person_sits config-3 data-3 codes "candidate 5" 5 || wrong "the new machine does not work"
terminal_collect config-3 data-3 org four.bundle >/dev/null || wrong "its result does not come home"
person_sits config-2 data-2 codes "candidate 6" 6
"$BIN/resonance-kiosk" --export late.bundle --config config-2 --data data-2 >/dev/null
expect 1 'late.bundle was not imported: the terminal .* was retired' desk org import late.bundle
expect 0 '^4 results' desk org list
tally $refusals refused forgeries
finish
