# Functions for scripts that drive the real terminal on a screen of its own (Xvfb), with keys and
# taps. Source it behind organization.sh. Where controls stand is learned from a scripted person
# before the same data. What is seen is the file that the X server keeps its picture in.
SCREEN_WIDTH=1366 SCREEN_HEIGHT=768 SCREEN_MM=344

# screen_open DIR: a screen whose picture lies in DIR; exits 77 where there is none to be had
screen_open() {
    command -v Xvfb >/dev/null && command -v xdotool >/dev/null || {
        echo "skipped: Xvfb and xdotool are not installed"
        exit 77
    }
    mkdir -p "$1"
    screen_picture=$1/Xvfb_screen0
    # The server picks a free number itself: tests run beside each other.
    Xvfb -displayfd 3 -screen 0 ${SCREEN_WIDTH}x${SCREEN_HEIGHT}x24 -fbdir "$1" -nolisten tcp 3>"$1/number" >"$1/xvfb.log" 2>&1 &
    screen_server=$!
    local i
    for i in $(seq 100); do
        [ -s "$1/number" ] && break
        sleep 0.05
    done
    export DISPLAY=:$(cat "$1/number")
}

# screen_close: ends it, and the terminal on it
screen_close() {
    [ -z "${terminal_pid:-}" ] || kill -9 "$terminal_pid" 2>/dev/null || true
    [ -z "${screen_server:-}" ] || kill "$screen_server" 2>/dev/null || true
    wait 2>/dev/null || true
}

# screen_rows FROM COUNT: a number for what these rows of pixels show
screen_rows() {
    tail -c $((SCREEN_WIDTH * SCREEN_HEIGHT * 4)) "$screen_picture" | tail -c +$(($1 * SCREEN_WIDTH * 4 + 1)) |
        head -c $(($2 * SCREEN_WIDTH * 4)) | cksum
}
# screen_head: the upper quarter, above every field: it changes only when another screen is shown
screen_head() { screen_rows 0 $((SCREEN_HEIGHT / 4)); }

# screen_wait_change OLD [SECONDS]: until screen_head is another one than OLD and stands still
screen_wait_change() {
    local i now before=
    for i in $(seq $((${2:-10} * 50))); do
        now=$(screen_head)
        [ "$now" != "$1" ] && [ "$now" = "$before" ] && return 0
        before=$now
        sleep 0.02
    done
    echo "the screen did not change: $(caller 0), $(caller 1)" >&2
    [ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/stuck.png"
    return 1
}

# is_screen_another OLD: screen_head is another one than OLD, and no trace of a window that just went
# away: the terminal may be killed while its picture is being read
is_screen_another() {
    local now
    now=$(screen_head)
    [ "$now" != "$1" ] && [ "$now" != "$screen_empty" ] && [ "$(screen_head)" = "$now" ]
}

# terminal_start CONFIG DATA [WORD...]: the terminal in the background; terminal_pid is its number
terminal_start() {
    local config=$1 data=$2
    shift 2
    screen_empty=$(screen_head)
    "$BIN/resonance-kiosk" --config "$config" --data "$data" --width-mm $SCREEN_MM "$@" 2>>"${terminal_log:-/dev/null}" &
    terminal_pid=$!
    screen_wait_change "$screen_empty"
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
# tap_on TOLD SCREEN STEP ID: the same, and waits for the next screen. A second tap on one control
# within 0.3 seconds is a trembling hand to the terminal, so a person here is slower.
tap_on() {
    local old
    sleep 0.35
    old=$(screen_head)
    tap_at "$@" && screen_wait_change "$old"
}

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
        for _ in "${OWN_WORDS[@]}"; do printf '%s\n' tell 'answer 1'; done
        for _ in check finish profile receipt; do printf '%s\n' tell 'tap "next"'; done
    } | story_told "$1" "$copy/data" "$3" || got=$?
    rm -rf "$copy"
    return $got
}

# person_enters TOLD CODE: from the first screen, with keys, to the item where the draft stands
person_enters() {
    local old
    tap_on "$1" attract - start
    xdotool type --delay 4 "$2"
    old=$(screen_head)
    xdotool key Return
    screen_wait_change "$old"
    old=$(screen_head)
    xdotool key Return # go on
    screen_wait_change "$old"
}

# person_ends TOLD: from the check of the answers until all is wiped
person_ends() {
    local screen
    for screen in check finish profile receipt; do
        tap_on "$1" $screen closing:anything next || return 1
    done
}
