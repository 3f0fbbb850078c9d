#!/usr/bin/env bash
# The page for staff: opened by a finger that holds the organization's name, by F10 that is held, and with two keys
# alone; with the PIN of the enrolment and with no other; never while somebody sits. Wrong PINs are slowed, also after a power cut. What
# staff do there goes to a stick and comes from one, from a terminal that knows nobody yet to a result at the desk,
# and needs no shell.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/wait.sh"
. "$SOURCE/tests/kit/staff.sh"
trap 'staff_end; rm -rf "$work"' EXIT
ulimit -c 0
siege_open 3
org=$work/org data=$work/data config=$work/none codes=$work/codes
stick_started
machine_started
asked() { ls -A "$work/end" | paste -sd' '; }
good() { passed=$((passed + 1)); }
# plays WHAT < STORY: on the terminal, with the helper
plays() {
    {
        echo "size ${screen:-1280x720 width-mm 300}"
        cat
    } >"$work/story"
    "$BIN/resonance-story" --config "$config" --data "$data" --incoming "$incoming" --stick "$work/socket" --machine "$work/machine" --codes "$codes" \
        ${shots:+--shots "$shots"} "$work/story" >"$work/out" 2>"$work/err" && good || bad "$1: $(cat "$work/err")"
}
shots=${RESONANCE_SHOTS:-}
held='hold progress 5.1s'

# ---- a blank terminal: no PIN yet, since there is nothing to protect ----
plays "a blank terminal writes its request" <<STORY
expect screen staff
expect text "This device is not set up yet."
tap "Help with this screen"
tap "For staff"
expect screen staff-menu
expect text "There is no configuration here."
shot staff-blank
tap "Write the request"
expect text "The request is on the stick"
tap "Take a configuration"
expect text "holds nothing for this terminal"
tap "Collect results"
tap "Close"
expect screen staff
STORY
request=$(ls "$stick"/resonance/requests/*.request)
words=$("$BIN/bench_sealed_copies" words "$request")
plays "the words of the request stand on the screen" <<STORY
tap "Help with this screen"
tap "For staff"
tap "Write the request"
expect text "$words"
shot staff-request
tap "Close"
STORY
enrolled() { desk "$org" enrol --all "$stick/resonance/requests" --out "$stick/resonance/configurations" --words "$words" "$@"; }
# pinned PIN: enrolled with it
pinned() { desk "$org" enrol --all "$stick/resonance/requests" --out "$stick/resonance/configurations" --words "$words" --pin-fd 8 8<<<"$1"; }
for easy in 123456 111111 98765 4321 "12 456 78" 1234567890123 abcdef ""; do
    ! pinned "$easy" >"$work/out" 2>&1 && grep -q 'a PIN has 6 to 12 digits' "$work/out" && good || bad "\"$easy\" is taken as a PIN: $(cat "$work/out")"
done
pinned 482915 >"$work/out" 2>&1 && good || bad "it is not enrolled: $(cat "$work/out")"
grep -rq 482915 "$org" "$stick" && bad "the PIN itself is written somewhere"
grep -q '"staff_pin":"$argon2id' "$stick"/resonance/configurations/*/terminal.json || bad "no hash of the PIN is in the configuration"

# ---- a first configuration that was changed on its way: said, and all else goes on ----
cp -r "$stick/resonance/configurations" "$work/whole"
echo x >>"$(ls -d "$stick"/resonance/configurations/*)/invitations.json"
plays "a damaged first configuration, and the request again" <<STORY
tap "Help with this screen"
tap "For staff"
tap "Take a configuration"
expect text "That did not work: fault 110."
expect text "No configuration"
tap "Write the request"
expect text "$words"
tap "Close"
expect screen staff
STORY
rm -r "$stick/resonance/configurations" && mv "$work/whole" "$stick/resonance/configurations"

# ---- its first configuration: the organization's words are compared on the screen; on a copy, for the next one is told them ----
cp -r "$data" "$work/compared"
data=$work/compared plays "after a yes to the words the page says what holds now" <<STORY
tap "Help with this screen"
tap "For staff"
tap "Take a configuration"
expect text "That did not work: fault 122."
trust
expect screen staff-menu
expect text "Configuration 1 is in use"
expect text "Configuration 1 · 0 entries not collected"
expect text "Somebody can begin here."
expect no-text "fault 122"
tap "Close"
expect screen attract
STORY
rm -r "$incoming"/*

# ---- its first configuration: the organization's words are told before ----
terminal_told "$data" "$(desk "$org" key words signing)"
plays "the first configuration is taken from the stick" <<STORY
tap "Help with this screen"
tap "For staff"
expect screen staff-menu
tap "Take a configuration"
expect text "Configuration 1 is in use"
expect text "Configuration 1 · 0 entries not collected"
expect text "Somebody can begin here."
tap "Close"
expect screen attract
STORY

# ---- with the PIN: by a finger, by two keys; with no other ----
plays "a finger on the name, and the right PIN" <<STORY
hold progress 4s
expect screen attract
$held
expect screen staff-pin
shot staff-pin
type "48291"
expect screen staff-pin
type "5"
tap "Open"
expect screen staff-menu
expect text "Configuration 1"
shot staff-menu
wait 4m
expect screen staff-menu
wait 3m
expect screen attract
$held
tap "Back"
expect screen attract
STORY
plays "F10 that is held, and a keyboard" <<STORY
hold F10 4s
expect screen attract
hold F10 5.1s
expect screen staff-pin
type "482915"
key Enter
expect screen staff-menu
key Escape
expect screen attract
STORY
plays "with two keys alone" <<STORY
keys
tap "Help with this screen"
tap "For staff"
expect screen staff-pin
tap "4"
tap "8"
tap "2"
tap "9"
tap "1"
tap "5"
tap "Open"
expect screen staff-menu
tap "Close"
expect screen attract
STORY
plays "wrong ones are slowed, and the right one waits, too" <<STORY
$held
type "777123"
key Enter
expect text "This PIN is not right."
type "777124"
key Enter
expect text "This PIN is not right."
type "777125"
key Enter
expect text "Try again in 30 seconds."
type "482915"
key Enter
expect text "Try again in"
expect screen staff-pin
kill
$held
type "482915"
key Enter
expect text "Try again in"
expect screen staff-pin
wait 31s
type "777126"
key Enter
expect text "Try again in 60 seconds."
wait 61s
type "482915"
key Enter
expect screen staff-menu
tap "Close"
$held
type "777127"
key Enter
expect text "This PIN is not right."
tap "Back"
STORY

# ---- not while somebody sits ----
plays "somebody who sits cannot get there, and nobody gets there past them" <<STORY
tap "Start"
hold progress 6s
hold F10 6s
expect screen code
code candidate 1
expect screen notice
hold progress 6s
hold F10 6s
expect screen notice
tap "Help with this screen"
expect no-text "For staff"
key Escape
tap "next"
tap "consent-yes"
hold progress 6s
hold F10 6s
person seed 3 words "Somebody sits here"
answer 3
tap "Help with this screen"
expect no-text "For staff"
key Escape
answer until screen check
answer until screen finish
tap "next"
wait 2m
STORY

# ---- the machine: its clock, and its end ----
begins="$held
type \"482915\"
key Enter
tap \"This machine\"
expect screen staff-machine"
plays "the clock is set, and what a step means is told before" <<STORY
$begins
expect text "By this machine it is"
shot staff-machine
tap "Set day and time"
expect screen staff-clock
type "2026113"
tap "next"
expect text "Type all twelve digits first."
type "1"
tap "1"
tap "4"
tap "0"
tap "5"
tap "next"
expect text "This is no day and time."
shot staff-clock
type "202611301405"
tap "next"
expect screen staff-clock
expect text "That is a day or more ahead of now"
shot staff-clock-ahead
tap "Delete"
type "5"
expect no-text "ahead of now"
tap "next"
tap "Set it all the same"
expect screen staff-machine
expect text "The clock is set. By this machine it is 2026-11-30 14:05."
tap "Back"
expect screen staff-menu
tap "Close"
STORY
[ "$(cat "$work/clock")" = "$(date -d '2026-11-30 14:05' +%s)" ] && good || bad "the clock says $(cat "$work/clock")"
plays "back, with two keys alone" <<STORY
clock $(date -d '2026-11-30 14:05' +%s)
$begins
keys
tap "Set day and time"
type "202611241150"
tap "next"
expect text "That is earlier than now, 2026-11-30 14:0"
expect text "Codes that were used stay used."
shot staff-clock-back
tap "next"
expect text "The clock is set. By this machine it is 2026-11-24 11:50."
tap "Set day and time"
tap "Back"
expect screen staff-machine
tap "Back"
tap "Close"
STORY
[ "$(cat "$work/clock")" = "$(date -d '2026-11-24 11:50' +%s)" ] && good || bad "the clock says $(cat "$work/clock")"
# Noted before it is done: a ledger that keeps nothing lets nobody set it.
cp -r "$data" "$work/full"
python3 -c 'import sqlite3, sys
ledger = sqlite3.connect(sys.argv[1])
ledger.execute("CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, \"full\"); END")
ledger.commit()' "$work/full/ledger.db"
data=$work/full plays "where the ledger keeps nothing the clock stays as it is" <<STORY
$begins
tap "Set day and time"
type "202611251150"
tap "next"
tap "next"
expect text "That did not work: fault 1"
tap "Back"
tap "Close"
STORY
[ "$(cat "$work/clock")" = "$(date -d '2026-11-24 11:50' +%s)" ] && good || bad "it was set all the same: $(cat "$work/clock")"
plays "a day that cannot be" <<STORY
$begins
tap "Set day and time"
type "197001010100"
tap "next"
tap "next"
expect text "This day or time cannot be. Nothing was set."
tap "Back"
tap "Close"
STORY
echo synchronized >"$work/clock"
plays "where a network keeps the clock it is not set" <<STORY
$begins
expect text "Time synchronization keeps that right, so it cannot be set here."
expect no-text "Set day and time"
shot staff-synced
tap "Back"
tap "Close"
STORY
[ "$(cat "$work/clock")" = synchronized ] && [ -z "$(asked)" ] && good || bad "something was set, or ended: $(cat "$work/clock") $(asked)"
plays "asked once more before the machine ends" <<STORY
$begins
tap "Shut down"
expect screen staff-sure
shot staff-sure
tap "Back"
expect screen staff-machine
tap "Restart the machine"
expect text "Restart this machine?"
tap "Yes, restart the machine"
expect text "The machine restarts now."
tap "Back"
tap "Close"
STORY
[ "$(asked)" = reboot ] && good || bad "systemd was told: $(asked)"
plays "shut down" <<STORY
$begins
tap "Shut down"
tap "Yes, shut down"
expect text "The machine shuts down now."
tap "Back"
tap "Close"
STORY
[ "$(asked)" = 'poweroff reboot' ] && good || bad "systemd was told: $(asked)"
kill -9 $machine && wait $machine 2>/dev/null || true
machine=
plays "a helper that has gone is told" <<STORY
$begins
tap "Restart the machine"
tap "Yes, restart the machine"
expect text "The helper of this machine does not answer."
tap "Back"
tap "Close"
STORY

# ---- a result goes home, new cards come: end to end, by the stick alone ----
plays "results are collected to the stick" <<STORY
$held
type "482915"
key Enter
expect text "4 entries not collected"
tap "Collect results"
expect text "Entries 1 to 4 are on the stick and were read back."
shot staff-collected
tap "Close"
STORY
cp -r "$data" "$work/rotten"
python3 -c 'import sqlite3, sys
ledger = sqlite3.connect(sys.argv[1])
ledger.execute("UPDATE entry SET payload = zeroblob(length(payload)) WHERE sequence = 2")
ledger.commit()' "$work/rotten/ledger.db"
data=$work/rotten plays "damaged entries are told" <<STORY
$held
type "482915"
key Enter
tap "Collect results"
expect text "Entries 1 to 4 are on the stick, but some are damaged on this terminal."
tap "Close"
STORY
plays "the whole ones again" <<STORY
$held
type "482915"
key Enter
tap "Collect results"
expect text "were read back"
tap "Close"
STORY
desk "$org" import "$stick/resonance/bundles" >"$work/out" 2>&1 && grep -q '1 new result' "$work/out" && good || bad "the result does not come home: $(cat "$work/out")"
grep -q 'entry 3: staff set the clock ahead by [0-9]* days' "$work/out" && grep -q 'entry 4: staff set the clock back by 6 days 2 hours 15 minutes$' "$work/out" && good ||
    bad "the desk is not told of the clock: $(cat "$work/out")"
[ ! -e "$data/collect.bundle" ] || bad "the bundle stays on the terminal"
desk "$org" invite siege --count 1 --plain >>"$codes" 2>/dev/null
enrolled >"$work/out" 2>&1 || bad "it is not enrolled again: $(cat "$work/out")"
plays "new cards come, the PIN stays, and the desk has all" <<STORY
$held
type "482915"
key Enter
tap "Take a configuration"
expect text "Configuration 2 is in use"
tap "Collect results"
expect text "There is nothing to collect."
tap "Close"
tap "Start"
code candidate 4
expect screen notice
STORY
enrolled >"$work/out" 2>&1 || bad "it is not enrolled again: $(cat "$work/out")"
echo x >>"$(ls -d "$stick"/resonance/configurations/*)/invitations.json"
plays "a damaged configuration is not taken, and the present one holds" <<STORY
$held
type "482915"
key Enter
tap "Take a configuration"
expect text "That did not work: fault 110."
expect text "Somebody can begin here."
tap "Close"
expect screen attract
STORY
enrolled --no-pin >"$work/out" 2>&1 || bad "it is not enrolled without a PIN: $(cat "$work/out")"
plays "without a PIN nobody opens the page" <<STORY
$held
type "482915"
key Enter
tap "Take a configuration"
expect text "Configuration 4 is in use"
tap "Close"
$held
expect text "This terminal has no PIN."
tap "Back"
expect screen attract
STORY
echo "$passed held, $failed failed"
[ "$failed" = 0 ]
