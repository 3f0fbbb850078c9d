#!/usr/bin/env bash
# fuzz/run.sh NAME: lets the target NAME search for RESONANCE_FUZZ_SECONDS (3), beginning with good
# documents where there are some. What leads to new places is kept in build/corpus and is where
# the next run begins; what breaks it lies there too.
set -eu
name=$1
case $name in
questionnaire | assessment) seeds=("$SOURCE/questionnaires/strategy-fit") ;;
picture) seeds=("$SOURCE/questionnaires/strategy-fit/pictures") ;;
record) seeds=("$SOURCE/tests/vectors/scorecards") ;;
story) seeds=("$SOURCE/tests/story") ;;
*) seeds=() ;;
esac
[ ! -d "$SOURCE/tests/fuzz/seeds/$name" ] || seeds+=("$SOURCE/tests/fuzz/seeds/$name")
corpus=$BUILD/../corpus/$name
mkdir -p "$corpus"
exec "$BIN/fuzz_$name" -max_total_time="${RESONANCE_FUZZ_SECONDS:-3}" -timeout=10 -rss_limit_mb=2048 \
    -verbosity=0 -artifact_prefix="$corpus/broken-" "$corpus" "${seeds[@]}"
