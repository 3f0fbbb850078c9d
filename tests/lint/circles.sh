#!/usr/bin/env bash
# Files know each other in one direction only: no circle between headers that include each other, and
# none between files of one room that call each other, as their objects say. No folder holds more than
# 30 files flat.
set -eu
bad=0
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

# circles TITLE: a circle among the lines "FROM TO" of standard input is shown and is a fault
circles() {
    tsort >/dev/null 2>"$room/loops" || true
    grep -q 'loop' "$room/loops" || return 0
    echo "$1:"
    sed -n 's/^tsort: -: input contains a loop:/circle:/p; s/^tsort: \([^-].*\)/  \1/p' "$room/loops"
    bad=1
}

cd "$SOURCE/kiosk"
grep -roE '^#include "[^"]+\.h"' --include='*.h' . | sed -E 's|^\./||; s|:#include "| |; s|"$||' >"$room/includes"
circles "headers include each other in a circle" <"$room/includes"

# Who defines and who uses which name, from the objects of the build: "FILE D|U NAME"
find "$BUILD/CMakeFiles" -path '*.dir/kiosk/*.c.o' | sort | while IFS= read -r object; do
    file=${object##*.dir/kiosk/}
    [ -f "${file%.o}" ] || continue # of a file that is gone
    nm "$object" | awk -v file="${file%.c.o}" '
        $(NF - 1) ~ /^[TDBRVW]$/ { print file, "D", $NF }
        $(NF - 1) == "U" { print file, "U", $NF }'
done | sort -u >"$room/names"
[ -s "$room/names" ] || { echo "there are no objects in $BUILD: build first"; exit 1; }
awk '
    function folder(file) { sub(/\/[^\/]*$/, "", file); return file }
    FNR == NR { if ($2 == "D") owner[$3] = owner[$3] " " $1; next }
    $2 == "U" && $3 in owner {
        count = split(owner[$3], owners, " ")
        for (i = 1; i <= count; i++)
            if (owners[i] != $1 && folder(owners[i]) == folder($1)) print $1, owners[i]
    }' "$room/names" "$room/names" | sort -u >"$room/calls"
circles "files call each other in a circle" <"$room/calls"

while IFS= read -r folder; do
    count=$(find "$folder" -maxdepth 1 -type f | wc -l)
    [ "$count" -le 30 ] || {
        echo "kiosk/$folder holds $count files, at most 30: divide it"
        bad=1
    }
done < <(find . -type d | sed 's|^\./||' | sort)
[ "$bad" = 0 ] && echo "no circles, no crowded folder"
exit "$bad"
