#!/usr/bin/env bash
# An update while somebody sits, on the real screen, with the units' users: the files of the programs are others, and the
# ledger's process ends by chance before the screens do. Screens and ledger of two versions read nothing of each other:
# the screens end and are started again, as the new ones, and the code brings the answers back. A half of an update is
# said, and mended.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/users.sh"
skip_without terminal sqlite
. "$SOURCE/tests/kit/siege.sh"
trap 'users_end; screen_close; rm -rf "$work"' EXIT
good() { passed=$((passed + 1)); }
siege_open 1
users_open
code=$(sed -n 's/^candidate 1 //p' "$work/codes")
person_until_words "$config" "$data" "$work/codes" 1
person_told "$config" "$data" "$work/codes" 1 >"$work/told"
# installed FILE...: put in their places as dpkg does, beside those that run
installed() {
    local file
    for file in "$@"; do
        cp "$BIN/$file" "$work/new" && chmod 755 "$work/new" && mv "$work/new" "$work/${file%-later}"
    done
}
installed resonance-kiosk resonance-duty
users_own
users_wait
is_over() { ! is_terminal_alive; }
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
