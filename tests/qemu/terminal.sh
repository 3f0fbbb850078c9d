#!/usr/bin/env bash
# The whole life of a terminal on a machine that is emulated from its power button on: a blank Debian 12 becomes a terminal
# by a stick, as the guide says and without anybody who answers, is enrolled by one without a shell, locked, and withstands
# whoever stands in front of it, from the boot menu on; its power goes while somebody answers, who goes on with their code;
# staff give its results to a stick and take new cards from one; it is updated while somebody sits, unlocked and purged; then
# the machine is what it was.
# Nothing here is played by anything but the programs that people get: touches and keys come from outside, results go to the
# desk of this build. What is tapped where is learned from a scripted person on a copy of the terminal's data.
#
# tests/qemu/terminal.sh [STATION...]: all of them, or those named, from what a run before kept behind the one before.
# RESONANCE_QEMU_KEEP=FOLDER keeps that; RESONANCE_SHOTS=FOLDER keeps pictures.
set -u
here=$SOURCE/tests/qemu/machine
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/hand.sh"
. "$SOURCE/tests/kit/scales.sh"
. "$here/machine.sh"
. "$here/play.sh"
. "$here/keep.sh"
for part in arriving guarded sitting staff leaving; do . "$SOURCE/tests/qemu/stations/$part.sh"; done
[ "${RESONANCE_TEST_SIZE:-}" != commit ] || { echo "skipped: a machine is emulated at night only"; exit 77; }
grep -q '^CMAKE_BUILD_TYPE:STRING=Release' "$BUILD/CMakeCache.txt" || { echo "skipped: packages are made of the release build"; exit 77; }
skip_without terminal
SCREEN_WIDTH=1280 SCREEN_HEIGHT=800 SCREEN_MM=217
pin=482915
WAIT_LIMIT_S=1800 # a machine that is emulated on a busy computer
stations=(installed enrolled open locked attacked begun cut_off finished collected given_cards updated unlocked purged)
# guided TEXT...: what is done next, which the guide says so, word for word
guided() {
    local text
    for text in "$@"; do grep -qF -- "$text" "$SOURCE/deploy/guide/guide.txt" || wrong "the guide does not say: $text"; done
}
# code NUMBER: of the candidate with this number, as it is typed
code() { sed -n "s/^candidate $1 //p" codes | tr -d - | tr A-Z a-z; }

keep_open
trap 'machine_off 2>/dev/null; keep_close' EXIT
cd "$work" || exit 1
wanted=("$@")
[ $# -gt 0 ] || wanted=(blank "${stations[@]}")
before=
for station in blank "${stations[@]}"; do
    case " ${wanted[*]} " in *" $station "*)
        [ -n "${machine_pid:-}" ] || [ $station = blank ] || keep_back "$before"
        station_$station
        at "$station"
        [ "$faults" = 0 ] || finish # what comes after it would only wait in vain
        keep_here $station
        ;;
    esac
    before=$station
done
finish
