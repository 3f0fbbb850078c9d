# Functions for scripts that touch the real terminal with several fingers. Source it after screen.sh,
# whose screen it takes the place of: a whole X server with a picture of no hardware (the driver
# "dummy"), a touch screen whose fingers we are and a keyboard whose keys we press (the driver
# "inputtest"); xdotool has a keyboard of its own, which cannot be pulled out.

# touch_screen_open DIR: the screen; exits 77 where there is none to be had
touch_screen_open() {
    command -v Xorg >/dev/null && command -v xdotool >/dev/null && command -v python3 >/dev/null &&
        [ -e /usr/lib/xorg/modules/drivers/dummy_drv.so ] && [ -e /usr/lib/xorg/modules/input/inputtest_drv.so ] || {
        echo "skipped: Xorg with its drivers dummy and inputtest, xdotool and python3 are not all installed"
        exit 77
    }
    mkdir -p "$1"
    touch_socket=$1/fingers
    sed "s|SOCKET|$touch_socket|; s|KEYS|$1/keys|; s|WIDTHxHEIGHT|${SCREEN_WIDTH}x$SCREEN_HEIGHT|" >"$1/xorg.conf" <<'CONF'
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "DontVTSwitch" "true"
EndSection
Section "Module"
    Disable "glx"
EndSection
Section "InputDevice"
    Identifier "fingers"
    Driver "inputtest"
    Option "SocketPath" "SOCKET"
    Option "DeviceType" "Touch"
    Option "TouchCount" "10"
EndSection
Section "InputDevice"
    Identifier "keyboard"
    Driver "inputtest"
    Option "SocketPath" "KEYS"
    Option "DeviceType" "Keyboard"
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5-1000
    VertRefresh 5-200
    Modeline "1366x768" 85.5 1366 1436 1579 1792 768 771 774 798
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "WIDTHxHEIGHT"
        Virtual VIRTUAL
    EndSubSection
EndSection
Section "ServerLayout"
    Identifier "layout"
    Screen "screen"
    InputDevice "fingers" "SendCoreEvents"
    InputDevice "keyboard" "CoreKeyboard"
EndSection
CONF
    sed -i "s|VIRTUAL|$SCREEN_WIDTH $SCREEN_HEIGHT|" "$1/xorg.conf"
    Xorg -displayfd 3 -config "$1/xorg.conf" -logfile "$1/xorg.log" -noreset -nolisten tcp 3>"$1/number" >"$1/out" 2>&1 &
    screen_server=$!
    wait_for "the X server" touch_screen_is_there "$1" || exit 1
    export DISPLAY=:$(cat "$1/number")
    coproc TOUCHES { python3 -u "$SOURCE/tests/kit/touches.py" "$touch_socket" "$1/keys" $SCREEN_WIDTH $SCREEN_HEIGHT; }
    exec {touch_in}>&"${TOUCHES[1]}" {touch_out}<&"${TOUCHES[0]}"
}
# what the picture's file is to a screen of Xvfb
screen_rows() { python3 "$SOURCE/tests/kit/x11.py" picture "$1" "$2"; }
touch_screen_is_there() {
    kill -0 $screen_server 2>/dev/null || {
        echo "skipped: Xorg does not start here: $(grep -m1 '(EE)' "$1/xorg.log" "$1/out" | head -1)"
        exit 77
    }
    [ -s "$1/number" ] && is_listening "$touch_socket" && is_listening "$1/keys"
}

# touch_screen_close: ends it, the fingers and the terminal on it
touch_screen_close() {
    [ -z "${TOUCHES_PID:-}" ] || kill "$TOUCHES_PID" 2>/dev/null || true
    screen_close
}

# touch_terminal CONFIG DATA: the terminal in the background, until it waits for somebody
touch_terminal() {
    "$BIN/resonance-kiosk" --config "$1" --data "$2" --width-mm $SCREEN_MM 2>>"${terminal_log:-/dev/null}" &
    terminal_pid=$!
    screen_tapped=
    wait_for "a window" xdotool search --onlyvisible --name '^Resonance$' >/dev/null 2>&1
    terminal_wait_rest
}

# touches: the fingers do what standard input says (touches.py), until the terminal has taken it
touches() { touches_begun && terminal_wait_rest; }

# touches_begun: the same, for what gives the terminal no rest, as a key does that stays down
touches_begun() {
    local answer
    { cat && echo tell; } >&"$touch_in"
    read -r answer <&"$touch_out" && [ "$answer" = done ]
}
