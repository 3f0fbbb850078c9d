#!/usr/bin/env bash
# Measures the release build against the figures to reach, and beside those of another commit, such
# as the last release: tests/bench/run.sh [COMMIT]. Not a test: it prints, it never fails. Needs Xvfb
# and xdotool; the kiosk runs full-screen at 1920x1080. Each is measured twice, in turn, and the
# lower figure is shown: what else the machine does only makes figures higher.
set -eu
cd "$(dirname "$0")/../.."
commit=${1:-}
[ -n "${RESONANCE_BUILT:-}" ] || deploy/install-packages.sh build test
work=$(mktemp -d)
trap '[ ! -d "$work/before" ] || git worktree remove --force "$work/before"; rm -rf "$work"' EXIT

# built FOLDER: the release build of what lies there
built() (
    cd "$1"
    cmake --preset release >/dev/null
    cmake --build --preset release -j "$(nproc)" | tail -1
)
declare -A source=([now]=$PWD)
built "$PWD"
if [ -n "$commit" ]; then
    git worktree add --detach "$work/before" "$commit" >/dev/null 2>&1
    source[before]=$work/before
    built "$work/before"
fi
for round in 1 2; do
    for build in "${!source[@]}"; do
        BIN=${source[$build]}/build/release/bin SOURCE=${source[$build]} bash tests/bench/kiosk.sh >>"$work/$build.figures" 2>"$work/$build.errors" ||
            echo "round $round of the build $build stopped early: $(tail -1 "$work/$build.errors")"
    done
done

# figure BUILD NAME: the lower of its two
figure() { [ ! -f "$work/$1.figures" ] || awk -v name="$2" '$1 == name && (n++ == 0 || $2 < low) {low = $2} END {if (n) print low}' "$work/$1.figures"; }
row() {
    local now before
    now=$(figure now "$2") before=$(figure before "$2")
    printf '%-44s %10s %10s %8s  (to reach: %s)\n' "$1" "${now:--}" "${before:--}" \
        "$(awk -v a="${now:-0}" -v b="${before:-0}" 'BEGIN {print (b > 0 ? sprintf("%.2f", a / b) : "-")}')" "$3"
}
printf '%-44s %10s %10s %8s\n' "" now "${commit:0:10}" ratio
row "start to first frame, median of 7, ms" first_frame "under 100"
row "tap to changed pixels, p50, ms" tap_p50 "-"
row "tap to changed pixels, p99, ms" tap_p99 "under 8"
row "key to pixels, 1,975 characters, p50, ms" key_p50 "-"
row "key to pixels, 1,975 characters, p99, ms" key_p99 "under 4"
row "answer to durable, p50, ms" answer_durable_p50 "-"
row "answer to durable, p99, ms" answer_durable_p99 "under 5"
row "answer to durable by the ledger, p50, ms" answer_kept_p50 "-"
row "answer to durable by the ledger, p99, ms" answer_kept_p99 "under 5"
row "result sealed, verified and durable, p50, ms" result_durable_p50 "-"
row "result sealed, verified and durable, p99, ms" result_durable_p99 "under 15"
row "scoring one sitting with its interval, p50, ms" score_sitting_p50 "-"
row "scoring one sitting with its interval, p99, ms" score_sitting_p99 "under 20"
row "reading and checking 215 KB, p50, ms" check_p50 "-"
row "reading and checking 215 KB, p99, ms" check_p99 "under 5"
row "resident memory of the kiosk, MB" memory "under 40"
row "memory of all its processes, shared once, MB" processes "-"
row "wake-ups in five idle seconds" wakes "0"
row "both programs, stripped, MB" programs "installed under 3"
