#!/usr/bin/env bash
# Each page for staff, of a terminal that knows nobody yet and of an enrolled one, at six sizes, four sizes of letters
# and four themes: the view is checked at each step, as for everybody else, and a contact sheet of the pictures
# is made for eyes. With RESONANCE_GALLERY=DIR the sheets are kept there.
set -eu
. "$SOURCE/tests/kit/gallery.sh"
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/wait.sh"
. "$SOURCE/tests/kit/staff.sh"
trap 'staff_end; rm -rf "$work"' EXIT
ulimit -c 0
siege_open 3
org=$work/org data=$work/data codes=$work/codes
STEPS=(extra-large normal large small)
THEMES=(dark high-contrast light low-glare)

stick_started
machine_started

# plays CONFIG DATA < STORY: on a copy of the data
plays() {
    rm -rf "$work/copy"
    cp -r "$2" "$work/copy"
    cat >"$work/story"
    "$BIN/resonance-story" --config "$1" --data "$work/copy" --incoming "$incoming" --stick "$work/socket" --machine "$work/machine" \
        --codes "$codes" --shots "$work/shots" "$work/story" >"$work/said" 2>&1
}
# What the story of an enrolled terminal needs: its request on the stick, and the configuration with a PIN.
terminal_request "$data" "$work/request"
desk "$org" enrol "$work/request" --words "$(cat "$work/request.words")" --out "$work/config" --pin-fd 8 8<<<482915 >/dev/null 2>&1
terminal_told "$data" "$(desk "$org" key words signing)"

blank() {
    see blank
    printf 'tap "Help with this screen"\n'
    see blank-help
    printf 'tap "For staff"\nexpect screen staff-menu\n'
    see blank-menu
    printf 'tap "Take a configuration"\n'
    see blank-nothing
    printf 'tap "Write the request"\nexpect text "The request is on the stick"\n'
    see blank-request
}
enrolled() {
    printf '%s\n' 'tap "help"' 'tap "For staff"' 'expect screen staff-pin'
    see pin
    printf '%s\n' 'type "7777"' 'tap "next"'
    see pin-short
    printf '%s\n' 'type "77"' 'key Enter' 'expect text "This PIN is not right."'
    see pin-wrong
    printf '%s\n' 'type "482915"' 'key Enter' 'expect screen staff-menu'
    see menu
    printf 'tap "help"\n'
    see menu-help
    printf '%s\n' 'key Escape' 'tap "Collect results"'
    see menu-collected
    printf '%s\n' 'tap "Is it ready?"' 'expect screen staff-ready'
    see ready
    printf 'tap "Show QR codes"\n'
    see ready-code
    printf '%s\n' 'tap "back"' 'tap "back"' 'tap "This machine"' 'expect screen staff-machine'
    see machine
    printf '%s\n' 'tap "Set day and time"' 'expect screen staff-clock'
    see clock
    printf '%s\n' 'type "2026113"' 'tap "next"'
    see clock-short
    printf '%s\n' 'type "11405"' 'tap "next"' 'expect text "This is no day and time."'
    see clock-wrong
    printf '%s\n' 'type "209911301405"' 'tap "next"' 'expect text "That is a day or more ahead of now"'
    see clock-ahead
    printf '%s\n' 'tap "back"' 'tap "Shut down"' 'expect screen staff-sure'
    see sure
}
# sheet SIZE LETTERS THEME: both terminals
sheet() {
    local name="staff-${1%% *}-${1##* }mm-$2-$3" look="size $1
comfort text $2 theme $3"
    rm -rf "$stick"/*
    sheet_seen "$name" both
}
both() { plays "$work/none" "$work/blank" < <(echo "$look" && blank) && plays "$work/config" "$data" < <(echo "$look" && enrolled); }

mkdir "$work/blank"
case ${RESONANCE_TEST_SIZE:-commit} in
commit) # each size, each step and each theme at least once
    for ((i = 0; i < ${#SIZES[@]}; i++)); do sheet "${SIZES[i]}" ${STEPS[(i + i / 4) % 4]} ${THEMES[(i + 3 * (i / 4)) % 4]}; done ;;
*)
    for size in "${SIZES[@]}"; do for step in "${STEPS[@]}"; do for theme in "${THEMES[@]}"; do sheet "$size" $step $theme; done; done; done ;;
esac
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
