#!/usr/bin/env bash
# The words of a line, on the real terminal: a tap on them gives the line what is still open, most first
# and then least, and takes it back where the line has it; each time the page is, to the pixel, that of
# a tap on the circle. On the smallest screen, with very large letters, and on a usual one.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
trap 'screen_close; rm -rf "$work"' EXIT
siege_open 2
config=$work/config
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config"
step=practice:p1 line=text-p1_ best=best-p1_ worst=worst-p1_
asks() { python3 "$SOURCE/tests/kit/x11.py" "$@"; }
good() { passed=$((passed + 1)); }
is() { [ "$1" = "$2" ] && good || bad "$3"; }
isnt() { [ "$1" != "$2" ] && good || bad "$3"; }
# page: a number for what is seen below the line on top, which tells the minutes that are left
page() { asks picture $((SCREEN_HEIGHT / 8)) $((SCREEN_HEIGHT * 7 / 8)); }
# tapped ID: that of the page when that was tapped and the pointer is away
tapped() {
    sleep 1.1 # a choice is not taken back by an impatient finger
    tap_at "$work/told" item $step "$1"
    terminal_wait_rest
    xdotool mousemove 3 3
    hand_taken
    terminal_wait_rest && page
}

# lines WIDTH HEIGHT MM TEXT NUMBER
lines() {
    SCREEN_WIDTH=$1 SCREEN_HEIGHT=$2 SCREEN_MM=$3
    rm -rf "$work/here" "$work/copy"
    cp -r "$work/data" "$work/here"
    cp -r "$work/data" "$work/copy"
    printf '%s\n' tell 'tap "comfort"' tell | story_told "$config" "$work/copy" "$work/codes" >"$work/usual"
    printf '%s\n' "comfort text $4" tell 'tap "Start"' tell "code candidate $5" tell 'tap "next"' tell 'tap "consent-yes"' tell |
        story_told "$config" "$work/copy" "$work/codes" >"$work/told"
    screen_open "$work/screen-$1"
    terminal_start "$config" "$work/here"
    tap_on "$work/usual" attract - comfort
    hand_rests
    tap_at "$work/usual" comfort - "size-$4" && hand_taken
    terminal_wait_rest
    tap_on "$work/usual" comfort - next
    tap_on "$work/told" attract - start
    xdotool type --delay 4 "$(sed -n "s/^candidate $5 //p" "$work/codes")"
    terminal_wait_rest
    tap_on "$work/told" code - next
    reads_on "$work/told" notice - next
    tap_on "$work/told" consent - consent-yes
    terminal_wait_rest
    xdotool mousemove 3 3
    terminal_wait_rest
    local none most both
    none=$(page)
    most=$(tapped ${line}b)
    isnt "$most" "$none" "$1 x $2: the words of a line do nothing"
    both=$(tapped ${line}d)
    isnt "$both" "$most" "$1 x $2: the words of a second line do nothing"
    is "$(tapped ${line}d)" "$most" "$1 x $2: the words do not take back least"
    is "$(tapped ${line}b)" "$none" "$1 x $2: the words do not take back most"
    is "$(tapped ${best}b)" "$most" "$1 x $2: the words are not the circle of most"
    is "$(tapped ${worst}d)" "$both" "$1 x $2: the words are not the circle of least"
    terminal_quit || bad "$1 x $2: the terminal ended with $?"
    screen_close
}
lines 1024 600 217 extra-large 1
lines 1920 1080 476 normal 2
echo "$passed passed, $failed failed"
exit $((failed > 0))
