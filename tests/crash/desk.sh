#!/bin/bash
# The desk's changing commands are killed at random moments: every document is the old one or the
# new one, whole; nothing that was shown is lost. The seed is printed.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
command -v minisign >/dev/null || { echo "skipped: minisign is not installed"; exit 77; }
cd "$work" || exit 1
seed=${SEED:-$$}
RANDOM=$seed
echo "SEED=$seed repeats the same moments"
organization_new org Acme >/dev/null || exit 1
request_made request.json
desk org vacancy new deck --title Deck >/dev/null
desk org vacancy open deck --without-profile --yes --sample >/dev/null
terminal_enrol org request.json config

# killed COMMAND...: after 0 to 29 thousandths of a second
killed() {
    local moment
    moment=$(printf 0.0%02d $((RANDOM % 30)))
    (timeout -s KILL "$moment" "$@" >"$work/.out"; true) 2>/dev/null
}
# opens_new: what is sealed to the set as it stands opens, and all that was sealed before
desk org invite deck --count 12 --plain >"$work/codes" 2>/dev/null
terminal_request data device.json
people=0
opens_new() {
    people=$((people + 1))
    terminal_enrol org device.json device
    person_sits device data codes "candidate $people" "$people" order=2 || wrong "person $people could not answer"
    terminal_collect device data org bundle >/dev/null
    rm bundle
    expect 0 "^$people result" desk org list
}
codes=$(grep -o '"tag"' org/invitations.json | wc -l) keys=2
for ((round = 0; round < 50; round++)); do
    case $((round % 5)) in
    0) killed "$BIN/resonance" enrol request.json --words "$(cat request.json.words)" --out config --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE" ;;
    1) killed "$BIN/resonance" invite deck --count 5 --plain --org org ;;
    2) killed "$BIN/resonance" vacancy new "v$round" --title V --org org ;;
    3) killed "$BIN/resonance" key rotate recruiter --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"$'\n'"$ORGANIZATION_PASSPHRASE"$'\n'"$ORGANIZATION_PASSPHRASE" ;;
    4) killed "$BIN/resonance" key new --label "k$((round % 12))" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"$'\n'"$ORGANIZATION_PASSPHRASE" ;;
    esac
    shown=$(grep -c '^candidate' "$work/.out")
    stored=$(grep -o '"tag"' org/invitations.json | wc -l)
    [ "$stored" -ge $((codes + shown)) ] || wrong "codes were shown that are not stored"
    [ "$stored" -ge "$codes" ] || wrong "codes were lost"
    codes=$stored
    now=$(grep -o '"recipient"' org/keyset.json | wc -l)
    [ "$now" -ge "$keys" ] || wrong "a key was lost"
    keys=$now
    [ $((round % 5)) != 3 ] || opens_new
    expect 0 'set of keys version' desk org doctor
    minisign -qVm config/manifest.json -p config/organization.pub || wrong "the configuration is not whole"
    while IFS='|' read -r name hash; do
        [ "$(b2sum -l 256 "config/$name" | cut -d' ' -f1)" = "$hash" ] || wrong "config/$name is not the signed one"
    done < <(grep -o '"blake2b":"[0-9a-f]*","name":"[^"]*"' config/manifest.json |
        sed 's/"blake2b":"\(.*\)","name":"\(.*\)"/\2|\1/')
done
expect 0 'Configuration' desk org enrol request.json --words "$(cat request.json.words)" --out config
tally $round kills
finish
