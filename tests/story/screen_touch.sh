#!/usr/bin/env bash
# With fingers alone: a frame is pulled until it is as large as a bank card, while the fingers
# that hold the card rest on it, and what follows is kept. The pointer that a mouse has shown is gone when a finger comes.
set -u
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/touch_screen.sh"
work=$(mktemp -d)
trap 'touch_screen_close; rm -rf "$work"' EXIT
touch_screen_open "$work/screen"
bad=0
wrong() {
    echo "FAILED: $*"
    bad=1
}
asks() { python3 "$SOURCE/tests/kit/x11.py" "$@"; }
is_pixel() { [ "$(asks pixel "$1" "$2")" = "$3" ]; }
is_pointer() { [ "$(asks pointer)" = "$1" ]; }

"$BIN/resonance-kiosk" --calibrate --data "$work/data" >"$work/said" &
terminal_pid=$!
wait_for "the frame" is_pixel 1300 430 06434b
xdotool mousemove 700 700 mousemove_relative 5 5
wait_for "a pointer" is_pointer shown || wrong "a mouse that is moved has no pointer"
# From 344 mm a card is 340 pixels; pulled by 85 it is a quarter larger, so the screen is 275 mm.
touches <<HAND
down 5 150 150
down 0 200 100
move 0 250 120
move 0 285 130
up 0 285 130
up 5 150 150
HAND
is_pointer hidden || wrong "the pointer is seen under a finger"
touches <<<$'down 1 1300 430\nup 1 1300 430'
wait_for "the question" is_pixel 213 213 06434b
printf 'down 1 213 213\nup 1 213 213\n' >&"$touch_in"
wait "$terminal_pid" || wrong "it ends with $?"
terminal_pid=
grep -qE '^screen 27[456] x 15[45] mm, measured with a card and kept in ' "$work/said" || wrong "it says: $(cat "$work/said")"
grep -q '"width_um":27[456]' "$work/data/screens.json" || wrong "it keeps: $(cat "$work/data/screens.json")"
[ "$bad" = 0 ] && echo "a finger measures the screen"
exit "$bad"
