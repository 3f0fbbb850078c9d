#!/usr/bin/env bash
# The sittings of a candidate and of a colleague on seven screens in each of four text sizes, with the
# real letters: on every page what belongs together is seen at once, without scrolling (what `pages`
# of a story checks), what is asked with it, nothing is cut off, from page to page of one kind nothing
# moves, and from some size on no letters are smaller than chosen. With RESONANCE_SHOTS=FOLDER each page is a picture there, and with
# RESONANCE_SIZES=PATTERN only sittings of which "SIZE WIDTH_MM TEXT ROLE" matches it are played.
set -eu
. "$SOURCE/tests/kit/organization.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# SIZE WIDTH_MM: 10.1 inches twice, 11.6, 15.6 twice, 21.5, and that upright
screens=("1024x600 217" "1280x800 217" "1366x768 256" "1366x768 344" "1920x1080 344" "1920x1080 476" "1080x1920 268")

organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
vacancy_opened "$work/org" 30 deck-officer "Deck officer" >"$work/codes"
organization_collect "$work/org" 30 >>"$work/codes"
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"

# keeps_letters WIDTH_MM TEXT: the word for screens on which every page has the letters that were chosen
keeps_letters() {
    local least=344
    [ $2 != extra-large ] || least=476
    [ $2 != small ] || least=0
    [ $1 -lt $least ] || echo " letters"
}

# sitting_story ROLE NUMBER SIZE WIDTH_MM TEXT
sitting_story() {
    echo "size $3 width-mm $4"
    echo "comfort text $5"
    echo "pages $3-$4-$5-$1$(keeps_letters $4 $5)"
    echo 'tap "Start"'
    echo "code $1 $2"
    echo 'tap "next"'
    echo 'tap "consent-yes"'
    echo "person seed $2 pace 9 words \"As I would do it, said in a few words\""
    echo 'answer until screen check'
    echo 'tap "next"'
    echo 'tap "next"'
}

number=0
for screen in "${screens[@]}"; do
    for text in small normal large extra-large; do
        number=$((number + 1))
        for role in candidate rater; do
            [[ "$screen $text $role" == ${RESONANCE_SIZES:-*} ]] || continue
            sitting_story $role $number ${screen% *} ${screen#* } $text >"$work/$role.story"
            if "$BIN/resonance-story" --config "$work/config" --data "$work/data" --codes "$work/codes" \
                ${RESONANCE_SHOTS:+--shots "$RESONANCE_SHOTS"} "$work/$role.story" >"$work/said" 2>&1; then
                passed=$((passed + 1))
            else
                echo "$screen mm, $text, $role: $(tail -1 "$work/said")"
                failed=$((failed + 1))
            fi
        done
    done
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
