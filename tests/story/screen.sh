#!/usr/bin/env bash
# The real terminal on a screen that lies, says nothing, changes, is turned or switched off: it is as
# large as the screen, its millimetres are those of the best source there is, a guess is said where
# staff can see it, and nothing that was typed is lost. What was measured with a card counts for that
# screen only. Where the controls stand in the right millimetres is learned from a scripted person.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/mode_screen.sh"
. "$SOURCE/tests/kit/siege.sh"
trap 'mode_screen_close; rm -rf "$work"' EXIT
mode_screen_open "$work/screen"
siege_open 2
terminal_request "$work/data-silent" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/silent"
for name in told else; do cp -r "$work/data-silent" "$work/data-$name"; done # each knows the organization
terminal_enrol "$work/org" "$work/request" "$work/told" --width-mm 400
log=$work/log
# with NAME: the terminal has this configuration from now on; each has data of its own, because no
# terminal takes an older configuration than it had
with() { config=$work/$1 data=$work/data-$1; }
with silent

good() { passed=$((passed + 1)); }
terminal_begin() {
    : >"$log"
    "$BIN/resonance-kiosk" --config "$config" --data "$data" "$@" 2>>"$log" &
    terminal_pid=$!
    wait_for "a window" is_window_there
}
terminal_end() {
    kill -TERM "$terminal_pid"
    wait "$terminal_pid"
    terminal_pid=
}
is_window_there() { [ -n "$(asks window)" ]; }
# logged PATTERN NAME, unlogged PATTERN NAME: what staff read; that this is a test (--cost low), always
logged() { wait_for "the journal, $2" grep -qE "$1" "$log" && good || bad "$2: the journal says: $(cat "$log")"; }
unlogged() { ! grep -v 'note: codes are quick to guess' "$log" | grep -qE "$1" && good || bad "$2: the journal says: $(cat "$log")"; }
doctor_says() {
    local said
    said=$("$BIN/resonance-kiosk" --doctor --config "$config" --data "$data" 2>/dev/null)
    grep -qE "$1" <<<"$said" && good || bad "$2: the doctor says: $said"
}

# start_box WIDTHxHEIGHT MM: where "Start" stands when that many pixels are MM wide; kept, since it is
# asked for often
start_box() {
    local kept="$work/box-$1-$2"
    [ -s "$kept" ] || printf 'size %s width-mm %s\ntell\n' "$1" "$2" >"$kept.story"
    [ -s "$kept" ] || "$BIN/resonance-story" --config "$work/silent" --data "$work/data-else" "$kept.story" |
        awk '$1 == "box" && $2 == "start" {print $3, $4, $5, $6; exit}' >"$kept"
    cat "$kept"
}
# is_shown_at WIDTHxHEIGHT MM: the window has this size, and the edges of "Start" lie where they should
is_shown_at() {
    local x y width height
    read -r x y width height <<<"$(start_box "$1" "$2")"
    [ "$(asks window)" = "0 0 ${1/x/ }" ] || return 1
    local middle=$((y + height / 2)) inside=06434b
    [ "$(asks pixel $((x + 2)) $middle $((x + width - 3)) $middle $((x - 2)) $middle $((x + width + 1)) $middle |
        sed "s/$inside/in/; /in/! s/.*/out/" | tr '\n' ' ')" = "in in out out " ]
}
shows() { wait_for "$3: $1 pixels as $2 mm" is_shown_at "$1" "$2" && good || bad "$3: $1 is not $2 mm wide"; }

# ---- what the screen says of itself ----
terminal_begin
shows 1920x1080 476 "a screen that says nothing"
logged 'screen 476 x 268 mm, guessed from 1920 x 1080 pixels, since it does not say.*--calibrate' "a screen that says nothing"
doctor_says '^WRONG screen: 476 x 268 mm, guessed.*--calibrate' "a screen that says nothing"
terminal_end
asks edid "$(edid_of 600 338)"
terminal_begin
shows 1920x1080 600 "a screen that says its size"
unlogged . "a screen that says its size"
doctor_says '^ok    screen: 600 x 338 mm, as the screen says' "a screen that says its size"
terminal_end
for lie in 1600x900 160x90 16x9 0x0; do
    asks edid "$(edid_of "${lie%x*}" "${lie#*x}")"
    terminal_begin
    shows 1920x1080 476 "a screen that says $lie mm"
    logged 'guessed from 1920 x 1080' "a screen that says $lie mm"
    terminal_end
done
asks edid "$(printf '0%.0s' {1..256})"
terminal_begin
shows 1920x1080 476 "zeros"
logged 'guessed from 1920 x 1080' "zeros"
terminal_end

# ---- what the configuration says, full-screen, before and after the screen changes ----
asks edid "$(edid_of 600 338)"
with told
terminal_begin
shows 1920x1080 400 "the configuration"
mode_screen 1280x720
shows 1280x720 400 "the configuration, after a change"
terminal_end
mode_screen 1920x1080
terminal_begin --width-mm 500
shows 1920x1080 500 "the command line"
terminal_end

# ---- the screen changes while somebody types ----
with silent
terminal_begin
shows 1920x1080 600 "before the change"
first=$(asks picture)
xdotool key Return type 'K7'
terminal_wait_rest
letters=$(asks picture)
[ "$letters" != "$first" ] && good || bad "nothing is typed"
is_letters_shown() { [ "$(asks picture)" = "$letters" ]; }
is_window_sized() { [ "$(asks window)" = "0 0 $1" ]; }
for mode in 1280x720 640x480 upright 1024x768; do
    size=${mode/upright/1080x1920}
    mode_screen $mode
    wait_for "a window of $size" is_window_sized "${size/x/ }" && good || bad "the window is not $size"
done
mode_screen off
mode_screen 1920x1080
wait_for "what was typed" is_letters_shown && good || bad "what was typed is not shown as before"
unlogged 'error|XIO|fatal' "changes of the screen"
logged '222 x 166 mm, guessed from 640 x 480 pixels, since the 600 x 338 mm that it says cannot be' "640x480"
terminal_end

# ---- turned, and too small ----
mode_screen upright
terminal_begin
shows 1080x1920 337.5 "upright"
unlogged . "upright"
terminal_end
mode_screen 800x600
terminal_begin --width-mm 162
logged 'screen 162 x 122 mm, as --width-mm says; pages fit from 217 x 125 mm on' "too small"
terminal_end
mode_screen 1920x1080

# ---- the pointer of a mouse ----
terminal_begin
shows 1920x1080 600 "a mouse that rests"
is_pointer() { [ "$(asks pointer)" = "$1" ]; }
wait_for "no pointer" is_pointer hidden && good || bad "the pointer is seen before a mouse is moved"
xdotool mousemove_relative 5 5
wait_for "a pointer" is_pointer shown && good || bad "the pointer is not seen when a mouse is moved"
terminal_end

# ---- a card ----
# calibrates NAME KEY...: measures with these keys, until the program has ended
calibrates() {
    local name=$1
    shift
    "$BIN/resonance-kiosk" --calibrate --data "$data" >"$work/said" 2>"$log" &
    terminal_pid=$!
    wait_for "a window" is_window_there
    xdotool key --delay 60 "$@"
    wait "$terminal_pid" || bad "$name: it ends with $?"
    terminal_pid=
}
# 600 mm: a card is 273.9 pixels; three millimetres more in three steps, and a pixel less
calibrates "keys" Right Right Right Down Return Return
grep -q '^screen 58[0-9] x 3[23][0-9] mm, measured with a card and kept in ' "$work/said" && good || bad "keys: $(cat "$work/said")"
doctor_says "^ok    screen: 58[0-9] x 3[23][0-9] mm, measured with a card on $(date -u +%F)" "a card"
width=$(sed -nE 's/.*"width_um":([0-9]+)([0-9]{3})\}.*/\1.\2/p' "$data/screens.json")
cp "$data/screens.json" "$work/data-told/"
with told
terminal_begin
shows 1920x1080 "$width" "a card goes before the configuration"
unlogged . "a card"
mode_screen 1280x720
shows 1280x720 400 "other pixels were not measured"
mode_screen 1920x1080
terminal_end
with silent
asks edid "$(edid_of 476 268 | sed 's/10ac0102/10ac0103/; s/..$//')$(printf %02x $(((0x$(edid_of 476 268 | tail -c 3) - 1) & 255)))"
terminal_begin
shows 1920x1080 476 "another screen was not measured"
terminal_end
asks edid "$(edid_of 600 338)"

# by mouse: the frame is pulled by 100 pixels, then "It fits", then "Yes, keep it"
"$BIN/resonance-kiosk" --calibrate --data "$data" >"$work/said" 2>"$log" &
terminal_pid=$!
wait_for "a window" is_window_there
is_pixel() { [ "$(asks pixel "$1" "$2")" = "$3" ]; }
wait_for "the frame" is_pixel 1700 555 06434b
xdotool mousemove 200 100 mousedown 1 mousemove 250 130 mousemove 300 160 mouseup 1
xdotool mousemove 1700 555 click 1
wait_for "the question" is_pixel 300 300 06434b
xdotool mousemove 300 300 click 1
wait "$terminal_pid" || bad "by mouse: it ends with $?"
terminal_pid=
grep -qE '^screen 4[23][0-9] x 2[34][0-9] mm' "$work/said" && good || bad "by mouse: $(cat "$work/said")"

# left as it was, and what cannot be read
kept=$(cat "$data/screens.json")
calibrates "leaving" Left Left Escape
[ "$(cat "$data/screens.json")" = "$kept" ] && grep -q '^nothing is changed' "$work/said" && good || bad "leaving changes something: $(cat "$work/said")"
calibrates "leaving the question" Left Left Return Tab Tab Return
[ "$(cat "$data/screens.json")" = "$kept" ] && good || bad "leaving the question changes something"
truncate -s 40 "$data/screens.json"
terminal_begin
shows 1920x1080 600 "a damaged file"
logged 'what was measured does not count: .*screens.json' "a damaged file"
doctor_says '^WRONG screen: .*screens.json' "a damaged file"
terminal_end
calibrates "a damaged file" Return Return
doctor_says '^ok    screen: 600 x 33[78] mm, measured with a card' "a damaged file is written anew"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
