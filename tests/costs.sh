#!/usr/bin/env bash
# Writes tests/costs.tsv anew from the last tests/run.sh in this folder: the seconds of each test that took five or more, by which
# the longest start first. To be run after a whole run on a machine that had nothing else to do.
set -eu
cd "$(dirname "$0")/.."
[ -s build/run-times.tsv ] || { echo "costs: build/run-times.tsv is not there: run tests/run.sh first" >&2; exit 1; }
new=$(mktemp)
trap 'rm -f "$new"' EXIT
awk -F '\t' '$3 !~ /^fuzz\// && $1 > most[$3] { most[$3] = $1 }
    END { for (name in most) if (most[name] >= 5) printf "%d\t%s\n", most[name], name }' build/run-times.tsv |
    sort -k1,1nr -k2 >"$new"
cp "$new" tests/costs.tsv
echo "$(wc -l <tests/costs.tsv) tests take five seconds or more"
