#!/usr/bin/env bash
# The layout of the code is clang-format's.
set -eu
cd "$SOURCE"
command -v clang-format >/dev/null || { echo "clang-format is not installed"; exit 77; }
find kiosk tests -name '*.[ch]' -not -path '*/data/*' -print0 | xargs -0 clang-format --dry-run --Werror
echo "formatted"
