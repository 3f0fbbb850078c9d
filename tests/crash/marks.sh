#!/bin/bash
# A result is sealed, and the mark that its code was used is written apart from it. The power goes at each
# step to the disk (in a commit's test at every second) around the end of a sitting. Whenever the result is
# sealed, its code is used: when it is typed again at once, and when the day is over, too. Whenever it is not,
# the answers come back or the code is good.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
. "$SOURCE/tests/kit/steps.sh"
steps_chosen
organization_new org Acme >/dev/null || exit 1
organization_collect org 2 >codes
terminal_request before request.json
terminal_enrol org request.json config
now=$(date +%s)

# play HOURS DATA: the story of standard input, so many hours from now
play() {
    { printf '%s\n' 'size 1280x720 width-mm 300' 'person seed 5 pace 7'; cat; } >story
    "$BIN/resonance-story" --config config --data "$2" --codes codes --from 1 --clock "$((now + $1 * 3600))000,1000000" story >said 2>&1
}
again=('tap "Start"' 'code rater 1')
play 0 before < <(printf '%s\n' "${again[@]}" 'tap "next"' 'tap "consent-yes"' 'answer until screen finish') || wrong "nobody sits: $(tail -1 said)"
results() {
    python3 -c 'import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(*database.execute("SELECT count(*) FROM entry WHERE type = 1").fetchone(), *database.execute("SELECT count(*) FROM mark").fetchone())' "$1/ledger.db"
}
sealed_count=0 left_count=0
for ((at = first; at < 200; at += stride)); do
    rm -rf data late
    cp -r before data
    KILL_AT_STEP=$at LD_PRELOAD=$work/kill.so play 0 data < <(printf '%s\n' "${again[@]}" 'tap "next"' 'answer until screen finish' 'tap "next"' 'expect screen receipt' 'wait 3s' 'tap "done"' 'expect screen wiped' 'wait 30s')
    [ $? = 137 ] || break
    cp -r data late
    case $(results data) in
    "1 "*)
        sealed_count=$((sealed_count + 1))
        # At once: the receipt, or, where it was taken, a used code.
        if play 0 data < <(printf '%s\n' "${again[@]}" 'expect screen code'); then
            play 0 data < <(printf '%s\n' "${again[@]}" 'expect text "already been used"') || wrong "step $at: a sealed result's code is good: $(tail -1 said)"
        else
            play 0 data < <(printf '%s\n' "${again[@]}" 'expect screen receipt') || wrong "step $at: no receipt: $(tail -1 said)"
        fi
        [ "$(results data)" = "1 1" ] || wrong "step $at: at once $(results data) results and marks"
        # When the day is over.
        play 50 late < <(printf '%s\n' "${again[@]}" 'expect screen code' 'expect text "already been used"') || wrong "step $at: a day later the code is good: $(tail -1 said)"
        [ "$(results late)" = "1 1" ] || wrong "step $at: late $(results late) results and marks"
        ;;
    *)
        left_count=$((left_count + 1))
        play 0 data < <(printf '%s\n' "${again[@]}" 'tap "next"' 'answer until screen finish' 'tap "next"' 'expect screen receipt') || wrong "step $at: the answers do not come back: $(tail -1 said)"
        [ "$(results data)" = "1 1" ] || wrong "step $at: $(results data) results and marks"
        play 50 late < <(printf '%s\n' "${again[@]}" 'expect screen notice') || wrong "step $at: the code is not good: $(tail -1 said)"
        ;;
    esac
    [ "$faults" = 0 ] || finish
done
[ "$sealed_count" -gt 3 ] && [ "$left_count" -gt 3 ] || wrong "only $sealed_count steps after the seal and $left_count before it"
echo "$left_count steps before the seal, $sealed_count after it"
tally $((left_count + sealed_count)) kills
finish
