#!/usr/bin/env bash
# The same card at two terminals: both results are kept, the list says that the first one counts;
# then one of them is erased.
set -eu
. "$SOURCE/tests/kit/organization.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
organization_new "$work/org" "Twice" >/dev/null 2>&1
vacancy_opened "$work/org" 1 v "V" >"$work/codes"
for terminal in 1 2; do
    terminal_request "$work/data$terminal" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$work/config$terminal"
    "$BIN/resonance-story" --config "$work/config$terminal" --data "$work/data$terminal" \
        --codes "$work/codes" "$SOURCE/tests/story/full.story" >/dev/null
    terminal_collect "$work/config$terminal" "$work/data$terminal" "$work/org" "$work/$terminal.bundle" >/dev/null
done

# cards_listed COUNT: so many results came with card 1; the list is in $work/list
cards_listed() {
    desk "$work/org" list --cards >"$work/list" 2>"$work/warnings"
    [ "$(grep -cE '^20[-0-9]+ +[0-9A-Z-]+ +v +1$' "$work/list")" = "$1" ] || { echo "listed should be: $1"; cat "$work/list"; exit 1; }
}
cards_listed 2
desk "$work/org" list >"$work/figures"
for list in list figures; do
    [ "$(grep -c 'this card was used before, as ' "$work/$list")" = 1 ] || { echo "the second one should say so"; cat "$work/$list"; exit 1; }
done
! grep -qE ' 1$' "$work/figures" || { echo "a card stands beside a figure"; exit 1; }

# The end of one of them: asked about first, then gone for good, also when it is imported again.
handle=$(sed -nE 's/^20[-0-9]+ +([0-9A-Z-]+) +v +1$/\1/p' "$work/list" | head -1)
if setsid -w "$BIN/resonance" erase "$handle" --ground asked --by "Anna Berg" --org "$work/org" >"$work/asked" 2>"$work/why"; then
    echo "it should ask first"
    exit 1
fi
grep -q 'would be erased for ever, on the ground asked, by Anna Berg' <(tr '\n' ' ' <"$work/asked")
grep -q 'Erase it? Answer with --yes' "$work/why"
desk "$work/org" erase "$handle" --ground asked --by "Anna Berg" --yes >/dev/null
desk "$work/org" import "$work/1.bundle" >/dev/null
cards_listed 1
echo "1 passed, 0 failed"
