#!/bin/bash
# `resonance rescore --all`: several processors say the same as one, in the same order; one result
# that cannot be opened hinders no other.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
count=45 # more than one batch on one processor, and not a multiple of it

organization_new "$work/org" Acme >/dev/null 2>&1 || wrong "no organization"
"$BIN/bench_sealed_copies" request key request
terminal_enrol "$work/org" request config
"$BIN/bench_sealed_copies" seal key config $count bundle
desk "$work/org" import bundle >/dev/null || wrong "nothing came"

one_processor() { taskset -c 0 "$BIN/resonance" rescore --all --org "$work/org" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"; }
expect 0 "^$count the same, 0 different" desk "$work/org" rescore --all
expect 0 "^$count the same, 0 different" one_processor

# Another assessment in their place: each result is named, in order of arrival.
sed -i 's/"version": "[^"]*"/"version": "0.0.0"/' "$work/org/assessment/assessment.json"
desk "$work/org" rescore --all >all.out 2>all.err && wrong "results of another assessment were scored"
one_processor >one.out 2>one.err
cmp -s all.err one.err || wrong "the order or the words depend on the number of processors"
[ "$(grep -c 'another version of the assessment' all.err)" = $count ] || wrong "not every result was named"
finish
