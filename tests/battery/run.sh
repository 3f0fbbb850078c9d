#!/usr/bin/env bash
# The reliability battery: what must never be lost, forged, read or stuck, tried so many times.
#
#   tests/battery/run.sh [--commit | --nightly | --release] [SEED]
#
# Kills and power cuts at every write, calls of the disk and of memory that fail, disks that are full,
# clocks that jump, bits that flip in everything that is kept, forgeries and other attacks, and a soak
# of many sittings; after each the same five things must hold: no acknowledged answer is lost, nothing
# forged is taken, nothing readable lies about, nothing crashes, and there is a way on. Builds the
# release preset, prints what each test counted and the sums, and for a test that failed the one command
# that repeats it. tests/run.sh runs the same tests at the same size among all others.
set -eu
cd "$(dirname "$0")/../.."
size=${1:---commit}
seed=${2:-$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')}
case $size in
--commit) kills=100 damages=60 orders=20 ;;
--nightly) kills=10000 damages=1000 orders=400 ;;
--release) kills=50000 damages=10000 orders=4000 ;;
*)
    echo "usage: tests/battery/run.sh [--commit | --nightly | --release] [SEED]" >&2
    exit 2
    ;;
esac
export RESONANCE_TEST_SIZE=${size#--} SEED=$seed RESONANCE_SEED=$seed
cmake --preset release >/dev/null
cmake --build --preset release -j "$(nproc)" | tail -1
bin=build/release/bin
log=build/battery.log
: >"$log"
failed=0 skipped=0

# tried NAME COMMAND...: a program of the battery; what it counted goes into the log
tried() {
    local name=$1 lines
    shift
    if "$@" >build/battery.out 2>&1; then
        if grep -q '[*]Skipped' build/battery.out; then
            skipped=$((skipped + 1))
            printf 'skipped %-28s %s\n' "$name" "$(sed -n 's/^.*skipped: //p' build/battery.out | head -1)"
            return
        fi
        lines=$(sed -n 's/^.*tally \([0-9]* .*\)$/\1/p' build/battery.out)
        printf 'passed  %-28s %s\n' "$name" "$(paste -sd, <<<"$lines" | sed 's/,/, /g')"
        printf '%s\n' "$lines" >>"$log"
    else
        failed=$((failed + 1))
        printf 'FAILED  %-28s repeat with: SEED=%s RESONANCE_SEED=%s RESONANCE_TEST_SIZE=%s %s\n' "$name" "$seed" "$seed" "${size#--}" "$*"
        tail -20 build/battery.out
    fi
}
# test_of NAME: one of ctest's, with all that it says
test_of() { tried "$1" ctest --preset release -V --no-tests=error --timeout 86400 -R "^$1\$"; }

echo "seed $seed"
tried prop/store_kill "$bin/prop_store_kill" $kills "$seed"
tried prop/store_power "$bin/prop_store_power" "$seed"
tried prop/seal_flips "$bin/prop_seal_flips" $damages
tried prop/fleet_import "$bin/prop_fleet_import" $orders "$seed"
for script in tests/crash/*.sh tests/cli/attack_*.sh; do
    name=${script#*/}
    test_of "${name%.sh}"
done
for name in story/kills cli/forged cli/erase vectors/age; do test_of $name; done

echo
awk 'NF > 1 { n = $1; $1 = ""; sum[$0] += n } END { for (what in sum) printf "%9d%s\n", sum[what], what }' "$log" | sort -k 2
echo "$failed failed, $skipped skipped"
[ $failed = 0 ]
