#!/usr/bin/env bash
# Nothing leaves by a network: neither terminal nor desk calls anything that reaches another machine, and the units
# of the terminal may open no address of one. The desk in the browser listens to its own machine, and to others
# only where it is told to and over TLS (kiosk/web/server.c, tests/web/house.sh); a second start asks the first by a
# file (door.c), and so do commands the holder of a key (held.c); the terminal's processes reach each other by a file (link.c): nothing else may.
set -u
cd "$SOURCE" || exit 1
bad=0
for program in resonance resonance-desk resonance-kiosk resonance-duty; do
    [ -x "$BIN/$program" ] || { echo "skipped: there is no $program"; exit 77; }
    called=$(nm -D --undefined-only "$BIN/$program" | awk '{ sub(/@.*/, "", $2); print $2 }')
    grep -qx 'fsync' <<<"$called" || { echo "nothing that $program calls was found"; exit 1; }
    # what only these files may call, and looked at below
    [[ $program =~ ^resonance(-desk)?$ ]] && known='connect|listen|accept4' || known='connect|accept4'
    called=$(grep -vxE "$known" <<<"$called")
    found=$(grep -xE 'connect|listen|accept4?|getaddrinfo|gethostby.*|sendto|res_.*|curl_.*|SSL_.*' <<<"$called")
    [ -z "$found" ] || { echo "$program calls:" $found; bad=1; }
done
found=$(grep -rnE '(^|[^_a-zA-Z0-9])(connect|listen|accept4?|socket) *\(' kiosk --include='*.c' |
    grep -vE '^[^:]*:[0-9]+: *(/?\*|//)' | grep -vE '^kiosk/(web/server|app/front/door|app/desk/agent/holder/holder|app/desk/office/unlock/held|app/terminal/keeper/link|helper/helper_door)\.c:')
[ -z "$found" ] || { echo "only the server and the door of the desk, what holds keys for commands, the way between the terminal's processes, and the door of the helpers, may call:"; echo "$found"; bad=1; }
grep -q 'INADDR_LOOPBACK' kiosk/app/front/front.c && ! grep -rn 'INADDR_ANY\|in6addr' kiosk || { echo "the desk may listen elsewhere"; bad=1; }
! grep -n 'AF_INET' kiosk/app/desk/agent/holder/holder.c kiosk/app/desk/office/unlock/held.c || { echo "the holder of keys leads out of the machine"; bad=1; }
! grep -n 'AF_INET' kiosk/app/front/door.c || { echo "the door leads out of the machine"; bad=1; }
for program in resonance resonance-kiosk; do
    ldd "$BIN/$program" | grep -E 'microhttpd|gnutls' && { echo "$program links a web server"; bad=1; }
done
! grep -rn 'AF_INET' kiosk/app/stick kiosk/stick kiosk/app/machine kiosk/helper || { echo "the helper for sticks reaches out of the machine"; bad=1; }
! grep -n 'AF_INET' kiosk/app/terminal/keeper/link.c || { echo "the way between the terminal's processes leads out of the machine"; bad=1; }
for unit in deploy/*.service; do
    [[ $unit == deploy/resonance-desk* ]] && continue # the desk for other machines listens to them
    families=$(sed -n 's/^RestrictAddressFamilies=//p' "$unit")
    [ -n "$families" ] || { echo "$unit may open any address"; bad=1; }
    ! grep -qE 'AF_INET' <<<"$families" || { echo "$unit may open: $families"; bad=1; }
done
[ "$bad" = 0 ] && echo "nothing leaves by a network"
exit "$bad"
