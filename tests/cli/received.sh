#!/bin/bash
# The next configuration tells a terminal what the desk has. It drops those copies and keeps its chain; it
# exports what is new, or all, and a used code stays used. What it is told of another terminal, of entries that it has
# not, or less than before, is refused by name, and then nothing goes.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_opened 8
[ -e config/received.json ] && wrong "nothing has come, and the terminal is told that it has"

sits() { person_sits "${2:-config}" "${3:-data}" codes "candidate $1" "$1" order=1 || wrong "candidate $1 could not answer"; }
# here DATA: the entries of results whose content is still on the terminal
here() {
    python3 -c 'import sqlite3, sys
print(*(row[0] for row in sqlite3.connect(sys.argv[1]).execute("SELECT sequence FROM entry WHERE type = 1 AND payload IS NOT NULL ORDER BY sequence")))' "${1:-data}/ledger.db"
}
doctor() {
    terminal_begins "${1:-config}" "${2:-data}" >told.txt
    "$BIN/resonance-kiosk" --doctor --config "${1:-config}" --data "${2:-data}" >>told.txt 2>&1
}
started() {
    doctor "$@"
    for good in 'made for this terminal' 'sealed results' 'what the desk has received'; do
        grep -q "^ok  *$good" told.txt || wrong "the terminal is not well: $(cat told.txt)"
    done
}
exported() { expect 0 "$1" "$BIN/resonance-kiosk" --export "${2:-all.bundle}" ${3:-} --config config --data data; }

sits 1
sits 2
exported 'entries 1 to 4, sealed'
size=$(stat -c %s data/ledger.db)
cp -r data data-before
expect 0 '2 new results' desk org import all.bundle
started
[ "$(here)" = "2 4" ] || wrong "results go before the terminal is told: $(here)"
sits 3 # is not home yet
cp -r config config-before
terminal_enrol org request.json config
grep -q '"sequence":4' config/received.json || wrong "the terminal is told: $(cat config/received.json)"
# What is sealed between import and configuration stays.
started
[ "$(here)" = "6" ] || wrong "the terminal keeps $(here) instead of 6"
[ "$(stat -c %s data/ledger.db)" -lt "$size" ] || wrong "the ledger is as large as before"
exported 'entries 5 to 6, sealed' new.bundle
expect 0 '1 new result, 1 other new entry, 0 were here before' desk org import new.bundle
expect 0 'signed and linked' desk org doctor
exported 'entries 1 to 6, sealed' all.bundle --all
expect 0 '0 new results, 0 other new entries, 6 were here before' desk org import all.bundle
grep -q WARNING .err && wrong "what was dropped because it came is a warning: $(cat .err)"
terminal_enrol org request.json config
started
[ -z "$(here)" ] || wrong "the terminal keeps $(here)"
refuse 1 'the desk has received all that was sealed here, and nothing was sealed since; --all' "$BIN/resonance-kiosk" --export none.bundle --config config --data data
[ -e none.bundle ] && wrong "an empty bundle is written"
expect 0 '^3 results' desk org list
expect 0 '3 the same, 0 different' desk org rescore --all
# When the day is over on which its profile would be shown again.
printf '%s\n' 'size 1920x1080 width-mm 476' "clock $(($(date +%s) + 50 * 3600))" 'tap "Start"' 'code candidate 1' 'expect screen code' 'expect text "already been used"' >again.story
"$BIN/resonance-story" --config config --data data --codes codes again.story >said 2>&1 || wrong "a used code is not used any more: $(tail -1 said)"

# The ledger stays as large as what is not home, and headers, however many come.
sits 4
flat=$(stat -c %s data/ledger.db)
for n in 5 6; do
    exported 'sealed' new.bundle
    expect 0 '1 new result' desk org import new.bundle
    terminal_enrol org request.json config
    started
    sits $n
done
[ "$(here)" = 12 ] || wrong "the terminal keeps $(here)"
[ "$(stat -c %s data/ledger.db)" -lt $((flat + 24 * 1024)) ] || wrong "the ledger grows from $flat to $(stat -c %s data/ledger.db)"

# Erased at the desk, dropped here: both at once.
exported 'sealed' new.bundle
expect 0 '1 new result' desk org import new.bundle
handle=$(desk org list --cards --json | tr '{' '\n' | sed -n 's/^"card":6,.*"handle":"\([^"]*\)".*/\1/p')
expect 0 'Its terminal erases' desk org erase "$handle" --ground asked --by "Ann Lee" --yes
terminal_enrol org request.json config
started
[ -z "$(here)" ] || wrong "the terminal keeps $(here)"

# What came without its content is told to be missing, stays, and is brought by the next bundle.
sits 7
exported 'entries 13 to 14' new.bundle
python3 - <<'PY'
bundle = bytearray(open("new.bundle", "rb").read())
bundle[len(bundle) - 5000] ^= 1
open("rotten.bundle", "wb").write(bundle)
PY
expect 1 'came without its content, which is damaged' desk org import rotten.bundle
terminal_enrol org request.json config
grep -q '"missing":\[{"sequence":14}\]' config/received.json || wrong "the terminal is told: $(cat config/received.json)"
started
[ "$(here)" = 14 ] || wrong "the terminal dropped what the desk has not: $(here)"
exported 'entries 14 to 14' new.bundle
expect 0 '1 new result, 0 other' desk org import new.bundle
expect 0 '6 the same, 0 different' desk org rescore --all
terminal_enrol org request.json config
started
[ -z "$(here)" ] || wrong "the terminal keeps $(here)"

# A configuration of before is refused as ever; one whose word was changed, too.
expect 1 'number 2, but number [0-9]* was here before|number 1, but number' "$BIN/resonance-kiosk" --doctor --config config-before --data data
cp -r config changed
sed -i 's/"sequence":14/"sequence":12/' changed/received.json
doctor changed
grep -q 'received.json is not the file that was signed' told.txt || wrong "a changed word is taken: $(cat told.txt)"
rm -rf changed

# The disk is put back to before anything was received: it is told to have written what it has not, keeps all,
# and goes on; once its branch is home, it is told of that.
rm -rf data-back
cp -r data-before data-back
doctor config data-back
grep -q '^WRONG what the desk has received: .*entry 14, .*this terminal has not written it: its disk was put back' told.txt || wrong "a disk that was put back is not named: $(cat told.txt)"
[ "$(here data-back)" = "2 4" ] || wrong "a disk that was put back drops $(here data-back)"
sits 8 config data-back
"$BIN/resonance-kiosk" --export back.bundle --config config --data data-back >/dev/null || wrong "no export"
expect 0 '1 new result' desk org import back.bundle
terminal_enrol org request.json config
started config data-back
[ -z "$(here data-back)" ] || wrong "the branch keeps $(here data-back)"

# An organization of the test's own signs what no desk would.
command -v minisign >/dev/null || { echo "the words that no desk gives are not tried: minisign is not installed"; finish; }
rm -rf own own-data
cp -r config own
cp -r data-before own-data
signed() {
    printf '%s' "$1" >own/received.json
    config_sign_anew own keys
}
python3 - <<'PY' >facts
import sqlite3
database = sqlite3.connect("data-before/ledger.db")
(device,), = database.execute("SELECT sealed FROM identity WHERE name = 'device-id'").fetchall()
print(device.hex())
for sequence, hash_ in database.execute("SELECT sequence, entry_hash FROM entry ORDER BY sequence"):
    print(hash_.hex())
PY
device=$(sed -n 1p facts)
entry() { sed -n "$(($1 + 1))p" facts; }
word() { printf '{"device_id":"%s","entry":"%s","missing":[%s],"sequence":%s}' "$1" "$2" "$3" "$4"; }
signed "$(word "$device" "$(entry 2)" "" 2)"
python3 - <<'PY'
import sqlite3
database = sqlite3.connect("own-data/ledger.db")
database.execute("DELETE FROM identity WHERE name = 'organization'")
database.commit()
PY
terminal_told own-data "$(public_words keys.pub)"
# refused PATTERN KEPT: by name, and what is kept then; the terminal goes on
refused() {
    doctor own own-data
    grep -qE "^WRONG what the desk has received: $1" told.txt || wrong "not refused with \"$1\": $(cat told.txt)"
    grep -qE "note: $1" told.txt || wrong "whoever reads the journal is not told: $(cat told.txt)"
    grep -q '^ok  *made for this terminal' told.txt || wrong "the terminal does not go on: $(cat told.txt)"
    [ "$(here own-data)" = "$2" ] || wrong "it keeps \"$(here own-data)\" instead of \"$2\""
}
signed "$(word 00112233445566778899aabbccddeeff "$(entry 4)" "" 4)"
refused '.*said of another terminal' '2 4'
signed "$(word "$device" "$(entry 3)" "" 4)"
refused '.*entry 4, .*this terminal has not written it' '2 4'
signed "$(word "$device" "$(entry 4)" "" 400)"
refused '.*entry 400, .*this terminal has not written it' '2 4'
signed "$(word "$device" "$(entry 4)" '{"sequence":2}' 4)"
started own own-data
[ "$(here own-data)" = 2 ] || wrong "of 2 and 4, 2 missing, it keeps $(here own-data)"
signed "$(word "$device" "$(entry 2)" "" 2)"
refused 'the desk has received entries up to 2, .* an earlier one said up to 4' '2'
for bad in "$(word "$device" "$(entry 4)" '{"sequence":5}' 4)" "$(word "$device" "$(entry 4)" "" 0)" "{}" \
    "$(word "$device" "$(entry 4)" '{"sequence":2},{"sequence":2}' 4)"; do
    signed "$bad"
    doctor own own-data
    grep -q '^WRONG signed configuration: .*received.json' told.txt || wrong "$bad is taken: $(cat told.txt)"
    [ "$(here own-data)" = 2 ] || wrong "$bad drops something"
done
finish
