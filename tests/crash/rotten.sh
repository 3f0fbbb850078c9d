#!/usr/bin/env bash
# The disk of a terminal rots: single bits of its key and of what it has sealed are other ones, or rows of
# its ledger are gone. No session begins with a key whose results no desk would take; what is damaged is
# named by the terminal's doctor, by export and by import, and all the rest comes home.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 6 >codes
terminal_request sound request.json
terminal_enrol org request.json config
for person in 1 2 3 4; do person_sits config sound codes "candidate $person" $person order=2 || wrong "person $person"; done
sql() { python3 -c 'import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
for row in database.execute(sys.argv[2]): print(*row)
database.commit()' "$1" "$2"; }
# rot DATA TABLE COLUMN WHERE AT: one bit of byte AT of a value is another one
rot() { python3 -c 'import sqlite3, sys
path, table, column, where, at = sys.argv[1:]
database = sqlite3.connect(path + "/ledger.db")
value = bytearray(database.execute(f"SELECT {column} FROM {table} WHERE {where}").fetchone()[0])
value[int(at)] ^= 4
database.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (bytes(value),))
database.commit()' "$@"; }
kiosk() { "$BIN/resonance-kiosk" "$@" --config config; }
fresh() { rm -rf "$1" && cp -r sound "$1"; }
begins() { # DATA STORY-LINE...
    local data=$1
    shift
    printf '%s\n' 'size 1280x720 width-mm 300' "$@" >story
    "$BIN/resonance-story" --config config --data "$data" --codes codes story
}

# ---- the key with which the terminal signs: either half of it ----
for at in 3 40; do
    fresh data
    rot data identity sealed "name = 'signing-key'" $at
    expect 1 'WRONG signing key: .*is damaged.*export what is sealed here' kiosk --doctor --data data
    expect 0 'holds' begins data 'expect screen staff' 'expect text "fault 109"'
    refuse 1 'key with which this terminal signs is damaged' "$BIN/resonance-kiosk" --request r.json --label "Rotten" --data data
    [ ! -e r.json ] || wrong "a request with a rotten key"
    # What was sealed before goes home all the same.
    expect 0 'holds entries 1 to 8, sealed and read back' kiosk --export key.bundle --data data
    cp -r org home
    expect 0 '4 new results' desk home import key.bundle
    rm -rf home key.bundle
done
fresh data
expect 0 'holds' begins data 'expect screen attract'

# ---- the content of one result ----
fresh data
reference() { desk "$1" list --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p'; }
rot data entry payload 'sequence = 4' 9000
expect 1 'WRONG sealed results: 1 of 8 entries are damaged, result ..-.. \(entry 4\): its sealed content' kiosk --doctor --data data
expect 1 'result ..-.. \(entry 4\): its sealed content is damaged' kiosk --export rotten.bundle --data data
grep -q 'read back' .out && wrong "the export says that all is well"
damaged=$(sed -n 's/.*result \(..-..\) (entry 4).*/\1/p' .err | head -1)
cp -r org home
expect 1 "WARNING: result $damaged \(entry 4\) came without its content, which is damaged" desk home import rotten.bundle
grep -q '1 of 8 entries of rotten.bundle are damaged' .err || wrong "import does not say how many"
grep -q 'Delete from the stick' .out && wrong "a damaged bundle is to be deleted"
expect 0 '3 results' desk home list
grep -q '1 more without content' .out || wrong "what came without its content is not told"
expect 0 '0 new results, 0 other new entries, 8 were here before' desk home import rotten.bundle
expect 0 'signed and linked' desk home doctor
# A sound copy of the bundle still brings the content.
fresh data
expect 0 'sealed and read back' kiosk --export sound.bundle --data data
expect 0 '8 were here before|1 new result' desk home import sound.bundle
expect 0 '4 results' desk home list
rm -rf home

# ---- the signature, the header, a column, and whole rows ----
damaged() { # WHAT STATEMENT-OR-ROT... : the others come home, and 6 is named
    local what=$1 name=$2
    expect 1 "WRONG sealed results: .*$what" kiosk --doctor --data data
    expect 1 "$what" kiosk --export rotten.bundle --data data
    cp -r org home
    expect 1 "WARNING: $name" desk home import rotten.bundle
    expect 0 '3 results' desk home list
    expect 1 'entries 6 to 6 .* have not come|entries 5 to 6' desk home doctor
    # The entry that was missing comes with a sound copy.
    expect 0 'sound.bundle: .* 1 new result' desk home import sound.bundle
    expect 0 '4 results' desk home list
    rm -rf home
}
fresh data
rot data entry signature 'sequence = 6' 5
damaged 'result ..-.. \(entry 6\): its signature is damaged' 'entry 6 was left out'
for at in 0 50 100 220; do
    fresh data
    rot data entry header 'sequence = 6' $at
    damaged '\(entry 6\): its header is damaged' 'entry 6 was left out'
done
fresh data
sql data/ledger.db 'DELETE FROM entry WHERE sequence = 6'
expect 1 'WRONG sealed results: ' kiosk --doctor --data data
expect 1 'entry 6: it is gone' kiosk --export rotten.bundle --data data
cp -r org home
expect 1 'WARNING: entry 6 was left out' desk home import rotten.bundle
expect 0 '3 results' desk home list

# All of it rotten is no bundle of this terminal.
fresh data
for n in 1 2 3 4 5 6 7 8; do rot data entry signature "sequence = $n" 5; done
expect 1 '8 of 8 entries are damaged' kiosk --export rotten.bundle --data data
expect 1 'rotten.bundle was not imported: the signature of entry 1 is not that of its terminal' desk home import rotten.bundle
finish
