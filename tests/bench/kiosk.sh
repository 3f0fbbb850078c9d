#!/usr/bin/env bash
# Measures the programs in BIN, built of SOURCE, and prints a figure a line: NAME VALUE. Called by
# run.sh, which measures two builds side by side; what it uses of the kit is that of their own source.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh" >/dev/null
. "$SOURCE/tests/kit/writing.sh"
SCREEN_WIDTH=1920 SCREEN_HEIGHT=1080 SCREEN_MM=476
trap 'screen_close; rm -rf "$work"' EXIT
screen_open "$work/screen"
# The same form, but its first texts take as many characters as a text may have at most.
eval "kit_$(declare -f organization_new)"
organization_new() {
    cp -r "$3" "$work/form"
    sed -i 's/"maxlength": *1200/"maxlength": 2000/' "$work/form/story.osd"
    kit_organization_new "$1" "$2" "$work/form"
}
writing_open >/dev/null
printf '%s\n' tell 'tap "Start"' tell | story_told "$config" "$data" "$work/codes" >"$work/first"

# percentiles NAME: two figures of the microseconds on standard input, in milliseconds
percentiles() {
    sort -n | awk -v name="$1" '{a[NR] = $1 / 1000}
        END {if (NR) printf "%s_p50 %.3f\n%s_p99 %.3f\n", name, a[int(NR * .5) + 1], name, a[int(NR * .99)]}'
}
# of FILE NAME: what bench_road and bench_read say of NAME
of() { awk -v name="$2" '$0 ~ name {print name "_p50 " $3; print name "_p99 " $5}' "$1"; }
touches_in() { sed -n 's/touch_us //p' "$1"; }

for _ in 1 2 3 4 5 6 7; do
    terminal_start "$config" "$data" --timings "$work/timings"
    terminal_quit
    sed -n 's/first_frame_us //p' "$work/timings"
done | sort -n | awk 'NR == 4 {printf "first_frame %.1f\n", $1 / 1000}'

terminal_start "$config" "$data" --timings "$work/timings"
terminal_wait_rest
awk '/VmRSS/ {printf "memory %.2f\n", $2 / 1024}' /proc/$terminal_pid/status
# With those that it has started, in builds that have them; what they share counts once.
for pid in $(declare -F terminal_parts >/dev/null && terminal_parts || echo $terminal_pid); do awk '/^Pss:/ {print $2}' /proc/$pid/smaps_rollup; done |
    awk '{sum += $1} END {printf "processes %.2f\n", sum / 1024}'
switches() { awk '/ctxt_switches/ {n += $2} END {print n}' /proc/$terminal_pid/status; }
before=$(switches)
sleep 5
echo "wakes $(($(switches) - before))"
tap_on "$work/first" attract - start
for _ in 1 2 3 4 5 6 7 8 9 10; do # ten keys of the code, then erased again
    for key in 31 32 33 34 35 36 37 38 39 41; do
        tap_at "$work/first" code - key-$key
        sleep 0.03
    done
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        tap_at "$work/first" code - key-erase
        sleep 0.35 # sooner it would be a trembling hand
    done
done
terminal_quit
touches_in "$work/timings" | percentiles tap

# Writing: the field is as full as it gets but for a few letters, which are written and erased again.
terminal_start "$config" "$data" --timings "$work/typed"
person_enters "$work/told" "$writing_code"
enter_item "$work/told" story:meaning 2>/dev/null || true # older pages have none
type_words "$(printf 'a word or two %.0s' $(seq 141))"
for _ in $(seq 20); do
    xdotool type --delay 12 "sailing on"
    xdotool key --delay 12 $(printf 'BackSpace %.0s' $(seq 10))
done
terminal_wait_rest
terminal_quit
touches_in "$work/typed" | tail -400 | percentiles key

"$BIN/bench_road" "$work" >"$work/road"
of "$work/road" answer_durable
of "$work/road" answer_kept
of "$work/road" result_durable
of "$work/road" score_sitting
samples=${RESONANCE_SHARED:-../shared}/osd-samples
[ ! -f "$samples/PX970101.osd" ] || "$BIN/bench_read" "$samples/PX970101.osd" >"$work/read"
[ ! -s "$work/read" ] || of "$work/read" check
strip -o "$work/kiosk" "$BIN/resonance-kiosk" && strip -o "$work/desk" "$BIN/resonance"
cat "$work/kiosk" "$work/desk" | wc -c | awk '{printf "programs %.2f\n", $1 / 1e6}'
