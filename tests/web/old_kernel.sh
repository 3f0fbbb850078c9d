#!/bin/bash
# The desk in the browser on another kernel. Without Landlock it holds what it holds elsewhere, since the program that talks
# to browsers gives up calls of the kernel and not files. Without seccomp it does not begin: it says why, and shows nobody
# an address.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need curl
skip_without preload
cd "$work" || exit 1
web_organization org 0
preload_made no_sandbox "$work/no_sandbox.so"
preload_made socket_tried "$work/socket_tried.so"

# ---- without seccomp ----
LD_PRELOAD=$work/no_sandbox.so XDG_RUNTIME_DIR=$work/run refuse 1 'this system has no seccomp, .*start it on' "$BIN/resonance" desk --org org --no-browser
[ -z "$(find run -type f -o -type s)" ] || wrong "left behind: $(find run)"

# ---- without Landlock ----
export SOCKET_TRIED=$work/tried NO_LANDLOCK_ONLY=yes
web_preload=$work/no_sandbox.so:$work/socket_tried.so
web_start org --no-browser
grep -q . "$work/web.err" && wrong "it says: $(cat "$work/web.err")"
[ "$(curl -s -c jar -o page -w '%{http_code}' "$web_open")" = 200 ] || wrong "no page comes from $web_home"
curl -sL -b jar -o page "$web_home/" && grep -q 'name="passphrase"' page || wrong "that is no page which asks for the passphrase: $(cat page)"
grep -q "^$web_pid 1 1 1 1$" tried || wrong "the front can open a connection: $(cat tried 2>&1)"
web_stop || wrong "the desk does not end well"
finish
