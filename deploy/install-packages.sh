#!/usr/bin/env bash
# Installs what packages.txt lists for the kinds named (build, test), when something is missing.
# As root, or with sudo.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kinds=$(IFS='|'; echo "$*")
missing=()
while read -r kind name; do
    [[ $kind =~ ^($kinds)$ ]] || continue
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
done <"$here/packages.txt"
[ ${#missing[@]} = 0 ] && exit 0
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "Installing ${#missing[@]} packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
