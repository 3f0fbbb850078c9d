#!/bin/bash
# The terminal cannot tell itself what must not be asked. The desk says in the signed configuration
# that it looked; where nobody did, who runs the terminal is told at each start and by the doctor, and
# the terminal works.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/screen.sh"
command -v minisign >/dev/null || { echo "skipped: minisign is not installed"; exit 77; }
command -v Xvfb >/dev/null || { echo "skipped: Xvfb is not installed"; exit 77; }
cd "$work" || exit 1
trap 'screen_close; chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
organization_new org Acme >/dev/null || exit 1
desk org vacancy new v --title Trial >/dev/null
desk org vacancy open v --without-profile --yes --sample >/dev/null
desk org invite v --count 1 --plain >codes 2>/dev/null
nobody='nobody has looked whether these questions may be asked .*resonance enrol'
doctor() { (ulimit -c 0; "$BIN/resonance-kiosk" --doctor --config config --data data --width-mm 344); }
# silent: no such note by the doctor, nor at the start
silent() {
    doctor >told 2>&1
    start
    grep -qE "$nobody" told started && wrong "the desk looked, and that is doubted: $(cat told started)"
}
start() {
    : >started
    terminal_log=started
    terminal_start config data
    terminal_quit
}

SCREEN_WIDTH=1280 SCREEN_HEIGHT=720 SCREEN_MM=317
screen_open "$work/screen"
terminal_request data request.json
terminal_told data "$(desk org key words signing)"
expect 0 'Configuration 1' desk org enrol request.json --words "$(cat request.json.words)" --out config
[ -s config/checked.json ] || wrong "the desk does not say that it looked"
silent

# other questions than those that were looked at, and a configuration of another tool
cp -r config usual
sed -i 's/Open the window\./Are you married?/' config/assessment/practice.osd
config_sign_anew config other
rm -rf data && terminal_request data request.json
terminal_told data "$(public_words other.pub)"
sed -i "s/\"device_id\":\"[^\"]*\"/$(grep -o '"device_id":"[^"]*"' request.json)/; s/\"device_key\":\"[^\"]*\"/$(grep -o '"device_key":"[^"]*"' request.json)/" config/terminal.json
config_sign_anew config other
expect 0 "note +topics: $nobody" doctor
start
grep -qE "^resonance-kiosk: note: $nobody" started || wrong "nothing is said at the start: $(cat started)"
rm config/checked.json
config_sign_anew config other
expect 0 "note +topics: $nobody" doctor
finish
