#!/usr/bin/env bash
# How the real terminal looks, by real touches: its pages on screens of 10, 15.6 and 24 inches and on one that
# stands upright, in four themes and sizes of letters, beside those that are kept in tests/vectors/seen.txt.
# What looks otherwise is told with its place. With RESONANCE_SHOTS=FOLDER the pictures are kept there, with
# RESONANCE_SHEETS="large small" only these sheets are walked. With RESONANCE_GOLDEN=write two walks make what is
# kept of them anew where they look otherwise: what is another in each walk (time, receipt) does not count;
# the profile is another in each organization, and looked at in tests/gallery. Look at the
# pictures before you keep that.
set -eu
SEED=7
# It is noon where these screens stand: a page that tells a time breaks its lines alike in every walk.
late=$(($(date +%s) % 86400 - 43200))
TZ=$(printf 'NOON%s%02d:%02d:%02d' "$([ $late -lt 0 ] && echo - || echo +)" $((${late#-} / 3600)) $((${late#-} / 60 % 60)) $((${late#-} % 60)))
export TZ
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/hand.sh"
. "$SOURCE/tests/kit/scales.sh"
skip_without terminal preload
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
trap 'screen_close; rm -rf "$work"' EXIT
preload_made same_order "$work/same_order.so"
# begins: the person of this sheet sits down; the order of what is asked is the same in every walk
begins() { LD_PRELOAD=$work/same_order.so hand_skips < <(printf '%s\n' "$@" && hand_begins "$who"); }
tiles() { python3 "$SOURCE/tests/kit/tiles.py" "$@"; }
kept=$SOURCE/tests/vectors/seen.txt
org=$work/org config=$work/config data=$work/data
seed=7
hand_words="As I see it, in a few words"

organization_new "$org" "Northwind Ferries" >/dev/null 2>&1
terminal_request "$data" "$work/request"
organization_collect "$org" 5 >"$work/codes"
terminal_enrol "$org" "$work/request" "$config"
organization_described "$org" "$config" "$data" "$work/codes"
desk "$org" vacancy new deck --title "Deck officer" >/dev/null
desk "$org" vacancy open deck --profile autumn --yes --sample >/dev/null 2>&1
{
    desk "$org" invite deck --count 8 --plain 2>/dev/null
    organization_collect "$org" 2
} >"$work/codes"
terminal_enrol "$org" "$work/request" "$config"
empty=$work/empty
cp -r "$data" "$empty"

# Another organization, with a form of scales that others made, for the ninth candidate.
scales_form "$work/form" "$SOURCE/tests/data/scales/shapes.osd" "$SOURCE/tests/data/scales/methods.osd"
organization_new "$work/kinds" "Northwind Ferries" "$work/form" >/dev/null 2>&1
desk "$work/kinds" vacancy new deck --title "Deck officer" >/dev/null
desk "$work/kinds" vacancy open deck --without-profile --yes >/dev/null
desk "$work/kinds" invite deck --count 1 --plain 2>/dev/null | sed 's/^candidate 1/candidate 9/' >>"$work/codes"
terminal_request "$work/kinds-empty" "$work/request"
terminal_enrol "$work/kinds" "$work/request" "$work/kinds-config"

# picture PAGE: what stands on the screen is one of the sheet's pictures
picture() {
    pictures=$((pictures + 1))
    cp "$screen_picture" "$(printf '%s/%s-%02d-%s.xwd' "$seen" "$sheet" $pictures "${1//:/-}")"
}
# walks: the steps of standard input, by touches from the first screen; whatever is told is a picture
walks() {
    local what x y id
    hand_told < <(printf 'touches\n' && cat) || return 1
    terminal_start "$config" "$data"
    while read -r what x y id; do
        [ $what != touch ] || [ $id != done ] || sleep 2.2 # the receipt is not left by an impatient finger
        case $what in
        touch) hand_taken && hand_rests && xdotool mousemove "$x" "$y" click 1 ;;
        screen) xdotool mousemove 3 $((SCREEN_HEIGHT - 3)) ;;
        esac
        terminal_wait_rest
        case $what:$id in
        screen:*) case $x$y in part* | *-) picture "$x" ;; *) picture "$x-$y" ;; esac ;;
        touch:start) xdotool type --delay 4 "$code" && terminal_wait_rest ;;
        esac
    done < <(grep -E '^(touch|screen) ' "$work/told")
    terminal_kill
}
# at WHERE STEP...: the person answers up to there; then the steps, from that page on
at() {
    hand_skips < <(hand_again "$who" && hand_answers "$1") && walks < <(hand_again "$who" && printf '%s\n' "${@:2}")
}
# sheet NAME WIDTH HEIGHT MM WHO COMFORT: a screen, somebody at it and how they read; nothing was answered yet
sheet() {
    sheet=$1 SCREEN_WIDTH=$2 SCREEN_HEIGHT=$3 SCREEN_MM=$4 who=$5 comfort="comfort $6" pictures=0
    code=$(sed -n "s/^$who //p" "$work/codes")
    rm -rf "$data" "${work:?}/$sheet"
    cp -r "$empty" "$data"
    screen_open "$work/$sheet"
}
# wrong_code: ten keys that no card has, and what is said of them
wrong_code() { printf 'tap "key-%s"\n' 3{1..9} 31 && printf '%s\n' 'tap "next"' tell; }
# first STEP...: the first screen in this comfort, up to the first question
first() {
    walks < <(printf '%s\n' 'tap "comfort"' "$@" tell 'tap "next"' tell)
    begins "$comfort"
}
sheet_close() {
    screen_close
    screen_server= terminal_pid=
}

# 15.6 inches, as most will see it: every kind of page
usual() {
    local code_of_sheet
    sheet a15 1366 768 344 "candidate 1" "text normal theme light"
    code_of_sheet=$code
    code= # not known here
    walks < <(printf '%s\n' tell 'tap "comfort"' tell 'tap "next"' 'tap "help"' tell 'tap "next"' 'tap "start"' tell && wrong_code)
    code=$code_of_sheet
    walks < <(printf '%s\n' 'tap "Start"' "code $who" tell 'tap "next"' tell 'tap "consent-no"' tell)
    begins "$comfort"
    walks < <(printf '%s\n' 'tap "Start"' "code $who" tell 'tap "next"' tell 'tap "break"' tell 'tap "pause"' tell)
    at 'step practice:p3' tell 'tap "next"' tell
    at 'screen part' tell 'tap "next"' tell
    at 'step drivers:learning_2' tell 'tap "help"' tell
    at 'step situations:s2' tell
    at 'step story:scene_1' tell
    at 'step story:meaning' tell
    at 'step story:ways' tell
    at 'screen check' tell 'tap "next"' tell 'tap "next"' 'tap "next"' tell 'tap "keep"' tell \
        'tap "back"' 'wait 3s' 'tap "done"' tell
    sheet_close
}
# 24 inches in the dark, with large letters
large() {
    sheet b24 1920 1080 531 "candidate 2" "text large theme dark"
    first 'tap "size-large"' 'tap "theme-dark"'
    at 'step values:b05' tell
    at 'step drivers:learning_2' tell
    at 'step story:scene_1' tell
    at 'screen check' tell 'tap "next"' 'tap "next"' 'tap "next"' 'tap "keep"' 'tap "show"' tell
    sheet_close
}
# 10 inches with very large letters, in high contrast
small() {
    sheet c10 1280 800 217 "candidate 3" "text extra-large theme high-contrast"
    first 'tap "size-extra-large"' 'tap "theme-high-contrast"'
    at 'step values:b05' tell
    at 'step drivers:learning_2' tell
    at 'step situations:s2' tell
    at 'step story:scene_1' tell
    at 'step story:meaning' tell
    at 'screen check' tell 'tap "next"' tell 'tap "next"' tell
    sheet_close
}
# upright, with low glare; a colleague
upright() {
    sheet d21 1080 1920 268 "rater 1" "text normal theme low-glare"
    first 'tap "theme-low-glare"'
    at 'step values-now:b05' tell
    at 'step drivers-needed:doing_needed' tell
    at 'step effectiveness:s2' tell
    at 'screen check' tell 'tap "next"' tell 'tap "next"' tell
    sheet_close
}
# 10 inches: questions of every kind that other people's scales have
kinds() {
    local config=$work/kinds-config empty=$work/kinds-empty
    sheet e10 1280 800 217 "candidate 9" "text normal theme light"
    begins "$comfort"
    walks < <(hand_again "$who" && for _ in 1 2 3 4 5 6 7; do printf '%s\n' tell 'answer 1'; done && echo tell)
    at 'step methods:m8' tell 'answer 1' tell
    sheet_close
}
# sheets FOLDER: all of them, as pictures and as text there
sheets() {
    seen=$1
    mkdir "$seen"
    for walk in $walks; do $walk; done
    tiles made "$seen" >"$seen/made"
    [ -z "${RESONANCE_SHOTS:-}" ] || { tiles png "$seen" && cp "$seen"/*.png "$RESONANCE_SHOTS"; }
}

# before a commit those that tell most
walks="usual small kinds"
[ "${RESONANCE_TEST_SIZE:-commit}" = commit ] && [ "${RESONANCE_GOLDEN:-}" != write ] || walks="usual large small upright kinds"
walks=${RESONANCE_SHEETS:-$walks}
sheets "$work/seen"
if [ "${RESONANCE_GOLDEN:-}" = write ]; then
    sheets "$work/again"
    [ -f "$kept" ] || : >"$kept"
    tiles both "$work/seen/made" "$work/again/made" "$kept" >"$work/kept" && cp "$work/kept" "$kept"
fi
tiles compare "$kept" "$work/seen/made" || bad "the terminal looks otherwise"
# What looks as before is not written anew, with less of it that does not count.
tiles both "$work/seen/made" "$work/seen/made" "$kept" >"$work/anew"
cmp -s "$work/anew" "$kept" || bad "writing anew changes what is kept"
[ "$(tr -cd '?' <"$kept" | wc -c)" -lt $(($(wc -c <"$kept") / 50)) ] || bad "more than two in a hundred tiles do not count"

# Those who doubt that a change is seen: a word that is gone from one page, and a button of another colour.
sed -n '/^picture a15-01-/,/^colours/p' "$kept" >"$work/one"
doubted() { # WHAT HOW FOLDER NAME ARGUMENT...
    local what=$1
    shift
    [[ $walks = *usual* ]] || return 0
    rm -rf "$work/doubt" && mkdir "$work/doubt"
    tiles "$@" "$work/doubt"
    tiles made "$work/doubt" >"$work/doubted"
    tiles compare "$work/one" "$work/doubted" >"$work/said" && bad "$what is not seen" || grep -qE 'look otherwise|is gone' "$work/said" || bad "$(cat "$work/said")"
}
doubted "a word that is gone" wiped "$work/seen" a15-01-attract 140 652 110 26
doubted "a button of another colour" recoloured "$work/seen" a15-01-attract 06434b 2b434b
echo "$(grep -c '^picture' "$work/seen/made") passed, $failed failed"
exit $((failed > 0))
