#!/bin/bash
# `resonance enrol`: a configuration is there whole, signed, and never with an old number.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
request_made request.json
printf '%*s' 60000 '' >>org/assessment/closing.osd # larger than what the archive needs to open

expect 0 'Example: resonance enrol' "$BIN/resonance" enrol --help
refuse 2 '--out and its value' desk org enrol request.json
refuse 1 'no such file' desk org enrol nowhere.json --out config
printf '{"device_id":"00","device_key":"88","label":"x"}' >bad.json
refuse 2 'request of a terminal.*device_id' desk org enrol bad.json --out config
printf 'HFB1 this is a bundle' >bad.json
refuse 2 'request of a terminal' desk org enrol bad.json --out config
head -c 100000 /dev/zero >bad.json
refuse 1 'at most 4096' desk org enrol bad.json --out config
refuse 2 'whole number from 120 to 3600' desk org enrol request.json --words "$(cat request.json.words)" --out config --idle 5
mkdir other && touch other/thing
refuse 1 'holds something other than' desk org enrol request.json --out other
ORGANIZATION_PASSPHRASE="this is not the one" expect 1 'does not open keys/signing.key' \
    desk org enrol request.json --words "$(cat request.json.words)" --out config
[ -e config ] && wrong "a refused enrolment left a configuration"
[ "$(cat org/sequence)" = 0 ] || wrong "a refused enrolment used a number"

expect 0 'Configuration 1 is in config' desk org enrol request.json --words "$(cat request.json.words)" --out config
[ "$(sed -n 2p "$work/.out" | wc -w)" = 8 ] || wrong "there are not eight words"
for file in organization.pub manifest.json manifest.json.minisig terminal.json keyset.json \
    invitations.json assessment/assessment.json; do
    [ -f "config/$file" ] || wrong "config/$file is missing"
done
grep -rqE 'AGE-SECRET|HFKF' config && wrong "a secret key is in the configuration"
same org/assessment config/assessment
if command -v minisign >/dev/null; then
    expect 0 'resonance configuration 1' minisign -Vm config/manifest.json -p config/organization.pub
fi

grep -q printer config/terminal.json && wrong "a printer stands in a configuration that none was asked for"
for name in '-r' 'two words' 'lobby/1' "lobby'"; do
    refuse 2 'no name of a print queue' desk org enrol request.json --out config-3 --printer "$name"
done
expect 0 'Configuration 2 is in config-3' desk org enrol request.json --words "$(cat request.json.words)" --out config-3 --printer lobby_2
grep -q '"printer":"lobby_2"' config-3/terminal.json || wrong "the printer is not in the configuration"
rm -rf config-3

cp -r config config-1
expect 1 'disk' small_files 1 desk org enrol request.json --words "$(cat request.json.words)" --out config
same config config-1
expect 1 'File too large|disk is full' small_files 48 desk org enrol request.json --words "$(cat request.json.words)" --out config
same config config-1
nothing_beside config
number=$(cat org/sequence)
expect 0 "Configuration $((number + 1))" desk org enrol request.json --words "$(cat request.json.words)" --out config
epoch=$(grep -o '"epoch":[0-9]*' config/terminal.json | cut -d: -f2)
[ "$epoch" -gt "$(grep -o '"epoch":[0-9]*' config-1/terminal.json | cut -d: -f2)" ] || wrong "another enrolment is no other epoch"
[ "$(grep -c '"kind":"terminal"' org/roll.jsonl)" = "$epoch" ] || wrong "not every enrolment was signed for"
nothing_beside config

# The number of a terminal with another key: a copy, or a changed request.
request_made forged.json 00112233445566778899aabbccddeeff \
    9999999999999999999999999999999999999999999999999999999999999999
refuse 1 'came here before with another key' desk org enrol forged.json --out config-2
[ -e config-2 ] && wrong "a forged request got a configuration"

mv org/keyset.json keyset.json
refuse 1 'keyset.json is missing' desk org enrol request.json --words "$(cat request.json.words)" --out config-2
mv keyset.json org/
cp org/keys/organization.pub public && organization_new third Third >/dev/null
cp third/keys/organization.pub org/keys/
expect 1 'roll.jsonl is not what the organization signed' desk org enrol request.json --words "$(cat request.json.words)" --out config-2
cp public org/keys/organization.pub
echo x >org/sequence
refuse 1 'sequence is not a number' desk org enrol request.json --words "$(cat request.json.words)" --out config-2
echo 7 >org/sequence
sed -i 's/"best-worst"/"best-wurst"/' org/assessment/values.osd
expect 2 'cannot be used' desk org enrol request.json --words "$(cat request.json.words)" --out config-2
[ -e config-2 ] && wrong "a faulty assessment got into a configuration"

# A terminal that had configuration 2 takes no older one.
organization_new fourth Fourth >/dev/null
terminal_request data terminal.json
for number in 1 2; do terminal_enrol fourth terminal.json "number-$number"; done
told() { "$BIN/resonance-kiosk" --doctor --config "$1" --data data; }
expect 1 'ok +made for this terminal' told number-2
# The doctor only looks: it is the terminal that takes a configuration.
printf '%s\n' 'size 1280x720 width-mm 300' 'expect screen attract' >begins.story
expect 0 holds "$BIN/resonance-story" --config number-2 --data data begins.story
expect 1 'WRONG made for this terminal: .*number 1, but number 2 was here before; copy the newest' told number-1
expect 1 'ok +made for this terminal' told number-2

# Two commands at once: one of them waits for another day.
(
    flock 8
    refuse 1 'another resonance command' desk org enrol request.json --words "$(cat request.json.words)" --out config-2
    exit "$faults"
) 8<org || faults=$((faults + 1))
finish
