#!/usr/bin/env bash
# The terminal is processes with one duty each, on the real screen. Whoever takes over the one with the
# screens finds no key, no file of the data folder, no network and no program to start; whoever takes over
# the one with the ledger finds no answer, no socket and no other file. Any of them is killed at any time:
# nothing that was shown as taken is lost, and the terminal goes on by itself.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
skip_sanitized "the sanitizer needs calls that are refused"
. "$SOURCE/tests/kit/siege.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
case ${RESONANCE_TEST_SIZE:-commit} in
release) kills=300 ;;
nightly) kills=60 ;;
*) kills=10 ;;
esac
trap 'screen_close; rm -rf "$work"' EXIT
cc -shared -fPIC -O1 -o "$work/attack.so" "$SOURCE/tests/kit/attack_inside.c"
cc -shared -fPIC -O1 -o "$work/bare.so" "$SOURCE/tests/kit/no_sandbox.c" -ldl
siege_open 2
data=$work/data config=$work/config
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
code_of() { sed -n "s/^candidate $1 //p" "$work/codes"; }
words=()
for i in "${!OWN_WORDS[@]}"; do words+=("word$RANDOM thing$RANDOM"); done
person_until_words "$config" "$data" "$work/codes" 1
person_told "$config" "$data" "$work/codes" 1 >"$work/told"
screen_open "$work/screen"
terminal_log=$work/log

# ---- somebody inside ----
mkdir -m 777 "$work/folder"
export ATTACK_TOLD=$work/attacks ATTACK_DATA=$data ATTACK_FOLDER=$work/folder
# attacked PID VICTIM: what an intruder in PID can do now is in $work/attacks
attacked() {
    : >"$work/attacks"
    python3 -c 'import ctypes, sys
class Value(ctypes.Union): _fields_ = [("number", ctypes.c_int), ("pointer", ctypes.c_void_p)]
sys.exit(ctypes.CDLL(None).sigqueue(int(sys.argv[1]), 12, Value(number=int(sys.argv[2]))))' "$1" "$2"
    wait_for "the end of the attack" grep -q ' end done$' "$work/attacks"
}
# is_prepared PID: the tries are in place there
is_prepared() { ls -l "/proc/$1/fd" 2>/dev/null | grep -qF "$work/attacks"; }
tries="open-ledger open-drafts list-data write-elsewhere read-elsewhere socket-internet socket-here process ring program look-into"
# may PART TRY...: these, and no other, are what an intruder in that part could do
may() {
    local part=$1 try wanted
    shift
    for try in $tries; do
        case " $* " in *" $try "*) wanted=done ;; *) wanted=refused ;; esac
        grep -q " $try $wanted\$" "$work/attacks" || bad "an intruder in the $part: $try is not $wanted"
    done
}
# Anybody at all can do all of it: the tries are real ones. (A kernel may have no rings.)
sleep 60 &
bystander=$!
LD_PRELOAD=$work/attack.so sh -c 'while :; do sleep 1; done' &
anybody=$!
wait_for "somebody to take over" is_prepared $anybody
attacked $anybody $bystander
rings=ring
grep -q ' ring done$' "$work/attacks" || tries=${tries/ ring/} rings=
may "process of anybody" open-ledger open-drafts list-data write-elsewhere read-elsewhere socket-internet socket-here process $rings program look-into
kill $anybody $bystander 2>/dev/null || true
wait $anybody $bystander 2>/dev/null || true

landlock=$("$BIN/resonance-kiosk" --doctor --config "$config" --data "$data" 2>/dev/null | grep -c '^ok    processes kept apart$') || true
if [ "$landlock" = 1 ]; then
    terminal_preload=$work/attack.so
    terminal_start "$config" "$data"
    terminal_wait_rest
    for pid in $(terminal_parts); do
        grep -qx 'NoNewPrivs:.1' /proc/$pid/status && grep -qx 'Seccomp:.2' /proc/$pid/status || [ "$pid" = "$(terminal_part uplink)" ] ||
            bad "process $pid: $(grep -E 'NoNewPrivs|Seccomp:' /proc/$pid/status | tr '\n' ' ')"
    done
    attacked "$terminal_pid" "$(terminal_part ledger)"
    may screens read-elsewhere socket-here process
    attacked "$(terminal_part ledger)" "$terminal_pid"
    may ledger open-ledger open-drafts list-data
    for pid in $(terminal_parts); do
        [ "$pid" = "$(terminal_part ledger)" ] || ! ls -l /proc/$pid/fd | grep -qE '(ledger|drafts)\.db' || bad "process $pid has a file of the data folder open"
    done
    ls -l "/proc/$(terminal_part ledger)/fd" | grep -q 'ledger\.db' || bad "the process with the ledger does not have it open"
    ! tr '\0' '\n' <"/proc/$(terminal_part ledger)/environ" | grep -qE '^(DISPLAY|XAUTHORITY)=' || bad "the process with the ledger knows of the screen"
    terminal_quit || bad "the terminal ends with $?"
    terminal_preload=
else
    echo "Landlock or seccomp is not here: the attacks from inside were left out"
fi
unset ATTACK_TOLD

# ---- a system that cannot keep them apart ----
terminal_preload=$work/bare.so
: >"$work/log"
terminal_start "$config" "$data"
terminal_wait_rest
grep -q 'note: this system cannot keep the terminal.s processes apart as far as it should: no Landlock (files), no seccomp (calls of the kernel)' "$work/log" ||
    bad "a system without is not told of: $(cat "$work/log")"
terminal_quit || bad "without them, the terminal ends with $?"
terminal_preload=
LD_PRELOAD=$work/bare.so "$BIN/resonance-kiosk" --doctor --config "$config" --data "$data" 2>/dev/null | grep -q '^note  processes: this system cannot keep' || bad "the doctor does not say it"

# ---- killed ----
kept() { # CODE: what the draft gives back
    local copy got=0
    copy=$(mktemp -d -p "$work")
    cp -r "$data" "$copy/data"
    printf '%s\n' 'tap "Start"' "code candidate $1" 'expect screen resume' 'tap "next"' tell |
        story_told "$config" "$copy/data" "$work/codes" || got=$?
    rm -rf "$copy"
    return $got
}
is_another() { local now; now=$(terminal_part "$1"); [ -n "$now" ] && [ "$now" != "$2" ]; }
: >"$work/log"
terminal_start "$config" "$data"
old=$(terminal_part ledger)
kill -9 "$old" # while nobody is there
wait_for "another process with the ledger" is_another ledger "$old" || bad "nobody comes back"
person_enters "$work/told" "$(code_of 1)" || bad "the code is not taken after that"
item=${OWN_WORDS[0]} next=${OWN_WORDS[1]}
for ((n = 0; n < kills; n++)); do
    xdotool key ctrl+BackSpace ctrl+BackSpace
    words[0]="word$RANDOM thing$RANDOM"
    type_words "${words[0]}"
    old=$(terminal_part ledger)
    (
        sleep "0.$(printf %03d $((RANDOM % 80)))"
        kill -9 "$old"
    ) &
    killer=$!
    tap_on "$work/told" item "$item" next || { bad "kill $n: the next screen does not come"; break; }
    wait $killer 2>/dev/null || true
    kept 1 >"$work/kept" || { bad "kill $n: the code does not bring the draft back"; break; }
    grep -qxF "typed $item ${words[0]}" "$work/kept" || bad "kill $n: what was taken is lost: ${words[0]}; found: $(grep "^typed $item" "$work/kept")"
    wait_for "another process with the ledger" is_another ledger "$old" || { bad "kill $n: nobody comes back"; break; }
    tap_on "$work/told" item "$next" back || { bad "kill $n: no way back"; break; }
done
is_terminal_alive || bad "the terminal did not survive that"
grep -q 'had ended and was started again; nothing is lost' "$work/log" || bad "nobody is told: $(cat "$work/log")"
old=$(terminal_part uplink)
kill -9 "$old"
wait_for "another process that prints" is_another uplink "$old" || bad "the one that prints does not come back"
# The starter is the one that nobody starts again: the terminal says so and ends.
kill -9 "$(terminal_part starter)"
tap_at "$work/told" item "$item" next
got=0
wait "$terminal_pid" || got=$?
terminal_pid=
[ $got = 1 ] && grep -q 'has ended and cannot be started again; nothing that was saved is lost' "$work/log" || bad "without a starter it ends with $got: $(tail -2 "$work/log")"
kept 1 >"$work/kept" && grep -qxF "typed $item ${words[0]}" "$work/kept" || bad "without a starter the draft is lost"

# ---- killed while it is sealed: one result, and a receipt ----
terminal_start "$config" "$data"
person_enters "$work/told" "$(code_of 1)"
for i in "${!OWN_WORDS[@]}"; do
    enter_item "$work/told" "${OWN_WORDS[i]}"
    [ $i = 0 ] || type_words "${words[i]}"
    tap_on "$work/told" item "${OWN_WORDS[i]}" next || bad "no way on from ${OWN_WORDS[i]}"
done
tap_on "$work/told" check closing:anything next || bad "no way to the end"
old=$(terminal_part ledger)
(
    sleep "0.$(printf %03d $((RANDOM % 60)))"
    kill -9 "$old"
) &
tap_on "$work/told" finish closing:anything next && tap_on "$work/told" profile closing:anything next && receipt_taken "$work/told" ||
    bad "killed while it is sealed: no way to the receipt"
terminal_quit || bad "the terminal ends with $?"
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/imported" 2>&1 || bad "no import: $(cat "$work/imported")"
if command -v sqlite3 >/dev/null; then
    [ "$(sqlite3 "$data/ledger.db" 'SELECT count(*) FROM entry WHERE type = 1')" = 1 ] || bad "not one result is sealed"
    [ "$(sqlite3 "$data/ledger.db" 'SELECT count(*) FROM mark')" = 1 ] || bad "the code of the sealed result is not marked"
fi
[ $failed = 0 ] && echo "1 passed, 0 failed"
exit $((failed > 0))
