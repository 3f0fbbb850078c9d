#!/usr/bin/env bash
# Who is there? On the real terminal, whose clock is moved on: a key that is held and a finger that
# is none do not keep somebody's words on the screen; whoever is there is believed, and loses
# nothing when the power is switched off in good order or the X server ends under it. Text size and
# colours come back with the code.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/writing.sh"
. "$SOURCE/tests/kit/shift_clock.sh"
trap 'screen_close; rm -rf "$work"' EXIT
shift_clock_open
PATIENT=(--idle 120)
writing_open
screen_open "$work/screen"
terminal_preload=$shift_clock
terminal_start "$config" "$data"
asks() { python3 "$SOURCE/tests/kit/x11.py" "$@"; }

# What stands on the screen, by the lines of its question: above them minutes are counted.
shown() { screen_rows 110 100; }
is_changed() { [ "$(shown)" != "$1" ]; }
good() { passed=$((passed + 1)); }
# stays SCREEN NAME, leaves SCREEN NAME: it is shown still, or no longer, when all is at rest
stays() { [ "$(shown)" = "$1" ] && good || bad "$2: another screen has come"; }
leaves() { [ "$(shown)" != "$1" ] && good || bad "$2: no other screen has come"; }
# nothing: a tap between the question and the field, where nothing can be chosen
nothing() {
    xdotool mousemove 20 300 click 1
    terminal_wait_rest
}

person_enters "$work/told" "$writing_code"
writes story:meaning "private words"
type_words "private words"
item=$(shown)

# A tap on nothing, again and again: asked after two minutes, as if nobody were there.
time_passes 70
nothing
stays "$item" "a minute"
time_passes 70
leaves "$item" "taps on nothing hold the screen"
asked=$(shown)
# It answers two warnings; the third one only its button.
for warning in 1 2; do
    nothing
    stays "$item" "a touch answers warning $warning"
    time_passes 130
    leaves "$item" "warning $warning"
done
nothing
leaves "$item" "the third warning in a row is answered by a touch on nothing"
hand_rests
xdotool key Return # the button
terminal_wait_rest
stays "$item" "the button of the third warning"

# A change is one: whoever writes a letter a minute is never asked.
for letter in ' ' 'a' 'n' 'd'; do
    time_passes 70
    xdotool type "$letter"
    terminal_wait_rest
    stays "$item" "somebody writes"
done
# So is whoever moves the caret.
for _ in 1 2; do
    time_passes 70
    xdotool key Left
    terminal_wait_rest
    stays "$item" "the caret moves"
done
xdotool key End
type_words " now"

# A key is held, and writes until there is no more room: that is nobody.
xdotool keydown x
before=$(writing_picture)
is_writing() { [ "$(writing_picture)" != "$before" ]; }
wait_for "a key that repeats" is_writing
# It may be that of a keyboard that was pulled out: it does not write for ever.
shift_on() { echo $(($(cat "$CLOCK_SHIFT") + $1)) >"$CLOCK_SHIFT"; }
shift_on 31
is_quiet() {
    before=$(writing_picture)
    sleep 0.5 # a key repeats ten times in it
    [ "$(writing_picture)" = "$before" ]
}
wait_for "an end of the letters" is_quiet && good
shift_on 99
wait_for "the warning, while a key is held" is_changed "$item" && good
shift_on 60
is_hidden() { is_changed "$item" && [ "$(shown)" != "$asked" ]; }
wait_for "the hidden screen, while a key is held" is_hidden && good
xdotool keyup x
terminal_wait_rest
# Only the code brings the words back, and all of them.
xdotool key ctrl+a BackSpace
xdotool type --delay 4 "$writing_code"
old=$(screen_head)
xdotool key Return
screen_wait_change "$old"
stays "$item" "the code brings the words back"
xdotool key ctrl+a
type_words "private words and now"
written_texts[0]="private words and now"
go_on

# Switched off in mid-word, by the service; the X server, too, may end first.
writes story:contribute "Half a sent"
hand_rests
tap_at "$work/told" item story:contribute comfort
terminal_wait_rest
printf '%s\n' 'tap "Start"' 'tap "comfort"' tell | story_told "$config" "$data" "$work/codes" >"$work/comfort"
tap_at "$work/comfort" comfort - theme-dark
terminal_wait_rest
xdotool key Escape
terminal_wait_rest
is_dark() { [ "$(asks pixel 3 3)" = 12161a ]; }
is_dark && good || bad "dark was not chosen: $(asks pixel 3 3)"
xdotool type --delay 4 "Half a sent"
terminal_wait_rest
terminal_quit || bad "the terminal ended with $?"
terminal_start "$config" "$data"
is_dark && bad "the colours of one person meet the next" || good
person_enters "$work/told" "$writing_code"
is_dark && good || bad "the colours do not come back with the code"
go_on
writes interview:q1 "and another on"
xdotool type --delay 4 "and another on"
terminal_wait_rest
kill "$screen_server"
wait "$terminal_pid" 2>/dev/null || true
terminal_pid=
writing_check
echo "$passed passed, $failed failed"
exit $((failed > 0))
