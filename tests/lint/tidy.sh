#!/usr/bin/env bash
# clang-tidy finds nothing, with the checks of .clang-tidy. What the last commit changed, and what
# is not committed yet, is looked at; with RESONANCE_TEST_SIZE nightly or release all of kiosk/.
# One file a run: the checker of va_list remembers things from one file to the next.
set -eu
cd "$SOURCE"
command -v clang-tidy >/dev/null || { echo "skipped: clang-tidy is not installed"; exit 77; }
[ -f "$BUILD/compile_commands.json" ] || { echo "skipped: $BUILD has no compile_commands.json"; exit 77; }

changed() {
    git diff --name-only HEAD~1 -- kiosk && git ls-files --others --exclude-standard -- kiosk
}
case ${RESONANCE_TEST_SIZE:-commit} in
nightly | release) files=$(find kiosk -name '*.c') ;;
*)
    git rev-parse --quiet --verify HEAD~1 >/dev/null 2>&1 || { echo "skipped: git knows no commit to compare with"; exit 77; }
    files=$(changed | sed 's/\.h$/.c/' | grep '\.c$' | sort -u) || true
    ;;
esac
out=$(mktemp)
trap 'rm -f "$out"' EXIT
for file in $files; do
    if [ -f "$file" ] && grep -q "/$file\"" "$BUILD/compile_commands.json"; then echo "$file"; fi
done >"$out"
count=$(wc -l <"$out")
xargs -r -n 1 -P "$(nproc)" clang-tidy -p "$BUILD" --quiet <"$out" 2>/dev/null || exit 1
echo "nothing found in $count files"
