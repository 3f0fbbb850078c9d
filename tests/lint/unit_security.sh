#!/usr/bin/env bash
# The units are locked down: offline score of systemd-analyze at most 1.0 for the one with the screens, the one that
# measures the screen, which is made of it, those that need no device, the one that looks at the lock and the desk for other machines; 1.1 for the helper of
# the machine, which sets the clock; 1.2 for the helper that mounts sticks. systemd understands all of them. No unit with screens hides the pointer for good: the program shows it when a mouse is moved.
set -eu
command -v systemd-analyze >/dev/null || { echo "systemd-analyze is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$SOURCE"/deploy/*.service "$SOURCE"/deploy/*.socket "$SOURCE"/deploy/*.timer "$SOURCE"/deploy/*.path "$BUILD/resonance-calibrate.service" "$folder/"
bad=0
systemd-analyze verify --man=no "$folder"/*.service "$folder"/*.socket "$folder"/*.path 2>&1 | grep -vE 'Command /usr/(bin/(xinit|resonance-kiosk|resonance)|lib/resonance/resonance-(duty|stick|machine)) is not executable: No such file' | grep "$folder\|resonance" && bad=1
# at_most TENTHS UNIT...
at_most() {
    local tenths=$1 unit
    shift
    for unit in "$@"; do
        systemd-analyze security --offline=true --no-pager --threshold="$tenths" "$folder/$unit.service" >"$folder/out" 2>&1 || bad=1
        tail -1 "$folder/out"
    done
}
at_most 10 resonance-ledger resonance-uplink resonance-kiosk resonance-calibrate resonance-lock resonance-desk
at_most 12 resonance-stick
at_most 11 resonance-machine
for unit in resonance-kiosk resonance-calibrate resonance-desk; do
    grep '^ExecStart=' "$folder/$unit.service" | grep -q -- '-nocursor' && { echo "$unit hides the pointer of a mouse"; bad=1; }
done
# Whoever waits for those waits for the network, half a minute where there is none.
grep -E '^(After|Wants|Requires)=.*(network|user-sessions|multi-user|remote-fs)' "$folder"/resonance-{kiosk,calibrate,ledger,uplink,stick,machine}.service && { echo "the terminal waits for a network"; bad=1; }
# A group of devices is allowed only where its driver is there when the unit starts: this machine's own disk may be another.
for unit in "$folder"/resonance-*.service; do
    for row in block-sd:sd_mod block-mmc:mmc_block char-drm:drm; do
        grep -q "^DeviceAllow=${row%:*} " "$unit" || continue
        grep -q "^Wants=.*modprobe@${row#*:}\.service" "$unit" && grep -q "^After=.*modprobe@${row#*:}\.service" "$unit" || { echo "${unit##*/}: ${row%:*} is allowed before its driver is there"; bad=1; }
    done
done
measuring=$folder/resonance-calibrate.service
grep -q '^ExecStart=.* --calibrate --screens /var/lib/resonance-screens -- ' "$measuring" && grep -qx 'Restart=no' "$measuring" &&
    grep -qx 'OnSuccess=resonance-kiosk.service' "$measuring" && grep -q '^Conflicts=.* resonance-kiosk.service' "$measuring" &&
    ! grep -q '^WantedBy' "$measuring" || { echo "measuring the screen would not end in the terminal"; bad=1; }
exit $bad
