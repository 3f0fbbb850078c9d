#!/usr/bin/env bash
# The screen from the page for staff, on the real terminal with fingers: the picture is turned, and fingers follow; a
# screen that tells fingers elsewhere is corrected by four corners. Both are tried first: who does nothing has
# everything back. What is kept is there after a start, and nobody needs a shell.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/touch_screen.sh"
trap 'touch_screen_close; rm -rf "$work"' EXIT
siege_open 1
org=$work/org data=$work/data config=$work/config screens=$work/screens terminal_log=$work/log
terminal_request "$data" "$work/request"
terminal_told "$data" "$(desk "$org" key words signing)"
desk "$org" enrol "$work/request" --out "$config" --words "$(cat "$work/request.words")" --idle 3600 --pin-fd 8 8<<<482915 >/dev/null
story_told "$config" "$data" "$work/codes" >"$work/told" <<'STORY'
hold progress 5.1s
type "482915"
key Enter
expect screen staff-menu
tell
tap "This machine"
tell
tap "Back"
tap "Close"
tell
STORY
good() { passed=$((passed + 1)); }
# place SCREEN ID: its middle, in the picture
place() {
    awk -v screen="$1" -v id="$2" '$1 == "screen" {is_here = $2 == screen}
        is_here && $1 == "box" && $2 == id {print int($3 + $5 / 2), int($4 + $6 / 2); exit}' "${told:-$work/told}"
}
asks() { python3 "$SOURCE/tests/kit/x11.py" "$@"; }
seen() { asks picture; }
is_seen_other() { [ "$(seen)" != "$1" ]; }
is_seen() { [ "$(seen)" = "$1" ]; }
# finger X Y: touches there, and lets go
finger() { touches <<<"down 1 $1 $2"$'\n'"up 1 $1 $2"; }
# key_on KEY...: the last of them leads to another picture
key_on() {
    local before
    while [ $# -gt 1 ]; do
        xdotool key "$1"
        terminal_wait_rest
        shift
    done
    before=$(seen)
    xdotool key "$1"
    wait_for "another page" is_seen_other "$before"
    terminal_wait_rest
}
start() {
    local empty
    empty=$(seen)
    "$BIN/resonance-kiosk" --config "$config" --data "$data" --screens "$screens" --width-mm $SCREEN_MM 2>>"$work/log" &
    terminal_pid=$!
    wait_for "the first screen" is_seen_other "$empty"
    terminal_wait_rest
}
# opens: F10 is held until the PIN is asked for; then the page for staff stands, and menu is what is seen of it
opens() {
    local first
    first=$(seen)
    xdotool keydown F10
    wait_for "the PIN" is_seen_other "$first"
    xdotool keyup F10
    terminal_wait_rest
    xdotool type 482915
    terminal_wait_rest
    key_on Return
    menu=$(seen)
}
# ends: in good order; what it showed is gone
ends() {
    local shown
    shown=$(seen)
    terminal_quit
    wait_for "an empty screen" is_seen_other "$shown"
}
touch_screen_open "$work/screen"
start
first=$(seen)
# the name of the organization, by a finger
touches_begun <<<"down 1 70 45"
wait_for "the PIN" is_seen_other "$first" && good || bad "holding the name with a finger opens nothing"
touches <<<"up 1 70 45"
xdotool type 482915
terminal_wait_rest
key_on Return
finger $(place staff-menu machine)
at_machine=$(seen)
finger $(place staff-machine screen)
is_seen_other "$at_machine" && good || bad "the pages of the screen do not open"
shot() { [ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/$1.png"; }
shot setup-menu

# ---- turned: tried, and back by itself; then kept ----
at_setup=$(seen)
key_on shift+Tab shift+Tab shift+Tab Return
shot setup-turned
[ ! -e "$screens/stand.json" ] && good || bad "a trial is kept already"
# The countdown changes the picture each second; when it is over nothing does any more.
is_over() { local now; now=$(seen) && sleep 1.2 && [ "$(seen)" = "$now" ]; }
wait_for "the end of the trial" is_over && good || bad "a trial does not end"
[ ! -e "$screens/stand.json" ] && good || bad "who does nothing keeps it"
terminal_wait_rest
shot setup-back
key_on shift+Tab shift+Tab shift+Tab Return
xdotool key shift+Tab key shift+Tab key shift+Tab key Return # Keep it
is_kept() { [ -e "$screens/stand.json" ]; }
wait_for "what is kept" is_kept && grep -q '"turn":1,' "$screens/stand.json" && good || bad "it is not kept: $(cat "$screens"/* 2>&1)"
terminal_wait_rest
shot setup-kept
ends

# ---- after a start: the picture of an upright screen, turned, with its fingers ----
story_upright() {
    local width=$SCREEN_WIDTH height=$SCREEN_HEIGHT mm=$((SCREEN_MM * SCREEN_HEIGHT / SCREEN_WIDTH))
    SCREEN_WIDTH=$height SCREEN_HEIGHT=$width SCREEN_MM=$mm story_told "$config" "$data" "$work/codes"
}
echo tell | story_upright >"$work/told-upright" || bad "no upright page is told"
read -r x y < <(told=$work/told-upright place attract start)
start
shot turned-first
turned=$(seen)
[ "$(asks pixel $((SCREEN_WIDTH - 1 - y)) $((x - 60)))" = "$(asks pixel $((SCREEN_WIDTH - 1 - y)) $((x + 60)))" ] && [ "$turned" != "$first" ] && good ||
    bad "the picture is not turned"
finger $y $((SCREEN_HEIGHT - 1 - x)) # where it would be after the other turn
is_seen "$turned" && good || bad "a finger follows another turn"
finger $((SCREEN_WIDTH - 1 - y)) $x
is_seen_other "$turned" && good || bad "a finger does not follow the picture"
xdotool key Escape
terminal_wait_rest
ends
rm -r "$screens"

# ---- a screen that tells fingers elsewhere ----
start
# told X Y: where this screen tells a finger at X Y
told() { echo $((60 + $1 * 85 / 100)) $((40 + $2 * 9 / 10)); }
opens
finger $(told $(place staff-menu machine))
wait_for "the machine" is_seen_other "$menu"
terminal_wait_rest
at_machine=$(seen)
finger $(told $(place staff-machine screen))
wait_for "the screen" is_seen_other "$at_machine"
terminal_wait_rest
shot touch-menu
key_on shift+Tab shift+Tab Return
shot touch-corner
edge=$((SCREEN_HEIGHT / 4)) # a cross stands in a corner of that size
for corner in "0 0" "$((SCREEN_WIDTH - edge)) 0" "$((SCREEN_WIDTH - edge)) $((SCREEN_HEIGHT - edge))" "0 $((SCREEN_HEIGHT - edge))"; do
    read -r x y < <(asks middle $corner $edge $edge) || true
    [ -n "${x:-}" ] || bad "no cross stands in the corner at $corner"
    finger $(told $x $y)
done
shot touch-trial
xdotool key shift+Tab key shift+Tab key Return # Keep it
wait_for "what is kept" is_kept && good || bad "it is not kept"
ends
python3 - "$screens/stand.json" <<'PYTHON' && good || bad "that is not what corrects it: $(cat "$screens/stand.json")"
import json, sys
kept = json.load(open(sys.argv[1]))
wanted = {"touch_xx": 1 / .85, "touch_xy": 0, "touch_x": -60 / 1366 / .85, "touch_yx": 0, "touch_yy": 1 / .9, "touch_y": -40 / 768 / .9}
sys.exit(any(abs(kept[key] / 1e6 - value) > 0.01 for key, value in wanted.items()) or kept["turn"] != 0)
PYTHON
start
shown=$(seen)
finger $(told $(place attract start))
is_seen_other "$shown" && good || bad "a finger on Start is not there"
ends
! grep -v 'quick to guess\|width-mm' "$work/log" | grep . || bad "the terminal says that"
echo "$passed held, $failed failed"
[ "$failed" = 0 ]
