#!/usr/bin/env bash
# deploy/build-packages.sh [FOLDER]: makes the Debian packages from this source, in FOLDER
# (build/release/packages), and says how they are installed. It installs what the build needs first, when that is
# missing: as root, or with sudo.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mkdir -p "${1:-$source/build/release/packages}" && cd "${1:-$source/build/release/packages}" && pwd)
"$source/deploy/install-packages.sh" build
cd "$source"
cmake --preset release >/dev/null
cmake --build --preset release --target resonance resonance-desk resonance-kiosk resonance-duty resonance-stick resonance-machine resonance-painter resonance-study
rm -f "$folder"/resonance*_*.deb
cpack --config build/release/CPackConfig.cmake -B build/release/packaging -D CPACK_PACKAGE_DIRECTORY="$folder" >build/release/packaging.log || {
    cat build/release/packaging.log >&2
    exit 1
}
ls "$folder"/resonance*_*.deb
cat <<WORDS
As root, on the terminal:  apt install --no-install-recommends $folder/resonance-kiosk_*.deb
As root, at the desk:      apt install $folder/resonance_*.deb
WORDS
