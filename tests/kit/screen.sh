# Functions for scripts that drive the real terminal on a screen of its own (Xvfb), with keys and
# taps. Source it after organization.sh. Where controls stand is learned from a scripted person
# before the same data. What is seen is the file that the X server keeps its picture in.
. "$SOURCE/tests/kit/wait.sh"
SCREEN_WIDTH=1366 SCREEN_HEIGHT=768 SCREEN_MM=344

# screen_open DIR: a screen whose picture lies in DIR; exits 77 where there is none to be had
screen_open() {
    command -v Xvfb >/dev/null && command -v xdotool >/dev/null || {
        echo "skipped: Xvfb and xdotool are not installed"
        exit 77
    }
    mkdir -p "$1"
    screen_picture=$1/Xvfb_screen0
    # The server picks a free number itself: tests run beside each other. It is not made anew when
    # the last program leaves: whoever comes at that moment would be sent away.
    Xvfb -displayfd 3 -noreset -screen 0 ${SCREEN_WIDTH}x${SCREEN_HEIGHT}x24 -fbdir "$1" -nolisten tcp 3>"$1/number" >"$1/xvfb.log" 2>&1 &
    screen_server=$!
    wait_for "the X server" test -s "$1/number" || exit 1
    export DISPLAY=:$(cat "$1/number")
    screen_empty=$(screen_head)
}

# screen_close: ends it, and the terminal on it
screen_close() {
    [ -z "${terminal_pid:-}" ] || kill -9 "$terminal_pid" 2>/dev/null || true
    [ -z "${screen_server:-}" ] || kill "$screen_server" 2>/dev/null || true
    wait 2>/dev/null || true
}

# screen_rows FROM COUNT: a number for what these rows of pixels show
screen_rows() {
    tail -c $(((SCREEN_HEIGHT - $1) * SCREEN_WIDTH * 4)) "$screen_picture" | head -c $(($2 * SCREEN_WIDTH * 4)) | cksum
}
# screen_head: the upper quarter, above every field: it changes only when another screen is shown
screen_head() { screen_rows 0 $((SCREEN_HEIGHT / 4)); }

# screen_wait_change OLD: until screen_head is another one than OLD and stands still; screen_seen is
# what it is then. OLD is read before that is done which changes the screen: read afterwards it may
# be the new one already, which then never changes.
screen_wait_change() {
    screen_seen=
    wait_for "another screen" is_screen_standing "$1" && return 0
    [ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/stuck.png"
    return 1
}
is_screen_standing() {
    local before=$screen_seen
    screen_seen=$(screen_head)
    [ "$screen_seen" != "$1" ] && [ "$screen_seen" = "$before" ]
}
is_screen_showing() { [ "$(screen_head)" = "$1" ]; }

# is_screen_another OLD: screen_head is another one than OLD, and the terminal shows it: it may be
# killed while its picture is being read
is_screen_another() {
    local now
    now=$(screen_head)
    [ "$now" != "$1" ] && [ "$now" != "$screen_empty" ] && [ "$(screen_head)" = "$now" ] && is_terminal_alive
}

# terminal_start CONFIG DATA [WORD...]: the terminal in the background; terminal_pid is its number,
# screen_first what it shows to whoever comes
terminal_start() {
    local config=$1 data=$2
    shift 2
    # The picture of a terminal that was killed stays until the server has heard of it.
    wait_for "an empty screen" is_screen_showing "$screen_empty" || return 1
    LD_PRELOAD=${terminal_preload:-} "$BIN/resonance-kiosk" --config "$config" --data "$data" --width-mm $SCREEN_MM "$@" 2>>"${terminal_log:-/dev/null}" &
    terminal_pid=$!
    screen_tapped=
    screen_wait_change "$screen_empty" && screen_first=$screen_seen
}

# is_terminal_alive: it runs; one that was killed and is not waited for yet does not
is_terminal_alive() { [ -e "/proc/$terminal_pid/exe" ]; }

# terminal_part NAME: the number of the terminal's process NAME (starter, ledger, uplink), nothing while
# there is none; terminal_parts: the numbers of all of them, the one with the screens first. They are asked for
# many times in a second, so no program is started for it.
terminal_part() {
    local found
    terminal_child "$terminal_pid" starter
    [ "$1" = starter ] || terminal_child "${found#* }" "$1"
    [ -z "$found" ] || printf '%s\n' $found
}
# terminal_child PARENT NAME: in `found`, each after a space
terminal_child() {
    local numbers= number name
    found=
    { read -r numbers <"/proc/$1/task/$1/children"; } 2>/dev/null || true
    for number in $numbers; do
        { read -r name <"/proc/$number/comm"; } 2>/dev/null || continue
        [ "$name" != "kiosk-$2" ] || found+=" $number"
    done
}
terminal_parts() {
    local name
    echo "$terminal_pid"
    for name in starter ledger uplink; do terminal_part $name; done
}

# terminal_wait_first: until the first screen is shown again, which comes ten seconds after a person
# has gone, however much of that time is over when this is called
terminal_wait_first() { wait_for "the first screen" is_screen_showing "$screen_first"; }

# terminal_wait_rest: until the terminal, with all its processes, has done all that was asked of it and
# sleeps. When the server answers, it has passed on whatever was tapped or typed before.
terminal_wait_rest() { xdotool getmouselocation >/dev/null && wait_for "a terminal at rest" is_terminal_asleep; }
is_terminal_asleep() {
    local switches before
    terminal_switches
    before=$switches
    [[ $before == S* && $before != *[RDZT]* ]] || return 1
    sleep 0.2
    terminal_switches
    [ "$switches" = "$before" ]
}
# in `switches`: their states and how often each was given a processor
terminal_switches() {
    local number lines line
    switches=
    for number in $(terminal_parts); do
        { mapfile -t lines <"/proc/$number/status"; } 2>/dev/null || continue
        for line in "${lines[@]}"; do
            case $line in
            State:*) switches+=${line:7:1} ;;
            *ctxt_switches:*) switches+=${line#*:} ;;
            esac
        done
    done
}

# terminal_kill, terminal_quit: as power loss; in good order
terminal_kill() {
    kill -9 "$terminal_pid" 2>/dev/null || true
    wait "$terminal_pid" 2>/dev/null || true
    terminal_pid=
}
terminal_quit() {
    kill -TERM "$terminal_pid"
    wait "$terminal_pid"
    terminal_pid=
}

# story_told CONFIG DATA CODES STORY: plays STORY at the present time, on a screen as large as this
# one; what `tell` says goes to standard output
story_told() {
    local config=$1 data=$2 codes=$3 story
    story=$(mktemp)
    {
        echo "size ${SCREEN_WIDTH}x$SCREEN_HEIGHT width-mm $SCREEN_MM"
        cat
    } >"$story"
    "$BIN/resonance-story" --config "$config" --data "$data" --codes "$codes" --from 1 --clock "$(date +%s)000,1000000" --chance "${seed:-1}" "$story"
    local got=$?
    rm -f "$story"
    return $got
}

# tap_at TOLD SCREEN STEP ID: taps the control ID where the file TOLD says it stands on SCREEN STEP
tap_at() {
    local at
    at=$(awk -v screen="$2" -v step="$3" -v id="$4" '
        $1 == "screen" {is_here = $2 == screen && $3 == step}
        is_here && $1 == "box" && $2 == id {print int($3 + $5 / 2), int($4 + $6 / 2); exit}' "$1")
    [ -n "$at" ] || {
        echo "no control $4 on screen $2 $3" >&2
        return 1
    }
    xdotool mousemove $at click 1
}
# hand_rests: a second tap on one control within 0.3 seconds is a trembling hand to the terminal, and so
# is one within 0.4 on the place that was tapped last, on the next page: a person is slower
hand_rests() {
    local left=$((${screen_tapped_us:-0} + 450000 - ${EPOCHREALTIME/[.,]/}))
    [ $left -le 0 ] || sleep "$(printf 0.%06d $left)"
}
# hand_taken: what was tapped or pressed last has been taken
hand_taken() { screen_tapped_us=${EPOCHREALTIME/[.,]/}; }
# tap_on TOLD SCREEN STEP ID: the same, and waits for the next screen
tap_on() {
    local old
    hand_rests
    old=$(screen_head)
    tap_at "$@" && screen_wait_change "$old" && hand_taken
}
# reads_on TOLD SCREEN STEP ID: the same after a long text, which is shown to its end first
reads_on() { xdotool key End && terminal_wait_rest && tap_on "$@"; }
# press_on KEY: presses it and waits for the next screen
press_on() {
    local old
    hand_rests
    old=$(screen_head)
    xdotool key "$1" && screen_wait_change "$old" && hand_taken
}
# type_words WORDS: with the keys, until all of it has arrived
type_words() { xdotool type --delay 4 "$1" && terminal_wait_rest; }

# A person on the real screen, whose sitting a scripted one has begun. The items in own words stand
# at the end of it, in this order:
OWN_WORDS=(story:meaning story:contribute interview:q1 interview:q2 interview:q3 closing:anything)

# person_until_words CONFIG DATA CODES NUMBER: a scripted person with the code of candidate NUMBER
# answers all that comes before, then the power goes
person_until_words() {
    story_told "$1" "$2" "$3" >/dev/null <<STORY
tap "Start"
code candidate $4
tap "next"
tap "consent-yes"
person seed ${seed:-1} pace 4 words "beside the point"
answer until step ${OWN_WORDS[0]}
kill
STORY
}

# person_told CONFIG DATA CODES NUMBER: the way from there to the end, on a copy of the data, as
# `tell` tells it
person_told() {
    local copy got=0
    copy=$(mktemp -d)
    cp -r "$2" "$copy/data"
    {
        printf '%s\n' tell 'tap "Start"' tell "code candidate $4" tell 'tap "next"' 'person words "elsewhere"'
        for _ in "${OWN_WORDS[@]}"; do printf '%s\n' tell 'answer 0' tell 'answer 1'; done
        for _ in check finish profile; do printf '%s\n' tell 'tap "next"'; done
        printf '%s\n' tell 'wait 3s' 'tap "done"'
    } | story_told "$1" "$copy/data" "$3" || got=$?
    rm -rf "$copy"
    return $got
}

# person_enters TOLD CODE: from the first screen, with keys, to the item where the draft stands
person_enters() {
    tap_on "$1" attract - start
    xdotool type --delay 4 "$2"
    press_on Return
    press_on Return # go on
}

# enter_item TOLD STEP: where a part begins at STEP, past its page
enter_item() {
    grep -q "^screen part $2\$" "$1" || return 0
    tap_on "$1" part "$2" next
}

# receipt_taken TOLD: the receipt is left, which does not come back, so not before 2 seconds
receipt_taken() {
    sleep 2.2
    tap_on "$1" receipt closing:anything done
}

# person_ends TOLD: from the check of the answers until all is wiped
person_ends() {
    local screen
    for screen in check finish profile; do
        tap_on "$1" $screen closing:anything next || return 1
    done
    receipt_taken "$1"
}
