#!/bin/bash
# Do the tests of the statistics notice a mistake? One operator or constant of kiosk/measure or
# kiosk/study is changed at a time (mutate.awk), and their tests and the reference cases must fail.
#
#   tests/mutation/run.sh [--commit | --nightly | --release | COUNT] [SEED] [PATTERN]
#
# --commit tries 40 changes drawn with SEED (printed; without one, of today), COUNT so many,
# --nightly and --release all (an hour on two cores); PATTERN restricts them to files whose path
# has it. Only tests that run the changed line are tried, the quick ones first, until one fails. A
# change that does not compile is none. Changes that cannot matter stand in equivalent.tsv (file,
# changed line, reason). Survivors are printed; ends with 1 when fewer than 95 % (of a small draw:
# 85 %) are noticed. Builds in build/mutation. JOBS: how many at a time.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
size=${1:---commit}
seed=${2:-$(date +%Y%m%d)}
pattern=${3:-}
case $size in
--commit) count=40 ;;
--nightly | --release) count=1000000 ;;
*[!0-9]* | '')
    echo "usage: tests/mutation/run.sh [--commit | --nightly | --release | COUNT] [SEED] [PATTERN]" >&2
    exit 2
    ;;
*) count=$size ;;
esac
export OUT=$PWD/build/mutation
export FLAGS="-std=gnu17 -O1 -w -fPIC -fsanitize=address -ffp-contract=off -D_GNU_SOURCE -DARENA_BLOCK_BYTES=0 -Ikiosk -Itests/kit"
export ASAN_OPTIONS=detect_leaks=0:symbolize=0:hard_rss_limit_mb=2000
ORACLES=$(realpath -m "${RESONANCE_SHARED:-../shared}")/oracles
export ORACLES
compiler=cc
command -v ccache >/dev/null && compiler="ccache cc"

objects() { # FOLDER SOURCES...
    local folder=$OUT/$1 source object
    shift
    mkdir -p "$folder"
    for source; do
        object=$folder/$(echo "${source%.c}" | tr / _).o
        echo "$source $object"
    done | xargs -r -P "${JOBS:-$(nproc)}" -L 1 sh -c \
        "$compiler $FLAGS -DRESONANCE_SHARE='\"\"' -DRESONANCE_VERSION='\"\"' -DSOURCE_DIR='\"$PWD\"' -c \$0 -o \$1"
}
rm -rf "$OUT"
mkdir -p "$OUT/source"
cp -r kiosk tests "$OUT/source"
cd "$OUT/source"
sed -i '/^VERB("simulate"/,/^ /d' kiosk/app/study/verbs.def # the one verb that needs the model
find kiosk/app/study -name '*simulate*' -delete
sources() { find "$@" -name '*.c' | sort; }
# shellcheck disable=SC2046 # no name has a blank
objects base $(sources kiosk/base)
# shellcheck disable=SC2046
objects measure $(sources kiosk/measure kiosk/study)
objects tests tests/unit/measure_*.c tests/unit/study_*.c tests/prop/measure_*.c tests/prop/study_*.c
# shellcheck disable=SC2046
objects command $(sources kiosk/app/study) kiosk/app/common/options.c
libraries="$(pkg-config --libs gsl) -lm"
# shellcheck disable=SC2046
FLAGS="$FLAGS -O0 --coverage" objects reach $(sources kiosk/measure kiosk/study)
mkdir "$OUT/bin"
cc -fsanitize=address -shared -o "$OUT/libbase.so" "$OUT"/base/*.o
cc -fsanitize=address --coverage -shared -o "$OUT/reach/libmeasure.so" "$OUT"/reach/*.o
link="-fsanitize=address -L$OUT -L$OUT/reach -lmeasure -lbase -lcmocka $libraries -Wl,-rpath,$OUT"
for object in "$OUT"/tests/*.o; do
    # shellcheck disable=SC2086
    cc "$object" -o "$OUT/bin/$(basename "$object" .o)" $link
done
# shellcheck disable=SC2086
cc "$OUT"/command/*.o -o "$OUT/command/measure" $link

# passes TEST...: programs (unit and property tests), or reference cases by their names
passes() {
    local test
    case $1 in
    /*) for test; do "$test" || return; done ;;
    *) "$ORACLES/run" --timeout 10 --program "$OUT/command/measure" "$@" ;;
    esac >/dev/null 2>&1
}

# noticed LIBRARY FILE LINE: whether a test that runs this line fails with the measure library in
# that folder; for a line that is no statement, a test that runs any of the file. Loops that do
# not end (in 5 seconds of the processor, whoever else uses it) and memory that grows are failures.
noticed() (
    local tests kind chosen
    export LD_LIBRARY_PATH=$1
    ulimit -t 5
    tests=$(awk -F'\t' -v file="$2" -v line="$3" '
        $1 != file { next }
        $2 == line { is_statement = 1 }
        $3 != "" { if ($2 == line) here[$3] = 1; anywhere[$3] = 1 }
        END { if (is_statement) for (t in here) print t; else for (t in anywhere) print t }' \
        "$OUT/reach/lines" | sort)
    for kind in unit_ '^[^/]' prop_; do # the quick ones first
        mapfile -t chosen < <(grep "$kind" <<<"$tests")
        [ ${#chosen[@]} = 0 ] || passes "${chosen[@]}" || return 0
    done
    return 1
)

# try FILE LINE COLUMN LENGTH TEXT: one line about what came of this change.
try() {
    local file=$1 line=$2 column=$3 length=$4 text=$5 room before after
    room=$(mktemp -d "$OUT/mutant.XXXXXX")
    awk -v line="$line" -v column="$column" -v count="$length" -v text="$text" '
        NR == line { $0 = substr($0, 1, column - 1) text substr($0, column + count) } { print }' \
        "$file" >"$room/mutant.c"
    before=$(sed -n "${line}s/^ *//p" "$file")
    after=$(sed -n "${line}s/^ *//p" "$room/mutant.c")
    if awk -F'\t' -v file="$file" -v after="$after" '$1 == file && $2 == after { found = 1 } END { exit !found }' \
        tests/mutation/equivalent.tsv; then
        echo "equivalent $file:$line:$column"
    elif
        # shellcheck disable=SC2086
        ! cc $FLAGS -c "$room/mutant.c" -o "$room/mutant.o" 2>/dev/null; then
        echo "stillborn $file:$line:$column"
    else
        ln -s "$OUT"/measure/*.o "$room"
        mv "$room/mutant.o" "$room/$(echo "${file%.c}" | tr / _).o"
        cc -fsanitize=address -shared -o "$room/libmeasure.so" "$room"/*.o
        if noticed "$room" "$file" "$line"; then
            echo "killed $file:$line:$column"
        else
            printf 'survived %s:%s: %s  =>  %s\n' "$file" "$line" "$before" "$after"
        fi
    fi
    rm -rf "$room"
}
export -f try noticed passes

# Which test runs which line: file, line, test; without a test for a line that one did not run.
for test in "$OUT"/bin/* $([ ! -x "$ORACLES/run" ] || ls "$ORACLES/cases"); do
    if ! LD_LIBRARY_PATH=$OUT/reach passes "$test"; then
        echo "$test fails without any change; mend it first." >&2
        exit 1
    fi
    gcov -t "$OUT"/reach/*.gcda 2>/dev/null | awk -F: -v test="$test" -v OFS='\t' '
        $3 == "Source" { file = $4 }
        $2 > 0 && $1 !~ /-/ { print file, $2 + 0, $1 ~ /[0-9]/ ? test : "" }'
    rm -f "$OUT"/reach/*.gcda
done | sort -u >"$OUT/reach/lines"
for file in $(sources kiosk/measure kiosk/study); do
    case $file in *"$pattern"*) awk -v file="$file" '{ print file "\t" $0 }' <(awk -f tests/mutation/mutate.awk "$file") ;; esac
done | awk -v seed="$seed" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' |
    sort | awk -v count="$count" 'NR <= count' | cut -f 2- >"$OUT/changes.tsv"
tr '\t' '\n' <"$OUT/changes.tsv" | xargs -d '\n' -n 5 -P "${JOBS:-$(nproc)}" bash -c 'try "$@"' try >"$OUT/results"

grep '^survived' "$OUT/results" | sort || true
awk -v seed="$seed" -v least="$([ "$count" -lt 200 ] && echo 85 || echo 95)" '
    { n[$1]++ }
    END {
        tried = n["killed"] + n["survived"]
        share = tried ? 100 * n["killed"] / tried : 100
        printf "%d changes (seed %s): %d noticed, %d not, %.1f %%; %d cannot matter, %d do not compile\n",
            tried, seed, n["killed"], n["survived"], share, n["equivalent"], n["stillborn"]
        exit share < least
    }' "$OUT/results"
