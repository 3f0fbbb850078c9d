#!/bin/bash
# `resonance key rotate`, `retire` and `recover`: people come and go, passphrases are forgotten, and
# what was sealed stays open to those who may read it.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
vacancy_opened org 5 >codes
terminal_request data request.json
terminal_told data "$(desk org key words signing)"
cp org.recovery.txt first-sheet

# change WORD...: with the present passphrase, which is that of the signing key, too, and then a new one
next="eight brisk herons wade across"
change() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"$'\n'"$ORGANIZATION_PASSPHRASE"$'\n'"$next"; }
# after_change: from now on the new passphrase is the present one
after_change() { ORGANIZATION_PASSPHRASE=$next next="$next once more"; }
# sits NUMBER: the terminal is enrolled with the keys of now, and a person's result comes to the desk
sits() {
    rm -rf config
    "$BIN/resonance" enrol request.json --words "$(cat request.json.words)" --out config --org org --passphrase-fd 9 9<<<"${signing:-$ORGANIZATION_PASSPHRASE}" >/dev/null
    person_sits config data codes "candidate $1" "$1" order=2 || wrong "person $1 could not answer"
    "$BIN/resonance-kiosk" --export bundle --config config --data data >/dev/null
    expect 0 '1 new|imported|came' desk org import bundle
    rm bundle
}
# opens COUNT COMMAND...: a list that shows COUNT people and tells of no closed result
opens() {
    local count=$1
    shift
    expect 0 '' "$@" --json
    [ "$(grep -o '"handle"' "$work/.out" | wc -l)" = "$count" ] || wrong "$*: not $count people"
}

sits 1
opens 1 desk org list

# A new key in the place of the old one: both open with the new passphrase, from the same file.
expect 0 'Example: resonance key rotate' "$BIN/resonance" key rotate --help
refuse 1 'there is no key "nobody"' change key rotate nobody
next=short refuse 1 'at least 14 characters' change key rotate recruiter
cp org/keyset.json before.json
cp org/keys/recruiter.key before.key
ORGANIZATION_PASSPHRASE="this is not the one" refuse 1 'does not open keys/recruiter.key' \
    change key rotate recruiter
same org/keyset.json before.json
same org/keys/recruiter.key before.key
expect 0 'version 2' change key rotate recruiter
grep -q 'opened the signing key, too' "$work/.out" || wrong "it is not said that the signing key follows"
cmp -s org/keys/recruiter.key before.key && wrong "the file of the key is the old one"
[ "$(grep -o '"label":"recruiter"' org/keyset.json | wc -l)" = 1 ] || wrong "the set names the key not once"
refuse 1 'does not open keys/recruiter.key' desk org list
expect 1 'does not open keys/signing.key' desk org enrol request.json --words "$(cat request.json.words)" --out nowhere
after_change
opens 1 desk org list
sits 2
opens 2 desk org list
opens 2 "$BIN/resonance" list --org org --identity first-sheet
expect 0 'version 3' change key rotate recruiter
after_change
sits 3
opens 3 desk org list

# The recovery key: a new sheet; the old one opens what is from before.
refuse 1 'is there already' desk org key rotate recovery --recovery-out first-sheet
expect 0 'version 4' desk org key rotate recovery --recovery-out second-sheet
[ "$(stat -c %a second-sheet)" = 600 ] || wrong "others can read the sheet"
grep -rqF "$(grep '^AGE-SECRET-KEY-1' second-sheet)" org && wrong "the secret of the sheet is in the folder"
sits 4
opens 4 desk org list
expect 1 'that were tried is among them' "$BIN/resonance" list --org org --identity first-sheet
[ "$(grep -c WARNING "$work/.err")" = 1 ] || wrong "the first sheet opens not all but one"
cat first-sheet second-sheet >both-sheets
opens 4 "$BIN/resonance" list --org org --identity both-sheets

# Somebody comes for a time, and leaves.
refuse 2 '"tomorrow" is not a day' desk org key new --label anna --until tomorrow
refuse 2 '"2027-02-30" is not a day' desk org key new --label anna --until 2027-02-30
refuse 2 'is in the past' desk org key new --label anna --until 2020-01-01
expect 0 'version 5' desk org key new --label anna --until 2199-12-31
expect 0 'anna .*until 2199-12-31' desk org key list
expect 0 '"label":"anna","recipient":"[a-z0-9]*","role":"recruiter","until":"2199-12-31"' desk org key list --json
expect 0 '"label":"recovery","recipient":"[a-z0-9]*","role":"recovery","until":null' desk org key list --json
expect 0 'version 6' desk org key new --label bea --until "$(date -u -d '+3 days' +%F)"
expect 0 'the last day of the key bea is' desk org doctor
expect 0 'version 7' desk org key retire bea
expect 0 'Example: resonance key retire' "$BIN/resonance" key retire --help
refuse 1 'there is no key "nobody"' desk org key retire nobody
refuse 1 'one of them for recovery' desk org key retire recovery
expect 0 'version 8' desk org key retire anna
grep -q anna org/keyset.json && wrong "the set still names who left"
refuse 1 'one of them for recovery' desk org key retire recruiter
sits 5
opens 5 desk org list
expect 1 'the time of anna here is over' desk org list --key anna

# A passphrase is forgotten: the sheets open what was sealed, and a new key takes their place.
signing=$ORGANIZATION_PASSPHRASE
fresh() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$signing"$'\n'"$next"; }
expect 0 'Example: resonance key recover' "$BIN/resonance" key recover --help
organization_new other "Another" >/dev/null
refuse 1 'holds no recovery key of the present set of keys' fresh key recover recruiter --identity other.recovery.txt
refuse 1 'a recovery key has no passphrase' fresh key recover recovery --identity both-sheets
refuse 2 '--identity and its value' fresh key recover recruiter
expect 0 'version 9' fresh key recover recruiter --identity both-sheets
grep -q 'passphrase now opens the recovery key too' "$work/.out" || wrong "what this means for the sheet is not said"
refuse 1 'does not open keys/recruiter.key' desk org list
after_change
opens 5 desk org list
expect 0 'the same, 0 different' desk org rescore --all
expect 0 '' desk org doctor
nothing_beside org/keys/recruiter.key

# The passphrase that signs is forgotten: the sheet has the key. A wrong letter is told, another sheet refused.
only() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"a passphrase for signing alone"; }
refuse 1 'is not that of keys/organization.pub' only key recover signing --identity other.recovery.txt
grep '^AGE' second-sheet >bare-sheet
refuse 1 'bare-sheet holds no signing key' only key recover signing --identity bare-sheet
letter=$(grep -o 'RESONANCE-SIGNING-KEY-1[0-9A-Z]*' second-sheet | cut -c 40)
sed "s/\(RESONANCE-SIGNING-KEY-1.\{16\}\)./\1$([ "$letter" = Q ] && echo P || echo Q)/" second-sheet >wrong-sheet
refuse 2 'wrong-sheet: the line of the signing key: ' only key recover signing --identity wrong-sheet
expect 0 'Recovered the signing key' only key recover signing --identity second-sheet
expect 1 'does not open keys/signing.key' desk org enrol request.json --words "$(cat request.json.words)" --out nowhere
expect 0 'Configuration' only enrol request.json --words "$(cat request.json.words)" --out config
opens 5 desk org list
# Whoever has none is offered six words, other ones each time.
if command -v python3 >/dev/null; then
    offered() { python3 "$SOURCE/tests/kit/offered.py" "a passphrase for signing alone" "$BIN/resonance" key passphrase signing --org org; }
    first=$(offered) again=$(offered)
    [ "$(wc -w <<<"$first")" = 6 ] && [ "$first" != "$again" ] || wrong "offered are \"$first\" and \"$again\""
fi
# Another passphrase for each, and no way in for the one before.
lines() { "$BIN/resonance" "${@:2}" --org org --passphrase-fd 9 9<<<"$1"; }
expect 0 'Example: resonance key passphrase' "$BIN/resonance" key passphrase --help
refuse 1 'the secret of a key "nobody" is not here' only key passphrase nobody
expect 0 'has another passphrase now' lines "a passphrase for signing alone"$'\n'"and another one for signing" key passphrase signing
expect 1 'does not open keys/signing.key' only enrol request.json --words "$(cat request.json.words)" --out config
expect 0 'has another passphrase now' lines "$ORGANIZATION_PASSPHRASE"$'\n'"my own new passphrase" key passphrase recruiter
refuse 1 'does not open keys/recruiter.key' desk org list
ORGANIZATION_PASSPHRASE="my own new passphrase"
opens 5 desk org list
grep -rqF "$ORGANIZATION_PASSPHRASE" org && wrong "the passphrase is on the disk"
finish
