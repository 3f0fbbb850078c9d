#!/usr/bin/env bash
# Many people, one after the other, on one terminal that is never started again: its memory and its
# open files stay what they were after the first few.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
skip_sanitized "the sanitizer keeps what was freed, so memory grows; the release build is watched"
case ${RESONANCE_TEST_SIZE:-commit} in
release) rounds=8 sittings=4500 touches=2000 ;;
nightly) rounds=4 sittings=2500 touches=200 ;; # 10,000 in all; an organization has at most 5,000 codes
*) rounds=1 sittings=20 touches=20 ;;
esac
. "$SOURCE/tests/kit/siege.sh"
trap 'screen_close; rm -rf "$work"' EXIT
data=$work/data config=$work/config

# Whole sittings: some to the end, some stopped on the way, some left and suspended.
for ((i = 1; i <= sittings; i++)); do
    printf '%s\n' 'expect screen attract' tell 'tap "Start"' "code candidate $i" 'tap "next"' 'tap "consent-yes"'
    echo "person seed $RANDOM pace 5 words \"The words of person $i\""
    case $((i % 5)) in
    0) printf '%s\n' "answer $((RANDOM % 50 + 1))" 'tap "break"' 'tap "erase"' 'tap "erase-sure"' 'wait 25s' ;;
    1) printf '%s\n' "answer $((RANDOM % 50 + 1))" 'wait 30m' ;;
    *) printf '%s\n' 'answer until screen check' 'tap "next"' 'tap "next"' 'tap "next"' 'wait 3s' 'tap "done"' 'wait 25s' ;;
    esac
done >"$work/people"
printf '%s\n' 'expect screen attract' tell >>"$work/people"

# sat: all of them on one terminal, of an organization of its own
sat() {
    local memory first last
    rm -rf "$work"/org* "$work/request" "$data" "$config"
    siege_open $sittings
    terminal_request "$data" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$config"
    story_told "$config" "$data" "$work/codes" <"$work/people" >"$work/told" || bad "$sittings sittings in one process"
    mapfile -t memory < <(sed -n 's/^memory //p' "$work/told")
    [ ${#memory[@]} = $((sittings + 1)) ] || bad "${#memory[@]} people instead of $sittings"
    first=${memory[$((sittings / 4))]} last=${memory[-1]}
    echo "memory of $sittings sittings: $first KiB after a quarter, $last KiB in the end"
    [ $((last - first)) -le 1024 ] || bad "memory grows from $first to $last KiB"
}
for ((round = 1; round <= rounds; round++)); do sat; done

# The real terminal: touched, a code half typed, left again.
rm -rf "$data-real" "$config-real"
terminal_request "$data-real" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config-real" "${PATIENT[@]}"
printf '%s\n' tell 'tap "Start"' tell | story_told "$config-real" "$data-real" "$work/codes" >"$work/told"
screen_open "$work/screen"
terminal_start "$config-real" "$data-real"
resident() { awk '/^VmRSS/ {print $2}' "/proc/$terminal_pid/status"; }
descriptors() { ls "/proc/$terminal_pid/fd" | wc -l; }
for ((i = 0; i < touches; i++)); do
    tap_on "$work/told" attract - start
    xdotool type --delay 2 "ABCDE$RANDOM"
    tap_on "$work/told" code - back
    [ $i != $((touches / 4)) ] || first=$(resident) opened=$(descriptors)
done
last=$(resident)
echo "the real terminal: $first KiB after a quarter, $last KiB in the end, $opened open files"
[ $((last - first)) -le 1024 ] || bad "memory of the real terminal grows from $first to $last KiB"
[ "$(descriptors)" = "$opened" ] || bad "$(descriptors) open files instead of $opened"
terminal_quit || bad "the terminal ended with $?"
tally $((rounds * sittings)) sittings
[ $failed = 0 ] && echo "1 passed, 0 failed"
exit $((failed > 0))
