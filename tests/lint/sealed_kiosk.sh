#!/usr/bin/env bash
# The terminal contains no code that can open a sealed result, and what keeps its ledger neither that nor any that
# draws or scores; nor does what browsers talk to at the desk, and the desk contains no server. The libraries of the two
# small programs and of the desk are named here, because each costs memory, and time of a start.
set -eu
names() { nm -C "$BIN/$1" | awk '{print $NF}'; }
symbols=$(names resonance-kiosk)
duty=$(names resonance-duty)
desk=$(names resonance)
front=$(names resonance-desk)
bad=0
for name in age_unwrap age_file_key_find age_share payload_unwrap age_identity_list keyfile_unwrap record_read; do
    if grep -qx "$name" <<<"$symbols"; then
        echo "resonance-kiosk contains $name"
        bad=1
    fi
    if grep -qx "$name" <<<"$duty"; then
        echo "resonance-duty contains $name"
        bad=1
    fi
    if grep -qx "$name" <<<"$front"; then
        echo "resonance-desk contains $name"
        bad=1
    fi
    grep -qx "$name" <<<"$desk" || { echo "resonance does not contain $name: has it another name?"; bad=1; }
done
# and nothing that answers a browser: that belongs to the front of the desk, which opens no key, database or score
grep -qE '^(MHD_|server_open$)' <<<"$symbols" && { echo "resonance-kiosk contains a web server"; bad=1; }
grep -qE '^(MHD_|gnutls_|server_open$)' <<<"$desk" && { echo "resonance contains a web server"; bad=1; }
grep -q '^MHD_' <<<"$front" || { echo "resonance-desk contains no web server: has it another name?"; bad=1; }
found=$(grep -E '^(sqlite3|crypto|workbook|gsl|score|keys|secret|keyfile|age|payload|result|archive|office)_' <<<"$front" || true)
[ -z "$found" ] || { echo "resonance-desk contains:" $found; bad=1; }
grep -qx age_wrap <<<"$symbols" || { echo "resonance-kiosk does not contain age_wrap: has it been stripped?"; bad=1; }
found=$(grep -E '^(score|journey|window|painter|brush)_' <<<"$duty" || true)
[ -z "$found" ] || { echo "resonance-duty contains:" $found; bad=1; }
# The sanitizers bring libraries of their own.
# links PROGRAM LIBRARIES
links() {
    local libraries
    libraries=$(readelf -d "$BIN/$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\.so.*/\1/p' | sort | tr '\n' ' ')
    [ "$libraries" = "$2 " ] || { echo "$1 links $libraries"; bad=1; }
}
if ! grep -qx __asan_init <<<"$duty"; then
    links resonance-duty "ld-linux-x86-64 libc libm libseccomp libsodium libsqlite3 libutf8proc"
    links resonance "ld-linux-x86-64 libc libexpat libfontconfig libgsl libm libminizip libpng16 libqrencode libsodium libsqlite3 libutf8proc"
    links resonance-desk "ld-linux-x86-64 libc libgnutls libm libmicrohttpd libseccomp libutf8proc"
fi
grep -qx sandbox_enter <<<"$duty" || { echo "resonance-duty does not contain sandbox_enter: has it been stripped?"; bad=1; }
grep -qx sandbox_enter <<<"$front" || { echo "resonance-desk does not contain sandbox_enter: has it been stripped?"; bad=1; }
[ "$bad" = 0 ] && echo "the kiosk can seal and cannot open"
exit "$bad"
