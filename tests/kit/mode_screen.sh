# Functions for scripts in which the screen itself changes: a whole X server with a picture of no
# hardware (the driver "dummy"), whose number of pixels xrandr sets while the terminal runs, and which
# says of itself what we like. Source it after organization.sh.
. "$SOURCE/tests/kit/wait.sh"

# mode_screen_open DIR: the screen, 1920 x 1080; exits 77 where there is none to be had
mode_screen_open() {
    command -v Xorg >/dev/null && command -v xrandr >/dev/null && command -v xdotool >/dev/null && command -v python3 >/dev/null &&
        [ -e /usr/lib/xorg/modules/drivers/dummy_drv.so ] || {
        echo "skipped: Xorg with its driver dummy, xrandr, xdotool and python3 are not all installed"
        exit 77
    }
    mkdir -p "$1"
    cat >"$1/xorg.conf" <<'CONF'
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "DontVTSwitch" "true"
EndSection
Section "Module"
    Disable "glx"
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 1-1000
    VertRefresh 1-1000
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
        Modes "1920x1080"
        Virtual 2048 2048
    EndSubSection
EndSection
CONF
    Xorg -displayfd 3 -config "$1/xorg.conf" -logfile "$1/xorg.log" -noreset -nolisten tcp 3>"$1/number" >"$1/out" 2>&1 &
    screen_server=$!
    wait_for "the X server" mode_screen_is_there "$1" || exit 1
    export DISPLAY=:$(cat "$1/number")
    xrandr --newmode upright 148.5 1080 1120 1160 1200 1920 1930 1940 1950 2>/dev/null
    xrandr --addmode DUMMY0 upright
    mode_screen 1920x1080
}
mode_screen_is_there() {
    kill -0 $screen_server 2>/dev/null || {
        echo "skipped: Xorg does not start here: $(grep -hm1 '(EE)' "$1/xorg.log" "$1/out" | head -1)"
        exit 77
    }
    [ -s "$1/number" ]
}
mode_screen_close() {
    [ -z "${terminal_pid:-}" ] || kill -9 "$terminal_pid" 2>/dev/null || true
    [ -z "${screen_server:-}" ] || kill "$screen_server" 2>/dev/null || true
    wait 2>/dev/null || true
}

# mode_screen MODE: from now on the screen shows so many pixels: WIDTHxHEIGHT, upright (1080x1920), off
mode_screen() {
    case $1 in
    off) xrandr --output DUMMY0 --off ;;
    *) xrandr --output DUMMY0 --mode "$1" ;;
    esac
}
asks() { python3 "$SOURCE/tests/kit/x11.py" "$@"; }

# edid_of WIDTH-MM HEIGHT-MM: 128 bytes that say so, in hex
edid_of() {
    python3 - "$1" "$2" <<'PY'
import sys
wide, high = int(sys.argv[1]), int(sys.argv[2])
block = bytearray(128)
block[:12] = bytes.fromhex("00ffffffffffff0010ac0102")
block[21:23] = bytes([min(wide // 10, 255), min(high // 10, 255)])
block[54] = 1
block[66:69] = bytes([wide & 255, high & 255, wide >> 8 << 4 | high >> 8])
block[127] = -sum(block) & 255
print(block.hex())
PY
}
