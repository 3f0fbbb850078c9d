#!/usr/bin/env bash
# The terminal contains no code that can open a sealed result, and what keeps its ledger neither that nor any that
# draws or scores: its libraries are named here, because each costs memory, and time of a start.
set -eu
names() { nm -C "$BIN/$1" | awk '{print $NF}'; }
symbols=$(names resonance-kiosk)
duty=$(names resonance-duty)
desk=$(names resonance)
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
    grep -qx "$name" <<<"$desk" || { echo "resonance does not contain $name: has it another name?"; bad=1; }
done
# and nothing that answers a browser: that belongs to the desk
grep -qE '^(MHD_|server_open$)' <<<"$symbols" && { echo "resonance-kiosk contains a web server"; bad=1; }
grep -q '^MHD_' <<<"$desk" || { echo "resonance contains no web server: has it another name?"; bad=1; }
grep -qx age_wrap <<<"$symbols" || { echo "resonance-kiosk does not contain age_wrap: has it been stripped?"; bad=1; }
found=$(grep -E '^(score|journey|window|painter|brush)_' <<<"$duty" || true)
[ -z "$found" ] || { echo "resonance-duty contains:" $found; bad=1; }
# The sanitizers bring libraries of their own.
libraries=$(readelf -d "$BIN/resonance-duty" | sed -n 's/.*(NEEDED).*\[\(.*\)\.so.*/\1/p' | sort | tr '\n' ' ')
if ! nm "$BIN/resonance-duty" | grep -q __asan_init; then
    [ "$libraries" = "ld-linux-x86-64 libc libm libseccomp libsodium libsqlite3 libutf8proc " ] || { echo "resonance-duty links $libraries"; bad=1; }
fi
grep -qx sandbox_enter <<<"$duty" || { echo "resonance-duty does not contain sandbox_enter: has it been stripped?"; bad=1; }
[ "$bad" = 0 ] && echo "the kiosk can seal and cannot open"
exit "$bad"
