#!/usr/bin/env bash
# Sets everything up and runs every test: tests/run.sh [--commit | --nightly | --release]
# --commit (the default) takes some minutes on two cores; the others run the long batteries.
set -eu
cd "$(dirname "$0")/.."
size=${1:---commit}
case $size in
--commit | --nightly | --release) ;;
*)
    echo "usage: tests/run.sh [--commit | --nightly | --release]" >&2
    exit 2
    ;;
esac
export RESONANCE_TEST_SIZE=${size#--}
deploy/install-packages.sh build test
jobs=$(nproc)
failed=0

step() {
    echo
    echo "== $*"
}

build() { # preset
    step "build $1"
    cmake --preset "$1" >"build-$1.log" 2>&1 && cmake --build --preset "$1" -j "$jobs" >>"build-$1.log" 2>&1 || {
        tail -40 "build-$1.log"
        rm -f "build-$1.log"
        exit 1
    }
    rm -f "build-$1.log"
}

# Everything in the release build, as people get it; then the C tests again with sanitizers.
build release
step "tests, release build"
ctest --preset release -j "$jobs" || failed=1
build asan
step "tests, address and undefined behaviour sanitizers"
ctest --preset asan -j "$jobs" -L '^(unit|prop|spec|story)$' || failed=1
step "other compiler, memory checker, short fuzzing"
tests/more.sh "$size" || failed=1
[ "$failed" = 0 ] && echo "Everything passed." || echo "Something failed, see above."
exit "$failed"
