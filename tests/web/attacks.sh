#!/bin/bash
# Whoever is not let in by the desk in the browser gets nothing and does nothing: another site, another
# name, another user of this machine, a used address, an old cookie, odd HTTP; and nothing secret is
# told anywhere. The real program, raw requests.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3
skip_without terminal
cd "$work" || exit 1
web_clock
web_organization org 1
web_start org --no-browser
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
python3 "$SOURCE/tests/web/attacks.py" "$web_open" "$web_pid" "$BIN/resonance" org || wrong "attacks"

# A second start asks the running desk for a new address; that of before opens nothing any more.
XDG_RUNTIME_DIR=$work/run "$BIN/resonance" desk --org org --no-browser >second || wrong "a second start"
[ "$(sed -n 's|/open/.*||p' second)" = "$web_home" ] || wrong "a second start began a second desk: $(cat second)"

web_stop || wrong "the desk does not end well"
grep -qE '^The desk has ended. Answered: [0-9]+, refused: [0-9]+, of other users: [0-9]+, cut off: [0-9]+\.$' web.out || wrong "it says otherwise: $(cat web.out)"
[ "$(wc -l <web.out)" = 3 ] && [ ! -s web.err ] || wrong "it says more than it should: $(cat web.out web.err)"
[ -z "$(ls -A run/resonance)" ] || wrong "left behind: $(ls run/resonance)"
pgrep -f "resonance-agent $(realpath org)" && wrong "an agent is left"
expect 0 'no key +wrong passphrase +recruiter' desk org audit log
grep -qE 'recruiter +unlocked' "$work/.out" || wrong "who unlocked is not in the log"
desk org doctor >/dev/null || wrong "the folder is not well afterwards"

# What is asked for wrongly is refused in one sentence.
refuse 1 'over TLS only' "$BIN/resonance" desk --org org --listen 0.0.0.0:443
mkdir elsewhere && touch elsewhere/notes # in an empty one, an organization is founded: founding.sh
refuse 1 'is not the folder of an organization' "$BIN/resonance" desk --org elsewhere
refuse 2 'port' "$BIN/resonance" desk --org org --port 70000
refuse 2 'hide-after' "$BIN/resonance" desk --org org --hide-after 1
expect 0 '^GET  +/people +o r$' "$BIN/resonance" desk --routes
finish
