#!/bin/bash
# Slow, greedy and broken clients cost nobody else anything: who sends a byte now and then is cut off, who
# takes every connection makes room, an agent that ends or hangs is one person's trouble. The real program.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3
skip_without terminal
cd "$work" || exit 1
web_clock
web_organization org 1
desk org key new --label anna >/dev/null || wrong "no second key"
preload_made socket_tried "$work/socket_tried.so"
web_preload=$web_preload:$work/socket_tried.so
export SOCKET_TRIED=$work/tried
web_start org --no-browser
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
python3 "$SOURCE/tests/web/siege.py" "$web_open" "$web_pid" "$BIN/resonance" org || wrong "siege"
# Whoever takes over a process with keys has no way out of it but the answer to its front, and who takes over the front
# none but the answers to those who ask it.
[ "$(cut -d' ' -f1 tried | sort -u | wc -l)" -gt 4 ] || wrong "only $(wc -l <tried) agents tried to open a connection"
grep -vE '^[0-9]+ 1 1 1 1$' tried && wrong "an agent, or the front ($web_pid), can open a connection"
grep -q "^$web_pid " tried || wrong "the front did not try to open a connection"
web_stop || wrong "the desk does not end well"
finish
