#!/bin/bash
# `resonance-study` against the numbers of reference statistics packages, where these lie.
oracles="${RESONANCE_SHARED:-$SOURCE/../shared}/oracles"
if [ ! -x "$oracles/run" ]; then
    echo "skipped: the reference numbers are not at $oracles"
    exit 77
fi
exec "$oracles/run" --program "$BIN/resonance-study"
