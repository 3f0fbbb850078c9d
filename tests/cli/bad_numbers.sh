#!/bin/bash
# `resonance-study` with every verb and every kind of bad file: a refusal with nothing on standard
# output, or a table without nan and inf; never a crash. Cells that are no finite number are
# refused with their line and column.
set -u
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 1
faults=0

fault() {
    echo "$1"
    faults=$((faults + 1))
}

# One command a line; FILE is the bad file. Columns: g, id, block, item, choice ... as the verbs want.
cat >verbs <<'LIST'
profile FILE good.csv
profile good.csv FILE
profile good.csv good.csv --weights FILE
distinctive FILE good.csv
profile-se good.csv good.csv --sem-x FILE --sem-y good.csv
agreement --group a --items b,c --options 9 FILE
icc-groups --group a --vars b,c FILE
crystallization FILE
crystallization --leave-one-out FILE
reliability --scales scales.csv FILE
reliability --scales scales.csv --scores FILE
quality FILE
quality --scales 2,1 FILE
scoring-rate --by a --measure b FILE
fairness --by a --score b FILE
fairness --by a,c --score b FILE
group-difference --by a --groups 1,2 --measure b FILE
dif --group a --focal 1 --matching total FILE
raters FILE
raters --agreement FILE
raters --kappa a,b FILE
raters --per-category FILE
surface --x a --y b --z c FILE
surface --x a --y b --z c --fit FILE
qsort --factors 1 FILE
qsort --factors 2 --eigenvalues FILE
person-fit FILE
values FILE
values --standardize FILE
irt --model 2pl --items FILE --information --theta 0
irt --model 2pl --items items.csv FILE
LIST
printf 'a,b,c\n1,2,3\n2,1,3\n3,3,1\n' >good.csv
printf 'scale,item,sign,min,max\ns,a,1,1,9\ns,b,1,1,9\ns,c,-1,1,9\n' >scales.csv
printf 'item,a,b\na,1,0\nb,1,1\nc,1,-1\n' >items.csv

# The bad cell 7 stands in line 3, column b.
bad_cell() { printf 'a,b,c\n1,2,3\n2,%s,3\n3,3,1\n' "$2" >"$1.csv"; }
bad_cell nan nan
bad_cell infinite -inf
bad_cell beyond 1e999
bad_cell words two
bad_cell comma '"1,5"'
bad_cell hexadecimal 0x10
printf 'a,b,c\n' >none.csv
printf 'a,b,c\n1,2,3\n' >one.csv
printf 'a,b,c\n2,2,2\n2,2,2\n2,2,2\n2,2,2\n' >constant.csv
printf 'a,b,c\n1e308,-1e308,1e308\n-1e308,1e308,1e308\n1e308,1e308,-1e308\n1,2,3\n' >huge.csv
printf 'a,b,c\n1e-320,2e-320,3e-320\n2e-320,1e-320,3e-320\n3e-320,1e-320,2e-320\n' >tiny.csv
printf 'a,b,c\n-1,-2,-3\n-2,-1,-3\n-3,-1,-2\n' >negative.csv
printf 'a,b,c\n,,\n,,\n,,\n' >blank.csv
printf 'a,b,c\n1,2\n' >ragged.csv
printf 'a,b,c\n1,2,3,4\n' >wide.csv
printf 'x,y,z\n1,2,3\n' >wrong.csv
printf 'a,b,b\n1,2,3\n2,1,3\n' >twice.csv
printf 'a,b,c\n1,"2,3\n' >quote.csv
printf 'a,b,c\n1,\0002,3\n' >zero.csv
printf '' >nothing.csv

# try FILE WORDS...: the verb on the file; a status, and what may stand where
try() {
    local file=$1 status=0
    shift
    timeout 300 "$BIN/resonance-study" "$@" >out 2>err || status=$?
    case $status in
    0) # a category of raters may be any word
        [ "$1" = raters ] || ! grep -qiE '(^|,)-?(nan|inf)' out || fault "$*: prints nan or inf"
        ;;
    2)
        [ ! -s out ] || fault "$*: refuses and prints"
        [ "$(wc -l <err)" = 1 ] || fault "$*: not one sentence: $(cat err)"
        ;;
    *) fault "$*: ended with $status: $(cat err)" ;;
    esac
    case $file in
    nan | infinite | beyond | words | comma | hexadecimal)
        if [ "$status" = 0 ]; then
            case $1 in # a column of names, or words that may be ratings
            raters | qsort | irt) ;;
            *) fault "$*: a cell that is no number passes" ;;
            esac
        fi
        ;;
    ragged | wide | quote | nothing)
        [ "$status" = 2 ] || fault "$*: is not refused"
        ;;
    good) # so that the verbs above do read it; those named here want other tables
        case $* in
        *--weights* | profile-se* | dif* | person-fit* | irt*) ;;
        *) [ "$status" = 0 ] || fault "$*: $(cat err)" ;;
        esac
        ;;
    esac
}

for path in good nan infinite beyond words comma hexadecimal none one constant huge tiny negative blank ragged wide wrong twice quote zero nothing; do
    while read -r line; do
        read -ra words <<<"${line//FILE/$path.csv}"
        try "$path" "${words[@]}"
    done <verbs
done

# refused VALUE HEADER ROW WORDS...: the ROW, with VALUE in the place of ?, is refused
refused() {
    local value=$1 header=$2 row=$3 status=0
    shift 3
    printf '%s\n%s\n' "$header" "${row//\?/$value}" >cell.csv
    timeout 300 "$BIN/resonance-study" "$@" cell.csv >out 2>err || status=$?
    [ "$status" = 2 ] && [ ! -s out ] && grep -q 'cell.csv: line [0-9]' err ||
        fault "$* with \"$value\" in $row: $status, $(cat err out)"
}
for value in nan -inf 1e999 two '"1,5"' -1 1.5 11 1e30; do
    refused "$value" label,selected_focal,n_focal,selected_reference,n_reference 'x,?,10,3,10' impact
    refused "$value" stratum,group,selected,n 's,f,?,10' mantel-haenszel --focal f
done
for value in nan inf two 2 -1 0.5 1e999; do
    refused "$value" g,selected 'x,?' fairness --by g --selected selected
done
for value in nan inf two 2 0.5 1e999; do
    refused "$value" id,block,item,choice 'p,1,a,?' bestworst
done
for value in nan inf two 3 0 1.5; do
    refused "$value" id,first,second,choice 'p,a,b,?' pairs
done
[ "$faults" = 0 ]
