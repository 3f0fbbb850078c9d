#!/bin/bash
# `resonance measure simulate` on the shipped form: what the design promises of the interval and
# of the flags holds for made-up people. The seed is fixed, so a run repeats; the shares still
# carry the chance of this one draw: with 1,000 people a share near .95 has a standard error of
# .007, a share near .5 one of .016, and the limits below are three of these wider than the claim.
set -u
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 1
faults=0
form=$SOURCE/questionnaires/strategy-fit

fault() {
    echo "$1"
    faults=$((faults + 1))
}

# within KEY LOW HIGH: the value of KEY in the table lies in LOW..HIGH
within() {
    awk -F, -v key="$1" -v low="$2" -v high="$3" '
        $1 == key { found = 1; if ($2 == "" || $2 < low || $2 > high) { print key " is " $2 ", not within " low " and " high; exit 1 } }
        END { if (!found) { print "no line " key; exit 1 } }' table || faults=$((faults + 1))
}

"$BIN/resonance" measure simulate --form "$form" --people 1000 --seed 11 >table 2>err ||
    fault "ended badly: $(cat err)"

# Everybody gets a figure, and the 95 % interval covers what the person would get on average in
# other sittings with other raters of the place (93 to 97 %). The raters of a vacancy are frozen:
# with the same ones, the interval covers a little more than it promises.
within figures 1 1
within coverage_new_raters .909 .991
within coverage_retest .93 .99
within coverage_error_free .85 .97
# The bootstrap is a little on the safe side (8 % over 10,000 people), never below the truth.
awk -F, '{ v[$1] = $2 } END { ratio = v["se_bootstrap"] / v["se_new_raters"]; exit !(ratio > .98 && ratio < 1.2) }' table ||
    fault "the bootstrap error and the true one differ: $(grep '^se_' table | tr '\n' ' ')"
within accuracy .82 .88
within retest_correlation .65 .85

# Genuine people are hardly ever flagged by two families; who does not read is.
within genuine_caution 0 .03
within genuine_consistency 0 .08
within random_consistency .90 1
within random_any .95 1
within random_hurried_caution .90 1
within straight_caution .90 1
within first_option_caution .90 1
# Who presses keys at random and takes the usual time shows in one family for sure. For the second
# there are only the two instructed lines, which are both missed with chance .8 x .8.
within random_instructed .594 .686
within random_caution .55 .68

"$BIN/resonance" measure simulate --form "$form" --people 30 --seed 3 >one 2>err || fault "$(cat err)"
"$BIN/resonance" measure simulate --people 30 --form "$form" --seed 3 >same 2>err || fault "$(cat err)"
"$BIN/resonance" measure simulate --form "$form" --people 30 --seed 4 >other 2>err || fault "$(cat err)"
cmp -s one same || fault "the same seed gives another table"
cmp -s <(grep -v '^seed' one) <(grep -v '^seed' other) && fault "another seed gives the same table"

# With two raters there is no profile, so no figure; the flags are there all the same.
"$BIN/resonance" measure simulate --form "$form" --people 30 --raters 2 >table 2>err || fault "$(cat err)"
grep -qx 'figures,0' table && grep -qx 'coverage_retest,' table || fault "two raters give figures"
within random_hurried_caution .8 1

refuse() { # PATTERN WORDS...
    local pattern=$1 status=0
    shift
    "$BIN/resonance" measure simulate "$@" >out 2>err || status=$?
    [ "$status" = 2 ] || fault "simulate $*: ended with $status instead of 2"
    [ -s out ] && fault "simulate $*: printed something"
    grep -qF -- "$pattern" err || fault "simulate $*: no '$pattern' in: $(cat err)"
}
refuse '--people needs a whole number' --form "$form" --people 0
refuse '0 or more' --form "$form" --spread -1
refuse 'nowhere' --form nowhere
mkdir broken && echo '{}' >broken/assessment.json
refuse 'has errors' --form broken
cp -r "$form" plain && sed -i 's/"use": "resonance"/"use": "interview"/' plain/assessment.json
refuse 'no best-worst blocks' --form plain

[ "$faults" = 0 ]
