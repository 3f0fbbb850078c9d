#!/bin/bash
# The stick is changed on its way. From the desk to a new terminal: somebody adds an eavesdropper to the
# keys, signs with a key of their own and puts that in place of the organization's. From the terminal to
# the desk: somebody puts a request of their own in place of the terminal's. Nothing of either is kept.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
for program in age-keygen minisign script; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
vacancy_opened org 2 >codes

# ---- from the terminal to the desk ----
terminal_request data request.json
cp -r org before
request_made swapped.json 0123456789abcdef0123456789abcdef
expect 1 'other words than those of --words: it was changed' \
    desk org enrol swapped.json --words "$(cat request.json.words)" --out config
same org before
expect 2 'there is nobody here to ask: Do the same eight words stand on the terminal' \
    setsid -w "$BIN/resonance" enrol swapped.json --org org --out config --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
same org before
expect 2 'none of the words that are compared is "basket1"' desk org enrol request.json --words "basket1 a" --out config
expect 2 'eight words are compared, and 2 are given' desk org enrol request.json --words "basket rhino" --out config
# asked REQUEST ANSWER: as somebody at a screen, who reads the words and answers
echo "$ORGANIZATION_PASSPHRASE" >passphrase
asked() { script -qec "$BIN/resonance enrol $1 --org org --out config --passphrase-fd 9 9<passphrase" /dev/null <<<"$2"; }
for answer in no y YES "" "yes please"; do
    expect 1 'the answer was not yes; nothing was changed' asked swapped.json "$answer"
    same org before
done
[ -e config ] && wrong "a refused request got a configuration"
expect 0 'Configuration 1 is in config' asked request.json yes
grep -qF "$(cat request.json.words)" "$work/.out" || wrong "the words of the terminal were not shown"
grep -qF "$(desk org key words signing)" "$work/.out" || wrong "the words of the organization are not shown"

# ---- from the desk to the terminal ----
age-keygen -o mallory.age 2>/dev/null
mallory=$(sed -n 's/^# public key: //p' mallory.age)
cp -r config changed
sed -i "s/\"recipients\":\[/&{\"label\":\"anna\",\"not_after\":0,\"recipient\":\"$mallory\",\"role\":\"recruiter\"},/" changed/keyset.json
config_sign_anew changed mallory
cp -r data fresh
doctor() { (ulimit -c 0; DISPLAY=:0 "$BIN/resonance-kiosk" --doctor --width-mm 344 "$@"); }
# begins DATA CONFIG SCREEN [TEXT]: what a person meets there
begins() {
    {
        printf '%s\n' 'size 1366x768 width-mm 344' "expect screen $3"
        [ $# = 3 ] || printf 'expect text "%s"\n' "$4"
    } >begins.story
    expect 0 holds "$BIN/resonance-story" --config "$2" --data "$1" --codes codes begins.story
}
expect 1 'WRONG made for this terminal: nobody has compared the words of the organization yet' doctor --config changed --data fresh
begins fresh changed staff "fault 122"
expect 1 "WRONG made for this terminal: --organization-words: none of the words" doctor --config changed --data fresh --organization-words "a b c d e f g h"
expect 1 'WRONG made for this terminal: the words of this configuration.s organization are not those' \
    doctor --config changed --data fresh --organization-words "$(desk org key words signing)"
begins fresh changed staff "fault 122"
expect 0 'ok +signed configuration' doctor --config config --data fresh --organization-words "$(desk org key words signing)"
begins fresh config staff "fault 122" # the doctor keeps nothing of what it is told
"$BIN/resonance-kiosk" --request again.json --label Lobby --data fresh --organization-words "$(desk org key words signing)" >/dev/null || wrong "the words cannot be told"
begins fresh changed staff "fault 110"
begins fresh config attract
expect 1 'signed by another organization' doctor --config changed --data fresh
expect 1 'the words of this configuration.s organization are not those' doctor --config config --data fresh --organization-words "$(public_words mallory.pub)"

# Told at the request already, in other letters and with commas, and never asked again.
terminal_told data "$(desk org key words signing | tr a-z A-Z | tr ' ' ,)"
begins data changed staff "fault 110"
begins data config attract
person_sits config data codes "candidate 1" 1 || wrong "nobody can sit down"
terminal_collect config data org bundle >/dev/null || wrong "the result does not come home"
tally $refusals refused forgeries
finish
