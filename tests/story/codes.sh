#!/usr/bin/env bash
# Access codes on the real terminal, whose clock is moved on: after five wrong ones a wait is counted
# down on the page, and no code is taken meanwhile, not even a right one; the next person does not wait for the last
# one's mistakes. In somebody's break another right code opens nothing and is told so, otherwise than a
# wrong one; when the place is free it opens.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/shift_clock.sh"
trap 'screen_close; rm -rf "$work"' EXIT
shift_clock_open
siege_open 2
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
cp -r "$data" "$work/copy"
printf '%s\n' tell 'tap "Start"' tell 'code candidate 1' tell 'tap "next"' tell 'tap "consent-yes"' tell 'tap "break"' tell |
    story_told "$config" "$work/copy" "$work/codes" >"$work/told"
good() { passed=$((passed + 1)); }
is() { [ "$1" = "$2" ] && good || bad "$3"; }
isnt() { [ "$1" != "$2" ] && good || bad "$3"; }
page() { terminal_wait_rest && screen_rows 0 $((SCREEN_HEIGHT / 2)); }
code_of() { sed -n "s/^candidate $1 //p" "$work/codes" | tr -d -; }
# tries CODE: types it in place of what stands there and asks for it; the page after that
tries() {
    hand_rests
    xdotool key --delay 4 $(printf 'BackSpace %.0s' {1..10})
    xdotool type --delay 4 "$1"
    terminal_wait_rest
    xdotool key Return
    page
    hand_taken
}

screen_open "$work/screen"
terminal_preload=$shift_clock
terminal_start "$config" "$data"
first=$(page)
tap_on "$work/told" attract - start
for n in 1 2 3 4; do refused=$(tries "AAAAA1111$n"); done
locked=$(tries AAAAA11115)
isnt "$locked" "$refused" "after five wrong codes no wait is told"
time_passes 5
isnt "$(page)" "$locked" "the wait is not counted down"
tries "$(code_of 1)" >/dev/null
tap_on "$work/told" code - back && good || bad "a right code is taken while one has to wait"
is "$(page)" "$first" "Back does not lead to the first screen"
tap_on "$work/told" attract - start
tries "$(code_of 1)" >/dev/null
reads_on "$work/told" notice - next && good || bad "the next person waits for the last one's codes"

# ---- a break ----
sleep 1.6 # the question is read
tap_on "$work/told" consent - consent-yes
tap_on "$work/told" item practice:p1 break
tap_on "$work/told" break practice:p1 pause
unknown=$(tries AAAAA11111)
other=$(tries "$(code_of 2)")
isnt "$other" "$unknown" "another right code is told to be unknown"
time_passes $((16 * 60))
time_passes 30
terminal_wait_first && good
tap_on "$work/told" attract - start
tries "$(code_of 2)" >/dev/null
reads_on "$work/told" notice - next && good || bad "the place is free, and the other code opens nothing"
terminal_quit || bad "the terminal ended with $?"
echo "$passed passed, $failed failed"
exit $((failed > 0))
