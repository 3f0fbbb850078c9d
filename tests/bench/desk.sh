#!/usr/bin/env bash
# The desk with many results: import, list, rescore on one and on all processors, beside the bare
# cost of the cryptography. COUNT=10000 for more (BIN and SOURCE in the environment: release build).
set -eu
: "${BIN:?folder of the release programs}" "${SOURCE:?folder of the repository}"
. "$SOURCE/tests/kit/organization.sh"
count=${COUNT:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

organization_new "$work/org" Bench >/dev/null
"$BIN/bench_sealed_copies" request "$work/key" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
"$BIN/bench_sealed_copies" seal "$work/key" "$work/config" "$count" "$work/bundle"

# took COMMAND...: milliseconds for each result, by the clock; its output to $work/out
took() {
    local from to
    from=$(date +%s%N)
    "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2; exit 1; }
    to=$(date +%s%N)
    awk -v ns=$((to - from)) -v n="$count" 'BEGIN { printf "%.3f", ns / 1e6 / n }'
}
row() { awk -v what="$1" -v ms="$2" -v base="$3" 'BEGIN { printf "%-36s %8.3f ms each, %6.1f times the decryption\n", what, ms, ms / base }'; }

bare=$("$BIN/bench_sealed_copies" unwrap 2000)
import=$(took desk "$work/org" import "$work/bundle")
list=$(took desk "$work/org" list)
one=$(took taskset -c 0 "$BIN/resonance" rescore --all --org "$work/org" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE")
all=$(took desk "$work/org" rescore --all)
grep -q "^$count the same, 0 different" "$work/out"
echo "$count results, $(nproc) processors"
row "decryption alone (64 KiB, two keys)" "$bare" "$bare"
row "import: verify, keep" "$import" "$bare"
row "list: verify, decrypt, read" "$list" "$bare"
row "rescore on one processor" "$one" "$bare"
row "rescore on all processors" "$all" "$bare"
awk -v one="$one" -v all="$all" 'BEGIN { printf "all processors are %.2f times as quick as one\n", one / all }'
