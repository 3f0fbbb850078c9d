# Functions for scripts in which a person writes on the real terminal. Source it after screen.sh and
# siege.sh. Each text has what it is to be in the end; all are read back from the draft.
written_steps=() written_texts=()

# writing_open: an organization, and a person of it whose next item is the first in own words
writing_open() {
    siege_open 2
    data=$work/data config=$work/config
    terminal_request "$data" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
    person_until_words "$config" "$data" "$work/codes" 1
    person_told "$config" "$data" "$work/codes" 1 >"$work/told"
    writing_code=$(sed -n 's/^candidate 1 //p' "$work/codes")
}

# enter_part STEP: past the page of the part that begins at STEP, if one does
enter_part() { enter_item "$work/told" "$1"; }
# writes STEP TEXT: the item STEP is on the screen, or the page before it, and TEXT is what will have been written there
writes() {
    enter_part "$1"
    step=$1
    written_steps+=("$1")
    written_texts+=("$2")
}

# writing_box ID: x, y, width and height of a control of this item, as it was when nothing was written
writing_box() {
    awk -v step="$step" -v id="$1" '$1 == "screen" {is_here = $2 == "item" && $3 == step}
        is_here && $1 == "box" && $2 == id {print $3, $4, $5, $6; exit}' "$work/told"
}
# writing_picture: a number for the field as it looks now
writing_picture() {
    local x y width height
    read -r x y width height <<<"$(writing_box field)"
    screen_rows $((y - 5)) $((height + 10))
}
is_writing_shown() { [ "$(writing_picture)" = "$1" ]; }

# keys KEY...: pressed one after the other, until all have arrived
keys() { xdotool key --delay 4 "$@" && terminal_wait_rest; }
# tap_key CODE: the on-screen key with this code, small or capital
tap_key() { tap_at "$work/told" item "$step" "key-$1"; }
# click_field SIDE COUNT: COUNT quick clicks into the first line of the field, at its left or right
click_field() {
    local x y width height
    read -r x y width height <<<"$(writing_box field)"
    case $1 in left) x=$((x + SCREEN_WIDTH * 65 / SCREEN_MM / 10 + 2)) ;; right) x=$((x + width - 40)) ;; esac
    xdotool mousemove $x $((y + SCREEN_WIDTH * 8 / SCREEN_MM)) click --repeat "$2" --delay 120 1
    terminal_wait_rest
}
# go_on: the next item
go_on() { tap_on "$work/told" item "$step" next || bad "no way on from $step"; }

# typed_of FILE STEP: what the draft that FILE tells of has for STEP
typed_of() {
    awk -v prefix="typed $2 " '/^(typed|memory|box|screen) / {is_here = 0}
        index($0, prefix) == 1 {is_here = 1; $0 = substr($0, length(prefix) + 1)}
        is_here' "$1"
}
# writing_check: all texts are in the draft as they were to be
writing_check() {
    local i found wanted
    printf '%s\n' 'tap "Start"' 'code candidate 1' tell |
        story_told "$config" "$data" "$work/codes" >"$work/kept" || bad "the draft cannot be read"
    for i in "${!written_steps[@]}"; do
        found=$(typed_of "$work/kept" "${written_steps[i]}")
        wanted=${written_texts[i]//$'\n'/<U+000A>} # as whatever controls a terminal is told
        [ "$found" = "$wanted" ] || bad "${written_steps[i]}: wanted: $wanted; found: $found"
    done
}
