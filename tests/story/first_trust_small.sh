#!/usr/bin/env bash
# The page of first trust on the smallest screen, with nothing but a pointer: both answers are in sight,
# away from the edges, and the tap on yes is taken.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
SCREEN_WIDTH=1024 SCREEN_HEIGHT=600 SCREEN_MM=217
work=$(mktemp -d)
trap 'screen_close; rm -rf "$work"' EXIT
bad() {
    echo "$*"
    exit 1
}
cd "$work"
organization_new org Acme >/dev/null
terminal_request data request.json
desk org enrol request.json --words "$(cat request.json.words)" --out config >/dev/null
screen_open "$work/screen"
terminal_start config data
# dark X Y...: the colours there; the filled button has that of the accent
dark() { python3 "$SOURCE/tests/kit/x11.py" pixel "$@"; }
places=() # every fourth row of the screen
for ((y = 0; y < SCREEN_HEIGHT; y += 4)); do places+=(150 $y); done
rows=($(dark "${places[@]}" | grep -n 06434b | cut -d: -f1))
[ ${#rows[@]} -ge 10 ] || bad "yes is cut off or out of sight: ${#rows[@]} rows of it are seen"
last=$((4 * (rows[${#rows[@]} - 1] - 1)))
[ $last -lt $((SCREEN_HEIGHT - 12)) ] || bad "yes stands at the edge"
dark 40 300 40 400 40 500 | grep -vq faf8f4 && bad "the page has no margin"
xdotool mousemove 150 $((4 * (rows[${#rows[@]} / 2] - 1))) click 1
screen_wait_change "$screen_first"
terminal_quit || bad "the terminal ended with $?"
"$BIN/resonance-kiosk" --doctor --config config --data data --width-mm $SCREEN_MM | grep -q '^ok .*made for this terminal' || bad "the yes is not kept"
echo "1 passed, 0 failed"
