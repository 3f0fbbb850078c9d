#!/usr/bin/env bash
# Text size and colours belong to a code, on the real terminal, whose clock is moved on: after power
# loss, after another person with other ones, after the idle time and after a break before which
# somebody else has set others, the code brings back the page to the pixel. Whoever sets the letters
# to read the first screen keeps the colours, and finds both the next time.
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
terminal_enrol "$work/org" "$work/request" "$config" --idle 120
cp -r "$data" "$work/empty"
good() { passed=$((passed + 1)); }
# page: a number for what is seen below the line on top, which tells the minutes that are left
page() { xdotool mousemove 3 $((SCREEN_HEIGHT - 3)) && terminal_wait_rest && screen_rows $((SCREEN_HEIGHT / 8)) $((SCREEN_HEIGHT * 7 / 8)); }
is_page() { [ "$(page)" = "$1" ] && good || bad "$2"; }
is_dark() { [ "$(python3 "$SOURCE/tests/kit/x11.py" pixel 3 3)" = 12161a ]; }
code_of() { sed -n "s/^candidate $1 //p" "$work/codes"; }

# told NAME: where controls stand on the way of standard input, by a scripted person elsewhere
told() {
    rm -rf "$work/copy"
    cp -r "$work/empty" "$work/copy"
    story_told "$config" "$work/copy" "$work/codes" >"$work/$1"
}
# sets NAME 'SCREEN STEP' CHOICE...: opens the page of comfort there, chooses these and closes it
sets() {
    hand_rests
    tap_at "$work/$1" $2 comfort && hand_taken && terminal_wait_rest
    for choice in "${@:3}"; do
        hand_rests
        tap_at "$work/usual" comfort - "$choice" && hand_taken && terminal_wait_rest
    done
    xdotool key Escape
    terminal_wait_rest
}
# enters NAME NUMBER: from the first screen, as it is in NAME, to the one after the code
enters() {
    tap_on "$work/$1" attract - start
    xdotool type --delay 4 "$(code_of "$2")"
    press_on Return
}
# goes_on NAME: to where the draft stands; by hand, so that no ring is a part of the picture
goes_on() { tap_on "$work/$1" resume practice:p1 next; }
# begins NAME: from the notice to the first question
begins() {
    reads_on "$work/$1" notice - next
    sleep 1.6 # the question is read
    tap_on "$work/$1" consent - consent-yes
}
way() { printf '%s\n' tell 'tap "Start"' tell "code candidate $1" tell 'tap "next"' tell 'tap "consent-yes"' tell 'tap "break"' tell; }

{ printf '%s\n' tell 'tap "comfort"' tell 'key Escape'; way 2; } | told usual
{ echo 'comfort text large theme dark'; way 1; printf '%s\n' 'tap "pause"' tell kill 'tap "Start"' 'code candidate 1' tell; } | told large
{ echo 'comfort text extra-large'; way 1; printf '%s\n' kill 'tap "Start"' 'code candidate 1' tell; } | told largest
screen_open "$work/screen"
terminal_preload=$shift_clock
terminal_start "$config" "$data"
sets usual 'attract -' size-large theme-dark
enters large 1
begins large
own=$(page)
terminal_kill

terminal_start "$config" "$data"
sets usual 'attract -' theme-low-glare
enters usual 2
begins usual
tap_at "$work/usual" item practice:p1 break && hand_taken && terminal_wait_rest
tap_on "$work/usual" break practice:p1 keep
time_passes 30
terminal_wait_first
enters usual 1
goes_on large
is_page "$own" "power loss, and another person with other colours"

time_passes 130
time_passes 60
sets large 'hidden practice:p1' theme-high-contrast
is_dark && bad "nobody can set the colours of a hidden screen" || good
time_passes 130
is_dark && good || bad "what somebody else set stays on the hidden screen"
xdotool type --delay 4 "$(code_of 1)"
press_on Return
is_page "$own" "a break, and somebody else before the screen"

for seconds in 130 60 1000 30; do time_passes $seconds; done
terminal_wait_first
sets usual 'attract -' size-extra-large
enters largest 1
goes_on largest
largest=$(page)
is_dark && [ "$largest" != "$own" ] && good || bad "letters set before the code cost the colours"
terminal_kill
terminal_start "$config" "$data"
enters usual 1
goes_on largest
is_page "$largest" "letters set before the code are not kept with it"
terminal_quit || bad "the terminal ended with $?"
echo "$passed passed, $failed failed"
exit $((failed > 0))
