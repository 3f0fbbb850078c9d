#!/bin/bash
# One colleague types the code of one card at three terminals. The desk counts one colleague, whatever
# comes first, and cannot tell whose card it was: what it compares leads to no tag and stands nowhere
# but inside the sealed records.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
organization_collect org 7 >codes
for n in 1 2 3; do
    terminal_request data-$n request-$n.json
    terminal_enrol org request-$n.json config-$n
done
cp -r org org-other
sits() { person_sits "config-$1" "data-$1" codes "rater $2" "$3" order=$((1 + $3 % 2)) care=$(($3 % 3)) growth=$((2 - $3 % 2)) || wrong "rater $2 could not answer at terminal $1"; }
export_all() { for n in 1 2 3; do "$BIN/resonance-kiosk" --export $n.bundle --config config-$n --data data-$n >/dev/null || wrong "no export"; done; }
status() { desk org profile status --json; }
for n in 1 2 3; do sits $n 1 $n; done
export_all
expect 0 '1 new result' desk org import 1.bundle
[ "$(status)" = '{"answered":1,"next":5,"profile_from":0}' ] || wrong "one is not one: $(status)"
expect 0 '1 new result' desk org import 2.bundle 3.bundle
[ "$(status)" = '{"answered":1,"doubles":2,"next":5,"profile_from":0}' ] || wrong "one code on three terminals: $(status)"
expect 0 '^Colleagues who answered: 1$' desk org profile status
expect 0 '^2 more came with a code that had answered elsewhere: each code counts once' desk org profile status
expect 1 'the answers of 1 colleagues are too few' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes

# Four others make five: a profile of five, by whichever way the three came.
for n in 2 3 4 5; do sits 2 $n $((10 + n)); done
export_all
expect 0 '4 new results' desk org import 2.bundle
[ "$(status)" = '{"answered":5,"doubles":2,"next":8,"profile_from":5}' ] || wrong "five are not five: $(status)"
for n in 3 2 1; do desk org-other import $n.bundle >/dev/null || wrong "bundle $n does not come to the other desk"; done

# Whoever has the keys opens the three records: they have one pseudonym, which stands nowhere else.
mkdir opened
python3 "$SOURCE/tests/cli/colleagues.py" payloads opened org/archive.db >/dev/null
for payload in opened/*.age; do
    "$BIN/resonance" age-open --identity org.recovery.txt "$payload" | tr -d '\000' | grep -aoE '"pseudonym":"[0-9a-f]{32}"' | cut -d'"' -f4
done >pseudonyms
[ "$(wc -l <pseudonyms)" = 7 ] || wrong "of 7 records $(wc -l <pseudonyms) have a pseudonym"
[ "$(sort pseudonyms | uniq -c | awk '{ print $1 }' | sort | paste -sd' ')" = '1 1 1 1 3' ] || wrong "the pseudonyms do not say who is the same"
grep -oE '"tag":"[0-9a-f]{32}"' config-1/invitations.json | cut -d'"' -f4 >tags
[ "$(wc -l <tags)" = 7 ] || wrong "there are not seven tags"
sort -c tags || wrong "the tags of colleagues stand in the order of the cards"
grep -qxFf tags pseudonyms && wrong "a pseudonym is a tag"
while read -r pseudonym; do
    raw=$(sed 's/../\\x&/g' <<<"$pseudonym")
    LC_ALL=C grep -rlaP -- "$raw|$pseudonym" org config-? data-? ./*.bundle codes && wrong "a pseudonym stands outside of the records"
done < <(sort -u pseudonyms)

# What is frozen is the same, and all seven answers go.
expect 1 'from 5 colleagues for good' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno"
expect 0 'Erased the single answers of 5 colleagues' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
expect 0 'Froze the profile autumn from 5 colleagues' desk org-other profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
same <(desk org profile show autumn --json) <(desk org-other profile show autumn --json)
rm -rf opened && mkdir opened
python3 "$SOURCE/tests/cli/colleagues.py" payloads opened org/archive.db >left
[ "$(cat left)" = 0 ] || wrong "$(cat left) answers are left at the desk"
tally 2 doubles that do not count
finish
