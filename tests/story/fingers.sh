#!/usr/bin/env bash
# Several fingers on the real terminal, under a whole X server: two thumbs that overlap, a hand that
# rests on the glass, ten fingers at once. What was written is read back from the draft.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/writing.sh"
. "$SOURCE/tests/kit/touch_screen.sh"
trap 'touch_screen_close; rm -rf "$work"' EXIT
writing_open
touch_screen_open "$work/screen"
touch_terminal "$config" "$data"

# at SCREEN STEP ID: the pixel in the middle of a control
at() {
    awk -v screen="$1" -v step="$2" -v id="$3" '$1 == "screen" {is_here = $2 == screen && $3 == step}
        is_here && $1 == "box" && $2 == id {print int($3 + $5 / 2), int($4 + $6 / 2); exit}' "$work/told"
}
key() { at item "$step" "key-$1"; }
# tap FINGER PLACE: down and up again
tap() { printf 'down %s %s\nup %s %s\n' "$1" "$2" "$1" "$2"; }
# next SCREEN STEP: the way on
next() {
    hand_rests
    tap 1 "$(at "$1" "$2" next)" | touches
    hand_taken
}

enter_part() { ! grep -q "^screen part $1\$" "$work/told" || next part "$1"; }

# By touch alone to the first text. The code is typed with two thumbs: the next one is down before the
# last one is up.
tap 1 "$(at attract - start)" | touches
letters=${writing_code//-/}
hex=($(printf '%s' "$letters" | od -An -tx1))
# The same key again within a tenth of a second would be a trembling hand, so it waits.
last=
for i in "${!hex[@]}"; do
    place=$(at code - "key-${hex[i]}")
    if [ "$place" = "$last" ]; then
        printf 'up %d %s\n' $(((i + 1) % 2)) "$last" | touches
        terminal_wait_rest
        sleep 0.2
        last=
    fi
    {
        printf 'down %d %s\n' $((i % 2)) "$place"
        [ -z "$last" ] || printf 'up %d %s\n' $(((i + 1) % 2)) "$last"
    } | touches
    last=$place
done
printf 'up %d %s\n' $((i % 2)) "$last" | touches
next code -
next resume story:meaning

# 3 4 5 6, all down before the first is up.
writes story:meaning "Qwer"
for i in 0 1 2 3; do
    code=(51 57 45 52)
    printf 'down %d %s\n' $i "$(key ${code[i]})"
done >"$work/hand"
for i in 0 1 2 3; do printf 'up %d %s\n' $i "$(key ${code[i]})"; done >>"$work/hand"
touches <"$work/hand"
next item "$step"

# A hand rests on the page, on a button, and on a key; the others write on.
writes story:contribute "Asdf"
{
    printf 'down 7 40 400\ndown 8 20 420\n'
    printf 'down 9 %s\n' "$(at item "$step" help)"
    for code in 41 53 44 46; do tap 1 "$(key $code)"; done
    printf 'move 7 42 402\nup 7 42 402\nup 8 20 420\n'
    printf 'move 9 600 300\nup 9 600 300\n' # slid off the button: it is not pressed
} | touches
next item "$step"

# Ten fingers go down at once: ten letters, in their order.
writes interview:q1 "Qwertyuiop"
codes=(51 57 45 52 54 59 55 49 4f 50)
{
    for i in "${!codes[@]}"; do printf 'down %d %s\n' $i "$(key ${codes[i]})"; done
    for i in "${!codes[@]}"; do printf 'up %d %s\n' $i "$(key ${codes[i]})"; done
} | touches
next item "$step"

# A finger places the caret, and the keys of the screen go on there, while the keyboard writes too.
writes interview:q2 "Xyoww way"
xdotool type --delay 4 "No way"
terminal_wait_rest
read -r x y width height <<<"$(writing_box field)"
tap 1 "$((x + SCREEN_WIDTH * 65 / SCREEN_MM / 10 + 2)) $((y + SCREEN_WIDTH * 8 / SCREEN_MM))" | touches
tap 1 "$(key 58)" | touches
xdotool key Delete y
terminal_wait_rest
# Twice the same key while the terminal is busy: read at once, meant twice.
xdotool key Right
terminal_wait_rest
kill -STOP "$terminal_pid"
for _ in 1 2; do
    { tap 1 "$(key 57)" && echo tell; } >&"$touch_in"
    read -r _ <&"$touch_out"
    sleep 0.25
done
kill -CONT "$terminal_pid"
terminal_wait_rest
next item "$step"
terminal_quit || bad "the terminal ended with $?"
writing_check
[ $failed = 0 ] && echo "1 passed, 0 failed"
exit $((failed > 0))
