#!/bin/bash
# How much of the memory for answers and keys is locked is said as it is: by the doctors, and by a terminal
# that was started where little may be locked.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/screen.sh"
skip_sanitized "the sanitizer cannot lock its memory"
for program in prlimit setpriv; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "skipped: only root may raise the limit to see both sides of it"; exit 77; }
trap 'screen_close; rm -rf "$work"' EXIT
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
terminal_request data request.json
terminal_enrol org request.json config
chown -R 65534 "$work"
# limited BYTES COMMAND...: as somebody who may lock so much and no more
limited() {
    local bytes=$1
    shift
    prlimit --memlock="$bytes:$bytes" setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
}
doctor() { limited "$1" "$BIN/resonance-kiosk" --doctor --config config --data data; }
figure='[0-9.]+ [kM]B of ([0-9.]+ MB) locked, where the limit of each process is'
expect 1 "^WRONG memory is kept out of swap: $figure 64 kB: .*LimitMEMLOCK=64M" doctor 65536
expect 1 "^WRONG memory is kept out of swap: [1-9]$figure 4.0 MB: " doctor 4194304
doctor 8388608 >said 2>&1
grep -E "^ok +memory is kept out of swap: $figure 8.0 MB" said >line || wrong "8 MB, which a desktop allows, is not enough: $(cat said)"
[ "$(sed -E 's/.*: ([0-9.]+ MB) of .*/\1/' line)" = "$(sed -E 's/.* of ([0-9.]+ MB) .*/\1/' line)" ] || wrong "ok, but not all of it is locked: $(cat line)"
expect 0 'of the memory for keys and what they open, 0 kB of [0-9.]+ MB' limited 65536 "$BIN/resonance" doctor --org org
limited 8388608 "$BIN/resonance" doctor --org org | grep -q '^note  memory' && wrong "the desk misses what is locked"

screen_open "$work/screen"
# runs BYTES: a terminal under that limit, what it says in `log`, what the kernel has locked in `locked`
runs() {
    # no function here: each becomes the next, so that the number is that of the terminal
    prlimit --memlock="$1:$1" setpriv --reuid 65534 --regid 65534 --clear-groups \
        "$BIN/resonance-kiosk" --config config --data data --windowed 1024x600 2>log &
    terminal_pid=$!
    wait_for "a picture" is_screen_another "$screen_empty" || exit 1
    terminal_wait_rest
    for pid in $(terminal_parts); do awk '/^VmLck/ {print $2}' "/proc/$pid/status"; done |
        awk '{sum += $1} END {print sum}' >locked
    terminal_quit
    wait_for "an empty screen" is_screen_showing "$screen_empty"
}
runs 65536
grep -qE "^resonance-kiosk: note: of the memory for answers and keys, $figure 64 kB: the rest could reach the swap; set LimitMEMLOCK" log ||
    wrong "a terminal under a small limit says nothing: $(cat log)"
[ "$(cat locked)" -lt 100 ] || wrong "the limit is none"
runs 8388608
grep -q 'could reach the swap' log && wrong "all can be locked, and it is missed: $(cat log)"
# What the doctor counts is what the kernel has locked; a few pages of keys come and go.
most=$(sed -E 's/.* of ([0-9.]+) MB .*/\1/' line)
awk -v kernel="$(cat locked)" -v said="$most" 'BEGIN { exit !(kernel / 1024 > said - 0.2 && kernel / 1024 < said + 0.5) }' ||
    wrong "the doctor says $most MB, the kernel $(cat locked) kB"
finish
