#!/usr/bin/env bash
# The smallest screen with very large letters, on the real terminal, with nothing but a pointer: from
# the code to the receipt. Where a finger goes is learned from a scripted person before the same data,
# who touches only what can be seen; each touch is made when the terminal has taken the one before.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/hand.sh"
SCREEN_WIDTH=1024 SCREEN_HEIGHT=600 SCREEN_MM=217
work=$(mktemp -d)
trap 'screen_close; rm -rf "$work"' EXIT
bad() {
    echo "$*"
    exit 1
}
organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
vacancy_opened "$work/org" 1 deck-officer "Deck officer" >"$work/codes"
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config"
code=$(grep -oE '[0-9A-Z]{5}-[0-9A-Z]{5}' "$work/codes" | head -1 | tr -d -)

# steps_in: from the first screen to where the sitting is, with very large letters, by touches
steps_in() {
    local letter
    echo touches
    printf 'tap "%s"\n' comfort size-extra-large next start
    for ((letter = 0; letter < ${#code}; letter++)); do
        printf 'tap "key-%x"\n' "'${code:letter:1}"
    done
    echo 'tap "next"'
}
screen_open "$work/screen"
terminal_start "$config" "$data"
hand_plays hand_clicks < <(steps_in && printf 'tap "next"\n' && echo 'tap "consent-yes"')
terminal_kill

# From the first question on, in the order that was drawn for this person.
terminal_start "$config" "$data"
hand_plays hand_clicks < <(steps_in && printf '%s\n' 'tap "next"' 'pages small' && hand_answers 'step values:b02')
terminal_kill
hand_skips < <(hand_again "candidate 1" && hand_answers "step situations:s7")
terminal_start "$config" "$data"
hand_plays hand_clicks < <(steps_in && printf '%s\n' 'tap "next"' 'pages small' && hand_answers 'screen finish' && printf 'tap "next"\n%.0s' 1 2 && printf '%s\n' 'wait 3s' 'tap "done"')
terminal_wait_first || bad "the first screen does not come back"
terminal_quit || bad "the terminal ended with $?"
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/imported" || bad "$(cat "$work/imported")"
[ "$(desk "$work/org" list --json | jq '[.. | .handle? // empty] | length')" = 1 ] || bad "$(desk "$work/org" list --json)"
echo "1 passed, 0 failed"
