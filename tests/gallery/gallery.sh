#!/usr/bin/env bash
# Each screen of a candidate and of a colleague, at six sizes, four sizes of letters and four themes: the
# view is checked at each step (nothing cut, overlapping, too small or too pale), and a contact sheet
# of the pictures is made for eyes. With RESONANCE_GALLERY=DIR the sheets are kept there.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/gallery.sh"
command -v minisign >/dev/null || { echo "skipped: minisign is not installed"; exit 77; }
work=$(mktemp -d)
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 curl
STEPS=(small normal large extra-large)
THEMES=(light dark high-contrast low-glare)

# The profile of a candidate stands beside that of the organization, as colleagues describe it.
organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
organization_collect "$work/org" 5 >"$work/codes"
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
organization_described "$work/org" "$work/config" "$work/data" "$work/codes"
# What people may say of their group, sealed to an auditor, comes after the receipt.
web_start "$work/org" --no-browser
web_joins "$work/org" cora "Cora Lind" auditor
web_stop && web_pid= # it has ended
desk "$work/org" audit ask "$SOURCE/questionnaires/groups/us.json" >/dev/null
desk "$work/org" vacancy new deck-officer --title "Deck officer" >/dev/null
desk "$work/org" vacancy open deck-officer --profile autumn --yes --sample >/dev/null 2>&1
{
    desk "$work/org" invite deck-officer --count 2 --plain 2>/dev/null
    organization_collect "$work/org" 1
} >"$work/codes"
terminal_enrol "$work/org" "$work/request" "$work/config"

over() { # NAME TAP...: an overlay, and back
    printf 'tap "%s"\n' "$1"
    see "$1"
    printf 'key Escape\n'
}
candidate() {
    local step
    see attract
    printf 'tap "Start"\n'
    see code
    printf '%s\n' 'type "1111111111"' 'key Enter'
    see code-refused
    printf 'key%s\n' "$(printf ' Backspace%.0s' {1..10})"
    printf 'code candidate 1\n'
    see notice
    printf 'tap "next"\n'
    see consent
    printf '%s\n' 'tap "consent-no"'
    see declined
    printf '%s\n' 'tap "next"' 'wait 25s' 'expect screen attract' 'tap "Start"' 'code candidate 1' "$comfort" 'tap "next"' 'tap "consent-yes"' 'person seed 7 noise 0.6 pace 6 growth=1 order=2 lead=-1 learning=4 doing=3.5 words "What I think in a few words of my own"'
    see practice
    over comfort
    over help
    over break
    printf '%s\n' 'answer until step practice:p3' 'answer 1' 'expect screen part'
    see part
    for step in values:b05 drivers:learning_2 situations:s2 story:scene_1 story:meaning story:sure_understood story:ways interview:q2 closing:anything; do
        printf 'answer until step %s\n' $step
        see "${step#*:}"
    done
    printf '%s\n' 'answer until screen check'
    see check
    printf 'tap "next"\n'
    see finish
    printf 'tap "next"\n'
    see profile
    for step in chart drivers resonance sentences; do
        printf 'tap "as-%s"\n' $step
        see $step
    done
    printf 'tap "next"\n'
    see receipt
    printf '%s\n' 'wait 3s' 'tap "done"' 'expect screen voluntary'
    see voluntary
    printf 'tap "answer"\n'
    see voluntary-question
    printf '%s\n' 'tap "said-1"' 'tap "said-0"'
    see voluntary-end
    printf '%s\n' 'tap "give"' 'expect screen wiped'
    see wiped
}
colleague() {
    local step
    printf '%s\n' 'wait 25s' 'expect screen attract' 'tap "Start"' 'code rater 1' "$comfort"
    see rater-notice
    printf '%s\n' 'tap "next"' 'tap "consent-yes"' 'person seed 3 noise 0.6 pace 6 words "Of my own"'
    for step in values-now:b05 drivers-now:instructed_1 values-needed:b01 drivers-needed:doing_needed effectiveness:s2; do
        printf 'answer until step %s\n' $step
        see "rater-${step%:*}"
    done
    printf 'wait 5m\n'
    see rater-idle
    printf 'wait 50s\n'
    see rater-hidden
}
# sheet SIZE LETTERS THEME: a whole sitting of both
sheet() {
    local name="${1%% *}-${1##* }mm-$2-$3" comfort="comfort text $2 theme $3"
    {
        echo "size $1"
        echo "$comfort"
        candidate
        colleague
    } >"$work/story"
    sheet_seen "$name" plays
}
# plays: the story, on a copy of the data
plays() {
    rm -rf "$work/copy"
    cp -r "$work/data" "$work/copy"
    "$BIN/resonance-story" --config "$work/config" --data "$work/copy" --codes "$work/codes" --shots "$work/shots" "$work/story" >"$work/said" 2>&1
}

case ${RESONANCE_TEST_SIZE:-commit} in
commit) # each size, each step and each theme at least once
    for ((i = 0; i < ${#SIZES[@]}; i++)); do sheet "${SIZES[i]}" ${STEPS[(i + 3) % 4]} ${THEMES[(i / 4 + i) % 4]}; done ;;
*)
    for size in "${SIZES[@]}"; do for step in "${STEPS[@]}"; do for theme in "${THEMES[@]}"; do sheet "$size" $step $theme; done; done; done ;;
esac
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
