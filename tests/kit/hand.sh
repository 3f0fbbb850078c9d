# Functions for scripts in which a hand at the real terminal does what a scripted person does on a copy of
# its data ($data), so that nothing in the script knows where a control stands. The order of what is
# asked is drawn at the first question: what comes then is learned when that stands on the disk. Source it
# after screen.sh; $config, $data, $work/codes and bad are those of the script.

# hand_begins WHO, hand_again WHO: the steps from the first screen to the first question, and to where the
# one with this code ("candidate 1") was. hand_answers UNTIL: what is answered then ("step values:b02")
hand_begins() { printf '%s\n' 'tap "Start"' "code $1" 'tap "next"' 'tap "consent-yes"'; }
hand_again() { printf '%s\n' 'tap "Start"' "code $1" 'tap "next"'; }
hand_answers() { printf '%s\n' "person seed ${seed:-3} pace 1${hand_words:+ words \"$hand_words\"}" "answer until $1"; }

# hand_told: what the scripted person tells of the steps of standard input, in $work/told
hand_told() {
    rm -rf "$work/copy"
    cp -r "$data" "$work/copy"
    story_told "$config" "$work/copy" "$work/codes" >"$work/told" 2>"$work/said" ||
        { bad "the scripted person: $(tail -1 "$work/said")" && return 1; }
}
# hand_skips: the scripted person does this part on the data itself, then the power goes
hand_skips() {
    { cat && echo kill; } | story_told "$config" "$data" "$work/codes" >/dev/null 2>"$work/said" ||
        { bad "the scripted person: $(tail -1 "$work/said")" && return 1; }
}

# hand_plays TOUCH: each touch of the steps of standard input is done by TOUCH X Y
hand_plays() {
    local x y id
    hand_told || return 1
    while read -r x y id; do
        # A person looks at the page before they touch it again. So the pause counts from when the page
        # stands, however long the terminal took for it: one counted from the touch can be over before the
        # page comes, and then the next touch is an impatient one, which the terminal leaves out.
        terminal_wait_rest || { bad "no rest before $id" && return 1; }
        hand_taken
        [ "$id" != done ] || hand_lingers
        hand_rests
        "$1" "$x" "$y"
    done < <(sed -n 's/^touch //p' "$work/told")
    terminal_wait_rest || bad "no rest at the end"
}
# hand_lingers: the receipt is not left by an impatient finger
hand_lingers() { sleep 2.2; }
hand_clicks() { xdotool mousemove "$1" "$2" click 1; }
hand_touches() { printf 'down 1 %s %s\nup 1 %s %s\n' "$1" "$2" "$1" "$2" | touches; }
