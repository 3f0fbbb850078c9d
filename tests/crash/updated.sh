#!/usr/bin/env bash
# An update while somebody sits, on the real screen, with the units' users: the files of the programs are others, and the
# ledger's process ends by chance before the screens do. Screens and ledger of two versions read nothing of each other:
# the screens end and are started again, as the new ones, and the code brings the answers back. A half of an update is
# said, and mended.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
[ "$(id -u)" = 0 ] || { echo "skipped: only root can be three users"; exit 77; }
command -v systemd-sysusers >/dev/null || { echo "skipped: systemd-sysusers is not installed"; exit 77; }
skip_without terminal sqlite
. "$SOURCE/tests/kit/siege.sh"
waiting=()
trap '[ ${#waiting[@]} = 0 ] || kill "${waiting[@]}" 2>/dev/null || true; screen_close; rm -rf "$work"' EXIT
good() { passed=$((passed + 1)); }
siege_open 1
data=$work/data config=$work/etc/config
mkdir -p "$work/etc" "$work/users/etc" "$work/pids" "$work/duties" "$work/screens"
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
code=$(sed -n 's/^candidate 1 //p' "$work/codes")
person_until_words "$config" "$data" "$work/codes" 1
person_told "$config" "$data" "$work/codes" 1 >"$work/told"
systemd-sysusers --root="$work/users" "$SOURCE/deploy/resonance-kiosk.sysusers" || bad "the users of the package cannot be made"
cat >"$work/map" <<MAP
SYSUSERS $work/users
PIDS $work/pids
/usr/bin/resonance-kiosk $work/resonance-kiosk
/usr/lib/resonance/resonance-duty $work/resonance-duty
/etc/resonance/config $config
/var/lib/resonance-screens $work/screens
/run/resonance-duties $work/duties
/var/lib/resonance $data
MAP
unit() { python3 "$SOURCE/tests/kit/units.py" "$work/map" "$@"; }
screens=$(unit user resonance-kiosk) ledger=$(unit user resonance-ledger)
# installed FILE...: put in their places as dpkg does, beside those that run
installed() {
    local file
    for file in "$@"; do
        cp "$BIN/$file" "$work/new" && chmod 755 "$work/new" && mv "$work/new" "$work/${file%-later}"
    done
}
installed resonance-kiosk resonance-duty
chmod 755 "$work"
chown -R 0:$screens "$work/etc" && chmod -R g=rX,o= "$work/etc"
chown -R $ledger:$ledger "$data" && chmod 700 "$data"
chown $screens:$screens "$work/screens"
for part in ledger uplink; do
    python3 "$SOURCE/tests/kit/units.py" "$work/map" wait resonance-$part 2>>"$work/log" &
    waiting+=($!)
done
is_waited_at() { is_listening "$work/duties/ledger" && is_listening "$work/duties/uplink"; }
wait_for "the sockets" is_waited_at
terminal_part() { cat "$work/pids/resonance-$1" 2>/dev/null || true; }
terminal_parts() {
    echo "$terminal_pid"
    terminal_part ledger
    terminal_part uplink
}
terminal_start() {
    wait_for "an empty screen" is_screen_showing "$screen_empty" || return 1
    HOME=$work/screens python3 "$SOURCE/tests/kit/units.py" "$work/map" run resonance-kiosk --width-mm $SCREEN_MM 2>>"$work/log" &
    terminal_pid=$!
    screen_tapped=
    screen_wait_change "$screen_empty" && screen_first=$screen_seen
}
is_gone() { [ -z "$(terminal_part "$1")" ]; }
is_another() { local now; now=$(terminal_part ledger); [ -n "$now" ] && [ "$now" != "$old" ]; }
is_over() { ! is_terminal_alive; }
# ledger_ends: by chance; whoever connects next meets what is installed now
ledger_ends() {
    old=$(terminal_part ledger)
    kill -9 "$old"
}
# ends CODE PATTERN: the screens have ended with CODE, and said that
ends() {
    local code=0
    wait_for "the end of the screens" is_over || bad "line ${BASH_LINENO[0]}: the screens go on"
    wait "$terminal_pid" || code=$?
    terminal_pid=
    [ $code = "$1" ] && grep -qE -- "$2" "$work/log" && good || bad "line ${BASH_LINENO[0]}: they end with $code: $(tail -3 "$work/log")"
    wait_for "the end of the ledger" is_gone ledger
    : >"$work/log"
}
screen_open "$work/screen"
terminal_start || { cat "$work/log"; exit 1; }
terminal_wait_rest

# ---- somebody sits ----
person_enters "$work/told" "$code" || bad "the code is not taken"
type_words "a first word"
tap_on "$work/told" item "${OWN_WORDS[0]}" next || bad "no way on"
terminal_wait_rest # it is saved
installed resonance-kiosk-later resonance-duty-later
ledger_ends
type_words "lost" # whatever is done next asks for the ledger
tap_at "$work/told" item "${OWN_WORDS[1]}" next
ends 1 'is of another version now, since the terminal was updated; nothing that was saved is lost'

# ---- as systemd starts them again: both are the new ones ----
terminal_start || { cat "$work/log"; exit 1; }
terminal_wait_rest
person_enters "$work/told" "$code" || bad "the code does not bring the answers back"
type_words "another word" || bad "the new ones do not go on"
for ((i = 1; i < ${#OWN_WORDS[@]}; i++)); do
    enter_item "$work/told" "${OWN_WORDS[i]}"
    tap_on "$work/told" item "${OWN_WORDS[i]}" next || bad "no way on from ${OWN_WORDS[i]}"
done
person_ends "$work/told" && good || bad "no way to the end"
terminal_quit || bad "the terminal ends with $?: $(tail -3 "$work/log")"
wait_for "the end of the ledger" is_gone ledger
terminal_collect "$config" "$data" "$work/org" "$work/bundle" >"$work/said" || bad "nothing comes home: $(cat "$work/said")"
handle=$(desk "$work/org" list --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["results"][0]["handle"])')
desk "$work/org" report "$handle" --format record --out "$work/record.json" >/dev/null && grep -q 'a first word' "$work/record.json" && grep -q 'another word' "$work/record.json" && good ||
    bad "what was written is not in the result"
chown -R $ledger:$ledger "$data"

# ---- half of an update: the new screens, the old ledger ----
installed resonance-duty
terminal_start || { cat "$work/log"; exit 1; }
terminal_wait_rest
is_terminal_alive && grep -q 'of another version of this program than the screens: start the terminal again; if that does not help, install the package' "$work/log" && good ||
    bad "half of an update is not said: $(cat "$work/log")"
said=$(grep -c . "$work/log")
sleep 1
is_terminal_alive && [ "$(grep -c . "$work/log")" = "$said" ] && good || bad "it begins again and again"
terminal_quit || true
wait_for "the end of the ledger" is_gone ledger
: >"$work/log"
installed resonance-duty-later
terminal_start || { cat "$work/log"; exit 1; }
terminal_wait_rest
! grep 'another version' "$work/log" && good || bad "the whole update does not mend it"
terminal_quit || bad "the terminal ends with $?: $(tail -3 "$work/log")"
echo "$passed held, $failed failed"
[ $failed = 0 ]
