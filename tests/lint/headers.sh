#!/usr/bin/env bash
# Every header compiles alone.
set -eu
cd "$SOURCE"
read -ra packages < <(pkg-config --cflags sdl2 SDL2_ttf gsl libsodium sqlite3 fribidi)
flags=(-std=gnu17 -D_GNU_SOURCE "-DSOURCE_DIR=\"$SOURCE\"" -Ikiosk -Wall -Wextra -Werror -fsyntax-only "${packages[@]}")
bad=0
# A header is a file of its own to the compiler, which is given twenty of them at a time.
find kiosk tests/kit -name '*.h' -print0 | sort -z | xargs -0 -n 20 -P "$(nproc)" cc "${flags[@]}" -x c || bad=1
[ "$bad" = 0 ] && echo "every header compiles alone"
exit "$bad"
