#!/usr/bin/env bash
# A new terminal asks whoever starts it to compare the words of the organization, on the real screen and
# before anything else; no leaves nothing behind, yes is kept for good.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/screen.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
trap 'screen_close; rm -rf "$work"' EXIT
cd "$work"
organization_new org Acme >/dev/null
terminal_request data request.json
desk org enrol request.json --words "$(cat request.json.words)" --out config >/dev/null
screen_open "$work/screen"
terminal_log=$work/log

# knows: whether the terminal belongs to an organization by now
knows() { (ulimit -c 0; "$BIN/resonance-kiosk" --doctor --config config --data data --width-mm $SCREEN_MM) | grep -q '^ok .*made for this terminal'; }

terminal_start config data
asked=$screen_first
grep -q 'nobody has compared the words of the organization yet: ' log || wrong "the journal does not tell"
grep -qF "$(desk org key words signing)" log || wrong "the journal tells other words"
[ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/first-trust.png"
press_on Return # what stands there first is no
refused=$screen_seen
knows && wrong "no is taken for a yes"
[ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/first-trust-no.png"
press_on Escape
[ "$screen_seen" = "$asked" ] || wrong "it does not ask again"
terminal_quit
knows && wrong "without an answer something is kept"

# A yes that cannot be kept: the page names that fault, as it does where the terminal meets it at its
# start, and no longer the question that was answered.
# ledger_held MODE BEGIN: another program has the ledger to itself until ledger_freed
ledger_held() {
    rm -f held
    python3 - "$1" "$2" <<'HELD' &
import os, sqlite3, sys, time
ledger = sqlite3.connect("data/ledger.db", isolation_level=None)
ledger.execute("PRAGMA locking_mode = " + sys.argv[1])
ledger.execute("BEGIN " + sys.argv[2])
open("held", "w").close()
while os.path.exists("held"):
    time.sleep(0.05)
HELD
    holder=$!
    wait_for "a held ledger" test -e held
}
ledger_freed() {
    rm -f held
    wait "$holder"
}
ledger_held EXCLUSIVE EXCLUSIVE
terminal_start config data
fault=$(screen_rows 0 "$SCREEN_HEIGHT")
terminal_quit
ledger_freed
terminal_start config data
ledger_held NORMAL IMMEDIATE
xdotool key --delay 60 Tab Tab
terminal_wait_rest
press_on Return
ledger_freed
[ "$(screen_rows 0 "$SCREEN_HEIGHT")" = "$fault" ] || wrong "the page names another fault than that the yes cannot be kept"
terminal_quit

terminal_start config data
[ "$screen_first" = "$asked" ] || wrong "it does not ask at the next start"
xdotool key --delay 60 Tab Tab # the first one shows where the focus is
terminal_wait_rest
press_on Return
[ "$screen_seen" != "$refused" ] || wrong "yes is taken for a no"
grep -q 'sessions can be started again' log || wrong "the journal does not tell of the yes"
[ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/first-trust-yes.png"
first=$screen_seen
terminal_quit
knows || wrong "yes is not kept"
terminal_start config data
[ "$screen_first" = "$first" ] || wrong "it asks again after a yes"
terminal_quit
finish
