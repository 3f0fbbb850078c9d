#!/usr/bin/env bash
# Sentences call one thing by one word: the table of questionnaires/GLOSSARY.md, read by glossary.py. That
# each row finds what it forbids is tried first, with a sentence made of it.
set -u
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT
look() { python3 "$SOURCE/tests/lint/glossary.py" "$SOURCE" "$@"; }
bad=0

# one sentence for each row, with the first word that it forbids, and one with the word to say
awk -F' *[|] *' '/^[|] / && NF == 7 && $2 != "say" && $5 != "staff" {
    split($4, words, ", "); sub(/\*$/, "", words[1]); print "Here is the " words[1] " of it." }' \
    "$SOURCE/questionnaires/GLOSSARY.md" >"$room/wrong.txt"
rows=$(wc -l <"$room/wrong.txt")
[ "$rows" -ge 25 ] || { echo "the glossary has only $rows rows"; bad=1; }
look "$room/wrong.txt" | cut -d: -f2 | sort -nu >"$room/found"
seq "$rows" | sort -n | comm -3 --nocheck-order - "$room/found" | while read -r line; do
    echo "not found: $(sed -n "${line}p" "$room/wrong.txt")"
done | grep . && bad=1
printf '%s\n' 'The organization keeps the reference; the `handle` is a file, and --wipe an option.' >"$room/right.txt"
look "$room/right.txt" | grep . && bad=1

look | grep . && bad=1
[ $bad = 0 ] && echo "$rows words, each said alone"
exit $bad
