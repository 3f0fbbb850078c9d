#!/usr/bin/env bash
# A terminal with many results that the desk has not acknowledged takes a configuration: the first one, one
# that says that a hundredth came, and one that says that one of them is erased. With twice as many it may
# not take longer. COUNT=10000 for more (BIN and SOURCE in the environment: release build).
set -eu
: "${BIN:?folder of the release programs}" "${SOURCE:?folder of the repository}"
. "$SOURCE/tests/kit/organization.sh"
count=${COUNT:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measured NAME CONFIG: a row of the figures of bench_adopt, on the terminal's folder as it then is
measured() { "$BIN/bench_adopt" "$2" "$work/data" | awk -v what="$1" '{ printf "%-44s %9.1f ms, %9.1f ms of a processor, %6.1f MB\n", what, $1, $2, $3 }'; }

for results in "$count" $((2 * count)); do
    rm -rf "$work"/*
    organization_new "$work/org" Bench >/dev/null
    "$BIN/bench_sealed_copies" request "$work/key" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$work/config"
    "$BIN/bench_sealed_copies" seal "$work/key" "$work/config" "$results" "$work/bundle"
    mkdir -m 700 "$work/data"
    mv "$work/bundle.ledger" "$work/data/ledger.db"
    python3 - "$work/data/ledger.db" "$work/key" <<'PYTHON'
import sqlite3, sys
ledger = sqlite3.connect(sys.argv[1])
ledger.executemany("INSERT INTO identity VALUES (?, ?)", [("device-id", b"\xbe\x9c" + bytes(14)), ("signing-key", open(sys.argv[2], "rb").read())])
ledger.commit()
PYTHON
    measured "$results results, nothing has come" "$work/config"
    bundle_cut "$work/bundle" "$work/first" 0 $((results / 100))
    desk "$work/org" import "$work/first" >/dev/null
    rm "$work/bundle" "$work/first"
    terminal_enrol "$work/org" "$work/request" "$work/received"
    measured "$results results, a hundredth has come" "$work/received"
    ls -l "$work/data/ledger.db" | awk '{ printf "%-44s %9.1f MB\n", "the ledger on the disk", $5 / 1e6 }'
done
