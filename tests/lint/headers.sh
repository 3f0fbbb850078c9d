#!/usr/bin/env bash
# Every header compiles alone.
set -eu
cd "$SOURCE"
read -ra packages < <(pkg-config --cflags sdl2 SDL2_ttf gsl libsodium sqlite3 fribidi)
flags=(-std=gnu17 -D_GNU_SOURCE "-DSOURCE_DIR=\"$SOURCE\"" -Ikiosk -Wall -Wextra -Werror -fsyntax-only "${packages[@]}")
bad=0
while IFS= read -r header; do
    cc "${flags[@]}" -x c "$header" || { echo "$header does not compile alone"; bad=1; }
done < <(find kiosk tests/kit -name '*.h' | sort)
[ "$bad" = 0 ] && echo "every header compiles alone"
exit "$bad"
