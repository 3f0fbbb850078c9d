#!/usr/bin/env bash
# A test that is killed takes its folder in memory with it: what thousands of runs leave there would fill it.
set -eu
. "$SOURCE/tests/kit/wait.sh"
killed=
finish() { [ -z "$killed" ] || kill -9 "$killed" 2>/dev/null || true; }
trap finish EXIT
place=/dev/shm
[ -w "$place" ] || place=/tmp
has_folder() { [ -n "$(find "$place" -maxdepth 1 -name "resonance-store-$killed-*" 2>/dev/null)" ]; }
has_none() { ! has_folder; }
for how in KILL TERM STOP; do
    "$BIN/prop_store_kill" >/dev/null 2>&1 &
    killed=$!
    wait_for "the folder of a test" has_folder
    kill -$how "$killed"
    if [ $how = STOP ]; then
        has_folder || { echo "FAILED: the folder of a test that only rests is gone"; exit 1; }
        kill -9 "$killed"
    fi
    wait "$killed" 2>/dev/null || true
    wait_for "the end of the folder" has_none
done
killed=
echo "3 tests were killed, and left nothing"
