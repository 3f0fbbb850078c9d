#!/bin/bash
# A real browser, without scripts: the page that sends it here, unlock, read, lock, Back; a page of another
# site that sends our form or frames us; and what is left on its disk after it was killed.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need chromium chromedriver
python=/usr/bin/python3 # the one that Debian's packages are for
"$python" -c 'import selenium' 2>/dev/null || { echo "skipped: python3-selenium is not installed"; exit 77; }
skip_without terminal
cd "$work" || exit 1
web_organization org 1
shown=

# The browser of this person notes what it is to show; the test opens that.
cat >browser <<SCRIPT
#!/bin/sh
printf '%s\n' "\$1" >"$work/shown.new" && mv "$work/shown.new" "$work/shown"
SCRIPT
chmod +x browser
XDG_RUNTIME_DIR=$work/run BROWSER=$work/browser "$BIN/resonance" desk --org org >web.out 2>web.err &
web_pid=$!
for ((tries = 0; tries < 600 && ${#shown} == 0; tries++)); do
    shown=$(cat shown 2>/dev/null)
    sleep 0.1
done
[ -n "$shown" ] || { echo "no browser was started"; cat web.out web.err; exit 1; }
[ "$(stat -c %a "$shown" "${shown%/*}" | tr '\n' ' ')" = "600 700 " ] || wrong "others may read the page that sends on"
grep -q http web.out && wrong "the address is told although a browser was started"

export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
"$python" "$SOURCE/tests/web/browser.py" "$shown" profile || wrong "the browser saw something else"
[ ! -e "$shown" ] || wrong "the page that sends on is still there"
web_stop || wrong "the desk does not end well"
for word in "try it out first" lanternfish; do
    LC_ALL=C grep -rlaF "$word" profile && wrong "\"$word\" is left on the browser's disk"
done
LC_ALL=C grep -rqaF 127.0.0.1 profile || wrong "the profile was not searched"
finish
