#!/usr/bin/env bash
# The helper of the machine knows four verbs, and any other message changes nothing. It sets a clock that nothing else
# keeps right, to a time that can be, and ends the machine by a file that systemd waits for, in a folder that is named
# and nowhere else; one that lies there from before ends nothing. Without root's right it sets nothing.
set -eu
. "$SOURCE/tests/kit/wait.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
work=$(mktemp -d)
passed=0 failed=0 helper=
bad() { echo "FAILED: $*"; failed=$((failed + 1)); }
good() { passed=$((passed + 1)); }
ended() { [ -z "$1" ] || { kill -9 "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }; }
finish() {
    ended "$helper"
    rm -rf "$work"
}
trap finish EXIT
# helper_start WORD...: waits at $work/socket
helper_start() {
    ended "$helper"
    rm -f "$work/socket"
    "$BIN/resonance-machine" --socket "$work/socket" "$@" 2>"$work/err" &
    helper=$!
    wait_for "the helper" is_listening "$work/socket"
}
# answers WANTED VERB [NUMBER] [FILE]: what the helper says
answers() {
    local wanted=$1 got
    shift
    got=$(python3 "$SOURCE/tests/kit/machine_ask.py" "$work/socket" "$@" 2>&1) || true
    [ "$got" = "$wanted" ] && good || bad "line ${BASH_LINENO[0]}: $* gives $got, not $wanted"
}
# holds TEXT: the clock says that
holds() { [ "$(cat "$work/clock")" = "$1" ] && good || bad "line ${BASH_LINENO[0]}: the clock says $(cat "$work/clock"), not $1"; }
# asked: what the folder that systemd watches holds
asked() { ls -A "$work/end" | paste -sd' '; }
echo before >"$work/clock"
mkdir "$work/end"
touch "$work/end/reboot" "$work/end/poweroff" # from before
helper_start --clock "$work/clock" --end "$work/end"
[ -z "$(asked)" ] && good || bad "what was asked before ends the machine again: $(asked)"

answers 'DONE 0' look
files=$(ls "/proc/$helper/fd" | wc -l)

# ---- what is no request: nothing is set, nobody is told anything ----
zeros() { printf '00%.0s' $(seq "$1"); }
for message in hex:52 hex:00 "hex:$(zeros 13)" "hex:524d413104$(zeros 8)" "hex:524d4131ff$(zeros 8)" "hex:524d413101$(zeros 7)" \
    "hex:524d413101$(zeros 9)" "hex:524d413201$(zeros 8)" "hex:$(printf '41%.0s' $(seq 60))" "hex:524d413102$(zeros 7)01" "hex:524d4131030100000000000000"; do
    answers 'REFUSED 0' "$message"
done
answers 'REFUSED 0' clock -1
answers 'REFUSED 0' clock 1800000000 /dev/null
answers 'REFUSED 0' off 0 two
answers 'REFUSED 0' restart 0 /dev/null
holds before
[ -z "$(asked)" ] && good || bad "systemd was told: $(asked)"
# A packet without a byte ends a connection; the file that came with it must not stay.
nothing_with_files() { python3 -c '
import array, socket, sys
for _ in range(40):
    door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    door.connect(sys.argv[1])
    door.sendmsg([b""], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0]))])
    door.recv(100)' "$work/socket" </dev/null; }
nothing_with_files || bad "a packet without a byte is not even let go of"
answers 'DONE 0' look
[ "$(ls "/proc/$helper/fd" | wc -l)" -le $((files + 1)) ] && good || bad "files that came with a message stay open: $(ls "/proc/$helper/fd" | wc -l)"

# ---- the clock ----
answers 'DONE 0' look
for never in 0 1 1686355200 3264235200 $((1 << 62)) 9223372036854775807; do answers 'IMPOSSIBLE 0' clock $never; done
holds before
answers 'DONE 0' clock 1800000000
holds 1800000000
answers 'DONE 0' clock 1794819600 # back
holds 1794819600
echo synchronized >"$work/clock"
answers 'DONE 1' look
answers 'SYNCED 1' clock 1800000000
holds synchronized

# ---- the end of the machine ----
answers 'DONE 1' restart
[ "$(asked)" = reboot ] && good || bad "systemd was told: $(asked)"
answers 'DONE 1' off
[ "$(asked)" = 'poweroff reboot' ] && good || bad "systemd was told: $(asked)"

# ---- where nobody waits, and what a trial must not be ----
helper_start --clock "$work/clock" --end "$work/nowhere"
answers 'HELD 1' restart
[ ! -e "$work/nowhere" ] && good || bad "a folder that is not there was made"
helper_start --clock "$work/clock"
answers 'HELD 1' restart
answers 'HELD 1' off
for words in "--socket $work/other" "--socket $work/other --end $work/end" "--socket $work/other --clock $work/clock --first 1" "" "--clock $work/clock"; do
    ! timeout 20 "$BIN/resonance-machine" $words 2>"$work/err" && grep -q '^resonance-machine: ' "$work/err" && good || bad "\"$words\" is taken: $(cat "$work/err")"
done
[ ! -e "$work/other" ] || bad "a socket was made all the same"

# ---- the real clock, by somebody who may not set it: refused, and it goes on ----
if unshare --user --map-root-user true 2>/dev/null; then
    cat >"$work/given.py" <<'PYTHON'
import os, socket, sys
door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
door.bind(sys.argv[1])
door.listen(1)
os.dup2(door.fileno(), 3)
os.set_inheritable(3, True)
os.environ["LISTEN_FDS"] = "1"
os.execv(sys.argv[2], sys.argv[2:])
PYTHON
    # given_start: as systemd starts it, which it does again for whoever comes next
    given_start() {
        rm -f "$work/socket"
        unshare --user --map-root-user python3 "$work/given.py" "$work/socket" "$BIN/resonance-machine" 2>"$work/err" &
        helper=$!
        wait_for "the helper as systemd starts it" is_listening "$work/socket"
    }
    ended "$helper"
    given_start
    looked=$(python3 "$SOURCE/tests/kit/machine_ask.py" "$work/socket" look)
    wait "$helper" && [ ! -s "$work/err" ] && good || bad "it does not end when whoever asked has gone: $(cat "$work/err")"
    given_start
    before=$(date +%s)
    case $looked in
    'DONE 1') answers 'SYNCED 1' clock $((before + 100000)) ;;
    *) answers 'HELD 0' clock $((before + 100000)) ;;
    esac
    [ "$(date +%s)" -lt $((before + 50000)) ] && good || bad "the clock of this machine was set"
    echo "the real clock: this machine says \"$looked\""
else
    echo "the real clock: not tried, this machine gives no name space for users"
fi
echo "$passed held, $failed failed"
[ "$failed" = 0 ]
