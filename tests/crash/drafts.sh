#!/usr/bin/env bash
# What a terminal keeps of an unfinished sitting is damaged: a bit of it is another one, its last rows are
# gone, a locator leads nowhere. Everything before the fault comes back, and what is missing is said on
# the screen; nothing is erased in silence, no answer is another one. A form that was changed meanwhile is
# told, too, and what was kept stays until its day is over.
set -eu
. "$SOURCE/tests/kit/organization.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
. "$SOURCE/tests/kit/siege.sh"
trap 'rm -rf "$work"' EXIT
case ${RESONANCE_TEST_SIZE:-commit} in
commit) flips=70 ;;
*) flips=700 ;;
esac
good() { passed=$((passed + 1)); }
now=1794819600
printf '%s000,1000000' $now >"$work/clock"

siege_open 4
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"

# play HOURS CONFIG DATA: the story of standard input, so many hours after the beginning
play() {
    { echo 'size 1280x720 width-mm 300'; cat; } >"$work/story"
    "$BIN/resonance-story" --config "$2" --data "$3" --codes "$work/codes" --from 1 --clock "$((now + $1 * 3600))000,1000000" "$work/story" >"$work/out" 2>&1
}
# plays WHAT HOURS CONFIG DATA: it must hold
plays() {
    local what=$1
    shift
    play "$@" && good || bad "$what: $(tail -1 "$work/out")"
}
sql() { python3 -c 'import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
for row in database.execute(sys.argv[2]): print(*row)
database.commit()' "$1" "$2"; }
state_now() { sed -n 's/^state //p' "$work/out" | tail -1; }
copy() { rm -rf "$work/copy"; cp -r "$work/data" "$work/copy"; }

# A draft of some answers, with the number of the sitting after each of them.
printf '%s\n' 'person seed 5 pace 4 words "Planted words"' 'tap "Start"' 'code candidate 1' 'tap "next"' 'tap "consent-yes"' tell kill |
    play 0 "$work/config" "$work/data" || bad "no draft: $(tail -1 "$work/out")"
for ((n = 0; n < 24; n++)); do
    echo "$(sql "$work/data/drafts.db" 'SELECT count(*) FROM row') $(state_now)" >>"$work/states"
    printf '%s\n' "person seed $n pace 4 words \"Planted words\"" 'tap "Start"' 'code candidate 1' 'expect screen resume' 'tap "next"' 'answer at-most 1' tell kill |
        play 0 "$work/config" "$work/data" || bad "no draft: $(tail -1 "$work/out")"
done
echo "$(sql "$work/data/drafts.db" 'SELECT count(*) FROM row') $(state_now)" >>"$work/states"
whole=$(state_now)
[ "$(awk '{print $2}' "$work/states" | sort -u | wc -l)" -gt 15 ] || bad "the states are not told apart"

# ---- single bits ----
python3 "$SOURCE/tests/kit/drafts_flipped.py" "$BIN" "$work/config" "$work/data" "$work/codes" "$work" $flips $seed && good || bad "bits of drafts.db"

# ---- the last rows are gone ----
copy
last=$(sql "$work/copy/drafts.db" 'SELECT max(number) FROM row')
sql "$work/copy/drafts.db" "DELETE FROM row WHERE number > $last - 7"
rm -rf "$work/cut" && cp -r "$work/copy" "$work/cut"
plays "a draft without its last rows" 0 "$work/config" "$work/copy" <<'STORY'
tap "Start"
code candidate 1
expect screen resume
expect text "What you answered or changed after that is missing"
tap "next"
tell
STORY
part=$(state_now)
[ "$part" != "$whole" ] && grep -q " $part$" "$work/states" || bad "what comes back is not what was there before"
# From then on it is a draft like any other, and goes on to the end.
plays "what was left of it goes on" 1 "$work/config" "$work/copy" <<'STORY'
person seed 7 pace 4 words "Planted words"
tap "Start"
code candidate 1
expect screen resume
expect no-text "missing"
tap "next"
tell
answer until screen check
tap "next"
tap "next"
expect screen profile
STORY
[ "$(sed -n 's/^state //p' "$work/out" | head -1)" = "$part" ] || bad "what was left is not what comes back later"
[ "$(sql "$work/copy/drafts.db" 'SELECT count(*) FROM row')" = 1 ] || bad "a draft is left behind its result"

# Whoever stops there finds it as it was; whoever erases leaves nothing.
rm -rf "$work/copy" && cp -r "$work/cut" "$work/copy"
plays "a damaged draft is stopped at" 0 "$work/config" "$work/copy" <<'STORY'
tap "Start"
code candidate 1
expect screen resume
tap "back"
tap "keep"
expect text "Your answers are still kept"
wait 30s
tap "Start"
code candidate 1
expect text "is missing"
tap "back"
tap "erase"
tap "erase-sure"
expect text "Your answers are erased"
STORY
[ "$(sql "$work/copy/drafts.db" 'SELECT count(*) FROM session')" = 0 ] || bad "the damaged draft is left after it was erased"

# ---- the row of the session ----
copy
sql "$work/copy/drafts.db" "UPDATE session SET locator = x'00112233445566778899aabbccddeeff'"
plays "a locator that leads nowhere" 0 "$work/config" "$work/copy" <<'STORY'
tap "Start"
code candidate 1
expect screen resume
expect text "We kept your place"
tap "next"
tell
STORY
[ "$(state_now)" = "$whole" ] || bad "with another locator, not all of it comes back"
copy
sql "$work/copy/drafts.db" "UPDATE session SET touched_s = touched_s - 1048576"
plays "a time that was damaged" 0 "$work/config" "$work/copy" <<'STORY'
tap "Start"
code candidate 1
expect screen resume
expect text "We kept your place"
STORY
copy
sql "$work/copy/drafts.db" "UPDATE session SET wrapped_key = randomblob(73)"
plays "a key that is lost" 0 "$work/config" "$work/copy" <<'STORY'
tap "Start"
code candidate 1
expect screen resume
expect text "Your answers cannot be opened"
expect text "erased when its day is over"
tap "back"
expect text "stays as it is until its day is over"
tap "erase"
expect text "Nothing was changed"
wait 30s
person seed 7 pace 4 words "Planted words"
tap "Start"
code candidate 1
expect text "Your answers cannot be opened"
tap "next"
expect screen notice
tap "next"
tap "consent-yes"
answer at-most 3
kill
tap "Start"
code candidate 1
expect screen resume
expect text "We kept your place"
STORY
[ "$(sql "$work/copy/drafts.db" 'SELECT count(*) FROM session')" = 2 ] || bad "what cannot be opened was erased before its day was over"
play 30 "$work/config" "$work/copy" <<<'expect screen attract' || bad "a day later: $(tail -1 "$work/out")"
[ "$(sql "$work/copy/drafts.db" 'SELECT count(*) FROM session')" = 0 ] || bad "what cannot be opened is kept for longer than its day"

# ---- the configuration is another one ----
terminal_enrol "$work/org" "$work/request" "$work/again"
copy
plays "a new configuration of the same form" 1 "$work/again" "$work/copy" <<'STORY'
tap "Start"
code candidate 1
expect screen resume
expect text "We kept your place"
tap "next"
tell
STORY
[ "$(state_now)" = "$whole" ] || bad "a new configuration takes answers away"
sed -i 's/Would you/Would You/; s/anything else/anything more/' "$work"/org/assessment/closing.osd
printf ' ' >>"$work/org/assessment/closing.osd"
desk "$work/org" vacancy new changed --title "Changed" >/dev/null
terminal_enrol "$work/org" "$work/request" "$work/changed"
cmp -s "$work/config/assessment/closing.osd" "$work/changed/assessment/closing.osd" && bad "the form is the same"
copy
plays "a new configuration of another form" 1 "$work/changed" "$work/copy" <<'STORY'
tap "Start"
code candidate 1
expect screen resume
expect text "The questions have changed"
tap "back"
tap "erase"
expect text "Nothing was changed"
STORY
[ "$(sql "$work/copy/drafts.db" 'SELECT count(*) FROM row')" = "$last" ] || bad "a new form erases a draft"
plays "the form of before is back" 2 "$work/again" "$work/data" <<<'expect screen attract'

tally $flips flipped bits
echo "$passed passed, $failed failed"
exit $((failed > 0))
