#!/usr/bin/env bash
# Nobody begins what could not be finished: on a clock that cannot be right, after the last day of a
# key, on a disk that is nearly full, without a configuration. The screen asks for staff by itself
# and comes back by itself. Who has begun goes on to the end all the same.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/siege.sh"
finish() {
    umount "$work/disk" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
ulimit -c 0
good() { passed=$((passed + 1)); }

siege_open 6
mkdir "$work/disk"
has_disk=
mount -t tmpfs -o size=72m tmpfs "$work/disk" 2>/dev/null && has_disk=1
day=$(date -ud "+1 year" +%F)
last=$(date -ud "$day 23:59:59" +%s) # of the key of anna
now=$((last - 40 * 24 * 3600))
fresh() { # NAME: a terminal of its own, in $work/NAME.data and $work/NAME.config
    terminal_request "$work/$1.data" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$work/$1.config"
}
play() { # NAME < STORY
    {
        echo "size 1280x720 width-mm 300"
        cat
    } >"$work/story"
    "$BIN/resonance-story" --config "$work/$1.config" --data "$work/$1.data" --codes "$work/codes" "$work/story" 2>"$work/err"
}
plays() { # NAME WHAT < STORY
    play "$1" >"$work/out" && good || bad "$2: $(cat "$work/err")"
}
# meanwhile NAME WHAT BEFORE AFTER COMMAND...: the story stops between BEFORE and AFTER, where nobody
# reads what it tells; COMMAND is run then
meanwhile() {
    local name=$1 what=$2 before=$3 after=$4
    shift 4
    rm -f "$work/told"
    mkfifo "$work/told"
    {
        echo "$before"
        yes tell | head -2000
        echo "$after"
    } | play "$name" >"$work/told" &
    exec 3<"$work/told"
    read -r -u 3 _ || true
    "$@"
    cat <&3 >"$work/out"
    exec 3<&-
    wait $! && good || bad "$what: $(cat "$work/err")"
    [ "$(wc -c <"$work/out")" -gt 100000 ] || bad "$what: the story told too little to stop"
}

# ---- the clock: a second before it can be right, and 50 years later ----
fresh clock
from=1686355200 to=$((1686355200 + 50 * 31557600))
for clock in -1 0 $((from - 60)) $to 253402300799; do
    plays clock "clock $clock" <<STORY
expect screen attract
clock $clock
tap "Start"
code candidate 1
expect screen code
expect text "number: 119."
tap "Back"
wait 1s
expect screen staff
expect text "fault 119"
kill
expect screen staff
expect text "fault 119"
clock $now
wait 299s
expect screen staff
wait 1s
expect screen attract
STORY
done
plays clock "the first and the last second" <<STORY
clock $from
kill
expect screen staff
clock $((from + 1))
kill
expect screen attract
clock $((to - 1))
kill
expect screen attract
clock $to
kill
expect screen staff
STORY

# ---- the keys: until the last second of the day, and who has begun goes on after it ----
desk "$work/org" key new --label anna --until "$day" >/dev/null
fresh keys
cp "$work/request" "$work/keys.request"
cp "$work/request.words" "$work/keys.request.words"
plays keys "the last second of the key" <<STORY
clock $last
kill
expect screen attract
clock $((last + 1))
kill
expect screen staff
expect text "fault 118"
STORY
plays keys "the key of anna ends while somebody answers" <<STORY
clock $((last - 60))
tap "Start"
code candidate 1
tap "next"
tap "consent-yes"
person seed 5 words "Begun on the last day"
answer until step values:b05
clock $((last + 1))
kill
wait 61m
expect screen attract
tap "Start"
code candidate 2
expect screen code
expect text "number: 118."
tap "Back"
wait 1s
expect screen attract
tap "Start"
code candidate 1
expect screen resume
tap "next"
expect same
wait 61m
expect screen attract
tap "Start"
code candidate 1
expect screen resume
tap "next"
answer until screen check
tap "next"
tap "next"
expect screen profile
tap "next"
wait 2s
tap "done"
expect screen wiped
wait 21s
expect screen staff
expect text "fault 118"
clock $((last - 600))
wait 5m
expect screen attract
STORY
plays keys "nobody comes back for a draft" <<STORY
clock $((last - 60))
tap "Start"
code candidate 3
tap "next"
tap "consent-yes"
person seed 5 words "Nobody comes back for this"
answer 2
wait 61m
expect screen attract
wait 1500m
expect screen staff
expect text "fault 118"
STORY
plays keys "the hourly look" <<STORY
clock $((last - 1800))
expect screen attract
wait 59m
expect screen attract
wait 2m
expect screen staff
STORY
# What was begun on the last day is sealed to that key, too.
terminal_collect "$work/keys.config" "$work/keys.data" "$work/org" "$work/bundle" >"$work/out" 2>&1 || bad "no result: $(cat "$work/out")"
desk "$work/org" list --key anna 2>/dev/null | grep -qi siege && good || bad "anna cannot open what was begun on her last day"

# ---- the doctor, and a start, after the last day by the clock of today ----
if command -v minisign >/dev/null; then
    terminal_request "$work/past.data" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$work/past.config"
    sed -i 's/\("label":"anna","not_after":\)[0-9]*/\11790000001/' "$work/past.config/keyset.json"
    config_sign_anew "$work/past.config" "$work/own"
    terminal_told "$work/past.data" "$(public_words "$work/own.pub")"
    said=$("$BIN/resonance-kiosk" --doctor --config "$work/past.config" --data "$work/past.data" 2>/dev/null) && bad "the doctor finds all well"
    grep -q '^WRONG .*keys: .*"anna" was 2026-09-21.*resonance key rotate anna' <<<"$said" && good || bad "the doctor says: $said"
    grep -q '^ok .*signed configuration' <<<"$said" || bad "the test signs wrongly: $said"
    plays past "a start after the last day" <<STORY
expect screen staff
expect text "fault 118"
STORY
fi
said=$("$BIN/resonance-kiosk" --doctor --config "$work/keys.config" --data "$work/keys.data" 2>/dev/null) || true
grep -q '^ok .*keys' <<<"$said" && grep -q '^ok .*clock' <<<"$said" && good || bad "the doctor says: $said"

# ---- no configuration, then another set of keys, while the terminal runs and a draft waits ----
plays keys "a draft with a key that ends" <<STORY
clock $((last - 60))
tap "Start"
code candidate 4
tap "next"
tap "consent-yes"
person seed 5 words "Begun under one set of keys"
answer 3
clock $((last + 1))
kill
STORY
other_keys() {
    desk "$work/org" key retire anna >/dev/null
    rm -rf "$work/keys.config"
    terminal_enrol "$work/org" "$work/keys.request" "$work/keys.config"
}
plays keys "a draft" <<STORY
clock $((last - 60))
tap "Start"
code candidate 6
tap "next"
tap "consent-yes"
person seed 5 words "Till the day after"
answer until screen check
STORY
meanwhile keys "no configuration any more" "clock $((last + 1))
kill
tap \"Start\"
code candidate 6
expect screen resume
tap \"next\"
answer until screen check
tap \"next\"
tap \"next\"
expect screen profile
tap \"next\"
wait 2s
tap \"done\"
expect screen wiped" 'wait 1s
expect screen wiped
wait 10m
expect screen attract
tap "Start"
code candidate 4
expect screen resume' mv "$work/keys.config" "$work/keys.gone"
mv "$work/keys.gone" "$work/keys.config"
meanwhile keys "another set of keys" "clock $((last + 1))
kill
tap \"Start\"
code candidate 5
expect text \"number: 118.\"
tap \"Back\"" 'wait 5m
tap "Start"
code candidate 5
expect screen notice
wait 7m
expect screen attract
tap "Start"
code candidate 4
expect screen resume' other_keys

# ---- without a configuration, and with it again ----
fresh late
mv "$work/late.config" "$work/late.config.kept"
meanwhile late "the configuration comes" 'expect screen staff
expect text "fault 103. This device is not set up yet."' 'wait 5m
expect screen attract
tap "Start"
code candidate 4
expect screen notice' mv "$work/late.config.kept" "$work/late.config"

# ---- a disk that fills, and empties ----
fill() { head -c $(($(stat -f -c '%a * %S' "$work/disk") - 60 * 1024 * 1024)) /dev/zero >"$work/disk/ballast"; }
if [ -n "$has_disk" ]; then
    terminal_request "$work/disk/data" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$work/disk.config"
    ln -s "$work/disk/data" "$work/disk.data"
    meanwhile disk "the disk fills" 'expect screen attract' 'wait 60m
expect screen staff
expect text "fault 106"' fill
    meanwhile disk "the disk empties" 'expect screen staff
expect text "fault 106"' 'wait 5m
expect screen attract' rm "$work/disk/ballast"
    meanwhile disk "the disk fills while somebody answers" 'tap "Start"
code candidate 5
tap "next"
tap "consent-yes"
person seed 5 words "On a disk that fills"
answer until step values:b02' 'answer until screen check
tap "next"
tap "next"
expect screen profile
tap "next"
wait 2s
tap "done"
wait 21s
expect screen staff' fill
fi

echo "$passed passed, $failed failed"
[ -n "$has_disk" ] || echo "no disk of its own could be made here: that part was left out"
exit $((failed > 0))
