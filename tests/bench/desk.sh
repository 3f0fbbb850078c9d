#!/usr/bin/env bash
# The desk with many results: import, list, rescore, on one and on all processors, beside the bare
# cost of the cryptography on the same ones: for each result its signature, its hash, its decryption.
# COUNT=10000 for more (BIN and SOURCE in the environment: release build).
#
# To reach: 1.2 times the cryptography. What is between, of one result (perf, callgrind): a list also reads it from the
# archive, an eighth of its time, and its JSON, a quarter; it takes 1.4 times the cryptography. rescore takes about five times: two
# fifths of that are the interval of the headline figure, 1,000 sittings of 40 choices and a value of Student's t for
# each dimension; a third is the record, read and written again to compare. The draws follow from the seed of each
# sitting, and their bytes are promised: nothing of them can be kept for the next result, and they alone take 1.8 times as
# long as the cryptography; a quarter of them is pow of the C library, whose last bits are part of the promise. Wider
# instructions of the processor (AVX2) gain 1 %. So rescore stays above three times of it as long as the interval is
# drawn, and another way to it would be another scoring version.
set -eu
: "${BIN:?folder of the release programs}" "${SOURCE:?folder of the repository}"
. "$SOURCE/tests/kit/organization.sh"
count=${COUNT:-1000}
times=${TIMES:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

organization_new "$work/org" Bench >/dev/null
"$BIN/bench_sealed_copies" request "$work/key" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
"$BIN/bench_sealed_copies" seal "$work/key" "$work/config" "$count" "$work/bundle"

# took RESULTS COMMAND...: milliseconds for each of so many results, by the clock, the best of all
# times; its output to $work/out
took() {
    local results=$1 from to i
    shift
    for ((i = 0; i < times; i++)); do
        from=$(date +%s%N)
        "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2; exit 1; }
        to=$(date +%s%N)
        echo $((to - from))
    done | sort -n | awk -v n="$results" 'NR == 1 { printf "%.3f", $1 / 1e6 / n }'
}
row() { awk -v what="$1" -v ms="$2" -v base="$3" 'BEGIN { printf "%-42s %8.3f ms each, %6.2f times the cryptography\n", what, ms, ms / base }'; }
on_one() { taskset -c 0 "$BIN/resonance" "$@" --org "$work/org" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"; }
bare_on_one() { taskset -c 0 "$BIN/bench_sealed_copies" bare "$count"; }
bare_on_all() {
    local i
    for ((i = 0; i < $(nproc); i++)); do "$BIN/bench_sealed_copies" bare "$count" & done
    wait
}
import_again() {
    cp "$work/empty.db" "$work/org/archive.db"
    desk "$work/org" import "$work/bundle"
}

one=$(took "$count" bare_on_one)
all=$(took $((count * $(nproc))) bare_on_all)
cp "$work/org/archive.db" "$work/empty.db"
import=$(took "$count" import_again)
echo "$count results, $(nproc) processors, the best of $times times"
row "the cryptography alone, one processor" "$one" "$one"
row "import: verify, keep" "$import" "$one"
row "list on one processor" "$(took "$count" on_one list)" "$one"
rescore_one=$(took "$count" on_one rescore --all)
row "rescore on one processor" "$rescore_one" "$one"
row "the cryptography alone, all processors" "$all" "$all"
row "list on all processors" "$(took "$count" desk "$work/org" list)" "$all"
rescore_all=$(took "$count" desk "$work/org" rescore --all)
row "rescore on all processors" "$rescore_all" "$all"
awk -v one="$rescore_one" -v all="$rescore_all" 'BEGIN { printf "all processors rescore %.2f times as quick as one\n", one / all }'
