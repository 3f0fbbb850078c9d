#!/usr/bin/env bash
# A terminal that nobody reaches over ssh is locked where its configuration gives a PIN for the page for staff, and
# refused where it gives none, where the PIN was taken away, and where somebody wrote one in who did not sign; whichever way the configuration came.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
[ "$(id -u)" = 0 ] || { echo "skipped: only root keeps owners"; exit 77; }
cd "$work" || exit 1
kiosk=$BIN/resonance-kiosk
organization_opened 1
given() { # FOLDER OPTION...: the configuration of a machine without ssh
    mkdir -p "$1/etc/resonance" "$1/var/lib"
    desk org enrol request.json --out "$1/etc/resonance/config" --words "$(cat request.json.words)" "${@:2}" >/dev/null 8<<<482915 || wrong "not enrolled"
}
terminal_request other request.json
given without
expect 1 'no console offers a login then, the terminal has no PIN for staff, and no ssh server' "$kiosk" lock --root without
[ -z "$(ls without/var/lib)" ] || wrong "something was changed"
given with --pin-fd 8
expect 0 "The way back: the terminal's page for staff, with its PIN" "$kiosk" lock --root with
expect 0 "ok    way back: the terminal's page for staff" "$kiosk" verify --root with
expect 0 'what it was' "$kiosk" unlock --root with
# what came by a stick counts, too, and the newer one of two
mkdir -p stick/var/lib/resonance-incoming && cp -r with/etc/resonance/config stick/var/lib/resonance-incoming/second
expect 0 "The way back: the terminal's page for staff, with its PIN" "$kiosk" lock --root stick
cp -r without older && mkdir older/var/lib/resonance-incoming && cp -r with/etc/resonance/config older/var/lib/resonance-incoming/first
expect 0 "The way back: the terminal's page for staff, with its PIN" "$kiosk" lock --root older
cp -r with changed
sed -i 's/"width_mm":0/"width_mm":7/; s/Test/Best/' changed/etc/resonance/config/terminal.json
cmp -s with/etc/resonance/config/terminal.json changed/etc/resonance/config/terminal.json && wrong "nothing was changed to be noticed"
expect 1 'the terminal has no PIN for staff' "$kiosk" lock --root changed
given taken --no-pin
expect 1 'the terminal has no PIN for staff' "$kiosk" lock --root taken
cp -r taken/etc/resonance/config stick/var/lib/resonance-incoming/first
expect 0 'what it was' "$kiosk" unlock --root stick
expect 1 'the terminal has no PIN for staff' "$kiosk" lock --root stick
finish
