#!/usr/bin/env bash
# What a header offers is used by another file of kiosk/; else it is dead, or that file's own. The
# exceptions stand below, each with its reason; one that is used by now must go from the list.
set -eu
cd "$SOURCE"
exceptions='
age_identity_read       stands beside age_identity_list: one key, as age writes it
age_wrap_bytes          how large a sealed record must be, for tests
archive_find            by the digits of an id; the desk names results by handle
brush_text              one line alone, for tests of the painter
csv_begin               csv_open on a stream, for tests and fuzzing
drafts_count_try        for codes short enough to be tried; ours are not
dump_tree               a tree of nodes as text, for tests
edid_size               edid_read without a screen, for tests
ledger_drop_payload     for erasing on the terminal, to come
ledger_drop_payloads    for erasing on the terminal, to come
ledger_use_code         ledger_append without an entry, for tests
minisign_number         tests write wrong keys with it
minisign_verify_hash    stands beside minisign_verify, for files too large for memory
move_previous           stands beside move_next
notes_erase             for ratings and decisions beside a record, to come
notes_get               for ratings and decisions beside a record, to come
notes_list              for ratings and decisions beside a record, to come
notes_put               for ratings and decisions beside a record, to come
record_size_most        how long a record can become, for tests
scorecard_read          a scorecard that is written can be read again, for tests
secret_span             what a secret holds, for tests
'
# words of each file, once a file; of headers only their macros and the bodies of inline functions
used=$(find kiosk -name '*.[ch]' -o -path 'kiosk/*.def' | sort | xargs awk '
    /^#include/ { next }
    FILENAME ~ /\.h$/ && !(/^#define/ || was_cut || /^    [a-z].*[;{]$/) { was_cut = 0; next }
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
