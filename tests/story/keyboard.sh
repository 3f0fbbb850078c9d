#!/usr/bin/env bash
# A keyboard alone, on the real terminal, from the first screen to the last: a candidate and a colleague
# answer every item, and few presses bring them through. Which keys is learned from a scripted person
# before the same data, who knows no more than what keys do in forms everywhere and what Help says; each
# is pressed when the terminal has taken the one before.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/hand.sh"
trap 'screen_close; rm -rf "$work"' EXIT
organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
vacancy_opened "$work/org" 1 deck-officer "Deck officer" >"$work/codes"
organization_collect "$work/org" 1 >>"$work/codes"
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config"
good() { passed=$((passed + 1)); }

hand_words="In few words"
# keys_play: each key of the steps of standard input is pressed
keys_play() {
    local what words keys=()
    hand_told < <(echo keys && cat) || return 1
    while read -r what words; do
        case $what in
        letters) xdotool type --delay 4 "$words" && continue ;;
        screen) # the receipt is not left by an impatient hand: it is looked at once it stands
            terminal_wait_rest && sleep 2.2 && continue
            return 1
            ;;
        esac
        words=${words/#Enter/Return}
        keys+=("${words/Ctrl-Enter/ctrl+Return}")
        case $words in *Enter | *Return) ;; *) continue ;; esac # moves are pressed with what they lead to
        terminal_wait_rest || return 1
        sleep 0.45 # the page is looked at: on a quick machine another key is still an impatient one
        xdotool key --delay 4 "${keys[@]}"
        keys=()
    done < <(grep -E '^(letters|press|screen receipt) ' "$work/told")
    terminal_wait_rest
}

# sits WHO MOST FROM TO STEP...: the sitting of the one with this code. How many presses the whole of it
# takes is counted elsewhere; the hand at the real terminal presses those up to the item FROM and after
# the item TO. The order is drawn at the first question: what comes then is learned afterwards. STEP:
# what comes after the answers
sits() {
    local who=$1 most=$2 from=$3 to=$4 presses
    shift 4
    hand_told < <(echo keys && hand_begins "$who" && hand_answers "screen finish" && printf '%s\n' "$@") || return 0
    presses=$(grep -c '^press ' "$work/told")
    echo "$who: $presses presses beside the letters"
    [ $presses -le "$most" ] && good || bad "$who: $presses presses, at most $most"
    terminal_start "$config" "$data"
    keys_play < <(hand_begins "$who") || return 0
    terminal_kill
    terminal_start "$config" "$data"
    keys_play < <(hand_again "$who" && hand_answers "step $from") || return 0
    terminal_kill
    hand_skips < <(hand_again "$who" && hand_answers "step $to") || return 0
    terminal_start "$config" "$data"
    keys_play < <(hand_again "$who" && hand_answers "screen finish" && printf '%s\n' "$@") || return 0
    terminal_wait_first && good || bad "$who: the first screen does not come back"
    terminal_quit || bad "$who: the terminal ended with $?"
}
screen_open "$work/screen"
sits "candidate 1" 400 values:b02 situations:s7 'tap "next"' 'tap "next"' tell 'wait 3s' 'tap "done"'
sits "rater 1" 620 values-now:b02 effectiveness:s7 'tap "next"' tell 'wait 3s' 'tap "done"'
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/imported" || bad "$(cat "$work/imported")"
grep -q ", 2 new results" "$work/imported" && good || bad "$(cat "$work/imported")"
echo "$passed passed, $failed failed"
exit $((failed > 0))
