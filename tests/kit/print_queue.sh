# A real print queue of CUPS for one script, as root or as anybody: its own scheduler with its own files
# below $print_queue, and a queue "lobby" whose printer is a tray: what is printed lies in
# $print_queue/tray/paper. Source it after wait.sh.

# print_queue_open: starts it; exits 77 where CUPS is not installed
print_queue_open() {
    local user group system=root
    PATH=$PATH:/usr/sbin
    command -v cupsd >/dev/null && command -v lp >/dev/null && command -v cupsreject >/dev/null || {
        echo "skipped: CUPS is not installed (cups-daemon, cups-client)"
        exit 77
    }
    print_queue=$(mktemp -d) # of its own: the scheduler works as somebody else
    user=$(id -un) group=$(id -gn)
    if [ "$(id -u)" = 0 ]; then user=lp group=lp; else system=$group; fi # it lends nobody the rights of root
    mkdir -p "$print_queue/etc" "$print_queue/run" "$print_queue/spool/tmp" "$print_queue/cache" "$print_queue/log" "$print_queue/tray" "$print_queue/bin/backend"
    chmod 755 "$print_queue" && chmod 777 "$print_queue/tray"
    ln -s /usr/lib/cups/daemon "$print_queue/bin/daemon"
    printf '#!/bin/sh\ncat -- "${6:--}" >"%s/tray/paper"\n' "$print_queue" >"$print_queue/bin/backend/tray"
    chmod 755 "$print_queue/bin/backend/tray"
    printf '%s\n' "ServerRoot $print_queue/etc" "ServerBin $print_queue/bin" "RequestRoot $print_queue/spool" "TempDir $print_queue/spool/tmp" \
        "CacheDir $print_queue/cache" "StateDir $print_queue/run" "AccessLog $print_queue/log/access" "ErrorLog $print_queue/log/error" "PageLog $print_queue/log/page" \
        "User $user" "Group $group" "SystemGroup $system" >"$print_queue/etc/cups-files.conf"
    printf '%s\n' "Listen $print_queue/run/cups.sock" 'Browsing No' 'WebInterface No' 'PreserveJobFiles No' 'PreserveJobHistory No' \
        '<Location />' 'Order allow,deny' 'Allow all' '</Location>' \
        '<Policy default>' '<Limit All>' 'Order allow,deny' 'Allow all' '</Limit>' '</Policy>' >"$print_queue/etc/cupsd.conf"
    printf '%s\n' '<Printer lobby>' 'DeviceURI tray:/' 'State Idle' 'Accepting Yes' 'Shared No' '</Printer>' >"$print_queue/etc/printers.conf"
    cupsd -f -c "$print_queue/etc/cupsd.conf" -s "$print_queue/etc/cups-files.conf" >"$print_queue/log/said" 2>&1 &
    print_queue_pid=$!
    export CUPS_SERVER=$print_queue/run/cups.sock
    wait_for "the print queue" print_queue_answers || { cat "$print_queue/log/said"; exit 1; }
}
print_queue_answers() { lpstat -e 2>/dev/null | grep -qx lobby; }

# print_queue_close: ends it
print_queue_close() {
    [ -z "${print_queue_pid:-}" ] || kill "$print_queue_pid" 2>/dev/null || true
    [ -z "${print_queue_pid:-}" ] || wait "$print_queue_pid" 2>/dev/null || true
    print_queue_pid=
    rm -rf "${print_queue:-}"
}
# print_queue_printed: until something lies in the tray and the queue is empty
print_queue_printed() {
    wait_for "the paper" test -s "$print_queue/tray/paper" && wait_for "an empty queue" print_queue_is_empty
}
print_queue_is_empty() { [ -z "$(lpstat -o 2>/dev/null)" ]; }
