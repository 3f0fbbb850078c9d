#!/bin/bash
# Somebody wants to read along. At the desk: a key of theirs in keyset.json. On a terminal whose program
# they changed: results sealed to a set of their own, or to more keys than the set has that the header
# names. Each is refused by name, and nothing of it is used.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
command -v age-keygen >/dev/null || { echo "skipped: age-keygen is not installed"; exit 77; }
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
"$BIN/bench_sealed_copies" request key request.json
terminal_enrol org request.json config
age-keygen -o mallory.age 2>/dev/null
mallory=$(sed -n 's/^# public key: //p' mallory.age)
# with_mallory FILE [LABEL]: her key in that set of keys
with_mallory() { sed -i "s/\"recipients\":\[/&{\"label\":\"${2:-mallory}\",\"not_after\":0,\"recipient\":\"$mallory\",\"role\":\"recruiter\"},/" "$1"; }

# ---- at the desk ----
cp -r org before
with_mallory org/keyset.json
for command in "key new --label bea" "key rotate recruiter" "key retire recovery" "key list"; do
    # shellcheck disable=SC2086
    expect 1 'keyset.json names a key that nobody has signed for: mallory' desk org $command
done
expect 1 'keyset.json names a key that nobody has signed for: mallory' \
    desk org enrol request.json --words "$(cat request.json.words)" --out other
expect 1 'WRONG|wrong .*mallory' desk org doctor
[ -e other ] && wrong "a configuration with an eavesdropper was signed"
cp before/keyset.json org/keyset.json
same org before
sed -i "s/age1[0-9a-z]*/$mallory/" org/roll.jsonl
expect 1 'roll.jsonl' desk org enrol request.json --words "$(cat request.json.words)" --out other
cp before/roll.jsonl org/roll.jsonl
# No key comes in without the passphrase that signs, and it is said who will be able to open what.
lines() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$passphrases"; }
passphrases="mallory's own long passphrase
mallory's own long passphrase" expect 1 'does not open keys/signing.key' lines key new --label mallory
same org before
expect 0 'will open for: recruiter \(recruiter\), recovery \(recovery\)' desk org key new --label bea
expect 0 'will open for: recruiter \(recruiter\), recovery \(recovery\)' \
    desk org enrol request.json --words "$(cat request.json.words)" --out config-2
# An older set, put back, takes nobody away again.
cp before/keyset.json org/keyset.json
terminal_enrol org request.json config-3
cmp -s config-2/keyset.json config-3/keyset.json || wrong "an older set of keys came back"

# ---- on the terminal ----
cp -r config changed
with_mallory changed/keyset.json anna
"$BIN/bench_sealed_copies" seal key changed 2 own-set.bundle
"$BIN/bench_sealed_copies" seal key changed 2 one-more.bundle config/keyset.json
"$BIN/bench_sealed_copies" seal key config 2 honest.bundle
expect 1 'own-set.bundle was not imported: entry 1 is sealed to a set of keys that this organization never signed' desk org import own-set.bundle
expect 1 'one-more.bundle was not imported: entry 1 is sealed to 3 keys, and its set, version 1, has 2: somebody else can open it' desk org import one-more.bundle
expect 0 '^0 results' desk org list
expect 0 '2 new results' desk org import honest.bundle
# Every set that was ever signed is taken, also after another.
"$BIN/bench_sealed_copies" seal key config-2 3 newer.bundle
rm -rf fresh && cp -r org fresh
expect 1 'entry 1 brings a record that came before under another entry' desk fresh import newer.bundle
tally $refusals refused forgeries
finish
