#!/usr/bin/env bash
# Measures the release build against the figures to reach. Not a test: it prints, it never fails.
# Needs Xvfb and xdotool; the kiosk runs full-screen at 1920x1080.
set -eu
cd "$(dirname "$0")/../.."
deploy/install-packages.sh build test
cmake --preset release >/dev/null
cmake --build --preset release -j "$(nproc)" | tail -1
BIN=$PWD/build/release/bin SOURCE=$PWD
export BIN SOURCE
. tests/kit/organization.sh
. tests/kit/screen.sh
SCREEN_WIDTH=1920 SCREEN_HEIGHT=1080 SCREEN_MM=476
work=$(mktemp -d)
trap 'screen_close; rm -rf "$work"' EXIT
screen_open "$work/screen"
organization_new "$work/org" "Bench" >/dev/null 2>&1
desk "$work/org" vacancy new bench --title "Bench" >/dev/null
desk "$work/org" vacancy open bench --without-profile --yes --sample >/dev/null
desk "$work/org" invite bench --count 1 --plain >"$work/codes" 2>/dev/null
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"

row() { printf '%-46s %-26s (to reach: %s)\n' "$@"; }

for _ in 1 2 3 4 5 6 7; do
    terminal_start "$work/config" "$work/data" --timings "$work/timings"
    terminal_quit
    sed -n 's/first_frame_us //p' "$work/timings"
done | sort -n >"$work/starts"
row "start to first frame, median of 7" "$(sed -n 4p "$work/starts" | awk '{printf "%.0f ms", $1/1000}')" "under 100 ms"

printf '%s\n' tell 'tap "Start"' tell | story_told "$work/config" "$work/data" "$work/codes" >"$work/told"
terminal_start "$work/config" "$work/data" --timings "$work/timings"
rss=$(awk '/VmRSS/ {printf "%.1f MB", $2/1024}' /proc/$terminal_pid/status)
sleep 1
before=$(awk '/ctxt_switches/ {n += $2} END {print n}' /proc/$terminal_pid/status)
sleep 5
after=$(awk '/ctxt_switches/ {n += $2} END {print n}' /proc/$terminal_pid/status)
tap_on "$work/told" attract - start
for _ in 1 2 3 4 5 6 7 8 9 10; do # ten keys of the code, then erased again
    for key in 31 32 33 34 35 36 37 38 39 41; do
        tap_at "$work/told" code - key-$key
        sleep 0.03
    done
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        tap_at "$work/told" code - key-erase
        sleep 0.35 # sooner it would be a trembling hand
    done
done
terminal_quit
row "tap to changed pixels, p50 / p99" "$(sed -n 's/touch_us //p' "$work/timings" | sort -n |
    awk '{a[NR] = $1} END {if (!NR) print "no tap was seen"; else printf "%.2f / %.2f ms (%d)", a[int(NR * .5) + 1] / 1000, a[int(NR * .99)] / 1000, NR}')" "p99 under 8 ms"
# Writing: the field is as full as it gets but for a few letters, which are written and erased again.
typing() {
    . tests/kit/siege.sh
    . tests/kit/writing.sh
    writing_open >/dev/null
    terminal_start "$config" "$data" --timings "$work/typed"
    person_enters "$work/told" "$writing_code"
    type_words "$(printf 'a word or two %.0s' $(seq 84))"
    for _ in $(seq 20); do
        xdotool type --delay 12 "sailing on"
        xdotool key --delay 12 $(printf 'BackSpace %.0s' $(seq 10))
    done
    terminal_wait_rest
    terminal_quit
    sed -n 's/touch_us //p' "$work/typed" | tail -400 | sort -n |
        awk '{a[NR] = $1} END {printf "%.2f / %.2f ms (%d)", a[int(NR * .5) + 1] / 1000, a[int(NR * .99)] / 1000, NR}'
    rm -rf "$work"
}
row "key to pixels, 1,180 characters, p50 / p99" "$(typing)" "p99 under 4 ms"
"$BIN/bench_road" "$work" >"$work/road"
row "answer to durable, p50 / p99" "$(awk '/answer_durable/ {print $3 " / " $5 " ms"}' "$work/road")" "p99 under 5 ms"
row "scoring one sitting with its interval, p50 / p99" "$(awk '/score_sitting/ {print $3 " / " $5 " ms"}' "$work/road")" "under 20 ms"
samples=${RESONANCE_SHARED:-../shared}/osd-samples
if [ -f "$samples/PX970101.osd" ]; then
    row "reading and checking 215 KB, p50 / p99" "$("$BIN/bench_read" "$samples/PX970101.osd" | awk '/check/ {print $3 " / " $5 " ms"}')" "under 5 ms"
fi
row "resident memory of the kiosk" "$rss" "under 40 MB"
row "wake-ups in five idle seconds" "$((after - before))" "0"
size=$(strip -o "$work/kiosk" "$BIN/resonance-kiosk" && strip -o "$work/desk" "$BIN/resonance" && cat "$work/kiosk" "$work/desk" | wc -c)
row "both programs, stripped" "$(awk -v n="$size" 'BEGIN {printf "%.2f MB", n / 1e6}')" "installed under 3 MB"
