#!/usr/bin/env bash
# The page for staff on the real screen, with the processes of the terminal kept apart: the name of the organization
# is held, the PIN typed, and the sealed results come out on a stick that only the helper touches, and open at the
# desk.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/staff.sh"
trap 'staff_end; screen_close; rm -rf "$work"' EXIT
siege_open 1
org=$work/org data=$work/data config=$work/config
terminal_request "$data" "$work/request"
terminal_told "$data" "$(desk "$org" key words signing)"
desk "$org" enrol "$work/request" --out "$config" --words "$(cat "$work/request.words")" --idle 3600 --pin-fd 8 8<<<482915 >/dev/null
person_sits "$config" "$data" "$work/codes" "candidate 1" 1 || bad "nobody can answer"
stick_started
cp -r "$data" "$work/copy"
story_told "$config" "$work/copy" "$work/codes" >"$work/told" <<'STORY'
tell
hold progress 5.1s
tell
type "482915"
key Enter
expect screen staff-menu
tell
STORY
# place SCREEN ID: its middle
place() {
    awk -v screen="$1" -v id="$2" '$1 == "screen" {is_here = $2 == screen}
        is_here && $1 == "box" && $2 == id {print int($3 + $5 / 2), int($4 + $6 / 2); exit}' "$work/told"
}
screen_open "$work/screen"
terminal_log=$work/log
terminal_start "$config" "$data" --incoming "$work/incoming" --stick "$work/socket"
terminal_wait_rest
# The name stands at the upper left edge, where no control does.
xdotool mousemove 70 45
terminal_wait_rest
at_first=$(screen_head)
xdotool mousedown 1
screen_wait_change "$at_first" || bad "holding the name opens nothing"
xdotool mouseup 1
at_pin=$screen_seen
xdotool type 482915
terminal_wait_rest
xdotool key Return
screen_wait_change "$at_pin" || bad "the PIN opens nothing"
at_menu=$(place staff-menu collect)
[ -n "$at_menu" ] || bad "the button is not told: $(cat "$work/told")"
xdotool mousemove $at_menu click 1
is_there() { ls "$stick"/resonance/bundles/*.bundle >/dev/null 2>&1; }
wait_for "the bundle" is_there && passed=$((passed + 1)) || bad "nothing was collected: $(cat "$work/log")"
terminal_wait_rest
terminal_quit
desk "$org" import "$stick/resonance/bundles" >"$work/out" 2>&1 && grep -q '1 new result' "$work/out" && passed=$((passed + 1)) ||
    bad "the result does not come home: $(cat "$work/out")"
! grep -v 'quick to guess\|width-mm' "$work/log" | grep . || bad "the terminal says that"
echo "$passed held, $failed failed"
[ "$failed" = 0 ]
