#!/usr/bin/env bash
# Clocks that jump: an empty battery, a wrong hand, a network that knows better. Inside a sitting,
# across a power loss, forwards and back: nothing ends, nothing is lost, no time is negative, and a
# draft that nobody comes back for is gone after a day all the same.
set -eu
. "$SOURCE/tests/kit/organization.sh"
case ${RESONANCE_TEST_SIZE:-commit} in
release) more=988 ;;
nightly) more=88 ;;
*) more=3 ;;
esac
. "$SOURCE/tests/kit/siege.sh"
trap 'rm -rf "$work"' EXIT
now=1794819600 # a Monday morning
year=31557600
clocks=(0 1 -86400 2147483647 2147483648 4294967296 253402300799
    $((now - 10 * year)) $((now + 10 * year)) $((now + 3600)) $((now - 3600)) $((now - 1)))
# A clock that went on by one to thirty days is what a terminal shows that was off for so long: its drafts are
# gone, as the last part here wants. All others are drawn.
for ((i = 0; i < more; )); do
    drawn=$(((RANDOM * 32768 + RANDOM) * 4 + RANDOM % 4))
    ((drawn > now + 23 * 3600 && drawn < now + 31 * 24 * 3600)) && continue
    clocks+=($drawn)
    i=$((i + 1))
done

siege_open $((${#clocks[@]} + 4))
data=$work/data config=$work/config
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config"
play() {
    {
        echo "size 1280x720 width-mm 300"
        echo "clock $now"
        cat
    } >"$work/story"
    "$BIN/resonance-story" --config "$config" --data "$data" --codes "$work/codes" "$work/story" >"$work/out" 2>&1
}

# Begun at a good time; the clock jumps, the power goes, the clock is mended, the power goes again.
number=0
for clock in "${clocks[@]}"; do
    number=$((number + 1))
    play <<STORY && passed=$((passed + 1)) || bad "clock $clock: $(tail -1 "$work/out")"
tap "Start"
code candidate $number
tap "next"
tap "consent-yes"
person seed $RANDOM pace 5 words "Whatever the clock says"
answer until step values:b06
clock $clock
kill
tap "Start"
code candidate $number
expect screen resume
tap "next"
expect same
answer 3
clock $now
kill
tap "Start"
code candidate $number
expect screen resume
tap "next"
expect same
clock $clock
answer until screen check
tap "next"
tap "next"
expect screen profile
STORY
done

# Begun on a wrong clock that could be right, which is mended before the code is typed again.
last=$((number + 1))
play <<STORY && passed=$((passed + 1)) || bad "begun ten years later: $(tail -1 "$work/out")"
clock $((now + 10 * year))
tap "Start"
code candidate $last
tap "next"
tap "consent-yes"
person seed 5 words "Begun in another time"
answer until step values:b03
clock $now
kill
tap "Start"
code candidate $last
expect screen resume
tap "next"
expect same
STORY

# Nobody comes back: gone a day later, after a start and without one.
play <<STORY && passed=$((passed + 1)) || bad "a day later: $(tail -1 "$work/out")"
tap "Start"
code candidate $((last + 1))
tap "next"
tap "consent-yes"
person seed 5 words "Nobody comes back for this"
answer 4
kill
clock $((now + 25 * 3600))
tap "Start"
code candidate $((last + 1))
expect screen notice
STORY
play <<STORY && passed=$((passed + 1)) || bad "a day later without a start: $(tail -1 "$work/out")"
tap "Start"
code candidate $((last + 2))
tap "next"
tap "consent-yes"
person seed 5 words "Nobody comes back for this either"
answer 4
wait 1560m
expect screen attract
kill
STORY
if command -v sqlite3 >/dev/null; then
    [ "$(sqlite3 "$data/drafts.db" 'SELECT count(*) FROM session')" = 0 ] || bad "a draft older than a day is there"
    passed=$((passed + 1))
fi

# All records come home, and no time in them is negative.
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/imported" 2>&1 || bad "the desk refuses: $(tail -1 "$work/imported")"
grep -o 'AGE-SECRET-KEY-1[0-9A-Z]*' "$work/org.recovery.txt" | head -1 >"$work/recovery.key"
number_at() { od -An -t u"$2" -j "$1" -N "$2" "$work/bundle" | tr -d ' '; }
at=88 opened=0
for ((i = 0; i < $(number_at 48 8); i++)); do
    length=$(number_at $((at + 304)) 4)
    if [ "$length" -gt 0 ] && [ "$(number_at $((at + 5)) 1)" = 1 ]; then # a result
        tail -c +$((at + 309)) "$work/bundle" | head -c "$length" >"$work/payload.age"
        "$BIN/resonance" age-open "$work/payload.age" --key "$work/recovery.key" >"$work/payload" 2>/dev/null ||
            age -d -i "$work/recovery.key" "$work/payload.age" >"$work/payload" 2>/dev/null || bad "entry $((i + 1)) does not open"
        grep -aoE '"(spent_ms|[a-z_]*_ms)":-[0-9]+' "$work/payload" | grep -v '"\(started\|finished\)_unix_ms"' && bad "a negative time in entry $((i + 1))"
        grep -aqE '"spent_ms":[0-9]' "$work/payload" || bad "no times in entry $((i + 1))"
        opened=$((opened + 1))
    fi
    at=$((at + 308 + length))
done
[ $opened = ${#clocks[@]} ] && passed=$((passed + 1)) || bad "$opened results instead of ${#clocks[@]}"
tally ${#clocks[@]} jumps of the clock
echo "$passed passed, $failed failed"
exit $((failed > 0))
