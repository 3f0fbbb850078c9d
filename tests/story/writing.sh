#!/usr/bin/env bash
# Own words on the real terminal, with keys and mouse as people use them in any text field. What was
# written is read back from the draft.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/writing.sh"
trap 'screen_close; rm -rf "$work"' EXIT
writing_open
screen_open "$work/screen"
terminal_start "$config" "$data"
person_enters "$work/told" "$writing_code"

# A finger on a key leaves the space bar and Enter with the text.
writes story:meaning $'Dsunny and warm\nand dry'
tap_key 44
type_words "sunny and warm"
keys Return
type_words "and dry"
go_on

# Arrows, Home, End, Delete, words, lines and what is selected.
writes story:contribute $'The long road.\nSecond line'
type_words "he lond road!"
keys Home shift+t End shift+Left
type_words "."
keys Left Left Left Left Left Left BackSpace
type_words "g"
keys ctrl+End Return
type_words "First line of all"
keys shift+Home
type_words "Second  line, twice"
keys ctrl+BackSpace BackSpace BackSpace ctrl+Left BackSpace
keys Up Down Home ctrl+Right ctrl+shift+Right ctrl+shift+Left ctrl+shift+Right
type_words " line"
go_on

# A click places the caret, a second one at once selects the word, Ctrl+A all.
writes interview:q1 "You like cheese and bread!"
type_words "xxx"
keys ctrl+a
type_words "I like chees and bread"
keys Home ctrl+Right ctrl+Right ctrl+Right
type_words "e"
click_field left 2
type_words "You"
click_field right 1
type_words "!"
go_on

# Two thousand letters, as fast as a scanner sends them: the first 1,200 are there, and no more.
letters=$(printf 'scanner%03d ' $(seq 200))
writes interview:q2 "${letters:0:1200}"
xdotool type --delay 0 "${letters:0:2000}"
terminal_wait_rest
go_on

# A key that is held repeats: with the mouse on "Delete", and on the keyboard.
writes interview:q3 "stays"
terminal_wait_rest
empty=$(writing_picture)
for held in mouse key; do
    type_words "Goes away again, all of it."
    if [ $held = mouse ]; then
        read -r x y width height <<<"$(writing_box key-erase)"
        xdotool mousemove $((x + width / 2)) $((y + height / 2)) mousedown 1
    else
        xdotool keydown BackSpace
    fi
    wait_for "an empty field" is_writing_shown "$empty" || bad "what is held by $held does not repeat"
    xdotool mouseup 1 keyup BackSpace
    terminal_wait_rest
done
type_words "stays"
go_on

# Taps as fast as they can be made, on two keys in turn. What is tapped twice while the terminal is
# busy was meant twice, however late it is read.
writes closing:anything "Q$(printf 'wq%.0s' $(seq 25))qq"
for ((i = 0; i < 25; i++)); do
    tap_key 51
    tap_key 57
done
tap_key 51
terminal_wait_rest
kill -STOP "$terminal_pid"
tap_key 51
sleep 0.25
tap_key 51
xdotool getmouselocation >"$work/mouse"
kill -CONT "$terminal_pid"
terminal_wait_rest
go_on
terminal_quit || bad "the terminal ended with $?"
writing_check
[ $failed = 0 ] && echo "1 passed, 0 failed"
exit $((failed > 0))
