#!/usr/bin/env bash
# Installs what packages.txt lists for the kinds named (build, test, machine), when something is missing.
# As root, or with sudo; without either it says what root has to do, and fails.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kinds=$(IFS='|'; echo "$*")
missing=()
while read -r kind name; do
    [[ $kind =~ ^($kinds)$ ]] || continue
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
done <"$here/packages.txt"
[ ${#missing[@]} = 0 ] && exit 0
as_root=()
if [ "$(id -u)" != 0 ]; then
    as_root=(sudo)
    command -v sudo >/dev/null || {
        echo "Some Debian packages are missing and only root may install them. As root, please run:" >&2
        echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    }
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}"
as_root+=(env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
