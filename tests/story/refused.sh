#!/usr/bin/env bash
# A text that is too short, on the real terminal: Next says so and stays, and whoever types on writes on, with
# every space and Enter of it, although a finger was on Next or on "Delete word" before. What was written
# is read back from the draft.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/scales.sh"
. "$SOURCE/tests/kit/writing.sh"
trap 'screen_close; rm -rf "$work"' EXIT
cat >"$work/way.osd" <<'OSD'
{"definition": {"name": "Way", "id": "way",
  "items": [
    {"id": "come", "type": "long", "text_key": "come", "validation": {"min_words": 6, "max_length": 400}},
    {"id": "go", "type": "long", "text_key": "go", "validation": {"max_length": 400}}]},
 "translations": {"en": {"come": "How do you come to work?", "go": "And how do you go home?"}}}
OSD
scales_form "$work/form" "$work/way.osd"
organization_new "$work/org" "Northwind Ferries" "$work/form" >/dev/null 2>&1
desk "$work/org" vacancy new deck --title "Deck officer" >/dev/null
desk "$work/org" vacancy open deck --without-profile --yes >/dev/null
desk "$work/org" invite deck --count 1 --plain >"$work/codes" 2>/dev/null
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
printf '%s\n' 'tap "Start"' 'code candidate 1' 'tap "next"' 'tap "consent-yes"' 'answer 0' kill |
    story_told "$config" "$data" "$work/codes" >/dev/null
cp -r "$data" "$work/copy"
printf '%s\n' tell 'tap "Start"' 'code candidate 1' 'tap "next"' tell 'type "six words are said here now"' 'tap "next"' tell |
    story_told "$config" "$work/copy" "$work/codes" >"$work/told"

screen_open "$work/screen"
terminal_start "$config" "$data"
person_enters "$work/told" "$(sed -n 's/^candidate 1 //p' "$work/codes")"
writes way:come $'There is no car and\nno bus, so I walk'
type_words "There is a bus"
hand_rests
tap_at "$work/told" item way:come key-erase-word && hand_taken # "Delete word"
hand_rests
tap_at "$work/told" item way:come key-erase-word && hand_taken
type_words "no car"
hand_rests
tap_at "$work/told" item way:come next && hand_taken
terminal_wait_rest
type_words " and"
keys Return
type_words "no bus, so I walk"
go_on
writes way:go "The same way"
type_words "The same way"
hand_rests
tap_at "$work/told" item way:go help && hand_taken # which keeps what is written
terminal_wait_rest
terminal_quit || bad "the terminal ended with $?"
writing_check
[ $failed = 0 ] && echo "1 passed, 0 failed"
exit $((failed > 0))
