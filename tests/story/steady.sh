#!/usr/bin/env bash
# Through a whole session, on three screens: on pages of one kind the question, the first answer and
# the ways on, back and to help stand at one place, so that the hand need not look for them.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/siege.sh"
trap 'rm -rf "$work"' EXIT
siege_open 3
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
session() {
    printf '%s\n' "size $1 width-mm $2" 'person seed 3 words "some words here"' 'tap "Start"' "code candidate $3" 'tap "next"' 'tap "consent-yes"'
    for _ in $(seq 75); do printf '%s\n' 'answer 0' tell 'answer at-most 1'; done
    printf '%s\n' 'expect screen check'
}
# What of a page stands where, as PART-OF-THE-PAGE KIND PLACE; the kind of a page is its part with the
# kind and the size of what is answered first there. Of a heading the upper edge counts, and what
# scrolls has no place of its own.
places() {
    awk '
        function page(   i) {
            if (is_item && first && !scrolls) for (i = 0; i < count; i++) print what[i], kind, place[i]
        }
        $1 == "screen" {page(); is_item = $2 == "item"; split($3, step, ":"); count = 0; first = scrolls = 0; next}
        $1 == "track" {scrolls = 1}
        $1 == "title" {what[count] = "title"; place[count++] = $3 "," $4}
        $1 == "box" && !first && $2 ~ /^(option|point|field|slider|best|cell)/ {
            first = 1; name = $2; sub(/[-.].*/, "", name); kind = step[1] "/" name "/" $5 "x" $6
            what[count] = "first"; place[count++] = $3 "," $4
        }
        $1 == "box" && $2 ~ /^(next|back|help|prefer-not)$/ {what[count] = $2; place[count++] = $3 "," $4}
        END {page()}' "$1"
}
number=0
for size in "1920x1080 476" "1366x768 344" "1280x1024 376"; do
    number=$((number + 1))
    session $size $number >"$work/story"
    "$BIN/resonance-story" --config "$work/config" --data "$work/data" --codes "$work/codes" "$work/story" >"$work/told" 2>"$work/out" || bad "$size: $(tail -1 "$work/out")"
    places "$work/told" >"$work/places"
    [ "$(wc -l <"$work/places")" -gt 200 ] && passed=$((passed + 1)) || bad "$size: only $(wc -l <"$work/places") places were seen"
    sort -u "$work/places" | awk '{places[$1 " " $2] = places[$1 " " $2] " " $3; n[$1 " " $2]++} END {for (i in n) if (n[i] > 1) print i ":" places[i]}' >"$work/jumps"
    [ ! -s "$work/jumps" ] && passed=$((passed + 1)) || bad "$size: $(tr '\n' ';' <"$work/jumps")"
done
echo "$passed passed, $failed failed"
exit $((failed > 0))
