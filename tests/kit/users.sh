# The three users of a terminal, each started as its unit says, by real numbers of users, for scripts that try what each
# of them can do. Source it after organization.sh and screen.sh, and siege.sh after it.
[ "$(id -u)" = 0 ] || { echo "skipped: only root can be three users"; exit 77; }
command -v systemd-sysusers >/dev/null || { echo "skipped: systemd-sysusers is not installed"; exit 77; }
waiting=()
users_end() { [ ${#waiting[@]} = 0 ] || kill "${waiting[@]}" 2>/dev/null || true; }

# users_open: a terminal in $data that is enrolled in $config, and the users of the package: $screens, $ledger, $uplink.
# Its programs come to lie in $work.
users_open() {
    data=$work/data config=$work/etc/config
    mkdir -p "$work/etc" "$work/users/etc" "$work/pids" "$work/duties" "$work/screens"
    terminal_request "$data" "$work/request"
    terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
    systemd-sysusers --root="$work/users" "$SOURCE/deploy/resonance-kiosk.sysusers" || bad "the users of the package cannot be made"
    cat >"$work/map" <<MAP
SYSUSERS $work/users
PIDS $work/pids
/usr/bin/resonance-kiosk $work/resonance-kiosk
/usr/lib/resonance/resonance-duty $work/resonance-duty
/etc/resonance/config $config
/var/lib/resonance-screens $work/screens
/run/resonance-duties $work/duties
/var/lib/resonance $data
MAP
    screens=$(unit user resonance-kiosk) ledger=$(unit user resonance-ledger) uplink=$(unit user resonance-uplink)
}
unit() { python3 "$SOURCE/tests/kit/units.py" "$work/map" "$@"; }

# users_own: what lies there belongs to them, as the package and the guide set it up; users_wait: what keeps the ledger and
# what prints wait to be asked
users_own() {
    chmod 755 "$work"
    chown -R "0:$screens" "$work/etc" && chmod -R g=rX,o= "$work/etc"
    chown -R "$ledger:$ledger" "$data" && chmod 700 "$data"
    chown "$screens:$screens" "$work/screens"
}
is_waited_at() { is_listening "$work/duties/ledger" && is_listening "$work/duties/uplink"; }
users_wait() {
    local part
    for part in ledger uplink; do
        python3 "$SOURCE/tests/kit/units.py" "$work/map" wait resonance-$part 2>>"$work/log" &
        waiting+=($!)
    done
    wait_for "the sockets" is_waited_at
}

# The parts of a terminal, as its units start them (screen.sh).
terminal_part() { cat "$work/pids/resonance-$1" 2>/dev/null || true; }
terminal_parts() {
    echo "$terminal_pid"
    terminal_part ledger
    terminal_part uplink
}
terminal_start() {
    wait_for "an empty screen" is_screen_showing "$screen_empty" || return 1
    HOME=$work/screens LD_PRELOAD=${terminal_preload:-} python3 "$SOURCE/tests/kit/units.py" "$work/map" run resonance-kiosk --width-mm $SCREEN_MM 2>>"$work/log" &
    terminal_pid=$!
    screen_tapped=
    screen_wait_change "$screen_empty" && screen_first=$screen_seen
}
# ledger_ends: by chance; is_another: whoever connected since has met a new one
ledger_ends() {
    old=$(terminal_part ledger)
    kill -9 "$old"
}
is_another() { local now; now=$(terminal_part ledger); [ -n "$now" ] && [ "$now" != "$old" ]; }
is_gone() { [ -z "$(terminal_part "$1")" ]; }
