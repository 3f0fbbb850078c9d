#!/usr/bin/env bash
# Every header compiles alone.
set -eu
cd "$SOURCE"
flags="-std=gnu17 -D_GNU_SOURCE -DSOURCE_DIR=\"$SOURCE\" -Ikiosk -Wall -Wextra -Werror -fsyntax-only $(pkg-config --cflags sdl2 SDL2_ttf gsl libsodium sqlite3 fribidi)"
bad=0
while IFS= read -r header; do
    # shellcheck disable=SC2086
    cc $flags -x c "$header" || { echo "$header does not compile alone"; bad=1; }
done < <(find kiosk tests/kit -name '*.h' | sort)
[ "$bad" = 0 ] && echo "every header compiles alone"
exit "$bad"
