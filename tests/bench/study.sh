#!/bin/bash
# `resonance-study profile` over a million rows of 16 dimensions: time, memory, and the same
# columns from vectorized R side by side where R is installed (BIN and SOURCE in the environment;
# ROWS=200000 for less). Ends with 1 when ours takes more than half of R's time or 50 MB.
set -eu
: "${BIN:?folder of the release programs}" "${SOURCE:?folder of the repository}"
rows=${ROWS:-1000000}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

# scores (best - worst) / 5, as the kiosk makes them
awk -v rows="$rows" 'BEGIN {
    srand(3)
    for (j = 1; j <= 16; j++) printf "%sd%d", (j > 1 ? "," : ""), j
    print ""
    for (i = 0; i < rows; i++) {
        row = ""
        for (j = 0; j < 16; j++) row = row (j ? "," : "") int(rand() * 11 - 5) / 5
        print row
    }
}' >"$room/x.csv"
head -1 "$room/x.csv" >"$room/y.csv"
echo 0.2,0.4,-0.6,0.8,-1,0,0.2,-0.2,0.4,0.6,-0.4,-0.6,0.8,-0.2,0.2,-0.6 >>"$room/y.csv"

# user + system seconds of a command, which other work on the machine hardly changes
TIMEFORMAT='%U %S'
seconds() {
    { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.2f", $1 + $2 }'
}

ours=$(seconds "$BIN/resonance-study" profile "$room/x.csv" "$room/y.csv")
"$BIN/resonance-study" profile "$room/x.csv" "$room/y.csv" >"$room/out.csv" &
most=0
while memory=$(awk '/VmHWM/ { print $2 }' /proc/$!/status 2>/dev/null) && [ -n "$memory" ]; do
    most=$memory
    sleep .05
done
wait $!
echo "resonance: $rows rows in $ours s, $((most / 1024)) MB"
verdict=0
[ "$most" -lt 51200 ] || verdict=1
if command -v Rscript >/dev/null; then
    theirs=$(seconds Rscript "$SOURCE/tests/bench/study_profile.R" "$room/x.csv" "$room/y.csv" "$room/r.csv")
    awk -v ours="$ours" -v theirs="$theirs" 'BEGIN { printf "R:         %.2f s; ours takes %.2f of that\n", theirs, ours / theirs; exit ours > theirs / 2 }' ||
        verdict=1
fi
exit "$verdict"
