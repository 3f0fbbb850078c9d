#!/usr/bin/env bash
# The unit of the terminal is locked down: offline score of systemd-analyze at most 2.0; and so is the
# one that measures the screen, which is made of it. Neither hides the pointer for good: the program
# shows it when a mouse is moved. So is the unit of the desk for other machines.
set -eu
command -v systemd-analyze >/dev/null || { echo "systemd-analyze is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$SOURCE/deploy/resonance-kiosk.service" "$SOURCE/deploy/resonance-desk.service" "$BUILD/resonance-calibrate.service" "$folder/"
bad=0
for unit in resonance-kiosk resonance-calibrate resonance-desk; do
    systemd-analyze security --offline=true --no-pager --threshold=20 "$folder/$unit.service" >"$folder/out" 2>&1 || bad=1
    tail -1 "$folder/out"
    grep '^ExecStart=' "$folder/$unit.service" | grep -q -- '-nocursor' && { echo "$unit hides the pointer of a mouse"; bad=1; }
done
measuring=$folder/resonance-calibrate.service
grep -q '^ExecStart=.* --calibrate --data /var/lib/resonance -- ' "$measuring" && grep -qx 'Restart=no' "$measuring" &&
    grep -qx 'OnSuccess=resonance-kiosk.service' "$measuring" && grep -q '^Conflicts=.* resonance-kiosk.service' "$measuring" &&
    ! grep -q '^WantedBy' "$measuring" || { echo "measuring the screen would not end in the terminal"; bad=1; }
exit $bad
