#!/usr/bin/env bash
# Every story of this folder on a terminal of its own, with the disk searched after each step.
set -eu
. "$SOURCE/tests/kit/organization.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
desk "$work/org" vacancy new deck-officer --title "Deck officer" >/dev/null
desk "$work/org" vacancy open deck-officer >/dev/null
desk "$work/org" invite deck-officer --count 10 --plain >"$work/codes" 2>/dev/null
organization_collect "$work/org" 2 >>"$work/codes"
passed=0 failed=0
for story in "$SOURCE"/tests/story/*.story; do
    name=$(basename "$story" .story)
    terminal_request "$work/$name.data" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$work/$name.config"
    if "$BIN/resonance-story" --config "$work/$name.config" --data "$work/$name.data" --codes "$work/codes" --slow "$story"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
    rm -rf "$work/$name.data" "$work/$name.config"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
