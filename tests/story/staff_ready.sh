#!/usr/bin/env bash
# Whether a terminal is ready, on its page for staff: what the doctor says is read there, shown as QR codes that hold
# every line, and printed on a real queue. What is wrong is told, and makes the whole not ready. Without a printer none
# is offered; the real terminal tells of its screen and its machine, too.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/print_queue.sh"
trap 'print_queue_close; screen_close; rm -rf "$work"' EXIT
print_queue_open
siege_open 1
org=$work/org data=$work/data config=$work/config shots=${RESONANCE_SHOTS:-$work/shots}
mkdir -p "$shots"
good() { passed=$((passed + 1)); }
terminal_request "$data" "$work/request"
terminal_told "$data" "$(desk "$org" key words signing)"
enrols() { desk "$org" enrol "$work/request" --out "$config" --words "$(cat "$work/request.words")" --idle 3600 "$@" 8<<<482915 >/dev/null; }
# plays WHAT [DATA] < STORY: from the open page for staff on
plays() {
    {
        printf 'size 1366x768 width-mm 344\nhold F10 5.1s\ntype "482915"\nkey Enter\nexpect screen staff-menu\ntap "Is it ready?"\nexpect screen staff-ready\n'
        cat
    } >"$work/story"
    "$BIN/resonance-story" --config "$config" --data "${2:-$data}" --codes "$work/codes" --shots "$shots" "$work/story" >"$work/out" 2>"$work/err" && good ||
        bad "$1: $(cat "$work/err")"
}
enrols --pin-fd 8 --printer lobby
person_sits "$config" "$data" "$work/codes" "candidate 1" 1 || bad "nobody can answer"
plays "the lines are read, shown as codes and printed" <<'STORY'
expect text "This terminal is ready"
expect text "Ready: nothing below is wrong."
expect text "sealed results"
expect text "note  results to collect: 1 that the desk has not received"
shot ready
tap "Print"
expect text "It was sent to the printer."
tap "Show QR codes"
expect text "QR code 1 of 1"
shot ready-code-1
tap "next"
expect text "This terminal is ready"
expect no-text "It was sent to the printer."
tap "Back"
expect screen staff-menu
tap "Close"
STORY
[ "$failed" != 0 ] || print_queue_printed
paper=$print_queue/tray/paper
head -1 "$paper" | grep -q '^Resonance: Test terminal, 20[0-9-]* [0-9:]*$' && grep -qx 'Ready: nothing below is wrong.' "$paper" && grep -q '^ok    signing key' "$paper" && good ||
    bad "the paper says: $(cat "$paper")"
if command -v zbarimg >/dev/null; then
    zbarimg -q --raw -S "*.disable" -S qrcode.enable "$shots/ready-code-1.png" >"$work/code" 2>/dev/null || true
    grep -qx 'Ready: nothing below is wrong.' "$work/code" && good || bad "the code says: $(cat "$work/code")"
fi

# ---- wrong ----
cp -r "$data" "$work/rotten"
python3 -c 'import sqlite3, sys
ledger = sqlite3.connect(sys.argv[1])
ledger.execute("UPDATE entry SET payload = zeroblob(length(payload)) WHERE sequence = 2")
ledger.commit()' "$work/rotten/ledger.db"
plays "a damaged entry makes it not ready" "$work/rotten" <<'STORY'
expect text "This terminal is not ready"
expect text "NOT READY: what is wrong below says how to mend it."
expect text "WRONG sealed results: 1 of 2 entries are damaged"
tap "Back"
tap "Close"
STORY

# ---- without a printer; the real terminal ----
enrols --pin-fd 8
plays "no printer is offered" <<'STORY'
expect no-text "Print"
tap "Back"
tap "Close"
STORY
story_told "$config" "$data" "$work/codes" >"$work/told" <<'STORY'
hold F10 5.1s
type "482915"
key Enter
tell
STORY
screen_open "$work/screen"
terminal_log=$work/log
terminal_start "$config" "$data"
terminal_wait_rest
at_first=$(screen_head)
xdotool keydown F10
screen_wait_change "$at_first" && good || bad "F10 that is held opens nothing"
xdotool keyup F10
at_pin=$screen_seen
xdotool type 482915
terminal_wait_rest
xdotool key Return
screen_wait_change "$at_pin" || bad "the PIN opens nothing"
at_menu=$screen_seen
xdotool mousemove $(awk '$1 == "screen" {is_here = $2 == "staff-menu"}
    is_here && $1 == "box" && $2 == "is-ready" {print int($3 + $5 / 2), int($4 + $6 / 2); exit}' "$work/told") click 1
screen_wait_change "$at_menu" && good || bad "the button leads nowhere"
[ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/ready-real.png"
terminal_quit
! grep -v 'quick to guess\|width-mm' "$work/log" | grep . || bad "the terminal says that"
echo "$passed held, $failed failed"
[ "$failed" = 0 ]
