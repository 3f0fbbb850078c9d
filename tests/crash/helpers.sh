#!/usr/bin/env bash
# The helpers for sticks and for the machine are started again: by an update, or after a fault. The ledger's process, which
# has given up sockets, cannot join them again. Staff are told that one does not answer; when they have closed their page
# that process ends, whoever asks next meets one that has joined the helper, and nobody restarts the terminal.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/wait.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/staff.sh"
trap 'staff_end; rm -rf "$work"' EXIT
export PYTHONPATH=$SOURCE/tests/kit
stick_started
machine_started
cat >"$work/staff.py" <<'PYTHON'
import sys, struct
from duty import Duty, number_of
config, data, incoming, stick, machine = sys.argv[1:]
NO_HELPER, ANSWERED = number_of("staff_came", "STAFF_CAME_NO_HELPER"), number_of("staff_came", "STAFF_CAME_NO_STICK")
def begun():
    ledger = Duty("ledger", "--config", config, "--data", data, "--incoming", incoming, "--stick", stick, "--machine", machine)
    ledger.ask("OPEN")
    opened(ledger)
    return ledger
def opened(ledger):
    pin = struct.unpack("=Q", ledger.ask("STAFF_OPEN", b"", 1800000000000)[:8])[0]
    if pin != number_of("staff_pin", "STAFF_PIN_OPEN"):
        raise SystemExit(f"the page for staff does not open: {pin}")
def taken(ledger):
    """What comes of a configuration that is to be taken: the stick has none."""
    came = ledger.ask("STAFF_DO", number_of("staff_act", "STAFF_TAKE"), 0, 1800000000000, b"")
    return struct.unpack("=Q", came[:8])[0]
def line(word):
    print(word, flush=True)
    sys.stdin.readline()
def told(ledger, wanted, what):
    came = taken(ledger)
    if came != wanted:
        raise SystemExit(f"{what}: {came}, not {wanted}")
ledger = begun()
told(ledger, ANSWERED, "with its helper")
ledger.ask("STAFF_CLOSE")
opened(ledger)
told(ledger, ANSWERED, "the page a second time: it has not ended without a reason")
for again in range(3):
    line("stick")  # the helper is another one now
    told(ledger, NO_HELPER, "with a helper that was started again")
    told(ledger, NO_HELPER, "as long as the page is open")
    ledger.ask("STAFF_CLOSE")
    if ledger.has_ended():
        raise SystemExit("it ends with a fault")
    ledger = begun()
    told(ledger, ANSWERED, f"time {again}: after the page was closed")
line("machine")
ledger.ask("STAFF_FACTS")  # asks the helper of the machine about the clock
ledger.ask("STAFF_CLOSE")
if ledger.has_ended():
    raise SystemExit("it ends with a fault")
line("none")  # there is no helper at all, as a socket that nobody waits at
ledger = begun()
told(ledger, NO_HELPER, "without a helper")
ledger.ask("STAFF_CLOSE")
if ledger.has_ended():
    raise SystemExit("it ends with a fault")
line("stick")
ledger = begun()
told(ledger, ANSWERED, "with a helper that came late")
ledger.ask("COUNT_DRAFTS")
sys.exit(ledger.end())
PYTHON
# A terminal without helpers, as one for a trial, goes on in one process.
cat >"$work/trial.py" <<'PYTHON'
import sys
from duty import Duty, number_of
ledger = Duty("ledger", "--config", sys.argv[1], "--data", sys.argv[2])
ledger.ask("OPEN")
for _ in range(2):
    ledger.ask("STAFF_OPEN", b"", 1800000000000)
    ledger.ask("STAFF_DO", number_of("staff_act", "STAFF_TAKE"), 0, 1800000000000, b"")
    ledger.ask("STAFF_CLOSE")
sys.exit(ledger.end())
PYTHON
stick_again() {
    [ -z "$helper" ] || { kill -9 "$helper" && wait "$helper" 2>/dev/null || true; }
    helper=
    rm -f "$work/socket"
}
machine_again() {
    kill -9 "$machine" && wait "$machine" 2>/dev/null || true
    rm -rf "$work/machine" "$work/end"
    machine_started
}
mkfifo "$work/asks" "$work/answers"
python3 "$work/staff.py" "$work/none" "$work/data" "$incoming" "$work/socket" "$work/machine" <"$work/answers" >"$work/asks" 2>"$work/err" &
staff=$!
exec 4>"$work/answers" 5<"$work/asks"
asked=
while read -r word <&5; do
    case $word in
    stick)
        stick_again
        stick_started
        ;;
    none) stick_again ;;
    machine) machine_again ;;
    esac
    asked+="$word "
    echo done >&4
done
wait "$staff" || bad "$(tail -3 "$work/err")"
[ "$asked" = "stick stick stick machine none stick " ] || bad "not all was tried: $asked"
python3 "$work/trial.py" "$work/none" "$work/trial" 2>"$work/err" || bad "without helpers: $(cat "$work/err")"
echo "1 passed, $failed failed"
[ "$failed" = 0 ]
