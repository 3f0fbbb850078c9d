#!/usr/bin/env bash
# The power goes after every single item; the code brings back item, order and answers, each time.
# Nothing that was typed is ever found on the disk.
set -eu
. "$SOURCE/tests/kit/organization.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
vacancy_opened "$work/org" 1 deck-officer "Deck officer" >"$work/codes"
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
items=76 # every one the sitting has; the last kill happens at the check of the answers
{
    echo 'size 1920x1080 width-mm 476'
    echo 'person seed 5 pace 4 words "Planted words that must stay sealed"'
    printf '%s\n' 'tap "Start"' 'code candidate 1' 'tap "next"' 'tap "consent-yes"'
    for _ in $(seq $items); do
        printf '%s\n' 'answer at-most 1' 'kill' 'tap "Start"' 'code candidate 1' 'expect screen resume' 'tap "next"' 'expect same'
    done
    printf '%s\n' 'answer until screen finish' 'tap "next"' 'expect screen profile'
} >"$work/kills.story"
"$BIN/resonance-story" --config "$work/config" --data "$work/data" --codes "$work/codes" "$work/kills.story"
tally $items kills
echo "1 passed, 0 failed"
