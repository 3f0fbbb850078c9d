#!/usr/bin/env bash
# The unit of the terminal is locked down: offline score of systemd-analyze at most 2.0.
set -eu
command -v systemd-analyze >/dev/null || { echo "systemd-analyze is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$SOURCE/deploy/resonance-kiosk.service" "$folder/"
systemd-analyze security --offline=true --no-pager --threshold=20 "$folder/resonance-kiosk.service" >"$folder/out" 2>&1 && status=0 || status=$?
tail -1 "$folder/out"
exit "$status"
