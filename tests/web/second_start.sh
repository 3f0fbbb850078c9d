#!/bin/bash
# The desk finds its browser, and a second start the desk that runs, also where nothing is said of a folder for
# what runs (no XDG_RUNTIME_DIR, as after su): the folder is the person's alone, and one that somebody else has
# laid there is not used.
set -u
if [ -z "${SECOND_START_INSIDE:-}" ]; then
    unshare -rm true 2>/dev/null || { echo "skipped: no mount of one's own here"; exit 77; }
    SECOND_START_INSIDE=1 exec unshare -rm bash "$0"
fi
mount -t tmpfs none /tmp && mount -t tmpfs none /run || { echo "skipped: no mount of one's own here"; exit 77; }
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
. "$SOURCE/tests/kit/wait.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
own=/tmp/resonance-$(id -u)
cat >browser <<SCRIPT
#!/bin/sh
printf '%s\n' "\$1" >"$work/shown.new" && mv "$work/shown.new" "$work/shown"
SCRIPT
chmod +x browser
# starts WORD...: sets $web_pid
starts() {
    rm -f shown web.out
    env -u XDG_RUNTIME_DIR BROWSER="$work/browser" "$BIN/resonance" desk --org org "$@" >web.out 2>web.err &
    web_pid=$!
}
leads_to() { grep -oE 'http://127\.0\.0\.1:[0-9]+' "$1" | head -1; }

starts
wait_for "a browser is started" test -s shown || { cat web.out web.err; exit 1; }
[ "$(stat -c %a "$own" "$(cat shown)" | paste -sd' ')" = "700 600" ] || wrong "others may read the page that sends on"
[ "$(dirname "$(cat shown)")" = "$own" ] || wrong "the page lies at $(cat shown)"
grep -q http web.out && wrong "the address is told although a browser was started"
first=$(leads_to "$(cat shown)")
runs=$web_pid
env -u XDG_RUNTIME_DIR "$BIN/resonance" desk --org org --no-browser >second 2>&1 || wrong "a second start: $(cat second)"
[ "$(leads_to second)" = "$first" ] || wrong "the second start leads to $(cat second), not to $first"
[ -d "/proc/$runs" ] || wrong "the first one has ended"
web_stop || wrong "the desk does not end well"
[ -z "$(ls -A "$own")" ] || wrong "left behind: $(ls -A "$own")"

# A folder that others can look into, or a link, is not used: the address is told instead.
tells() {
    starts
    wait_for "an address is told" grep -qs "^http" web.out || { cat web.out web.err; exit 1; }
    [ ! -e shown ] || wrong "$1: a page was written into it"
    web_stop || wrong "$1: the desk does not end well"
    [ -z "$(ls -A "$own/")" ] || wrong "$1: something was left in it"
}
chmod 755 "$own"
tells "a folder that others can look into"
rmdir "$own" && mkdir -m 700 elsewhere && ln -s "$work/elsewhere" "$own"
tells "a link"
rm "$own"

# The folder that the system has for this person is found without the word that names it.
mkdir -p -m 700 "/run/user/$(id -u)"
starts
wait_for "a browser is started" test -s shown || { cat web.out web.err; exit 1; }
case $(cat shown) in "/run/user/$(id -u)/resonance/"*) ;; *) wrong "the page lies at $(cat shown)" ;; esac
[ ! -e "$own" ] || wrong "a folder in /tmp was made without need"
web_stop || wrong "the desk does not end well"
finish
