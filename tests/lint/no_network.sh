#!/usr/bin/env bash
# Nothing leaves by a network: neither terminal nor desk calls anything that reaches another machine, and
# the unit of the terminal may open no address of one.
set -u
cd "$SOURCE" || exit 1
bad=0
for program in resonance resonance-kiosk; do
    [ -x "$BIN/$program" ] || { echo "skipped: there is no $program"; exit 77; }
    called=$(nm -D --undefined-only "$BIN/$program" | awk '{ sub(/@.*/, "", $2); print $2 }')
    grep -qx 'fsync' <<<"$called" || { echo "nothing that $program calls was found"; exit 1; }
    found=$(grep -xE 'connect|listen|accept4?|getaddrinfo|gethostby.*|sendto|res_.*|curl_.*|SSL_.*' <<<"$called")
    [ -z "$found" ] || { echo "$program calls:" $found; bad=1; }
done
families=$(sed -n 's/^RestrictAddressFamilies=//p' deploy/resonance-kiosk.service)
[ -n "$families" ] || { echo "the unit may open any address"; bad=1; }
! grep -qE 'AF_INET' <<<"$families" || { echo "the unit may open: $families"; bad=1; }
[ "$bad" = 0 ] && echo "nothing leaves by a network"
exit "$bad"
