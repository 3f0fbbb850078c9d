#!/bin/bash
# `resonance measure`: what is refused prints nothing but one sentence and ends with 2; undefined
# figures are empty fields and end with 0; options stand anywhere.
set -u
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 1
faults=0

fault() {
    echo "$1"
    faults=$((faults + 1))
}

# refuse PATTERN WORDS...: must be refused with a sentence that has PATTERN in it
refuse() {
    local pattern=$1 status=0
    shift
    "$BIN/resonance" measure "$@" >out 2>err || status=$?
    [ "$status" = 2 ] || fault "measure $*: ended with $status instead of 2"
    [ -s out ] && fault "measure $*: printed something"
    [ "$(wc -l <err)" = 1 ] || fault "measure $*: not one sentence: $(cat err)"
    grep -qF -- "$pattern" err || fault "measure $*: no '$pattern' in: $(cat err)"
    grep -q 4711 err && fault "measure $*: repeats a field"
}

# give WANTED WORDS...: must print WANTED (a line somewhere) and end with 0
give() {
    local wanted=$1
    shift
    "$BIN/resonance" measure "$@" >out 2>err || fault "measure $*: $(cat err)"
    grep -qxF -- "$wanted" out || fault "measure $*: no line '$wanted' in: $(head -3 out)"
}

printf 'a,b,c,d\n1,2,3,4\n2,1,4,3\n' >x.csv
printf 'a,b,c,d\n2,1,4,3\n' >y.csv
printf 'a,b,d,c\n2,1,4,3\n' >turned.csv
printf 'a,b,c,d\n1,2,3,4\n2,1,4,4711x\n' >text.csv
printf 'a,b,c,d\n1,2,3\n' >ragged.csv
printf 'a,b,c,d\n0,0,0,0\n' >zero.csv
printf 'a,b,c,d\n1,-1,1,1\n' >negative.csv
printf 'a,b,c,d\n' >empty.csv
printf 'a,b,c,d\n1,2,3,4\n1,2,3,4\n1,2,3,4\n' >three.csv
printf 'g,i,j\nu,1,5\nu,2,4\nu,6,1\n' >ratings.csv

refuse 'there is no verb' nonsense
refuse '2 files are needed' profile x.csv
refuse 'no option --colour' profile x.csv y.csv --colour red
refuse 'given twice' profile x.csv y.csv --scale-min 1 --scale-min 2
refuse 'needs a value' profile x.csv y.csv --weights
refuse 'nowhere.csv' profile nowhere.csv y.csv
refuse 'line 1 differs' profile x.csv turned.csv
refuse 'text.csv: line 3, column d: a number is needed' profile text.csv y.csv
refuse 'ragged.csv: line 2 has 3 fields' profile ragged.csv y.csv
refuse 'line 2, column b: a number of 0 or more' profile x.csv y.csv --weights negative.csv
refuse 'weight above 0' profile x.csv y.csv --weights zero.csv
refuse 'exactly one row' profile x.csv y.csv --weights empty.csv
refuse 'a row is needed' profile x.csv empty.csv
refuse 'more rows' profile x.csv three.csv
refuse 'fewer rows' profile three.csv x.csv
refuse '--group and its value' agreement --items i,j --options 5 ratings.csv
refuse 'has no column k' agreement --group g --items i,k --options 5 ratings.csv
refuse 'line 4, column i: answers are whole numbers from 1 to 5' \
    agreement --group g --items i,j --options 5 ratings.csv
refuse 'choose one' raters --agreement --per-category x.csv
refuse 'adds up to' quality --scales 2,1 x.csv

give 'row,n,r,ci_lo,ci_hi,spearman,kendall_b,d2,d,abs_mean,elevation_x,elevation_y,scatter_x,scatter_y,d2_elevation,d2_scatter,d2_shape,icc_de,congruence,qc,ccc,jackknife_se,r_weighted' \
    profile x.csv y.csv
printf 'item,a,b\ni,0,0\n' >items.csv
give '-1,i,0,0.5' irt --theta -1,0 --items=items.csv --probability --model 2pl
printf 'id,block,item,choice\np,1,a,1\np,1,b,-1\np,1,c,0\np,2,a,1\np,2,b,1\n' >choices.csv
refuse 'line 6: the block has two bests' bestworst choices.csv
printf 'id,block,item,choice\np,1,a,1\np,1,b,-1\np,1,c,0\np,2,a,1\np,2,b,0\n' >choices.csv
give 'p,b,1,0,1,-1,-1' bestworst choices.csv
printf 'a,b\n1,1\n1,1\n' >flat.csv
give 'ICC1,2,2,,,,,,,' raters flat.csv
give 'mean_r,' crystallization flat.csv

[ "$faults" = 0 ]
