#!/usr/bin/env bash
# The same card at two terminals: both results are kept, the list says that the first one counts.
set -eu
. "$SOURCE/tests/kit/organization.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
organization_new "$work/org" "Twice" >/dev/null 2>&1
desk "$work/org" vacancy new v --title "V" >/dev/null
desk "$work/org" vacancy open v >/dev/null
desk "$work/org" invite v --count 1 --plain >"$work/codes" 2>/dev/null
for terminal in 1 2; do
    terminal_request "$work/data$terminal" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$work/config$terminal"
    "$BIN/resonance-story" --config "$work/config$terminal" --data "$work/data$terminal" \
        --codes "$work/codes" "$SOURCE/tests/story/full.story" >/dev/null
    terminal_collect "$work/config$terminal" "$work/data$terminal" "$work/org" "$work/$terminal.bundle" >/dev/null
done
desk "$work/org" list >"$work/list"
[ "$(grep -c 'number 1$' "$work/list")" = 2 ] || { echo "both results should be listed"; cat "$work/list"; exit 1; }
[ "$(grep -c 'sat before' "$work/list")" = 1 ] || { echo "the second one should say so"; cat "$work/list"; exit 1; }
echo "1 passed, 0 failed"
