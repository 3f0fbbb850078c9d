#!/usr/bin/env bash
# What needs a build of its own: clang, valgrind, fuzzing. Called by tests/run.sh.
set -eu
cd "$(dirname "$0")/.."
size=${1:---commit}
jobs=$(nproc)
case $size in
--release) seconds=86400 ;;
--nightly) seconds=3600 ;;
*) seconds=3 ;;
esac
passed=0 failed=0
good() { passed=$((passed + 1)); }
bad() {
    echo "FAILED $*"
    failed=$((failed + 1))
}

# clang builds everything without a warning, and scores to the same bytes as gcc.
if cmake --preset clang >/dev/null && cmake --build --preset clang -j "$jobs" >build/clang.log 2>&1; then
    good
else
    tail -30 build/clang.log
    bad "clang build"
fi
for test in build/clang/bin/unit_model_* build/clang/bin/unit_measure_*; do
    [ -x "$test" ] || continue
    "$test" >build/clang.log 2>&1 && good || { tail -20 build/clang.log; bad "$test"; }
done

# valgrind over the unit tests of the release build.
for test in build/release/bin/unit_*; do
    [ -x "$test" ] || continue
    case $test in *_device_*) continue ;; esac # fonts and video libraries keep what they load
    RESONANCE_UNDER_VALGRIND=1 valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
        "$test" >build/valgrind.log 2>&1 && good || { tail -30 build/valgrind.log; bad "valgrind $test"; }
done

# every reader of foreign bytes, for a while
if cmake --preset fuzz >/dev/null && cmake --build --preset fuzz -j "$jobs" >build/fuzz.log 2>&1; then
    for target in build/fuzz/bin/fuzz_*; do
        name=$(basename "$target")
        mkdir -p "build/corpus/$name"
        seeds=tests/fuzz/seeds/${name#fuzz_}
        "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 \
            "build/corpus/$name" $([ -d "$seeds" ] && echo "$seeds") >build/fuzz.log 2>&1 && good ||
            { tail -20 build/fuzz.log; bad "$name"; }
    done
else
    tail -30 build/fuzz.log
    bad "fuzz build"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
