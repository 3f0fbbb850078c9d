#!/usr/bin/env bash
# A line that is answered with the hand, on the real terminal: the knob and its number follow the mouse
# while it is down, before it is let go; the arrow keys move it on; and what is shown in the end is
# what the record holds.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/scales.sh"
. "$SOURCE/tests/kit/hand.sh"
trap 'screen_close; rm -rf "$work"' EXIT
scales_form "$work/form" "$SOURCE/tests/data/scales/shapes.osd"
organization_new "$work/org" "Northwind Ferries" "$work/form" >/dev/null 2>&1
desk "$work/org" vacancy new deck --title "Deck officer" >/dev/null
desk "$work/org" vacancy open deck --without-profile --yes >/dev/null
desk "$work/org" invite deck --count 1 --plain >"$work/codes" 2>/dev/null
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
who="candidate 1"
good() { passed=$((passed + 1)); }
isnt() { [ "$1" != "$2" ] && good || bad "$3"; }
# page: what is seen below the line on top, which tells what is saved; the pointer is no part of it
page() { terminal_wait_rest && python3 "$SOURCE/tests/kit/x11.py" picture $((SCREEN_HEIGHT / 6)) $((SCREEN_HEIGHT * 4 / 6)); }

hand_skips < <(hand_begins "$who" && hand_answers "step shapes:share")
hand_told < <(printf '%s\n' tell && hand_again "$who" && printf '%s\n' tell 'answer 1' tell)
read -r x y width height < <(sed -n 's/^box slider //p' "$work/told" | head -1)
screen_open "$work/screen"
terminal_start "$config" "$data"
person_enters "$work/told" "$(sed -n "s/^$who //p" "$work/codes")"
hand_rests
at() { xdotool mousemove $((x + width * $1 / 100)) $((y + height / 2)); }
at 20
xdotool mousedown 1
at 40
first=$(page)
at 60
second=$(page)
isnt "$second" "$first" "nothing follows the mouse"
at 50
xdotool mouseup 1
at 90
half=$(page)
isnt "$half" "$second" "letting go is not where the mouse was"
at 30
[ "$(page)" = "$half" ] && good || bad "the knob follows a mouse that is up"
xdotool key --delay 100 Right Right Right # the first shows where the focus is
isnt "$(page)" "$half" "the arrow keys do not move it"
tap_on "$work/told" item shapes:share next
terminal_kill
hand_skips < <(hand_again "$who" && hand_answers "screen check" && printf '%s\n' 'tap "next"' 'tap "next"' 'tap "next"')
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null
desk "$work/org" import "$work/bundle" >/dev/null
desk "$work/org" report "$(desk "$work/org" list --json | jq -r '.. | .handle? // empty')" --format record >"$work/record"
value=$(jq -r '.answers[] | select(.id == "shapes:share") | .value' "$work/record")
awk -v value="$value" 'BEGIN {exit !(value > 100 && value < 125)}' && good || bad "the record holds $value, a little more than 100 was set"
echo "$passed passed, $failed failed"
exit $((failed > 0))
