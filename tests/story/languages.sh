#!/usr/bin/env bash
# The form in languages whose letters the first font lacks, and with words that no line holds, at three
# sizes: all that must always hold holds, and a page that is read from the right is mirrored, its keys
# not.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/language.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# story_of SIZE TEXT: the way through the form, in letters of that size
story_of() {
    printf 'size %s\ncomfort text %s theme light\n' "$1" "$2"
    cat <<'STORY'
tap     "Start"
tell
code    candidate 1
tap     "next"
tap     "consent-yes"
expect  step practice:p1
tell
answer  1
expect  step practice:p2
tell
answer  1
expect  step practice:p3
tell
person  seed 7 noise 0.6 pace 6 growth=1 order=2 words "it works"
answer  until screen finish
tap     "next"
expect  screen profile
tap     "In numbers"
tap     "next"
expect  screen receipt
STORY
}

# left_of FILE SCREEN A B: whether A stands left of B there
left_of() {
    awk -v screen="$2" -v a="$3" -v b="$4" '
        $1 == "screen" { here = $2 " " $3 }
        $1 == "box" && here == screen && !(($2, here) in x) { x[$2, here] = $3 }
        END { exit !((a, screen) in x && (b, screen) in x && x[a, screen] < x[b, screen]) }' "$1"
}

# stands FILE SCREEN A B: A must stand left of B
stands() {
    left_of "$@" || {
        echo "$language at $size: $3 is not left of $4 on $2"
        failed=$((failed + 1))
    }
}

for language in ar th de; do
    letters=normal
    [ $language != de ] || letters=extra-large
    form_in $language "$SOURCE/tests/story/languages/$language.json" "$work/$language.form"
    org=$work/$language
    ORGANIZATION_LANGUAGE=$language organization_new "$org" "Northwind Ferries" "$work/$language.form" >/dev/null 2>&1
    vacancy_opened "$org" 1 deck-officer "Deck officer" >"$org.codes"
    for size in "1920x1080 width-mm 476" "1366x768 width-mm 344" "1080x1920 width-mm 268"; do
        terminal_request "$work/data" "$work/request"
        terminal_enrol "$org" "$work/request" "$work/config"
        story_of "$size" $letters >"$work/sitting.story"
        if "$BIN/resonance-story" --config "$work/config" --data "$work/data" --codes "$org.codes" \
            "$work/sitting.story" >"$work/told"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
        fi
        if [ $language = ar ]; then
            stands "$work/told" "item practice:p1" next back
            stands "$work/told" "item practice:p1" worst-p1_a best-p1_a
            stands "$work/told" "item practice:p1" help comfort
            [ "${size%x*}" = 1080 ] || stands "$work/told" "item practice:p2" point-5 point-1
        elif [ $language = th ]; then
            stands "$work/told" "item practice:p1" back next
            stands "$work/told" "item practice:p1" best-p1_a worst-p1_a
        fi
        [ $language = de ] || stands "$work/told" "item practice:p3" key-51 key-57
        stands "$work/told" "code -" key-31 key-32
        rm -rf "$work/data" "$work/config"
    done
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
