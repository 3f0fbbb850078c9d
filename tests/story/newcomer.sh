#!/usr/bin/env bash
# Somebody who has never sat here, on the real terminal: who presses Enter again in haste has agreed to
# nothing; who taps twice keeps the answer; who wants to stop does so with two touches, and the code
# brings them back; who has two keys alone writes row by row.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
trap 'screen_close; rm -rf "$work"' EXIT
siege_open 2
data=$work/data config=$work/config
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
cp -r "$data" "$work/data-told"
printf '%s\n' tell 'tap "Start"' tell 'code candidate 1' tell 'tap "next"' tell 'tap "consent-yes"' tell 'tap "break"' tell |
    story_told "$config" "$work/data-told" "$work/codes" >"$work/told"
code=$(sed -n 's/^candidate 1 //p' "$work/codes")
good() { passed=$((passed + 1)); }
seen() { terminal_wait_rest && screen_rows 0 $SCREEN_HEIGHT; }
# now_ms: a clock to see how far apart two touches came
now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }
# comes_to SCREEN: the code of candidate 1 leads there, on a copy of what the disk holds
comes_to() {
    rm -rf "$work/copy"
    cp -r "$data" "$work/copy"
    printf '%s\n' 'tap "Start"' 'code candidate 1' "expect screen $1" | story_told "$config" "$work/copy" "$work/codes" >"$work/said" 2>&1 &&
        good || bad "$(tail -1 "$work/said")"
}

screen_open "$work/screen"
terminal_start "$config" "$data"
tap_on "$work/told" attract - start
xdotool type --delay 4 "$code"
press_on Return

# ---- consent ----
# To the end of the notice, where Next has the focus; then Enter, and Enter again out of habit.
xdotool key --delay 5 End
terminal_wait_rest
hand_rests
xdotool key --delay 40 Return Return Return Return
terminal_wait_rest
terminal_kill
comes_to notice
terminal_start "$config" "$data"
tap_on "$work/told" attract - start
xdotool type --delay 4 "$code"
press_on Return
xdotool key --delay 5 End
terminal_wait_rest
press_on Return
xdotool key Return # nothing has the focus, so that this means nothing
terminal_wait_rest
xdotool key Tab
sleep 1.6 # the question is read
press_on Return
terminal_wait_rest

# ---- an answer ----
best=$(awk '$1 == "screen" {is_here = $2 == "item"} is_here && $1 == "box" && $2 ~ /^best-/ {print $2; exit}' "$work/told")
answer_tapped() { tap_at "$work/told" item practice:p1 "$best" && seen; }
once=$(answer_tapped)
sleep 1.1
blank=$(answer_tapped)
[ "$once" != "$blank" ] && good || bad "a tap after a rest does not take $best back"
for _ in 1 2 3 4 5; do
    sleep 1.1
    from=$(now_ms)
    xdotool click --repeat 2 --delay 350 1
    took=$(($(now_ms) - from))
    [ "$took" -gt 950 ] || break # else the machine was in the way: a hand so slow has rested
    [ "$(seen)" = "$blank" ] || { sleep 1.1 && answer_tapped >/dev/null; }
done
[ "$took" -gt 950 ] || { [ "$(seen)" = "$once" ] && good || bad "a second tap after 350 ms takes the answer back"; }

# ---- the end, in two touches ----
tap_on "$work/told" item practice:p1 break
tap_on "$work/told" break practice:p1 keep
terminal_kill
comes_to resume

# ---- two keys ----
person_until_words "$config" "$data" "$work/codes" 2
person_told "$config" "$data" "$work/codes" 2 >"$work/told"
terminal_start "$config" "$data"
person_enters "$work/told" "$(sed -n 's/^candidate 2 //p' "$work/codes")"
enter_item "$work/told" "${OWN_WORDS[0]}"
hand_rests
# H: second row, sixth key; i: the first row again, eighth key
presses=(Tab Tab Return Tab Tab Tab Tab Tab Return Return Tab Tab Tab Tab Tab Tab Tab Return)
for key in "${presses[@]}"; do
    xdotool key "$key"
    sleep 0.35 # a second press of one key within 0.3 seconds is a trembling hand
done
terminal_wait_rest
tap_on "$work/told" item "${OWN_WORDS[0]}" help # which keeps what is written
terminal_kill
printf '%s\n' 'tap "Start"' 'code candidate 2' 'tap "next"' tell | story_told "$config" "$data" "$work/codes" >"$work/typed"
grep -qx "typed ${OWN_WORDS[0]} Hi" "$work/typed" && good || bad "${#presses[@]} presses wrote $(grep '^typed' "$work/typed")"
echo "$passed passed, $failed failed"
exit $((failed > 0))
