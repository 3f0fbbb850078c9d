#!/bin/bash
# Do the tests notice a mistake? One operator or constant is changed, or one statement left out, at
# a time (mutate.awk), and a test must fail.
#
#   tests/mutation/run.sh [--commit | --nightly | --release | COUNT] [SEED] [PATTERN]
#
# --commit tries 40 changes drawn with SEED (printed; without one, of today), --nightly 300,
# --release 3000, COUNT so many; each room gives as many as the others. PATTERN restricts them to
# files whose path it matches. Only tests that run the changed line are tried, the quick ones first,
# until one fails or five minutes' worth of them passed. A change that does not compile is none.
# Changes that cannot matter stand in equivalent.tsv (file, changed line, reason), each of which must
# be one (tests/lint/equivalent.sh).
# Survivors are printed; ends with 1 when fewer than 95 % are noticed in the statistics or 90 % in
# the rest (85 % where fewer than 200 are tried).
# Builds in build/mutation. JOBS: how many at a time, each in a source and build tree of its own.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
size=${1:---commit}
seed=${2:-$(date +%Y%m%d)}
pattern=${3:-}
case $size in
--commit) count=40 ;;
--nightly) count=300 ;;
--release) count=3000 ;;
*[!0-9]* | '')
    echo "usage: tests/mutation/run.sh [--commit | --nightly | --release | COUNT] [SEED] [PATTERN]" >&2
    exit 2
    ;;
*) count=$size ;;
esac
rooms="kiosk/measure/ kiosk/study/ kiosk/chain/ kiosk/seal/ kiosk/store/ kiosk/sitting/ kiosk/screens/
    kiosk/view/layout/ kiosk/report/ kiosk/app/desk/office/ kiosk/app/desk/command/import.c"
# Left out: what takes minutes and adds no test of its own to these rooms.
slow='^(prop/store_power|cli/simulate|cli/bad_numbers)$'
jobs=${JOBS:-$(nproc)}
export OUT=$PWD/build/mutation
export ASAN_OPTIONS=detect_leaks=0:symbolize=0:hard_rss_limit_mb=2000
RESONANCE_SHARED=$(realpath -m "${RESONANCE_SHARED:-../shared}")
export RESONANCE_SHARED
export CCACHE_BASEDIR=$OUT CCACHE_NOHASHDIR=1

# tree NAME FLAGS OPTION...: a copy of the source, and a build tree for it
tree() {
    local source=$OUT/$1/source flags="-w -O1 $2"
    mkdir -p "$source"
    tar -c --exclude=./build --exclude=./.git . | tar -x -C "$source"
    command -v ccache >/dev/null && set -- "$@" -DCMAKE_C_COMPILER_LAUNCHER=ccache
    cmake -G Ninja -S "$source" -B "$OUT/$1/build" -DCMAKE_BUILD_TYPE=None -DCMAKE_INSTALL_PREFIX=/usr \
        -DCMAKE_C_FLAGS="$flags" "${@:3}" >"$OUT/$1/log"
}

# targets TEST...: what must be built for these tests
targets() {
    local test
    for test; do
        case $test in
        unit/* | prop/* | spec/*) echo "${test/\//_}" ;;
        *) echo resonance resonance-kiosk resonance-story resonance-study bench_sealed_copies ;;
        esac
    done | tr ' ' '\n' | sort -u
}

# passes TREE SECONDS TEST...: whether these tests pass there, no process taking more seconds of the
# processor; how long that takes on the clock does not matter
passes() (
    ulimit -t "$2"
    tests=$(printf '|%s' "${@:3}")
    ctest --test-dir "$OUT/$1/build" --stop-on-failure -R "^(${tests:1})\$"
) &>/dev/null

# reach TEST: which lines the test runs: file, line, test; without a test for a line that it did not
# run. What the test says does not count here: programs that write down their lines say more.
reach() {
    local room=$OUT/reach/${1/\//.} begun file
    mkdir -p "$room"
    begun=$(date +%s)
    GCOV_PREFIX=$room GCOV_PREFIX_STRIP=$(tr -dc / <<<"$OUT/cover/build" | wc -c) \
        ctest --test-dir "$OUT/cover/build" -R "^$1\$" &>"$room.log" || true
    printf '%s\t%d\n' "$1" $(($(date +%s) - begun + 1)) >"$room.seconds"
    cd "$OUT/cover/build"
    find "$room" -name '*.gcda' | while read -r file; do
        file=${file#"$room/"}
        ln -sf "$PWD/${file%.gcda}.gcno" "$room/${file%.gcda}.gcno"
    done
    find "$room" -name '*.gcda' -exec gcov -t {} + 2>/dev/null | awk -F: -v test="$1" -v OFS='\t' '
        $3 == "Source" { file = $4; sub(/^.*\/source\//, "", file) }
        file ~ /^kiosk/ && $2 > 0 && $1 !~ /-/ { print file, $2 + 0, $1 ~ /[0-9]/ ? test : "" }' | sort -u >"$room.lines"
    rm -rf "$room"
}

# tests_of FILE LINE: the tests that run this line, the quick ones first, each with its seconds; for
# a line that is no statement, those that run any of the file
tests_of() {
    awk -F'\t' -v OFS='\t' -v file="$1" -v line="$2" '
        FNR == NR { seconds[$1] = $2; next }
        $1 != file { next }
        $2 == line { is_statement = 1 }
        $3 != "" { if ($2 == line) here[$3] = 1; anywhere[$3] = 1 }
        END { if (is_statement) for (t in here) print seconds[t], t; else for (t in anywhere) print seconds[t], t }' \
        "$OUT/seconds" "$OUT/lines" | sort -n -k 1,1 -k 2,2
}

# noticed TREE FILE LINE: killed, survived or stillborn
noticed() {
    local tests seconds test quick=() spent=0
    tests=$(tests_of "$2" "$3")
    while read -r seconds test; do
        [ -z "$test" ] || [ "$seconds" -gt 2 ] || quick+=("$test")
    done <<<"$tests"
    if [ ${#quick[@]} != 0 ]; then
        # shellcheck disable=SC2046
        ninja -C "$OUT/$1/build" $(targets "${quick[@]}") &>/dev/null || { echo stillborn && return; }
        passes "$1" 15 "${quick[@]}" || { echo killed && return; }
    fi
    while read -r seconds test; do
        [ "${seconds:-0}" -gt 2 ] || continue
        spent=$((spent + seconds))
        [ "$spent" -le 300 ] || break
        # shellcheck disable=SC2046
        ninja -C "$OUT/$1/build" $(targets "$test") &>/dev/null || { echo stillborn && return; }
        passes "$1" $((10 + 4 * seconds)) "$test" || { echo killed && return; }
    done <<<"$tests"
    echo survived
}

# worker TREE FIRST: every change from the FIRST on that is this worker's turn, made and undone; one
# line about what came of it. What a file was is read where nobody works at it meanwhile.
worker() {
    local file line column length text before after came unchanged=$OUT/cover/source
    awk -v jobs="$jobs" -v first="$2" 'NR % jobs == first % jobs' "$OUT/changes.tsv" |
        while IFS=$'\t' read -r file line column length text; do
            text=$text awk -v line="$line" -v column="$column" -v count="$length" '
                NR == line { $0 = substr($0, 1, column - 1) ENVIRON["text"] substr($0, column + count) } { print }' \
                "$unchanged/$file" >"$OUT/$1/mutant.c"
            before=$(sed -n "${line}s/^ *//p" "$unchanged/$file")
            after=$(sed -n "${line}s/^ *//p" "$OUT/$1/mutant.c")
            if after=$after awk -F'\t' -v file="$file" '
                $1 == file && $2 == ENVIRON["after"] { found = 1 } END { exit !found }' tests/mutation/equivalent.tsv; then
                came=equivalent
            else
                cat "$OUT/$1/mutant.c" >"$OUT/$1/source/$file"
                came=$(noticed "$1" "$file" "$line")
                cat "$unchanged/$file" >"$OUT/$1/source/$file"
            fi
            printf '%s\t%s\t%s\t%s\t%s\n' "$came" "$file" "$line" "$before" "$after"
        done
}
export -f reach

SOURCE=$PWD bash tests/lint/equivalent.sh
rm -rf "$OUT"
mkdir -p "$OUT/reach"
echo "which test runs which line"
tree cover "-O0" -DRESONANCE_COVER=ON
cd "$OUT/cover/source"
for room in $rooms; do
    # shellcheck disable=SC2044
    for file in $(find "$room" -name '*.c' | sort); do
        [[ $file =~ $pattern ]] || continue
        awk -f tests/mutation/mutate.awk "$file" | sed "s|^|$room\t$file\t|"
    done
done | awk -v seed="$seed" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' | sort |
    awk -F'\t' -v OFS='\t' '{ print ++n[$2], $0 }' | sort -s -n -k 1,1 |
    awk -v count="$count" 'NR <= count' | cut -f 4- >"$OUT/changes.tsv"
cd - >/dev/null
ninja -C "$OUT/cover/build" -j "$jobs" >>"$OUT/cover/log" || { tail -20 "$OUT/cover/log" && exit 1; }
ctest --test-dir "$OUT/cover/build" -N -L '^(unit|prop|spec|story|cli|vectors)$' -E "$slow|^vectors/(second|comp)" |
    sed -n 's/^ *Test *#[0-9]*: //p' | xargs -P "$jobs" -I{} bash -c 'set -e -o pipefail; reach {}'
sort -u "$OUT"/reach/*.lines >"$OUT/lines"
cat "$OUT"/reach/*.seconds >"$OUT/seconds"

echo "the same tests without any change"
for ((n = 1; n <= jobs; n++)); do
    tree "$n" "-g0 -DARENA_BLOCK_BYTES=0" -DRESONANCE_SANITIZE=ON
    ninja -C "$OUT/$n/build" -j "$jobs" >>"$OUT/$n/log" || { tail -20 "$OUT/$n/log" && exit 1; }
done
cut -f 1,2 "$OUT/changes.tsv" | while IFS=$'\t' read -r file line; do tests_of "$file" "$line"; done |
    cut -f 2 | sort -u | tr '\n' '|' >"$OUT/tests"
ctest --test-dir "$OUT/1/build" -j "$jobs" --no-tests=error -R "^($(sed 's/|$//' "$OUT/tests"))\$" >"$OUT/unchanged" ||
    { grep 'Failed' "$OUT/unchanged" && echo "these fail without any change; mend them first" >&2 && exit 1; }

echo "$(wc -l <"$OUT/changes.tsv") changes, seed $seed"
for ((n = 1; n <= jobs; n++)); do worker "$n" "$n" >"$OUT/$n/results" & done
wait
cat "$OUT"/*/results >"$OUT/results"
awk -F'\t' '$1 == "survived" { print "survived " $2 ":" $3 ": " $4 "  =>  " $5 }' "$OUT/results" | sort
awk -F'\t' -v rooms="$rooms" '
    BEGIN { room_count = split(rooms, name, " ") }
    {
        for (r = 1; r <= room_count && index($2, name[r]) != 1; r++) continue
        n[r, $1]++
        half = name[r] ~ /measure|study/ ? "the statistics" : "the rest"
        all[half, $1]++
    }
    function share(killed, survived) { return killed + survived ? 100 * killed / (killed + survived) : 100 }
    function row(title, killed, survived, equivalent, stillborn) {
        printf "%-32s %4d noticed, %3d not, %5.1f %%; %d cannot matter, %d do not compile\n", title,
            killed, survived, share(killed, survived), equivalent, stillborn
    }
    function judged(half, least, tried) {
        tried = all[half, "killed"] + all[half, "survived"]
        row(half, all[half, "killed"], all[half, "survived"], all[half, "equivalent"], all[half, "stillborn"])
        return share(all[half, "killed"], all[half, "survived"]) >= (tried < 200 ? 85 : least)
    }
    END {
        for (r = 1; r <= room_count; r++)
            row(name[r], n[r, "killed"], n[r, "survived"], n[r, "equivalent"], n[r, "stillborn"])
        is_good = judged("the statistics", 95)
        exit !(judged("the rest", 90) && is_good)
    }' "$OUT/results"
