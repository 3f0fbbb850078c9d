#!/bin/bash
# The day of a recruiter in a real browser, without a page on which they cannot go on: alone at the desk they learn who is
# missing for an interview and where to invite them; the address that they hand over opens after the desk was started
# anew; what they did is said, what they took as a file has a page that says so, and what came from a stick is not
# offered again.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need chromium chromedriver weasyprint
python=/usr/bin/python3 # the one that Debian's packages are for
"$python" -c 'import selenium' 2>/dev/null || { echo "skipped: python3-selenium is not installed"; exit 77; }
skip_without terminal
if [ -z "${DAY_INSIDE:-}" ]; then
    unshare -rm true 2>/dev/null || { echo "skipped: no mount of one's own here"; exit 77; }
    DAY_INSIDE=1 unshare -rm bash "$0"
    exit
fi
mount -t tmpfs none /mnt && mkdir /mnt/stick || { echo "skipped: no mount of one's own here"; exit 77; }
cd "$work" || exit 1
web_organization org 2
export PYTHONPATH=$SOURCE/tests/kit work ORGANIZATION_PASSPHRASE
# walks PART: that part of the day, in the browser
walks() { "$python" -B "$SOURCE/tests/web/day.py" "$1" "$web_open" "${@:2}" >"walked-$1" || wrong "$1: $(cat "walked-$1")"; }

# What came already lies on the stick, and then something new beside it.
cp all.bundle /mnt/stick/all.bundle
web_start org --no-browser
walks taken
web_stop || wrong "the desk does not end well"
desk org invite deck --count 1 --plain 2>/dev/null >more || wrong "no further card"
terminal_enrol org request.json config
person_sits config data more "candidate 3" 15 order=2 || wrong "nobody sits"
"$BIN/resonance-kiosk" --export /mnt/stick/later.bundle --config config --data data >/dev/null || wrong "no bundle"
web_start org --no-browser
first=$web_home
walks alone
web_stop || wrong "the desk does not end well"
[ "$(ls /mnt/stick)" = "$(printf '%s\n' all.bundle later.bundle)" ] || wrong "something is gone from the stick: $(ls /mnt/stick)"

# The desk is started anew: it is where it was, unless somebody else is there.
web_start org --no-browser
[ "$web_home" = "$first" ] || wrong "the desk was at $first and is at $web_home now"
walks together $(grep -o '/join/[0-9a-f]*' walked-alone)
web_stop || wrong "the desk does not end well"
"$python" -c 'import signal, socket, sys
taken = socket.create_server(("127.0.0.1", int(sys.argv[1])))
print("taken", flush=True)
signal.pause()' "${first##*:}" >taken &
taken=$!
. "$SOURCE/tests/kit/wait.sh"
wait_for "somebody else to listen there" grep -q taken taken
web_start org --no-browser
[ "$web_home" != "$first" ] || wrong "the desk is where somebody else listens"
web_stop || wrong "the desk does not end well beside another one"
kill $taken
desk org audit log >log.txt || wrong "the log is not whole"
finish
