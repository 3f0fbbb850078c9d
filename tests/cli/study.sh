#!/bin/bash
# `resonance-study`: what is refused prints nothing but one sentence and ends with 2; undefined
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
    "$BIN/resonance-study" "$@" >out 2>err || status=$?
    [ "$status" = 2 ] || fault "$*: ended with $status instead of 2"
    [ -s out ] && fault "$*: printed something"
    [ "$(wc -l <err)" = 1 ] || fault "$*: not one sentence: $(cat err)"
    grep -qF -- "$pattern" err || fault "$*: no '$pattern' in: $(cat err)"
    grep -q 4711 err && fault "$*: repeats a field"
}

# give WANTED WORDS...: must print WANTED (a line somewhere) and end with 0
give() {
    local wanted=$1
    shift
    "$BIN/resonance-study" "$@" >out 2>err || fault "$*: $(cat err)"
    grep -qxF -- "$wanted" out || fault "$*: no line '$wanted' in: $(head -3 out)"
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

# fairness: one row a person; 50 of 100, 32 of 80, 27 of 60 and 10 of 50 were selected
people() { # SEX ORIGIN PEOPLE SELECTED
    local i
    for ((i = 0; i < $3; i++)); do echo "$1,$2,$((i < $4)),$((i < $4 ? 60 + i : 40 - i))"; done
}
{ echo sex,origin,selected,score; people f a 100 50; people f b 80 32; people m a 60 27; people m b 50 10; } >people.csv
columns=(by category with n selected rate impact_ratio shortfall state)
picked() { # the columns above
    awk -F, -v wanted="${columns[*]}" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(wanted, w, " "); next }
        { line = ""; for (i = 1; i <= n; i++) line = line (i > 1 ? "," : "") $at[w[i]]; print line }' out
}
same() { # TITLE WANTED
    [ "$(picked)" = "$2" ] || fault "fairness, $1: $(diff <(picked) <(echo "$2"))"
}
give 'sex,f,,180,0.62068965517241381,82,0.45555555555555555,1,,,,,,reference,' fairness --by sex,origin --selected selected people.csv
same 'by two attributes' 'sex,f,,180,82,0.45555555555555555,1,,reference
sex,m,,110,37,0.33636363636363636,0.73835920177383596,13.111111111111107,below
origin,a,,160,77,0.48125000000000001,1,,reference
origin,b,,130,42,0.32307692307692309,0.67132867132867136,20.5625,below
sex+origin,f,a,100,50,0.5,1,,reference
sex+origin,f,b,80,32,0.40000000000000002,0.80000000000000004,8,one_person
sex+origin,m,a,60,27,0.45000000000000001,0.90000000000000002,3,not_below
sex+origin,m,b,50,10,0.20000000000000001,0.40000000000000002,15,below'
"$BIN/resonance-study" scoring-rate --by sex --measure score people.csv | cut -d, -f1,2,5,6 | tail -n +2 >rates
"$BIN/resonance-study" fairness --by sex --score score people.csv >out
columns=(category n rate impact_ratio)
same 'the scoring rate' "$(cat rates)"

# small groups, those that would tell them, who did not say, and who is not decided yet
{ echo origin,selected; for i in {1..30}; do echo "a,$((i % 2))"; done; for i in {1..25}; do echo "b,$((i % 5 == 0))"; done
    for i in {1..4}; do echo "c,1"; done; for i in {1..6}; do echo ",1"; done; echo a,; echo d,; } >small.csv
"$BIN/resonance-study" fairness --selected selected --by origin small.csv >out 2>err || fault "fairness: $(cat err)"
columns=(category n selected rate state)
same 'small groups' 'a,30,15,0.5,reference
b,25,5,0.20000000000000001,below
c,,,,suppressed
,,,,suppressed'
printf 'origin,selected\na,1\nb,4711\n' >wrong.csv
refuse 'wrong.csv: line 3, column selected: 1 (selected) or 0 is needed' fairness --by origin --selected selected wrong.csv
printf 'origin,selected\na,1\nb,4711x\n' >wrong.csv
refuse 'wrong.csv: line 3, column selected: a number is needed' fairness --by origin --selected selected wrong.csv
refuse 'either --selected or --score' fairness --by origin wrong.csv
refuse 'either --selected or --score' fairness --by origin --selected selected --score selected wrong.csv
refuse '--by needs one column, or two different ones' fairness --by origin,origin --selected selected wrong.csv
refuse '--by and its value' fairness --selected selected wrong.csv
refuse 'has no column sex' fairness --by sex --selected selected wrong.csv
{ echo id,selected; for i in {1..51}; do echo "$i,1"; done; } >ids.csv
refuse 'ids.csv: line 52, column id: more than 50 categories' fairness --by id --selected selected ids.csv
printf 'origin,selected\n' >nobody.csv
give 'by,category,with,n,share,selected,rate,impact_ratio,ratio_lo,ratio_hi,p_fisher,shortfall,ratio_one_moved,state,remark' fairness --by origin --selected selected nobody.csv

# each verb tells its options
for verb in $("$BIN/resonance-study" --help | awk '/^  [a-z]/ {print $1}'); do
    "$BIN/resonance-study" "$verb" --help >out 2>err || fault "$verb --help: $(cat err)"
    [ "$(wc -l <out)" = 1 ] && grep -q "^resonance-study $verb .*[a-z]" out || fault "$verb --help: $(cat out)"
done
give 'resonance-study fairness [--by VALUE] [--selected VALUE] [--score VALUE] FILE: who was selected, by groups and where they meet; small groups hidden' fairness --help

[ "$faults" = 0 ]
