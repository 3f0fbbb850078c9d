#!/usr/bin/env bash
# The organization has another signing key, and nobody at the terminal is root: the page for staff shows the eight words of
# the next key and waits for a yes to them, as at the first adoption. No changes nothing, without the PIN nobody is
# asked, and what somebody with the key before has brought meanwhile, whatever its number, ends with the yes. Where they
# have changed the PIN, root has the way back.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/wait.sh"
. "$SOURCE/tests/kit/staff.sh"
trap 'staff_end; rm -rf "$work"' EXIT
ulimit -c 0
siege_open 4
org=$work/org data=$work/data config=$work/none codes=$work/codes
old=$ORGANIZATION_PASSPHRASE next="another six words for this key" stolen="the words of a thief here"
mkdir -p "$stick/resonance"
stick_started
good() { passed=$((passed + 1)); }
shots=${RESONANCE_SHOTS:-}
# plays WHAT < STORY: on the terminal, with the helper; on the data folder DATA, where one is named so
plays() {
    {
        echo "size ${screen:-1280x720 width-mm 300}"
        cat
    } >"$work/story"
    "$BIN/resonance-story" --config "$config" --data "${on:-$data}" --incoming "$incoming" --stick "$work/socket" --codes "$codes" \
        ${shots:+--shots "$shots"} "$work/story" >"$work/out" 2>"$work/err" && good || bad "$1: $(cat "$work/err")"
}
opens='hold progress 5.1s
type "482915"
key Enter
expect screen staff-menu'
# signs ORG PASSPHRASE WORD...: what needs the signing key of ORG
signs() { "$BIN/resonance" "${@:3}" --org "$1" --passphrase-fd 9 9<<<"$2"; }
# brought ORG PASSPHRASE: the terminal's next configuration, signed by ORG, lies on the stick, with the PIN $pin
brought() {
    rm -rf "$stick/resonance/configurations"
    signs "$1" "$2" enrol --all "$work/requests" --out "$stick/resonance/configurations" --words "$words" --pin-fd 8 8<<<"${pin:-482915}" >"$work/out" 2>&1 || bad "not enrolled: $(cat "$work/out")"
}
# changed ORG OLD NEW: its signing key gives way to another
changed() { printf '%s\n%s\n' "$2" "$3" | "$BIN/resonance" key rotate signing --org "$1" --passphrase-fd 0 >/dev/null || bad "the key is not changed"; }
words_of() { desk "$1" key words signing; }
number_on_stick() { grep -ho '"sequence":[0-9]*' "$stick"/resonance/configurations/*/manifest.json | grep -o '[0-9]*$'; }

# ---- the terminal begins; somebody has the key, and makes configurations of their own ----
mkdir "$work/requests"
terminal_request "$data" "$work/requests/Lobby.request"
words=$(cat "$work/requests/Lobby.request.words")
before=$(words_of "$org")
terminal_told "$data" "$before"
brought "$org" "$old"
plays "the first configuration" <<'STORY'
tap "Help with this screen"
tap "For staff"
tap "Take a configuration"
expect text "Configuration 1 is in use"
tap "Close"
expect screen attract
STORY
cp -r "$org" "$work/thief"
cp -r "$stick/resonance/configurations" "$work/first-stick"

# ---- another key: it is asked for, and no changes nothing ----
changed "$org" "$old" "$next"
after=$(words_of "$org")
[ "$after" != "$before" ] || bad "the key is the one before"
brought "$org" "$next"
number=$(number_on_stick)
first_four=$(cut -d' ' -f1-4 <<<"$after") last_four=$(cut -d' ' -f5-8 <<<"$after")
plays "the words of the next key stand there, and no changes nothing" <<STORY
$opens
tap "Take a configuration"
expect screen staff-next
expect text "Is this the next signing key?"
expect text "$first_four"
expect text "$last_four"
shot staff-next
tap "No, or I cannot compare them"
expect screen staff-menu
expect text "Configuration 1 · 0 entries not collected"
expect text "Somebody can begin here."
tap "Close"
wait 2h
expect screen attract
$opens
expect text "Configuration 1 ·"
tap "Close"
tap "Start"
code candidate 1
expect screen notice
STORY
for size in "1024x600 width-mm 222" "800x600 width-mm 200" "1080x1920 width-mm 268"; do
    screen=$size plays "the words and both answers at $size, and somebody who goes away is no yes" <<STORY
$opens
tap "Take a configuration"
expect screen staff-next
expect text "$last_four"
shot staff-next-${size%% *}
wait 7m
expect screen attract
STORY
done
plays "a terminal that starts again takes nothing by itself" <<STORY
$opens
expect text "Configuration 1 ·"
tap "Close"
STORY

# ---- the first organization of a terminal is compared as before, without a PIN ----
terminal_request "$work/new" "$work/new.request"
on=$work/new plays "for another terminal it is no next key" <<'STORY'
tap "Help with this screen"
tap "For staff"
tap "Take a configuration"
expect no-text "Is this the next signing key?"
tap "Close"
STORY

# ---- whoever has the key before is quicker: theirs has a higher number, and is in use; then another next key of theirs ----
cp -r "$data" "$work/quicker"
cp -r "$incoming" "$work/incoming-before"
for _ in 1 2 3 4 5 6; do brought "$work/thief" "$old"; done
high=$(number_on_stick)
[ "$high" -gt "$number" ] || bad "the thief's number $high is not higher than $number: this shows nothing"
on=$work/quicker plays "who has the key before is believed until the next one is known" <<STORY
$opens
tap "Take a configuration"
expect text "Configuration $high is in use"
tap "Close"
STORY

# ---- they give the terminal another PIN, and keep staff from the page on which these would say yes: root tells the words ----
cp -r "$work/quicker" "$work/locked-out"
cp -r "$incoming" "$work/incoming-quicker"
pin=739164 brought "$work/thief" "$old"
on=$work/locked-out plays "who has the key before gives the terminal a PIN of their own" <<STORY
$opens
tap "Take a configuration"
expect text "is in use"
tap "Close"
hold progress 5.1s
type "482915"
key Enter
expect screen staff-pin
STORY
brought "$org" "$next"
number=$(number_on_stick)
mkdir "$work/by-root" && cp -r "$stick"/resonance/configurations/*/. "$work/by-root"
"$BIN/resonance-kiosk" --request "$work/asked" --label Lobby --config "$work/by-root" --data "$work/locked-out" --organization-words "$after" >"$work/out" 2>&1 && good ||
    bad "root cannot tell the words: $(cat "$work/out")"
on=$work/locked-out config=$work/by-root plays "root has told the words: the PIN of the desk opens, theirs does not" <<STORY
hold progress 5.1s
type "739164"
key Enter
expect screen staff-pin
tap "Back"
$opens
expect text "Configuration $number ·"
tap "Close"
STORY
rm -rf "$incoming" && cp -r "$work/incoming-quicker" "$incoming"

# ---- then another next key of theirs ----
changed "$work/thief" "$old" "$stolen"
brought "$work/thief" "$stolen"
theirs=$(words_of "$work/thief")
on=$work/quicker plays "the thief's next key has words of its own, and the desk shows others" <<STORY
$opens
tap "Take a configuration"
expect screen staff-next
expect text "$(cut -d' ' -f1-4 <<<"$theirs")"
expect no-text "$first_four"
tap "No, or I cannot compare them"
tap "Close"
STORY
brought "$org" "$next"
number=$(number_on_stick)
[ "$high" -gt "$number" ] || bad "the thief's number $high is not higher than $number: this shows nothing"
on=$work/quicker plays "the organization's own next key ends that, with a lower number" <<STORY
$opens
tap "Take a configuration"
expect screen staff-next
expect text "$first_four"
tap "Yes, the same eight words"
expect screen staff-menu
expect text "Configuration $number is in use."
expect text "Configuration $number ·"
tap "Close"
tap "Start"
code candidate 2
expect screen notice
kill
$opens
expect text "Configuration $number ·"
tap "Close"
STORY
rm -rf "$stick/resonance/configurations" && cp -r "$work/first-stick" "$stick/resonance/configurations"
on=$work/quicker plays "the stick of before brings nothing back" <<STORY
$opens
tap "Take a configuration"
expect screen staff-menu
expect text "Configuration $number is in use."
tap "Close"
kill
expect screen attract
STORY
grep -q 'a signing key that the organization has replaced' "$work/err" "$work/out" && good || bad "nobody is told of the key before: $(cat "$work/err" "$work/out")"

# ---- a yes, on the terminal that had the first one; then the power goes ----
rm -rf "$incoming" && cp -r "$work/incoming-before" "$incoming"
brought "$org" "$next"
number=$(number_on_stick)
plays "yes is kept, and counts after a power cut" <<STORY
$opens
tap "Take a configuration"
expect screen staff-next
kill
$opens
expect text "Configuration 1 ·"
tap "Take a configuration"
expect screen staff-next
tap "Yes, the same eight words"
expect text "Configuration $number is in use."
kill
expect screen attract
$opens
expect text "Configuration $number ·"
tap "Take a configuration"
expect screen staff-menu
expect text "Configuration $number is in use."
tap "Close"
tap "Start"
code candidate 3
expect screen notice
STORY
echo "$passed held, $failed failed"
[ "$failed" = 0 ]
