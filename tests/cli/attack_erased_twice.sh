#!/bin/bash
# Attack: the same result is erased twice, by another person, on another ground, at the same moment, with
# a wrong passphrase or without saying why. One signed row stands, the first; the receipt for the person
# is what the organization signed, and nobody can change a letter of it.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 2
gone=${handles[0]} other=${handles[1]}

# Nothing is erased by somebody who does not say who and why, or does not hold the key.
refuse 2 '^resonance erase: --ground is asked, retention, order or mistake$' desk org erase "$gone" --yes
refuse 2 'ground is asked' desk org erase "$gone" --ground because --by "Anna Berg" --yes
refuse 2 'an erasure has a person who does it: --by NAME' desk org erase "$gone" --ground asked --yes
refuse 2 'a name has at least' desk org erase "$gone" --ground asked --by A --yes
refuse 2 'day is a day such as' desk org erase "$gone" --ground asked --by "Anna Berg" --day yesterday --yes
refuse 2 'not one after today' desk org erase "$gone" --ground asked --by "Anna Berg" --day 9998-01-01 --yes
refuse 2 'name one result, or say --again' desk org erase --ground asked --by "Anna Berg" --yes
refuse 1 'there is no result' desk org erase 0000-0000 --ground asked --by "Anna Berg" --yes
expect 1 'passphrase' "$BIN/resonance" erase "$gone" --ground asked --by "Anna Berg" --yes --org org --passphrase-fd 9 9<<<wrong-passphrase-here
[ ! -e org/ends.jsonl ] || wrong "something was signed"
[ "$(handle_list org | wc -l)" = 2 ] || wrong "something was erased"
refuse 1 'was not erased, so there is nothing to confirm' desk org receipt "$gone" --out no.txt
[ ! -e no.txt ] || wrong "there is a receipt"

# The first.
desk org report "$gone" --out read.txt >/dev/null
day=$(date -u +%F)
expect 0 "^Erased $gone \(order, by Anna Berg\)" desk org erase "$gone" --ground order --by "Anna Berg" --day 2026-11-17 --yes --receipt first.txt
tr '\n' ' ' <"$work/.out" >said
grep -q 'The log names 1 report of it that left this folder' said || wrong "exports are not named: $(cat said)"
grep -q 'backups of this folder from before now still hold it: delete them' said || wrong "copies are not named as what they are"
day="($day|$(date -u +%F))"
[ "$(ends_rows org)" = 1 ] || wrong "not one row"

# Again, each time otherwise: it is said when, why and by whom it was, and nothing is added.
before="^$gone was erased already on $day, on the ground order, by Anna Berg\.$"
expect 0 "$before" desk org erase "$gone" --ground asked --by "Jan Vos" --yes
expect 0 "$before" desk org erase "$gone" --ground mistake --by "Jan Vos"
expect 0 "$before" desk org erase "$gone"
expect 0 '^{"by":"Anna Berg","day":"2026-11-17","ground":"order","handle":"'"$gone"'","is_locked_away":false,"row":1}$' desk org erase "$gone" --json
refuse 1 'nothing is left to hold' desk org hold "$gone" --reason "A charge" --by "Jan Vos"
refuse 1 "result $gone: its content was erased here on $day, on the ground order, and cannot come back" desk org show "$gone"
[ "$(ends_rows org)" = 1 ] || wrong "a second erasure is signed"
# A receipt that is asked for with it is written all the same, and the log tells of no erasure that was none.
cp first.txt kept.txt
rm first.txt first.txt.minisig
expect 0 "$before" desk org erase "$gone" --ground asked --by "Jan Vos" --yes --receipt first.txt
grep -q 'Wrote the receipt first.txt' "$work/.out" || wrong "nothing is said of the receipt"
same kept.txt first.txt
[ -s first.txt.minisig ] || wrong "the receipt has no signature"
desk org audit log >log.txt
[ "$(grep -c "erased.* $gone" log.txt)" = 1 ] || wrong "the log has other erasures of it: $(grep erased log.txt)"
# Two at the same moment: one row.
for n in 1 2 3; do erased org "$other" >"both$n" 2>&1 & done
wait
[ "$(ends_rows org)" = 2 ] || wrong "three at once left $(($(ends_rows org) - 1)) rows: $(cat both?)"
expect 0 '2 erased, each with its signed row, and 0 held' desk org doctor
expect 0 'each follows the one before' desk org audit log
[ "$(grep -c " erased  *$gone  (signed)" "$work/.out")" = 1 ] || wrong "the log has other erasures of it: $(grep erased "$work/.out")"

# The receipt: what was said, checked without this program.
for fact in 'Reference: *'"$gone" 'Why: *an authority or a court ordered it' 'Asked or due on: *2026-11-17' 'Erased by: *Anna Berg' 'Signed row: *1$'; do
    grep -qE "$fact" first.txt || wrong "the receipt does not say $fact: $(cat first.txt)"
done
words=$(desk org key words signing | grep -oE '([a-z]+ ){7}[a-z]+')
grep -qF "$words" first.txt || wrong "the words of the organization are missing"
expect 0 'Wrote the receipt' desk org receipt "$gone" --out again.txt
same <(sed 's/first.txt/again.txt/' first.txt) again.txt
refuse 2 'is a file' desk org receipt "$gone" --out -
mkdir folder
refuse 1 'folder' desk org receipt "$gone" --out folder
if command -v minisign >/dev/null; then
    command=$(grep -o 'minisign -V -m first.txt -p organization.pub' first.txt) || wrong "how to check it is not said"
    cp org/keys/organization.pub .
    expect 0 "resonance receipt $gone" $command
    sed 's/Anna Berg/Jan Vos/' first.txt >false.txt
    cp first.txt.minisig false.txt.minisig
    minisign -q -V -m false.txt -p organization.pub 2>/dev/null && wrong "a changed receipt is taken"
fi
finish
