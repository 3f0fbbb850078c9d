#!/usr/bin/env bash
# The power goes when a result is sealed and its person has not seen it: between the seal and the next
# screen, at the profile, at the receipt. Their code brings profile and receipt back until they have taken
# them or the day is over; then it is a used code. Of the answers nothing is kept meanwhile.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/siege.sh"
trap 'rm -rf "$work"' EXIT
good() { passed=$((passed + 1)); }
now=1794819600
siege_open 3
organization_collect "$work/org" 1 >>"$work/codes"
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"

# play HOURS DATA: the story of standard input, so many hours after the beginning
play() {
    { echo 'size 1280x720 width-mm 300'; cat; } >"$work/story"
    "$BIN/resonance-story" --config "$work/config" --data "$2" --codes "$work/codes" --from 1 --clock "$((now + $1 * 3600))000,1000000" --slow "$work/story" >"$work/out" 2>&1
}
plays() {
    local what=$1
    shift
    play "$@" && good || bad "$what: $(tail -1 "$work/out")"
}
person='person seed 5 pace 4 words "Planted words"'
begin() { printf '%s\n' "$person" 'tap "Start"' "code $1" 'tap "next"' 'tap "consent-yes"' 'answer until screen check' 'tap "next"'; }
again() { printf '%s\n' 'tap "Start"' "code $1"; }
taken() { printf '%s\n' 'wait 3s' 'tap "done"' 'expect screen wiped' 'wait 30s'; }
used() { again "$1"; printf '%s\n' 'expect screen code' 'expect text "already been used"'; }
rows() { python3 -c 'import sqlite3, sys; print(*sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM row").fetchone())' "$1/drafts.db"; }

# At the profile, and at the receipt: what is shown is what was shown before.
play 0 "$work/data" < <(begin 'candidate 1'; printf '%s\n' kill) || bad "no draft: $(tail -1 "$work/out")"
cp -r "$work/data" "$work/before"
plays "the power goes at the profile" 0 "$work/data" < <(again 'candidate 1'; printf '%s\n' 'tap "next"' 'answer until screen finish' 'tap "next"' 'expect screen profile' tell kill \
    'expect screen attract'; again 'candidate 1'; printf '%s\n' 'expect screen profile' tell 'tap "next"' 'expect screen receipt' kill)
shown=$(grep -c '^screen profile' "$work/out")
[ "$shown" = 2 ] || bad "the profile was shown $shown times"
# told N: how the profile stood when it was shown for the Nth time
told() { awk -v number="$1" '/^screen /{count += /^screen profile/; is_here = /^screen profile/ && count == number} /^box /&& is_here' "$work/out"; }
[ -n "$(told 1)" ] && [ "$(told 1)" = "$(told 2)" ] || bad "the profile comes back in other letters, or elsewhere"
[ "$(rows "$work/data")" = 1 ] || bad "$(rows "$work/data") rows are kept of the answers"
cp -r "$work/data" "$work/waits"
plays "the power goes at the receipt" 1 "$work/data" < <(again 'candidate 1'; printf '%s\n' 'expect screen profile' 'tap "next"' 'expect screen receipt'; taken; used 'candidate 1')
[ "$(rows "$work/data")" = 0 ] || bad "something is kept when the receipt is taken"

# Until the day is over.
plays "late in the day" 20 "$work/waits" < <(again 'candidate 1'; printf '%s\n' 'expect screen profile')
plays "when the day is over" 50 "$work/waits" < <(used 'candidate 1')
[ "$(rows "$work/waits")" = 0 ] || bad "something is kept when the day is over"

# Between the seal and the farewell: the ledger has the result, and the draft has all its answers.
play 0 "$work/data" < <(begin 'candidate 2'; printf '%s\n' kill) || bad "no second draft: $(tail -1 "$work/out")"
rm -rf "$work/kept" && mkdir "$work/kept" && cp "$work"/data/drafts.db* "$work/kept"
play 0 "$work/data" < <(again 'candidate 2'; printf '%s\n' 'tap "next"' 'answer until screen finish' 'tap "next"' 'expect screen profile' kill) || bad "no second result: $(tail -1 "$work/out")"
rm -f "$work"/data/drafts.db*
cp "$work"/kept/* "$work/data"
[ "$(rows "$work/data")" -gt 20 ] || bad "the draft is not the one before the seal"
cp -r "$work/data" "$work/cut"
plays "the power goes right after the seal" 0 "$work/data" < <(again 'candidate 2'; printf '%s\n' 'expect screen profile' kill)
[ "$(rows "$work/data")" = 1 ] || bad "$(rows "$work/data") rows are kept after the farewell"
plays "and again" 0 "$work/data" < <(again 'candidate 2'; printf '%s\n' 'expect screen profile' 'tap "next"' 'expect screen receipt'; taken; used 'candidate 2')

# Where that draft is damaged, the receipt is shown all the same.
python3 -c 'import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("UPDATE row SET sealed = randomblob(553) WHERE number = 9")
database.commit()' "$work/cut/drafts.db"
plays "a damaged draft of a sealed result" 0 "$work/cut" < <(again 'candidate 2'; printf '%s\n' 'expect screen receipt'; taken; used 'candidate 2')

# A colleague has no profile, and gets the receipt.
plays "a colleague" 2 "$work/data" < <(begin 'rater 1'; printf '%s\n' 'expect screen finish' 'tap "next"' 'expect screen receipt' kill; again 'rater 1'; printf '%s\n' 'expect screen receipt'; taken; used 'rater 1')

# All of it goes home once.
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$work/config" --data "$work/data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/out" 2>&1 || bad "no import: $(tail -1 "$work/out")"
grep -q '3 new results' "$work/out" || bad "not three results come home: $(cat "$work/out")"
echo "$passed passed, $failed failed"
exit $((failed > 0))
