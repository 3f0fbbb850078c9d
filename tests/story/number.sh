#!/usr/bin/env bash
# Numbers, on the real terminal: the number pad of a keyboard whose Num Lock is off writes figures; "40,000" is
# asked about rather than taken for 40; on the screen the 0 stands under the 8, and there is no minus where
# no number can be below 0. What was answered is read back from the
# draft.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/scales.sh"
trap 'screen_close; rm -rf "$work"' EXIT
good() { passed=$((passed + 1)); }
cat >"$work/numbers.osd" <<'OSD'
{"definition": {"name": "Numbers", "id": "numbers",
  "items": [
    {"id": "cups", "type": "number", "text_key": "cups", "validation": {"number_min": 0}},
    {"id": "sacks", "type": "number", "text_key": "sacks", "validation": {"number_min": 0}}]},
 "translations": {"en": {"cups": "How many cups are washed there a day?", "sacks": "How many sacks are carried there a year?"}}}
OSD
scales_form "$work/form" "$work/numbers.osd"
organization_new "$work/org" "Northwind Ferries" "$work/form" >/dev/null
desk "$work/org" vacancy new deck --title "Deck officer" >/dev/null
desk "$work/org" vacancy open deck --without-profile --yes >/dev/null
desk "$work/org" invite deck --count 1 --plain >"$work/codes" 2>/dev/null
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config"
cp -r "$data" "$work/copy"
printf '%s\n' tell 'tap "Start"' 'code candidate 1' tell 'tap "next"' tell 'tap "consent-yes"' tell 'tap "next"' tell |
    story_told "$config" "$work/copy" "$work/codes" >"$work/told"
place_of() { awk -v id="key-$1" '$1 == "box" && $2 == id {print $3, $4}' "$work/told" | tail -1; }
read -r x8 y8 <<<"$(place_of 38)"
read -r x0 y0 <<<"$(place_of 30)"
[ "$x0" = "$x8" ] && [ "$y0" -gt "$y8" ] && good || bad "0 stands at $x0 $y0, 8 at $x8 $y8"
[ -z "$(place_of 2d)" ] && good || bad "there is a minus"

screen_open "$work/screen"
terminal_start "$config" "$data"
tap_on "$work/told" attract - start
xdotool type --delay 4 "$(sed -n 's/^candidate 1 //p' "$work/codes")"
press_on Return
reads_on "$work/told" notice - next
sleep 1.6 # the question is read
tap_on "$work/told" consent - consent-yes
tap_on "$work/told" part numbers:cups next
xdotool key --delay 20 KP_End KP_Home KP_Insert # 1, 7, 0
press_on ctrl+Return
xdotool type --delay 20 "40,000"
terminal_wait_rest
hand_rests
xdotool key ctrl+Return # and the focus is on the first of the two numbers
terminal_wait_rest
hand_taken && hand_rests
xdotool key Return
terminal_wait_rest
press_on ctrl+Return
terminal_kill
printf '%s\n' 'tap "Start"' 'code candidate 1' 'tap "next"' 'expect screen check' 'expect text "170"' 'expect text "40000"' |
    story_told "$config" "$data" "$work/codes" >"$work/said" 2>&1 && good || bad "$(tail -1 "$work/said")"
echo "$passed passed, $failed failed"
exit $((failed > 0))
