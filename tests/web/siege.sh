#!/bin/bash
# Slow, greedy and broken clients cost nobody else anything: who sends a byte now and then is cut off, who
# takes every connection makes room, an agent that ends or hangs is one person's trouble. The real program.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3
[ -x "$BIN/resonance-story" ] || { echo "skipped: there is no resonance-story"; exit 77; }
cd "$work" || exit 1
web_clock
web_organization org 1
desk org key new --label anna >/dev/null || wrong "no second key"
web_start org --no-browser
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
python3 "$SOURCE/tests/web/siege.py" "$web_open" "$web_pid" "$BIN/resonance" org || wrong "siege"
web_stop || wrong "the desk does not end well"
finish
