#!/usr/bin/env bash
# Sets everything up and runs every test: tests/run.sh [--commit | --nightly | --release]
# --commit (the default) takes some minutes on two cores; --nightly lets each reader of foreign
# bytes be fuzzed for an hour, --release for a day, and both put small mistakes into the code, one at
# a time, to see whether a test notices (an hour more, or a night). The last line is
# "N passed, M failed"; the exit code is 0 when none failed. What could not run here (skipped) is
# named and counts as neither.
set -eu
cd "$(dirname "$0")/.."
size=${1:---commit}
case $size in
--commit) RESONANCE_FUZZ_SECONDS=3 ;;
--nightly) RESONANCE_FUZZ_SECONDS=3600 ;;
--release) RESONANCE_FUZZ_SECONDS=86400 ;;
*)
    echo "usage: tests/run.sh [--commit | --nightly | --release]" >&2
    exit 2
    ;;
esac
export RESONANCE_FUZZ_SECONDS RESONANCE_TEST_SIZE=${size#--}
deploy/install-packages.sh build test
jobs=$(nproc)
beside=$((jobs + 1)) # tests on a screen wait most of the time
mkdir -p build
passed=0 failed=0 skipped=0

# build PRESET [TARGET...]: counts as a test; what the compiler said is shown when it fails
build() {
    local targets=("${@:2}")
    [ ${#targets[@]} -gt 0 ] || targets=(all)
    printf '\n== build %s\n' "$1"
    if {
        cmake --preset "$1" && cmake --build --preset "$1" -j "$jobs" --target "${targets[@]}" -- -k 0
    } >"build/run-$1.log" 2>&1; then
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
    local log=build/run-tests.log list=$PWD/build/run-tests.xml not_run wrong all
    printf '\n== %s\n' "$1"
    ctest --preset "$2" -j "$beside" --no-tests=error --output-junit "$list" "${@:3}" 2>&1 | tee "$log" || true
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

if build release; then # as people get it
    run "every test, release build" release
    run "unit tests under the memory checker" release -C Valgrind -L '^valgrind$'
fi
if build asan; then
    run "address and undefined behaviour sanitizers" asan -L '^(unit|prop|spec|story|cli|crash)$'
fi
if build clang resonance resonance-kiosk resonance-story resonance-study scoring_tests; then # scores to the same bytes as gcc
    run "other compiler" clang -L '^scoring$'
fi
if build fuzz fuzzers; then
    beside=$jobs # seconds of a processor of its own
    run "fuzzing, $RESONANCE_FUZZ_SECONDS seconds for each reader" fuzz -L '^fuzz$'
fi
if [ "$size" != --commit ]; then
    printf '\n== mistakes put into the code\n'
    if tests/mutation/run.sh "$size"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
fi

echo
[ "$skipped" = 0 ] || echo "$skipped skipped, the reasons stand above"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
