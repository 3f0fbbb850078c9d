#!/usr/bin/env bash
# The layout of the code is clang-format's, and no line is wider than 100 columns,
# unless a text without a blank (a hash, a made document) needs it.
set -eu
cd "$SOURCE"
command -v clang-format >/dev/null || { echo "clang-format is not installed"; exit 77; }
find kiosk tests -name '*.[ch]' -not -path '*/data/*' -print0 | xargs -0 -n 50 -P "$(nproc)" clang-format --dry-run --Werror
if find kiosk tests -name '*.[ch]' -not -path '*/data/*' -print0 | LC_ALL=C.UTF-8 xargs -0 grep -nE '^.{101,}$' | grep -vE '[^ ]{60}'; then
    echo "wider than 100 columns"
    exit 1
fi
echo "formatted"
