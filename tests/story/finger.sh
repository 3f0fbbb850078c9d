#!/usr/bin/env bash
# A finger alone on a screen of ten inches, under a whole X server: a candidate and a colleague come from the
# first screen to the last, code and words by the keys on the screen. Where the finger goes is learned from a
# scripted person before the same data.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/touch_screen.sh"
. "$SOURCE/tests/kit/hand.sh"
SCREEN_WIDTH=1280 SCREEN_HEIGHT=800 SCREEN_MM=217
trap 'touch_screen_close; rm -rf "$work"' EXIT
touch_screen_open "$work/screen"
organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
vacancy_opened "$work/org" 1 deck-officer "Deck officer" >"$work/codes"
organization_collect "$work/org" 1 >>"$work/codes"
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config"
good() { passed=$((passed + 1)); }

# steps_in WHO: from the first screen, past the code; typed LETTERS: by the keys on the screen
steps_in() { printf '%s\n' touches 'tap "Start"' && typed "$(sed -n "s/^$1 //p" "$work/codes" | tr -d -)" && printf 'tap "next"\n%.0s' 1 2; }
typed() {
    local letter
    for ((letter = 0; letter < ${#1}; letter++)); do printf 'tap "key-%x"\n' "'${1:letter:1}"; done
}
# sits WHO FROM TO STEP...: by finger up to the item FROM, then from the item TO on, what STEP says
sits() {
    local who=$1 from=$2 to=$3
    shift 3
    touch_terminal "$config" "$data"
    hand_plays hand_touches < <(steps_in "$who" && echo 'tap "consent-yes"') || return 0
    hand_plays hand_touches < <(hand_again "$who" && echo touches && hand_answers "step $from") || return 0
    terminal_kill
    hand_skips < <(hand_again "$who" && hand_answers "step $to") || return 0
    touch_terminal "$config" "$data"
    screen_first=$(screen_head)
    hand_plays hand_touches < <(steps_in "$who" && printf '%s\n' "$@" && printf '%s\n' 'wait 3s' tell 'tap "done"') || return 0
    terminal_wait_first && good || bad "$who: the first screen does not come back"
    terminal_quit || bad "$who: the terminal ended with $?"
}
sits "candidate 1" values:b02 story:meaning 'tap "next"' "$(typed Hi)" 'tap "next"' \
    "$(hand_answers "screen finish")" 'tap "next"' 'tap "next"'
sits "rater 1" values-now:b02 effectiveness:s7 "$(hand_answers "screen finish")" 'tap "next"'
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/imported" || bad "$(cat "$work/imported")"
for handle in $(desk "$work/org" list --json | jq -r '.. | .handle? // empty'); do desk "$work/org" report "$handle" --format txt; done >"$work/reports" 2>&1
grep -qx ' *| Hi' "$work/reports" && good || bad "what was written is in no report"
grep -q ", 2 new results" "$work/imported" && good || bad "$(cat "$work/imported")"
echo "$passed passed, $failed failed"
exit $((failed > 0))
