#!/bin/bash
# The pictures of first.html, from a walk of the real desk: pictures.sh BUILD. BUILD is a release build. They are kept small, so
# that the package stays so; needs imagemagick, and what tests/web/first_result.sh needs.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
RESONANCE_PICTURES=$room ctest --test-dir "$build" -R '^web/first_result$' --output-on-failure ||
    [ -f "$room/person-1440.png" ] # it also looks at the pictures that this makes anew
mkdir -p "$source/deploy/guide/first"
grep -oE 'src="first/[a-z]+\.png"' "$source/deploy/guide/first.html" | cut -d/ -f2 | cut -d. -f1 | while read -r name; do
    high=760
    [ "$name" != founded ] || high=200 # above the key, which is no picture for a guide
    convert "$room/$name-1440.png" -resize 960x -crop 960x$high+0+0 +repage -dither None -colors 24 -strip \
        -define png:compression-level=9 "$source/deploy/guide/first/$name.png"
done
du -cb "$source"/deploy/guide/first/*.png | tail -1
