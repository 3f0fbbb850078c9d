#!/usr/bin/env bash
# An update asks the terminal to end (--restart-flag). It does so between two people: while somebody is at it, it
# goes on; when they have gone, it ends with 0.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
skip_without terminal
trap 'screen_close; rm -rf "$work"' EXIT
siege_open 2
flag=$work/restart
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config" "${PATIENT[@]}"
code_of() { sed -n "s/^candidate $1 //p" "$work/codes"; }
screen_open "$work/screen"

# Nobody is there: it ends at the next moment that it looks around.
: >"$flag"
"$BIN/resonance-kiosk" --config "$work/config" --data "$work/data" --width-mm $SCREEN_MM --restart-flag "$flag" 2>>"$work/log" &
terminal_pid=$!
wait_for "the end of the terminal" eval '! is_terminal_alive' && wait $terminal_pid || bad "nobody is there, and it ends with $?"
terminal_pid=
rm "$flag"

# Somebody is there: types a code, thinks better of it and goes back.
story_told "$work/config" "$work/data" "$work/codes" >"$work/told" <<'STORY' || bad "no story"
tell
tap "Start"
expect screen code
tell
STORY
terminal_start "$work/config" "$work/data" --restart-flag "$flag" || exit 1
terminal_wait_rest
tap_on "$work/told" attract - start || bad "nobody can start"
terminal_wait_rest
: >"$flag"
for key in 2 3 4; do
    xdotool key $key
    terminal_wait_rest
    is_terminal_alive || bad "it ends while somebody types their code"
done
tap_at "$work/told" code - back || bad "nobody can go back"
wait_for "the end of the terminal" eval '! is_terminal_alive' || bad "everybody has gone, and the old program goes on"
code=0 && wait $terminal_pid || code=$?
[ $code = 0 ] || bad "it ends with $code: $(cat "$work/log")"
terminal_pid=
[ $failed = 0 ] && echo "an update waits for whoever is there"
exit $((failed > 0))
