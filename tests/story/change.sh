#!/usr/bin/env bash
# Changing one's mind, by clicks on the real terminal: in the list of answers Change leads to an answer
# and straight back to its line, and the new answer is what the draft holds. Stopping, erasing and finishing end
# on pages of their own; who stopped finds everything, who erased begins anew.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/hand.sh"
trap 'screen_close; rm -rf "$work"' EXIT
organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
vacancy_opened "$work/org" 1 deck-officer "Deck officer" >"$work/codes"
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
who="candidate 1"
code=$(sed -n "s/^$who //p" "$work/codes")
good() { passed=$((passed + 1)); }
is() { [ "$1" = "$2" ] && good || bad "$3"; }
isnt() { [ "$1" != "$2" ] && good || bad "$3"; }
page() { xdotool mousemove 3 $((SCREEN_HEIGHT - 3)) && terminal_wait_rest && screen_rows 0 $SCREEN_HEIGHT; }
# clicks: what the steps of standard input touch; the code is typed where "Start" was clicked
clicks() {
    local x y id
    hand_told < <(echo touches && hand_again "$who" && cat) || return 1
    while read -r x y id; do
        terminal_wait_rest
        [ "$id" != done ] || sleep 2.2 # the receipt is not left by an impatient finger
        hand_taken
        hand_rests
        xdotool mousemove "$x" "$y" click 1
        [ "$id" != start ] || { terminal_wait_rest && xdotool type --delay 4 "$code"; }
    done < <(sed -n 's/^touch //p' "$work/told")
    terminal_wait_rest
}
held() { sed -n 's/^state //p' "$work/told" | tail -1; }
broken_off() { printf '%s\n' kill && hand_again "$who" && echo tell; }

hand_skips < <(hand_begins "$who" && hand_answers "screen check")
cp -r "$data" "$work/answered"
answered() { rm -rf "$data" && cp -r "$work/answered" "$data"; }
# a line of the second part, where the list has been scrolled
list=('tap "Part 2"' tell)
hand_told < <(hand_again "$who" && printf '%s\n' "${list[@]}")
read -r _ line _ y _ height < <(grep '^box change-drivers' "$work/told" | head -1)
below=$((y + height + 20))
rest() { page >/dev/null && screen_rows $below $((SCREEN_HEIGHT - SCREEN_HEIGHT / 5 - below)); }
hand_told < <(hand_again "$who" && broken_off)
before=$(held)

screen_open "$work/screen"
terminal_start "$config" "$data"
clicks < <(printf '%s\n' "${list[@]}")
seen=$(page) others=$(rest)
terminal_kill
answered
terminal_start "$config" "$data"
clicks < <(printf '%s\n' "${list[@]}" "tap \"$line\"" 'tap "I prefer not to say"' 'tap "next"' && broken_off)
expected=$(held)
isnt "$expected" "$before" "nothing was changed"
isnt "$(page)" "$seen" "the list does not show what was changed"
is "$(rest)" "$others" "Change does not lead back to its line"
terminal_kill
hand_told < <(hand_again "$who" && echo tell)
is "$(held)" "$expected" "the draft holds another answer than was chosen last"

# ---- three ends ----
# ends NAME STEP...: the page on which these clicks end
ends() {
    local name=$1
    shift
    answered
    terminal_start "$config" "$data"
    clicks < <(printf '%s\n' "$@")
    page >"$work/end-$name"
    terminal_kill
    rm -rf "$work/left-$name"
    cp -r "$data" "$work/left-$name"
}
ends kept 'tap "break"' 'tap "keep"'
ends erased 'tap "break"' 'tap "erase"' 'tap "erase-sure"'
ends finished 'tap "next"' 'tap "next"' 'tap "next"' 'wait 3s' 'tap "done"'
[ "$(sort -u "$work"/end-* | wc -l)" = 3 ] && good || bad "two ends look alike"
# leads NAME SCREEN: with what was left by that end, the code leads there
leads() {
    rm -rf "$data" && cp -r "$work/left-$1" "$data"
    hand_told < <(printf '%s\n' 'tap "Start"' "code $who" "expect screen $2") && good
}
leads kept resume
leads erased notice
hand_told < <(hand_begins "$who" && echo tell) && isnt "$(held)" "$before" "who has erased finds old answers"
leads finished code
echo "$passed passed, $failed failed"
exit $((failed > 0))
