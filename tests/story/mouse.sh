#!/usr/bin/env bash
# With a mouse, on the real terminal: the wheel, the thumb and the track of the scroll bar, and the
# page keys lead to both ends of a long page. No ring stands round an answer that nobody has chosen:
# it comes with the first key, which does no more than that, and goes with the mouse; who comes back
# finds it on what was chosen.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
trap 'screen_close; rm -rf "$work"' EXIT
SCREEN_WIDTH=1280 SCREEN_HEIGHT=720 SCREEN_MM=300
siege_open 1
data=$work/data config=$work/config
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
cp -r "$data" "$work/data-told"
printf '%s\n' tell 'tap "Start"' tell 'code candidate 1' tell 'tap "next"' tell 'tap "consent-yes"' tell 'answer 1' tell 'answer 1' tell |
    story_told "$config" "$work/data-told" "$work/codes" >"$work/told"
code=$(sed -n 's/^candidate 1 //p' "$work/codes")
screen_open "$work/screen"
terminal_start "$config" "$data"
asks() { python3 "$SOURCE/tests/kit/x11.py" "$@"; }
good() { passed=$((passed + 1)); }
is() { [ "$1" = "$2" ] && good || bad "$3"; }
isnt() { [ "$1" != "$2" ] && good || bad "$3"; }

# part KIND SCREEN: x, y, width and height of the track or thumb there
part() { awk -v kind="$1" -v screen="$2" '$1 == "screen" {is_here = $2 == screen} is_here && $1 == kind {print $3, $4, $5, $6; exit}' "$work/told"; }
# The pointer is no part of the picture that the server gives.
seen() { terminal_wait_rest && asks picture; }
wheel() { xdotool click --repeat "$1" --delay 5 "$2"; }
key() { xdotool key --delay 5 "$@"; }

is "$(asks pointer)" hidden "the pointer is seen before a mouse was moved"
tap_on "$work/told" attract - start
is "$(asks pointer)" shown "the pointer is not seen"
xdotool type --delay 4 "$code"
terminal_wait_rest
tap_on "$work/told" code - next
terminal_wait_rest

# ---- the notice is longer than the page ----
read -r x y width height <<<"$(part track notice)"
read -r _ thumb_y _ thumb_height <<<"$(part thumb notice)"
middle=$((x + width / 2))
xdotool mousemove 400 300
top=$(seen)
wheel 1 5
isnt "$(seen)" "$top" "the wheel does not scroll"
wheel 1 4
is "$(seen)" "$top" "the wheel does not scroll back"
key End
end=$(seen)
isnt "$end" "$top" "End does not scroll"
key Home
is "$(seen)" "$top" "Home does not scroll back"
wheel 40 5
is "$(seen)" "$end" "the wheel does not lead to the end"
wheel 40 4
is "$(seen)" "$top" "the wheel does not lead to the beginning"
key Page_Down
page=$(seen)
isnt "$page" "$top" "a page down does not scroll"
key Page_Up
is "$(seen)" "$top" "a page up does not scroll back"
key $(printf 'Page_Down %.0s' {1..12})
is "$(seen)" "$end" "pages do not lead to the end"
key Home
xdotool mousemove $middle $((y + height - 4)) click 1
is "$(seen)" "$page" "the track does not scroll a page"
xdotool click --repeat 12 --delay 5 1
is "$(seen)" "$end" "the track does not lead to the end"
xdotool mousemove $middle $((y + 2)) click --repeat 12 --delay 5 1
is "$(seen)" "$top" "the track does not lead to the beginning"
grip=$((thumb_y + thumb_height / 2))
xdotool mousemove $middle $grip mousedown 1 mousemove $middle $((grip + 30))
isnt "$(seen)" "$top" "the thumb does not scroll"
xdotool mousemove 5 715
is "$(seen)" "$end" "the thumb does not lead to the end"
xdotool mousemove $middle $grip
is "$(seen)" "$top" "the thumb does not lead back"
xdotool mouseup 1 mousemove 400 300
is "$(seen)" "$top" "a thumb that was let go moves on"

# ---- the ring ----
reads_on "$work/told" notice - next
tap_on "$work/told" consent - consent-yes
# The first page with answers to choose from, and the one behind it.
step=$(awk '$1 == "screen" {step = $2 == "item" ? $3 : ""} step && $1 == "box" && $2 ~ /^(option|point)-/ {print step; exit}' "$work/told")
choices=($(awk -v step="$step" '$1 == "screen" {is_here = $2 == "item" && $3 == step} is_here && $1 == "box" && $2 ~ /^(option|point)-/ {print $2}' "$work/told"))
# ringed ID: "yes" when the ring stands round that control
ringed() {
    local x y width height at=()
    read -r x y width height <<<"$(awk -v step="$step" -v id="$1" '$1 == "screen" {is_here = $2 == "item" && $3 == step} is_here && $1 == "box" && $2 == id {print $3, $4, $5, $6; exit}' "$work/told")"
    for d in {2..14}; do at+=($((x - d)) $((y + height / 2))); done
    terminal_wait_rest
    asks pixel "${at[@]}" | grep -q 1c2126 && echo yes || echo no
}
is_ring() { is "$(ringed "$1")" "$2" "$3"; }
passing=$(awk '$1 == "screen" && $2 == "item" {print $3}' "$work/told" | sed "/^$step\$/,\$d")
for before in $passing; do tap_on "$work/told" item "$before" next; done
xdotool mousemove 3 700
for id in "${choices[@]}"; do is_ring "$id" no "a ring round $id before a key"; done
none=$(asks picture)
key Down
is_ring "${choices[0]}" yes "no ring with the first key"
key space # now it is seen, so it is chosen
isnt "$(seen)" "$none" "a key does not choose"
tap_at "$work/told" item "$step" "${choices[1]}"
for id in "${choices[@]}"; do is_ring "$id" no "a ring round $id after a click"; done
hand_rests
tap_on "$work/told" item "$step" next
hand_rests
old=$(screen_head)
xdotool key Escape # back
screen_wait_change "$old"
for id in "${choices[@]}"; do is_ring "$id" no "a ring round $id on coming back"; done
key Tab
is_ring "${choices[1]}" yes "on coming back the ring is not on what was chosen"
is_ring "${choices[0]}" no "on coming back the ring is on the first answer"
terminal_quit || bad "the terminal ended with $?"
echo "$passed passed, $failed failed"
exit $((failed > 0))
