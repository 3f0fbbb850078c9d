#!/usr/bin/env bash
# What is kept of a release can be made with the programs of now, so that the next one is not released before
# somebody finds that it cannot: released/make.sh, in a folder of its own.
set -eu
export RELEASED
RELEASED=$(mktemp -d)
trap 'rm -rf "$RELEASED"' EXIT
faults=0
fault() {
    echo "$*"
    faults=$((faults + 1))
}
cp -r "$SOURCE/tests/vectors/released/scored" "$RELEASED"
bash "$SOURCE/tests/vectors/released/make.sh" "$BIN" >"$RELEASED/said" 2>&1 || {
    echo "make.sh ends with $?:"
    tail -5 "$RELEASED/said"
    exit 1
}
release=$(dirname "$RELEASED"/*/clock)
# As much as of the first release: the same things, and of each as much to compare.
first=$SOURCE/tests/vectors/released/0.1.0
diff <(ls "$first") <(ls "$release") || fault "it holds other things than the first release does"
for folder in $(ls "$first/expected"); do
    wanted=$(find "$first/expected/$folder" -type f | wc -l) got=$(find "$release/expected/$folder" -type f | wc -l)
    [ "$got" = "$wanted" ] || fault "expected/$folder: $got files instead of $wanted"
done
# Two candidates, the one who waits, the one of the draft. (A freeze erases what colleagues answered; the first
# release kept it.)
diff <(cat "$release"/expected/{archive,bundle,draft}/rescore.txt) <(printf '%s the same, 0 different\n' 2 3 4) ||
    fault "other results are scored again"
grep -q '^typed .*storm in' "$release/expected/draft/resumed.txt" || fault "the draft does not come back"
[ $faults = 0 ] && echo "holds"
exit $((faults > 0))
