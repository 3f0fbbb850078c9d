#!/usr/bin/env bash
# No file needs a file that needs it in turn, and no folder is a heap.
#
# A module is NAME.c with NAME.h. It needs what its #include lines name, and whatever its object file
# asks another one for; so a function that stands in another file than its header says is seen, too.
set -eu
FOLDER_FILES_MAX=30
cd "$SOURCE/kiosk"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
bad=0

grep -rHE '^#[[:space:]]*include[[:space:]]*"[^"]+\.h"' --include='*.[ch]' . | awk -F'"' '
    { from = $1; sub(/^\.\//, "", from); sub(/\.[ch]:.*/, "", from)
      to = $2; sub(/\.h$/, "", to); print from, to }' > "$scratch/needs"

# The build keeps the objects of files that have moved; they say nothing any more.
find . -name '*.c' | sed 's|^\./||; s|\.c$||' > "$scratch/sources"
find "$BUILD/CMakeFiles" -path '*.dir/kiosk/*.c.o' -print0 | xargs -0 nm -A -P 2> /dev/null | awk '
    FNR == NR { is_source[$1] = 1; next }
    { file = $1; sub(/:$/, "", file); sub(/.*\.dir\/kiosk\//, "", file); sub(/\.c\.o$/, "", file) }
    !(file in is_source) { next }
    $3 ~ /^[TDBRC]$/ { home[$2] = file }
    $3 == "U" { asked[file " " $2] = 1 }
    END { for (pair in asked) { split(pair, part, " "); if (part[2] in home) print part[1], home[part[2]] } }
' "$scratch/sources" - > "$scratch/calls"
if [ "$(awk '{ print $1 }' "$scratch/calls" | sort -u | wc -l)" -lt $(($(wc -l < "$scratch/sources") / 2)) ]; then
    echo "too few object files below $BUILD: build first"
    exit 1
fi

# tsort says "input contains a loop:" and then who is in it
if ! awk '$1 != $2' "$scratch/needs" "$scratch/calls" | sort -u | tsort > "$scratch/order" 2> "$scratch/loops"; then
    awk '/contains a loop/ { if (loop) print "circle:" loop; loop = ""; next }
         { loop = loop " " $2 }
         END { print "circle:" loop }' "$scratch/loops"
    bad=1
fi

for folder in $(find . -type d | sed 's|^\./||' | sort); do
    count=$(find "$folder" -maxdepth 1 -type f | wc -l)
    if [ "$count" -gt "$FOLDER_FILES_MAX" ]; then
        echo "kiosk/$folder: $count files in one folder; $FOLDER_FILES_MAX are the most"
        bad=1
    fi
done
[ "$bad" = 0 ] && echo "no circles, no heaps"
exit "$bad"
