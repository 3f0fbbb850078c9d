#!/usr/bin/env bash
# Budgets: a file at most 600 lines, a function at most 60 lines and cyclomatic complexity 12.
# Tables of data (.def) are excepted; main is not. Complexity is pmccabe's first figure, which
# counts a switch as one: a switch over an enum without default is how a new kind is walked
# through, and must not be punished for having a row for each.
set -eu
cd "$SOURCE"
bad=0
while read -r lines file; do
    [ "$file" = total ] && continue
    if [ "$lines" -gt 600 ]; then
        echo "$file: $lines lines, at most 600"
        bad=1
    fi
done < <(find kiosk tests -name '*.[ch]' -not -path '*/data/*' -print0 | xargs -0 wc -l)
command -v pmccabe >/dev/null || { echo "pmccabe is not installed"; exit 1; }
find kiosk tests -name '*.c' -not -path '*/data/*' -print0 | xargs -0 pmccabe |
    awk -F'\t' '$1 > 12 { print $6 ": " $7 ": complexity " $1 ", at most 12"; bad = 1 }
                $5 > 60 { print $6 ": " $7 ": " $5 " lines, at most 60"; bad = 1 }
                END { exit bad }' || bad=1
[ "$bad" = 0 ] && echo "budgets hold"
exit "$bad"
