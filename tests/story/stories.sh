#!/usr/bin/env bash
# Every story of this folder on a terminal of its own, with the disk searched after each step. Where
# a folder has the name of a story, its documents stand in the form.
set -eu
. "$SOURCE/tests/kit/organization.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# organization_open DIR [ASSESSMENT [WORD]]: an organization whose codes stand in DIR.codes, with WORD for
# its vacancy
organization_open() {
    organization_new "$1" "Northwind Ferries" ${2:+"$2"} >/dev/null 2>&1
    desk "$1" vacancy new deck-officer --title "Deck officer" ${3:+"$3"} >/dev/null
    desk "$1" vacancy open deck-officer --without-profile --yes --sample >/dev/null
    desk "$1" invite deck-officer --count 10 --plain >"$1.codes" 2>/dev/null
    organization_collect "$1" 2 >>"$1.codes"
}

organization_open "$work/usual"
passed=0 failed=0
for story in "$SOURCE"/tests/story/*.story; do
    name=$(basename "$story" .story)
    org=$work/usual
    if [ -d "${story%.story}" ]; then
        org=$work/$name
        assessment_with "${story%.story}" "$org.form"
        organization_open "$org" "$org.form"
    fi
    if [ "$name" = pilot ]; then
        org=$work/pilot
        organization_open "$org" "" --pilot
    fi
    terminal_request "$work/$name.data" "$work/request"
    terminal_enrol "$org" "$work/request" "$work/$name.config"
    if "$BIN/resonance-story" --config "$work/$name.config" --data "$work/$name.data" --codes "$org.codes" --slow "$story"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
    rm -rf "$work/$name.data" "$work/$name.config"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
