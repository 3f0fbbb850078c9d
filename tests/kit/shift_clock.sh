# Functions for scripts in which hours pass for the real terminal. Source it after screen.sh and
# siege.sh. Its steady clock is moved on, all else is as it is.

# shift_clock_open: makes what moves the clock; exits 77 where that is not to be had
shift_clock_open() {
    command -v cc >/dev/null || {
        echo "skipped: there is no C compiler"
        exit 77
    }
    skip_sanitized "the sanitizer wants to be loaded first itself"
    export CLOCK_SHIFT=$work/shift
    echo 0 >"$CLOCK_SHIFT"
    shift_clock=$work/shift_clock.so
    cc -shared -fPIC -O1 -o "$shift_clock" "$SOURCE/tests/kit/shift_clock.c"
}

# time_passes SECONDS: for the terminal; a mouse that moves, which is no touch, wakes it
time_passes() {
    echo $(($(cat "$CLOCK_SHIFT") + $1)) >"$CLOCK_SHIFT"
    xdotool mousemove_relative 1 0 mousemove_relative -- -1 0
    terminal_wait_rest
}
