#!/bin/bash
# `resonance init` and `resonance key`: an organization is there whole or not at all, its recovery
# secret nowhere but on the sheet.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
shipped=$SOURCE/questionnaires/strategy-fit

found() {
    "$BIN/resonance" init "$@" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
}
given=(--name Acme --contact hr --assessment "$shipped" --cost low)

expect 0 'Example: resonance init' "$BIN/resonance" init --help
refuse 2 'a word is missing' found
refuse 2 '"b" is one word too many' found a b
refuse 2 'no option --colour' found a --colour red
refuse 2 '--name and its value are needed' found a --contact hr
refuse 2 '--cost is standard or low' found a "${given[@]:0:6}" --cost free
refuse 2 '--basis is consent, steps or public' found a "${given[@]}" --basis whim
refuse 2 'has no text "notice_basis_public" in "en"' found a --name A --contact c --cost low --recovery-out sheet --basis public \
    --assessment "$SOURCE/tests/vectors/released/0.1.0/config/assessment"
hidden=$'a\xe2\x80\xaeb'
for text in "name:name of the organization" contact:contact "retention:sentence on how long answers are kept" \
    "customer:word for customers"; do
    option=${text%%:*}
    words=(--name A --contact c --"$option" "$hidden")
    [ "$option" = name ] && words=(--contact c --name "$hidden")
    [ "$option" = contact ] && words=(--name A --contact "$hidden")
    refuse 2 "the ${text#*:} has the character U\+202E, which nobody sees; take it out" \
        found a "${words[@]}" --assessment "$shipped" --cost low --recovery-out sheet
done
refuse 2 'the name of the organization holds a line break' found a --name $'A\nB' --contact c --cost low --recovery-out sheet
refuse 2 'name the new folder' found . "${given[@]}" --recovery-out sheet
refuse 2 'label has 1 to 40' found a "${given[@]}" --recovery-out sheet --label 'A/b'
refuse 2 'there is no screen to show the recovery key on' found a "${given[@]}"
refuse 1 'assessment.json' found a --name A --contact c --assessment "$work" --recovery-out sheet
refuse 1 'the folder around it is not there; make that first' found nowhere/a "${given[@]}" --recovery-out sheet2
[ -e sheet2 ] && wrong "a refused init left a sheet"
[ -e a ] && wrong "a refused init left a folder"

short() { "$BIN/resonance" init a "${given[@]}" --recovery-out sheet --passphrase-fd 9 9<<<"too short"; }
refuse 1 'at least 14 characters' short
touch sheet
refuse 1 'sheet is there already' found a "${given[@]}" --recovery-out sheet
rm sheet
mkdir full && touch full/file
refuse 1 'is not empty' found full "${given[@]}" --recovery-out sheet
[ "$(ls full)" = file ] || wrong "init touched a folder that is not its own"

expect 1 'File too large|disk is full' small_files 1 found a "${given[@]}" --recovery-out sheet
[ -e a ] && wrong "a full disk left half a folder"
nothing_beside a
rm -f sheet

expect 0 'Made a for Acme' found a "${given[@]}" --recovery-out sheet
grep -q '"customer":"customer","customers":"customers"' a/organization.json || wrong "no usual word for customers"
expect 0 'low: passphrases and codes are quick to guess' found b "${given[@]}" --recovery-out sheet-b --customer child,children --basis public
cp "$work/.out" b.said
grep -q '"legal_basis":"public"' b/organization.json || wrong "the legal basis is lost"
grep -q legal_basis a/organization.json && wrong "consent is said twice"
grep -q '"customer":"child","customers":"children"' b/organization.json || wrong "the word for customers is lost"
for name in "Anna Berg:anna" "Örs Kis:recruiter" "Recovery Mode:recruiter" "Signing Off:recruiter"; do # the owner has a name, and the key its first word
    expect 0 "What is answered will open for: ${name#*:} " found named "${given[@]}" --recovery-out sheet-named --by "${name%%:*}"
    expect 0 "${name%%:*}" "$BIN/resonance" person list --org named
    rm -r named sheet-named
done
refuse 2 'name' found c "${given[@]}" --recovery-out sheet-c --by "A"
refuse 2 'which nobody sees' found c "${given[@]}" --recovery-out sheet-c --by "Anna $hidden"
refuse 2 'the word for customers is empty' found c "${given[@]}" --recovery-out sheet-c --customer ,people
refuse 2 'the word for customers has 49 characters, and at most 40' found c "${given[@]}" --recovery-out sheet-c --customer "people who come to us because they need something"
refuse 2 'the word for customers has the character U\+0009, which nobody sees' found c "${given[@]}" --recovery-out sheet-c --customer $'pa\ttient'
refuse 2 'the word for customers holds more than letters; it stands inside sentences' found c "${given[@]}" --recovery-out sheet-c --customer "patient."
refuse 2 'the word for customers holds a brace' found c "${given[@]}" --recovery-out sheet-c --customer "{customer}"
refuse 2 'the name of the organization has the character U\+001B, which nobody sees' found c --name $'Ac\033[31mme' "${given[@]:2}" --recovery-out sheet-c
refuse 2 'the contact has 161 characters, and at most 160' found c "${given[@]:0:2}" --contact "$(printf '%0161d' 1)" "${given[@]:4}" --recovery-out sheet-c
refuse 2 'the sentence on how long answers are kept is empty' found c "${given[@]}" --recovery-out sheet-c --retention ' '
[ -e c ] && wrong "a refused word left a folder"
grep -q 'With your word, people read: "The work makes things easier for children."' b.said || wrong "no line shows the word for customers"
[ "$(stat -c %a sheet)" = 600 ] || wrong "others can read the recovery sheet"
[ "$(find a -perm /077 | wc -l)" = 0 ] || wrong "others can read the folder of the organization"
secret=$(grep '^AGE-SECRET-KEY-1' sheet)
[ -n "$secret" ] || wrong "the sheet holds no secret"
grep -rqF "$secret" a && wrong "the recovery secret is in the folder"
grep -rqF "$ORGANIZATION_PASSPHRASE" a sheet && wrong "the passphrase is on the disk"
refuse 1 'is not empty' found a "${given[@]}" --recovery-out sheet-2
if command -v age-keygen >/dev/null; then
    public=$(sed -n 's/^# Public key: *//p' sheet)
    [ "$(age-keygen -y sheet)" = "$public" ] || wrong "the sheet's two halves do not belong together"
fi

# Keys
expect 0 'version 1' desk a key list
expect 0 '"role":"recovery"' desk a key list --json
cp a/keyset.json before.json
refuse 1 'already; take another label' desk a key new --label recovery
refuse 2 'belongs to the signing key' desk a key new --label signing
refuse 2 '--label and its value' desk a key new
refuse 1 'must not be kept in the folder' desk a key new --label r2 --recovery --recovery-out a/keys/sheet
same a/keyset.json before.json
[ -e a/keys/r2.key ] && wrong "a recovery key was kept"
expect 0 'version 2' desk a key new --label anna
expect 0 'version 3' desk a key new --label r2 --recovery --recovery-out sheet-r2
[ -e a/keys/r2.key ] && wrong "a recovery key was kept"
expect 0 'Set of keys, version 3' desk a key list
grep -q '"version":3' a/keyset.json || wrong "the set of keys did not grow"
previous=$(b2sum -l 256 a/keyset.json | cut -d' ' -f1)
cp before.json a/keyset.json # an older one, put back, does not count: the last that was signed does
expect 0 'version 4' desk a key new --label bert
grep -q "\"previous\":\"$previous\"" a/keyset.json || wrong "the new set does not name the hash of the old one"
[ "$(desk a key words anna | wc -w)" = 8 ] || wrong "there are not eight words"
expect 0 '^age1' desk a key export anna
expect 0 'minisign public key' desk a key export signing
refuse 1 'there is no key "nobody"' desk a key export nobody
refuse 1 'is not the folder of an organization' desk "$work" key list
refuse 1 'here or above' "$BIN/resonance" key list
(cd a/keys && "$BIN/resonance" key list >/dev/null) || wrong "the folder is not found from below"
mv a/keyset.json away.json
refuse 1 'keyset.json is missing' desk a key list
mv away.json a/keyset.json

# The same on a terminal: typed twice, never shown.
if command -v script >/dev/null; then
    . "$SOURCE/tests/kit/wait.sh"
    # typed FIRST SECOND LABEL: each when it is asked for: sooner it would be shown, and thrown away
    typed() {
        : >shown
        {
            wait_for "a question" grep -q 'Passphrase of keys/signing.key: ' shown
            printf '%s\n' "$ORGANIZATION_PASSPHRASE"
            wait_for "a question" grep -q 'New passphrase.*: ' shown
            printf '%s\n' "$1"
            wait_for "a question" grep -q 'once more: ' shown
            printf '%s\n' "$2"
            wait_for "an end" grep -q 'Made the key\|not the same' shown
        } | script -qefc "$BIN/resonance key new --label $3 --org a" shown
    }
    expect 0 'Made the key carol' typed "fourteen letters" "fourteen letters" carol
    expect 1 'not the same' typed "fourteen letters" "fourteen letter2" dora
    cat "$work/.out" "$work/.err" | grep -q 'fourteen letter' && wrong "the passphrase was shown"
    [ -e a/keys/dora.key ] && wrong "a key was made in spite of the typing error"
fi
finish
