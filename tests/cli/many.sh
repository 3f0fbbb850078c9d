#!/bin/bash
# `resonance list` and all that walks over many results: several processors show the same as one, by
# day and result, whatever came when; one that was damaged or erased hinders no other.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
count=45

organization_new org Acme >/dev/null 2>&1 || wrong "no organization"
expect 0 '^0 results by day' desk org list
expect 0 '^0 the same, 0 different' desk org rescore --all
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal key config $count bundle
desk org import bundle >/dev/null || wrong "nothing came"

# told COMMAND...: what the desk says of org, on all processors and on one: it must be the same
told() {
    desk org "$@" >all.out 2>all.err
    local got=$?
    taskset -c 0 "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE" >one.out 2>one.err
    [ $? = $got ] || wrong "the exit code of $1 depends on the number of processors"
    cmp -s all.out one.out && cmp -s all.err one.err || wrong "what $1 says depends on the number of processors"
    return $got
}
# rows LIST: its results
rows() { sed -nE 's/^20[-0-9]+ +([0-9A-Z-]+) +deck$/\1/p' "$1"; }
# handles_of LIST: the same of a list for programs
handles_of() { grep -o '"handle":"[^"]*"' "$1" | cut -d'"' -f4; }

told list || wrong "nothing is listed"
rows all.out >rows.txt
[ "$(wc -l <rows.txt)" = $count ] || wrong "there are $(wc -l <rows.txt) results"
same rows.txt <(LC_ALL=C sort rows.txt) # all are of one day
grep -q ' −0\.' all.out || wrong "nobody is below 0"
grep -qE '[ (]-[0-9]' all.out && wrong "a hyphen stands for a minus"
told list --json || wrong "nothing is listed for programs"
cp all.out list.json
same rows.txt <(handles_of list.json)
grep -qE '"(r|low|high|se_z|place|card|number|asks_for_caution)"' list.json && wrong "a program can rank people"

# Who cannot be told apart is worked out again from their records; and the limit stands between pairs
# of this list, so that another shows.
for handle in $(cat rows.txt); do
    desk org report "$handle" --format record | grep -o '"now":{[^}]*}' | tail -1 |
        sed -E 's/.*"r":"([^"]*)".*"se_z":"([^"]*)".*/\1 \2/'
done >figures.txt
grep -o '"not_told_apart_count":[0-9]*' list.json | cut -d: -f2 | paste -d' ' figures.txt - | awk '
    { n++; z[n] = log((1 + $1) / (1 - $1)) / 2; se[n] = $2; said[n] = $3 }
    END {
        for (i = 1; i <= n; i++) {
            count = 0
            for (k = 1; k <= n; k++) {
                share = sqrt((z[i] - z[k]) ^ 2 / (1.96 ^ 2 * (se[i] ^ 2 + se[k] ^ 2))) # of the limit
                count += i != k && share < 1
                below += share > .95 && share < 1
                above += share > 1 && share < 1.05
            }
            if (count != said[i]) print "row " i ": " said[i] " are not told apart, worked out are " count
        }
        if (!below || !above) print "near the limit are " below + 0 " pairs below and " above + 0 " above"
        print n " rows"
    }' >apart
same apart <(echo "$count rows")
told list
# a sentence that goes on in the next line begins there below the first letter of the handle
said=$(awk '/^20[-0-9]+  / { print "" } { sub(/^ */, " "); printf "%s", $0 } END { print "" }' all.out |
    sed -n 's/.*cannot tell this person apart from: //p' |
    awk -F', ' '{ all += NF; if (match($0, / and [0-9]+ more/)) all += substr($0, RSTART + 5) } END { print all }')
[ "$said" = "$(grep -o '"not_told_apart_count":[0-9]*' list.json | awk -F: '{ all += $2 } END { print all }')" ] ||
    wrong "the list for people and the one for programs tell others apart"
told rescore --all || wrong "not all score the same"

# One is erased, and one in the middle damaged.
erased=$(sed -n 5p rows.txt)
desk org erase "$erased" --ground asked --by "Anna Berg" --yes >/dev/null || wrong "nothing was erased"
at=$(grep -abo 'age-encryption.org/v1' org/archive.db | sed -n 20p | cut -d: -f1)
printf 'XXXX' | dd of=org/archive.db bs=1 seek=$((at + 900)) conv=notrunc status=none
told list && wrong "a damaged result is no failure"
bent=$(sed -n 's/^WARNING: result \([^:]*\): .*/\1/p' all.err)
[ "$(head -1 all.err)" = "$(grep "^WARNING: result ..-..: " all.err)" ] || wrong "not one result alone is told, and first"
same <(rows all.out) <(grep -vxF -e "$erased" -e "$bent" rows.txt)
grep -q '^1 more without content' all.out || wrong "the erased one is not counted"
told rescore --all && wrong "a damaged result is no failure"
grep -q "^$((count - 2)) the same, 0 different" all.out || wrong "the others are not scored"
told profile status
grep -q "^WARNING: result $bent: " all.err || wrong "a profile leaves a damaged result untold"

# Another assessment in their place: each is named, in order of arrival, on every way through.
sed -i 's/"version": "[^"]*"/"version": "0.0.0"/' org/assessment/assessment.json
for command in list "rescore --all" "profile status"; do
    # shellcheck disable=SC2086
    told $command
    sed -n 's/^WARNING: result \([^:]*\): .*/\1/p' all.err >named.txt
    same <(sort named.txt) <(grep -vxF -e "$erased" rows.txt | sort)
    [ -f arrived.txt ] || cp named.txt arrived.txt
    same named.txt arrived.txt
    [ "$(grep -c 'another version of the assessment' all.err)" = $((count - 2)) ] || wrong "$command names not every result"
done
finish
