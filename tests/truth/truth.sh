#!/usr/bin/env bash
# Each sentence that people read stands in truth.tsv, beside the test that breaks when it is no longer
# true; or beside the reason why it states nothing about the program. The columns, between tabs:
#
#   id        to speak of the row: the place and a number
#   where     FILE:KEY of a text of the form, FILE of the program's own words
#   kind      fact, or why no test can hold it:
#             question      asks something
#             invitation    tells the person what they may or should do
#             name          a heading, a label, a word for a figure
#             general       about people, work or statistics as such
#             organization  what those who hire promise and have to keep
#   fact      what the sentence states of the program; "-" where it is no fact
#   proof     of a fact: the test, "FOLDER/NAME" or "FOLDER/NAME:WORD" with a word that stands in it (the
#             name of a case, of a story), several between blanks; else the reason in words
#   sentence  word for word
#
# A sentence that is changed, added or taken away must be changed here too: so whoever writes one asks
# whether it is true, and how it would be noticed that it no longer is. `truth.sh --missing` prints rows
# for the sentences that have none yet.
set -u
SOURCE=${SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
BUILD=${BUILD:-$SOURCE/build/release}
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
table=$SOURCE/tests/truth/truth.tsv
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT
export LC_ALL=C.UTF-8

python3 "$SOURCE/tests/truth/sentences.py" "$SOURCE" | sort >"$room/said" || exit 1
[ -s "$room/said" ] || { echo "no sentence was found"; exit 1; }
grep -v '^#' "$table" | tail -n +2 >"$room/rows"
cut -f2,6 "$room/rows" | sort >"$room/listed"
comm -23 "$room/said" "$room/listed" >"$room/missing"
if [ "${1:-}" = --missing ]; then
    awk -F'\t' -v OFS='\t' '{ print "?", $1, "?", "?", "?", $2 }' "$room/missing"
    exit
fi

{
    sed 's/\t/: /; s/$/ -- stands in no row of truth.tsv/' "$room/missing"
    comm -13 "$room/said" "$room/listed" | sed 's/\t/: /; s/$/ -- is no longer said there, word for word/'
    cut -f1 "$room/rows" | sort | uniq -d | sed 's/$/: two rows have this id/'
    ctest --test-dir "$BUILD" -N | sed -n 's/^ *Test *#[0-9]*: //p' >"$room/tests"
    [ -s "$room/tests" ] || echo "$BUILD has no tests"
    awk -F'\t' '
        NF != 6 { print "line " FNR ": " NF " columns instead of 6"; next }
        $3 !~ /^(fact|question|invitation|name|general|organization)$/ { print $1 ": there is no kind \"" $3 "\"" }
        $5 ~ /^[-? ]*$/ { print $1 ": nothing stands in the column proof" }
        ($3 == "fact") == ($4 ~ /^[-? ]*$/) { print $1 ": a fact says what it states, anything else a dash" }' "$room/rows"
    awk -F'\t' '$3 == "fact" { n = split($5, proofs, " "); for (i = 1; i <= n; i++) print $1 "\t" proofs[i] }' "$room/rows" |
        sort -t "$(printf '\t')" -k2,2 | while IFS=$(printf '\t') read -r id proof; do
        test=${proof%%:*} word=
        [ "$test" = "$proof" ] || word=${proof#*:}
        grep -qxF "$test" "$room/tests" || { echo "$id: there is no test $test"; continue; }
        [ -z "$word" ] || grep -qwF -- "$word" "$SOURCE/tests/$test".* ||
            [ -f "$SOURCE/tests/${test%/*}/$word" ] || echo "$id: \"$word\" does not stand in $test"
    done
} >"$room/faults"
cat "$room/faults"
[ ! -s "$room/faults" ] || exit 1
awk -F'\t' '$3 == "fact" { facts++ } END { print NR " sentences, " facts " of them facts, each with its test" }' "$room/rows"
