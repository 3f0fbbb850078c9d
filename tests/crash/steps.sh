#!/bin/bash
# A command that writes more than one file is killed before each of its steps to the disk, one after
# the other. After each kill the desk is sound, its log too, and the command that is typed again
# either works or names in its sentence the one that does.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/steps.sh"

organization_new before Acme >/dev/null || exit 1
request_made old.json
request_made new.json ffeeddccbbaa99887766554433221100 7777777777777777777777777777777777777777777777777777777777777777
enrolled() { typed enrol "$1" --words "$(cat "$1.words")" --out config; }

enrol_typed() { enrolled old.json; }
enrol_again() { expect 0 'Configuration [12] is in' enrolled old.json; }
steps enrol 4

rm -rf before
mv org before
retire_typed() { typed terminal retire 0011 --yes; }
retire_again() {
    or_says 'was retired on' retire_typed
    expect 0 'retired on' desk org terminal list
}
steps retire 1

replace_typed() { typed terminal replace 0011 new.json --words "$(cat new.json.words)" --out config; }
replace_again() {
    or_says "'resonance enrol'" replace_typed
    expect 0 'Configuration' enrolled new.json
    expect 0 'retired on' desk org terminal list
}
steps replace 4

new_typed() { typed key new --label second; }
new_again() {
    or_says 'there is a key "second" already' new_typed
    expect 0 'Changed the key second' typed key rotate second
}
steps new 3

rotate_typed() { typed key rotate recruiter; }
rotate_again() { expect 0 'Changed the key recruiter' rotate_typed; }
steps rotate 3

# Another passphrase, by two commands: as soon as the new one opens the key, the old one signs nothing; and
# whatever the kill has left, the person comes to the end with the two passphrases they know.
next="eight brisk herons wade across"
given() { "$BIN/resonance" "${@:2}" --org org --passphrase-fd 9 9<<<"$1"; }
opens_with() { given "$1" profile status >/dev/null 2>&1; }
signs_with() { given "$1"$'\n'"$1" key passphrase signing >/dev/null 2>&1; }
known_by() { if "$1" "$next"; then echo "$next"; else echo "$ORGANIZATION_PASSPHRASE"; fi; }
turned() { given "$1"$'\n'"$2"$'\n'"$next" key rotate recruiter; }
other() { given "$1"$'\n'"$next" key passphrase recruiter; }
left_again() {
    ! opens_with "$next" || ! signs_with "$ORGANIZATION_PASSPHRASE" || wrong "the old passphrase still signs"
    expect 0 'key recruiter' "$1" "$(known_by opens_with)" "$(known_by signs_with)"
    opens_with "$next" || wrong "the new passphrase does not open the key"
    ! opens_with "$ORGANIZATION_PASSPHRASE" || wrong "the old passphrase opens the key"
    signs_with "$next" || wrong "the new passphrase does not sign"
    ! signs_with "$ORGANIZATION_PASSPHRASE" || wrong "the old passphrase signs in the end"
}
turned_typed() { turned "$ORGANIZATION_PASSPHRASE" "$ORGANIZATION_PASSPHRASE"; }
turned_again() { left_again turned; }
steps turned 4
other_typed() { other "$ORGANIZATION_PASSPHRASE"; }
other_again() { left_again other; }
steps other 1

rm -rf org
mv before org
typed key new --label second >/dev/null 2>&1 || wrong "a second key"
mv org before
key_retire_typed() { typed key retire second; }
key_retire_again() {
    or_says 'there is no key "second"' key_retire_typed
    ! desk org key list | grep -q second || wrong "the key is still in the set"
}
steps key_retire 2
finish
