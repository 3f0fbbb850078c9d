#!/usr/bin/env bash
# Each row of tests/mutation/equivalent.tsv is a change that tests/mutation/mutate.awk can still make:
# a row for a line that is gone would excuse nothing, and hide that its file has moved.
set -eu
cd "$SOURCE"
list=tests/mutation/equivalent.tsv
cut -f 1 "$list" | sort -u | while read -r file; do
    if [ ! -f "$file" ]; then
        echo "$list: there is no $file"
        continue
    fi
    awk -f tests/mutation/mutate.awk "$file" | awk -F'\t' -v file="$file" '
        FILENAME == file { line[FNR] = $0; next }
        FILENAME == "-" {
            text = substr($0, length($1 $2 $3) + 4)
            changed = substr(line[$1], 1, $2 - 1) text substr(line[$1], $2 + $3)
            sub(/^ */, "", changed)
            can[changed] = 1
            next
        }
        $1 == file && !($2 in can) { print FILENAME ":" FNR ": no change of " file " gives \"" $2 "\"" }
        $1 == file && $3 == "" { print FILENAME ":" FNR ": without a reason" }' "$file" - "$list"
done | { ! grep .; }
