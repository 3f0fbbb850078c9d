#!/usr/bin/env bash
# Every file of code says in its first line what it is for; a .c file need not when the header of its
# name says it.
set -eu
cd "$SOURCE"
bad=0
while IFS= read -r file; do
    case $file in *.c) [ ! -f "${file%.c}.h" ] || continue ;; esac
    head -1 "$file" | grep -q '^/\*' || {
        echo "$file: does not begin with what it is for"
        bad=1
    }
done < <(find kiosk tests/kit -name '*.[ch]' | sort)
[ "$bad" = 0 ] && echo "every file says what it is for"
exit "$bad"
