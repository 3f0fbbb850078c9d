#!/usr/bin/env bash
# The n-th request for memory fails, once and from then on: the desk ends by itself, with a sentence, and
# nothing is lost. (The terminal links libraries that hang before its first line when theirs fails.)
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_sanitized "the sanitizer has memory of its own"
command -v cc >/dev/null || { echo "skipped: there is no compiler"; exit 77; }
cd "$work" || exit 1
ulimit -c 0
preload_made fail_memory fail.so
case ${RESONANCE_TEST_SIZE:-commit} in
commit) tries=12 ;;
*) tries=600 ;;
esac
organization_opened 2
person_sits config data codes "candidate 1" 1 order=2 || wrong "no result"
"$BIN/resonance-kiosk" --export sound.bundle --config config --data data >/dev/null || wrong "no export"
runs=0
# short NAME WHOLE COMMAND...: at moments all over its run; WHOLE is what must hold afterwards
short() {
    local name=$1 whole=$2 total at code ever
    shift 2
    rm -rf home && cp -r org home
    total=$(FAIL_COUNT=1 LD_PRELOAD=$PWD/fail.so "$@" 2>&1 >/dev/null </dev/null 9<<<"$ORGANIZATION_PASSPHRASE" | sed -n 's/^allocations //p' | tail -1)
    [ "${total:-0}" -gt 100 ] || { wrong "$name: only ${total:-0} requests for memory"; return; }
    for ((at = 1 + RANDOM % 7; at <= total; at += 1 + total / tries)); do
        for ever in "" 1; do
            rm -rf home && cp -r org home
            env FAIL_AT=$at ${ever:+FAIL_EVER=1} LD_PRELOAD="$PWD/fail.so" "$@" >out.txt 2>err.txt </dev/null 9<<<"$ORGANIZATION_PASSPHRASE"
            code=$?
            runs=$((runs + 1))
            [ $code -le 2 ] || wrong "$name: request $at of $total${ever:+ and all after it}: it ends with $code: $(tail -1 err.txt)"
            [ $((at % 3)) != 0 ] || $whole || wrong "$name: request $at of $total: something is lost"
        done
    done
}
is_home_whole() { desk home import sound.bundle >/dev/null 2>&1 && desk home list 2>/dev/null | grep -q '^1 result'; }
short "the desk's import" is_home_whole "$BIN/resonance" import sound.bundle --org home
short "the desk's doctor" is_home_whole "$BIN/resonance" doctor --org home
short "the desk's list" is_home_whole "$BIN/resonance" list --org home --passphrase-fd 9
tally $runs failed allocations
finish
