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
work=$(mktemp -d)
display=:$((90 + RANDOM % 100))
Xvfb $display -screen 0 1920x1080x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
export DISPLAY=$display
organization_new "$work/org" "Bench" >/dev/null 2>&1
desk "$work/org" vacancy new bench --title "Bench" >/dev/null
desk "$work/org" vacancy open bench >/dev/null
desk "$work/org" invite bench --count 1 --plain >"$work/codes" 2>/dev/null
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
sleep 1

kiosk() {
    "$BIN/resonance-kiosk" --config "$work/config" --data "$work/data" --timings "$work/timings" 2>/dev/null &
    kiosk=$!
}
quit() {
    kill -TERM $kiosk
    wait $kiosk || true
}
row() { printf '%-46s %-26s (to reach: %s)\n' "$@"; }

for _ in 1 2 3 4 5 6 7; do
    kiosk
    sleep 0.7
    quit
    sed -n 's/first_frame_us //p' "$work/timings"
done | sort -n >"$work/starts"
row "start to first frame, median of 7" "$(sed -n 4p "$work/starts" | awk '{printf "%.0f ms", $1/1000}')" "under 100 ms"

kiosk
sleep 1
rss=$(awk '/VmRSS/ {printf "%.1f MB", $2/1024}' /proc/$kiosk/status)
before=$(awk '/ctxt_switches/ {n += $2} END {print n}' /proc/$kiosk/status)
sleep 5
after=$(awk '/ctxt_switches/ {n += $2} END {print n}' /proc/$kiosk/status)
xdotool mousemove 530 765 click 1
sleep 0.4
for i in $(seq 1 100); do # keys of the code keyboard, ten at a time, then erased again
    xdotool mousemove $((420 + i % 10 * 103)) 720 click 1
    sleep 0.03
    if [ $((i % 10)) = 0 ]; then
        for _ in 1 2 3 4 5 6 7 8 9 10; do
            xdotool mousemove 1480 720 click 1
            sleep 0.13
        done
    fi
done
quit
row "tap to changed pixels, p50 / p99" "$(sed -n 's/touch_us //p' "$work/timings" | sort -n |
    awk '{a[NR] = $1} END {printf "%.2f / %.2f ms (%d)", a[int(NR * .5) + 1] / 1000, a[int(NR * .99)] / 1000, NR}')" "p99 under 8 ms"
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
