#!/usr/bin/env bash
# Sets everything up and runs every test: tests/run.sh [--commit | --nightly | --release]
# --commit (the default) takes some minutes on two cores; --nightly lets each reader of foreign
# bytes be fuzzed for an hour, --release for a day, and both put small mistakes into the code, one at
# a time, to see whether a test notices (an hour more, or a night). The last line is
# "N passed, M failed"; the exit code is 0 when none failed. What could not run here (skipped) is
# named and counts as neither. Before it stand the time of each stage and the ten longest tests.
#
# --commit plays each test in one build at least, as tests/CMakeLists.txt says by the labels released and sanitized, and
# looks with the memory checker at the layers that the last commit changed; the others play everything everywhere, and
# what scores a third time, as clang optimizes it (the build with the sanitizers is clang's, too).
set -eu
cd "$(dirname "$0")/.."
size=${1:---commit}
case $size in
--commit) RESONANCE_FUZZ_SECONDS=2 ;;
--nightly) RESONANCE_FUZZ_SECONDS=3600 ;;
--release) RESONANCE_FUZZ_SECONDS=86400 ;;
*)
    echo "usage: tests/run.sh [--commit | --nightly | --release]" >&2
    exit 2
    ;;
esac
export PATH=/usr/bin:/bin:/usr/sbin:/sbin:$PATH # the Python of the packages below, and no wrapper that starts another
export RESONANCE_FUZZ_SECONDS RESONANCE_TEST_SIZE=${size#--}
deploy/install-packages.sh build test $([ "$size" = --commit ] || echo machine)
jobs=$(nproc)
beside=$((jobs * 4)) # tests of a terminal wait most of the time
mkdir -p build
passed=0 failed=0 skipped=0
stages=() # "SECONDS TITLE"
times=build/run-times.tsv # SECONDS, PRESET, TEST
: >"$times"

# build PRESET [TARGET...]: counts as a test; what the compiler said is shown when it fails
build() {
    local targets=("${@:2}") began=$SECONDS got=0
    [ ${#targets[@]} -gt 0 ] || targets=(all)
    printf '\n== build %s\n' "$1"
    { cmake --preset "$1" && cmake --build --preset "$1" -j "$jobs" --target "${targets[@]}" -- -k 0; } >"build/run-$1.log" 2>&1 || got=1
    stages+=("$((SECONDS - began)) build $1")
    if [ $got = 0 ]; then
        passed=$((passed + 1))
    else
        grep -vE '^(\[|-- )' "build/run-$1.log" | head -100
        echo "the build '$1' failed, so its tests were not run"
        failed=$((failed + 1))
        return 1
    fi
}

# run TITLE PRESET WORD...: the tests of a build that ctest chooses by these words
run() {
    local log=build/run-tests.log list=$PWD/build/run-tests.xml not_run wrong all began=$SECONDS
    printf '\n== %s\n' "$1"
    ctest --preset "$2" -j "$beside" --no-tests=error --output-junit "$list" "${@:3}" 2>&1 | tee "$log" || true
    stages+=("$((SECONDS - began)) $1")
    sed -n 's/.*<testcase name="\([^"]*\)".* time="\([0-9.]*\)".*/\2\t'"$2"'\t\1/p' "$list" >>"$times"
    sed -n 's/.*<testcase name="\([^"]*\)".*/\1/; T; N; /SKIP_RETURN_CODE/ { s/\n.*//; N; s/\n.*<system-out>/: /p }' "$list" | sed 's/: skipped: /: /; s/^/skipped /'
    not_run=$(grep -c '\*\*\*Skipped' "$log" || true)
    read -r wrong all < <(sed -n 's/.*tests passed, \([0-9]*\) tests failed out of \([0-9]*\).*/\1 \2/p' "$log") || {
        echo "ctest did not come to an end"
        wrong=1 all=1 not_run=0
    }
    skipped=$((skipped + not_run))
    failed=$((failed + wrong))
    passed=$((passed + all - wrong - not_run))
}

# changed_layers: those with unit tests, as a pattern of what the names of these begin with; all of them where git knows
# no commit before
changed_layers() {
    local changed layer
    changed=$(git diff --name-only HEAD~1 -- kiosk tests/unit 2>/dev/null) || { echo . && return; }
    sed -nE 's,^kiosk/app/(desk|front)/.*,desk,p; s,^kiosk/app/(terminal|duty|kiosk)/.*,keeper,p; s,^kiosk/([a-z]+)/.*,\1,p; s,^tests/unit/([a-z]+)_.*,\1,p' <<<"$changed" | sort -u |
        while read -r layer; do [ "$layer" = device ] || ! compgen -G "tests/unit/${layer}_*.c" >/dev/null || echo "${layer}_"; done | paste -sd'|'
}
released=() sanitized=(-L '^(unit|prop|spec|story|cli|crash)$') checked=.
if [ "$size" = --commit ]; then
    released=(-L '^released$') sanitized=(-L '^sanitized$')
    checked=$(changed_layers)
fi

if build release; then # as people get it
    [ "$size" != --commit ] || export RESONANCE_STORY=$PWD/build/release/bin/resonance-story # deploy/demo/organization.sh
    run "release build" release "${released[@]}"
    [ -z "$checked" ] || run "unit tests under the memory checker: $checked" release -C Valgrind -L '^valgrind$' -R "^valgrind/($checked)"
fi
if build asan; then # by the other compiler, as all that follows
    run "address and undefined behaviour sanitizers" asan "${sanitized[@]}"
    beside=$jobs run "fuzzing, $RESONANCE_FUZZ_SECONDS seconds for each reader" asan -L '^fuzz$' # each has a processor
fi
if [ "$size" != --commit ]; then
    if build clang resonance-study scoring_tests; then # scores to the same bytes as gcc, optimized as far
        run "other compiler" clang -L '^scoring$'
    fi
    printf '\n== mistakes put into the code\n'
    if tests/mutation/run.sh "$size"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
fi

printf '\n== seconds of each stage, and of the ten longest tests\n'
printf '%s\n' "${stages[@]}" "$SECONDS all together" | awk '{ seconds = $1; sub(/^[0-9]+ /, ""); printf "%6d %s\n", seconds, $0 }'
sort -rn "$times" | head -10 | awk -F '\t' '{ printf "%6.0f %s, %s\n", $1, $3, $2 }'
echo
[ "$skipped" = 0 ] || echo "$skipped skipped, the reasons stand above"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
