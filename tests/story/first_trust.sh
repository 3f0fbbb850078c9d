#!/usr/bin/env bash
# A new terminal asks whoever starts it to compare the words of the organization, on the real screen and
# before anything else; no leaves nothing behind, yes is kept for good.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/screen.sh"
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
