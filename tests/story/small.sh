#!/usr/bin/env bash
# The smallest screen with very large letters, on the real terminal, with nothing but a pointer: from
# the code to the receipt. Where a finger goes is learned from a scripted person before the same data,
# who touches only what can be seen; each touch is made when the terminal has taken the one before.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
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
# hand_plays: what the scripted person touches on a copy of the data (their steps come from standard
# input) is touched on the real terminal
hand_plays() {
    local x y id
    rm -rf "$work/copy"
    cp -r "$data" "$work/copy"
    story_told "$config" "$work/copy" "$work/codes" >"$work/told" || bad "the scripted person: $(tail -3 "$work/told")"
    while read -r x y id; do
        # A person looks at the page before they touch it again. So the pause counts from when the page
        # stands, however long the terminal took for it: one counted from the touch can be over before the
        # page comes, and then the next touch is an impatient one, which the terminal leaves out.
        terminal_wait_rest || bad "no rest before $id"
        hand_taken
        [ "$id" != done ] || sleep 2.2 # the receipt is not left by an impatient finger
        hand_rests
        xdotool mousemove "$x" "$y" click 1
    done < <(sed -n 's/^touch //p' "$work/told")
    terminal_wait_rest || bad "no rest at the end"
}
screen_open "$work/screen"
terminal_start "$config" "$data"
{ steps_in; printf 'tap "next"\n' && echo 'tap "consent-yes"'; } | hand_plays
terminal_kill

# From the first question on, in the order that was drawn for this person.
terminal_start "$config" "$data"
{ steps_in; echo 'tap "next"'; echo 'pages small'; echo 'person seed 3 pace 1'; echo 'answer until step values:b02'; } | hand_plays
terminal_kill
story_told "$config" "$data" "$work/codes" >/dev/null <<STORY
tap "Start"
code candidate 1
expect screen resume
tap "next"
person seed 3 pace 1
answer until step situations:s7
kill
STORY
terminal_start "$config" "$data"
{
    steps_in
    echo 'tap "next"'
    echo 'pages small'
    echo 'person seed 3 pace 1'
    echo 'answer until screen check'
    printf 'tap "next"\n%.0s' 1 2 3
    echo 'wait 3s'
    echo 'tap "done"'
} | hand_plays
terminal_wait_first || bad "the first screen does not come back"
terminal_quit || bad "the terminal ended with $?"
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/imported" || bad "$(cat "$work/imported")"
[ "$(desk "$work/org" list --json | jq '[.. | .handle? // empty] | length')" = 1 ] || bad "$(desk "$work/org" list --json)"
echo "1 passed, 0 failed"
