#!/usr/bin/env bash
# An impatient finger at the end, on the real terminal: taps 320 ms apart on "Finish and seal" seal, and
# neither the profile nor the receipt is passed unseen, for the page that comes under a finger waits until
# it has rested.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/hand.sh"
trap 'screen_close; rm -rf "$work"' EXIT
siege_open 1
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config"
good() { passed=$((passed + 1)); }
hand_skips < <(hand_begins "candidate 1" && hand_answers "screen check")
hand_told < <(printf '%s\n' tell && hand_again "candidate 1" && for _ in 1 2 3; do printf '%s\n' tell 'tap "next"'; done && printf '%s\n' tell 'wait 3s' 'tap "done"')

# hammered: on a copy of what stands on the disk, seven taps on "Finish and seal", 320 ms apart; false where the
# machine let so much time go by between two of them that the hand had rested
hammered() {
    local from
    rm -rf "$work/here"
    cp -r "$data" "$work/here"
    terminal_start "$config" "$work/here"
    person_enters "$work/told" "$(sed -n 's/^candidate 1 //p' "$work/codes")"
    tap_on "$work/told" check closing:anything next
    finish=$(screen_head)
    hand_rests
    xdotool mousemove $(awk '/^screen/ {is_here = $2 == "finish"} is_here && $2 == "next" {print int($3 + $5 / 2), int($4 + $6 / 2)}' "$work/told")
    from=${EPOCHREALTIME/[.,]/}
    xdotool click --repeat 7 --delay 320 1
    [ $((${EPOCHREALTIME/[.,]/} - from)) -lt $((7 * 320000 + 70000)) ]
}
screen_open "$work/screen"
for round in 1 2 3 4 5 6; do
    ! hammered || break
    terminal_kill
done
[ -n "$terminal_pid" ] || { echo "skipped: the machine was in the way of the hand, each time" && exit 77; }
terminal_wait_rest
hand_taken
[ "$(screen_head)" != "$finish" ] && good || bad "nothing was sealed"
tap_on "$work/told" profile closing:anything next && good || bad "the profile was passed unseen"
receipt_taken "$work/told" && good || bad "the receipt was passed unseen"
terminal_quit || bad "the terminal ended with $?"
echo "$passed passed, $failed failed"
exit $((failed > 0))
