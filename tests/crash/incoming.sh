#!/usr/bin/env bash
# New cards and vacancies come to a terminal that runs: the configuration that is put into the folder for it, or over
# the one that is there, is taken between two people within a minute, without a start. Never while somebody sits.
# One that cannot be used is told with the reason, and the present one holds. After a start the newest one counts.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
trap 'screen_close; rm -rf "$work"' EXIT
ulimit -c 0
siege_open 1
config=$work/config data=$work/data incoming=$work/incoming codes=$work/codes
mkdir "$incoming"
terminal_request "$data" "$work/request"
enrolled() { terminal_enrol "$work/org" "$work/request" "$1"; }
invited() { desk "$work/org" invite siege --count 1 --plain >>"$codes" 2>/dev/null; }
enrolled "$config" # number 1
good() { passed=$((passed + 1)); }

# meanwhile WHAT BEFORE AFTER COMMAND...: the story stops between BEFORE and AFTER, where nobody reads what it
# tells; COMMAND is run then. What it says on standard error is in $work/err.
meanwhile() {
    local what=$1 before=$2 after=$3
    shift 3
    rm -f "$work/told"
    mkfifo "$work/told"
    {
        echo "size 1280x720 width-mm 300"
        echo "$before"
        yes tell | head -2000
        echo "$after"
    } >"$work/story"
    "$BIN/resonance-story" --config "$config" --data "$data" --incoming "$incoming" --codes "$codes" "$work/story" >"$work/told" 2>"$work/err" &
    exec 3<"$work/told"
    read -r -u 3 _ || true
    "$@"
    cat <&3 >"$work/out"
    exec 3<&-
    wait $! && good || bad "$what: $(cat "$work/err")"
    [ "$(wc -c <"$work/out")" -gt 100000 ] || bad "$what: the story told too little to stop"
}
goes_in() { printf '%s\n' 'tap "Start"' "code candidate $1" "expect screen ${2:-notice}"; }
comes() { invited && enrolled "${1:-$incoming/first}"; }

# ---- by the folder for it, and over the one that is there ----
meanwhile "a new card in the folder for new configurations" 'expect screen attract' "wait 61s
$(goes_in 2)" comes
[ ! -s "$work/err" ] || bad "a configuration that is taken: $(cat "$work/err")"
meanwhile "a new card over the present configuration" 'expect screen attract' "wait 61s
$(goes_in 3)" comes "$config"
meanwhile "before its minute is over the old one holds" 'expect screen attract' "wait 30s
$(goes_in 4 code)
key Escape
wait 10m
$(goes_in 4)" comes

# ---- not while somebody sits ----
meanwhile "a person who sits is left alone" "$(goes_in 1)
tap \"next\"
tap \"consent-yes\"
person seed 3 words \"Somebody sits here\"
answer 3" "wait 90s
answer until screen check
answer until screen finish
tap \"next\"
expect screen profile
tap \"next\"
wait 2s
tap \"I have my receipt\"
wait 25s
expect screen attract
wait 61s
$(goes_in 5)" comes

# ---- what cannot be used is told, and the present one holds ----
broken() { comes "$incoming/second" && printf 'x' >>"$incoming/second/invitations.json"; }
meanwhile "a damaged one" 'expect screen attract' "wait 61s
$(goes_in 6 code)
key Escape
$(goes_in 2)" broken
[ "$(grep -c 'is not taken: .*invitations.json is not the file that was signed' "$work/err")" = 1 ] ||
    bad "a damaged configuration is told as: $(cat "$work/err")"
foreign() {
    organization_new "$work/other" "Other" >/dev/null 2>&1
    vacancy_opened "$work/other" 0 siege
    for _ in 1 2 3 4 5 6 7 8 9; do
        rm -rf "$incoming/second"
        desk "$work/other" enrol "$work/request" --out "$incoming/second" --words "$(cat "$work/request.words")" >/dev/null
    done
}
meanwhile "one of another organization" 'expect screen attract' "wait 61s
$(goes_in 2)" foreign
grep -q 'configuration 9 in .*/incoming/second is not taken: .*another organization' "$work/err" ||
    bad "a foreign configuration is told as: $(cat "$work/err")"
rm -rf "$incoming/second"

# ---- the real terminal, with its processes kept apart: the newest counts from the start on ----
comes
screen_open "$work/screen"
terminal_log=$work/log
number=$(cat "$work/org/sequence")
terminal_start "$config" "$data" --incoming "$incoming"
terminal_wait_rest
terminal_quit
[ ! -s "$work/log" ] || ! grep -v 'quick to guess\|keep the terminal' "$work/log" | grep -q . || bad "the terminal says: $(cat "$work/log")"
"$BIN/resonance-kiosk" --doctor --config "$config" --data "$data" >"$work/out" 2>&1 || true
grep -q "but number $number was here before" "$work/out" && good || bad "the ledger did not take number $number: $(cat "$work/out")"

echo "$passed held, $failed failed"
[ "$failed" = 0 ]
