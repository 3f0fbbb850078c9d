#!/usr/bin/env bash
# A keyboard alone, on the real terminal, from the first screen to the last: a candidate and a colleague
# answer every item, and few presses bring them through. Which keys is learned from a scripted person
# before the same data, who knows no more than what keys do in forms everywhere and what Help says; each
# is pressed when the terminal has taken the one before.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
trap 'screen_close; rm -rf "$work"' EXIT
organization_new "$work/org" "Northwind Ferries" >/dev/null 2>&1
vacancy_opened "$work/org" 1 deck-officer "Deck officer" >"$work/codes"
organization_collect "$work/org" 1 >>"$work/codes"
config=$work/config data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config"
good() { passed=$((passed + 1)); }

# told: what the scripted person does on a copy of the data (their steps come from standard input)
told() {
    rm -rf "$work/copy"
    cp -r "$data" "$work/copy"
    { echo keys && cat; } | story_told "$config" "$work/copy" "$work/codes" >"$work/told" 2>"$work/said" || {
        bad "the scripted person: $(tail -1 "$work/said")"
        return 1
    }
}
# hand_plays: the same is done on the real terminal, which begins, and then the power goes, but for STAY
hand_plays() {
    local what words keys=() last=
    told || return 1
    terminal_start "$config" "$data"
    while read -r what words; do
        case $what in
        letters) xdotool type --delay 4 "$words" && continue ;;
        screen) sleep 2.2 && continue ;; # the receipt is not left by an impatient hand
        esac
        words=${words/#Enter/Return}
        keys+=("${words/Ctrl-Enter/ctrl+Return}")
        case $words in *Enter | *Return) ;; *) continue ;; esac # moves are pressed with what they lead to
        terminal_wait_rest || return 1
        [ "$words" != "$last" ] || sleep 0.45 # the same key again: the page is looked at
        xdotool key --delay 4 "${keys[@]}"
        keys=() last=$words
    done < <(grep -E '^(letters|press|screen receipt) ' "$work/told")
    terminal_wait_rest
    [ "${1:-}" = STAY ] || terminal_kill
}

begins() { printf '%s\n' 'tap "Start"' "code $who" 'tap "next"' 'tap "consent-yes"'; }
again() { printf '%s\n' 'tap "Start"' "code $who" 'tap "next"'; }
answers() { printf '%s\n' "person seed $seed pace 1 words \"In few words\"" "answer until $1"; }

# sits WHO MOST FROM TO STEP...: the sitting of the one with this code. How many presses the whole of it
# takes is counted elsewhere; the hand at the real terminal presses those up to the item FROM and after
# the item TO. The order is drawn at the first question: what comes then is learned afterwards. STEP:
# what comes after the answers
sits() {
    local who=$1 most=$2 from=$3 to=$4 presses
    shift 4
    told < <(begins && answers "screen check" && printf '%s\n' "$@") || return 0
    presses=$(grep -c '^press ' "$work/told")
    echo "$who: $presses presses beside the letters"
    [ $presses -le "$most" ] && good || bad "$who: $presses presses, at most $most"
    hand_plays < <(begins) || return 0
    hand_plays < <(again && answers "step $from") || return 0
    { again && answers "step $to" && echo kill; } | story_told "$config" "$data" "$work/codes" >/dev/null || bad "$who: no way to $to"
    hand_plays STAY < <(again && answers "screen check" && printf '%s\n' "$@") || return 0
    terminal_wait_first && good || bad "$who: the first screen does not come back"
    terminal_quit || bad "$who: the terminal ended with $?"
}
screen_open "$work/screen"
sits "candidate 1" 400 values:b02 situations:s7 'tap "next"' 'tap "next"' 'tap "next"' tell 'wait 3s' 'tap "done"'
sits "rater 1" 620 values-now:b02 drivers-needed:doing_needed 'tap "next"' 'tap "next"' tell 'wait 3s' 'tap "done"'
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/imported" || bad "$(cat "$work/imported")"
grep -q ", 2 new results" "$work/imported" && good || bad "$(cat "$work/imported")"
echo "$passed passed, $failed failed"
exit $((failed > 0))
