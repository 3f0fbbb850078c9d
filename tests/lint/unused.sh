#!/usr/bin/env bash
# What a header offers is used by another file of kiosk/; else it is dead, or that file's own. The
# exceptions stand below, each with its reason; one that is used by now must go from the list.
set -eu
cd "$SOURCE"
exceptions='
brush_text              one line alone, for tests of the painter
csv_begin               csv_open on a stream, for tests and fuzzing
dump_tree               a tree of nodes as text, for tests
display_read_kernel     display_look without an X server, for tests
is_peer_row             peer_user without the table of the kernel, for tests
keeper_adopt            keeper_adopt_folder of what is read already, for measuring
lock_record_read        lock_record_load without a file, for tests and fuzzing
lock_record_write       lock_record_save without a file, for tests and fuzzing
measured_read           measured_load without a file, for tests and fuzzing
measured_write          measured_save without a file, for tests and fuzzing
move_previous           stands beside move_next
record_size_most        how long a record can become, for tests
scorecard_read          a scorecard that is written can be read again, for tests
stand_read              stand_load without a file, for tests and fuzzing
stand_write             stand_save without a file, for tests and fuzzing
'
# words of each file, once a file; of headers only their macros and the bodies of inline functions
used=$(find kiosk -name '*.[ch]' -o -path 'kiosk/*.def' | sort | xargs awk '
    /^#include/ { next }
    FILENAME ~ /\.h$/ && !(/^#define/ || was_cut || /^    (    )?[a-z].*[;{]$/) { was_cut = 0; next }
    {
        was_cut = /\\$/
        gsub(/[^A-Za-z0-9_]+/, " ")
        for (i = split($0, words, " "); i > 0; i--)
            if (!seen[FILENAME, words[i]]++)
                files[words[i]]++
    }
    END { for (word in files) if (files[word] > 1) print word }' | sort)
declared=$(find kiosk -name '*.h' -print0 | xargs -0 awk '
    match($0, /^[a-z_][A-Za-z0-9_ *]*[ *][a-z][a-z0-9_]*\(/) && !/^typedef/ {
        name = substr($0, 1, RLENGTH - 1)
        sub(/.*[ *]/, "", name)
        print name
    }' | sort -u)
unused=$(comm -23 <(echo "$declared") <(echo "$used"))
excepted=$(awk 'NF { print $1 }' <<<"$exceptions" | sort)
bad=0
for name in $(comm -23 <(echo "$unused") <(echo "$excepted")); do
    echo "$name: no other file uses it"
    bad=1
done
for name in $(comm -13 <(echo "$unused") <(echo "$excepted")); do
    echo "$name: is used, or gone; take it from the exceptions"
    bad=1
done
[ "$bad" = 0 ] && echo "what headers offer is used"
exit "$bad"
