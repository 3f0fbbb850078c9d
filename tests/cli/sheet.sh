#!/bin/bash
# The recovery sheet for print, and what a person types from it: a wrong letter names its line, what is
# only written in another way does not matter, and `resonance key sheet` tries it and changes nothing.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
organization_collect org 2 >codes
terminal_request data request.json
terminal_enrol org request.json config
person_sits config data codes "rater 1" 1 order=2 || exit 1
terminal_collect config data org bundle >/dev/null
# lines FILE: the numbered lines of a sheet
lines() { sed -E 's/<[^>]*>//g; s/^# //' "$1" | grep -E '^[1-7]  [0-9A-Z-]+$'; }
# identity FILE: the secret key in it
identity() { grep '^AGE-SECRET-KEY-1' "$1"; }

expect 0 'Example: resonance key sheet' "$BIN/resonance" key sheet --help
expect 0 'It opens 1 of the results here; closed to it: 0' desk org key sheet org.recovery.txt
grep -q 'Its key is "recovery" of the present set' "$work/.out" || wrong "the key is not named"
grep -q "$(desk org key words recovery)" "$work/.out" || wrong "its words are not shown"
grep -q 'Its signing key is that of the organization' "$work/.out" || wrong "the signing key is not tried"

# For print: a new key, what came before is shared with it, and no secret in the folder.
expect 0 'Changed the key recovery' desk org key rotate recovery --recovery-out sheet.html
[ "$(stat -c %a sheet.html)" = 600 ] || wrong "others can read the page"
expect 0 'recovery can read 1 result of before' desk org key share recovery --yes
lines sheet.html >typed
[ "$(wc -l <typed)" = 7 ] || wrong "the page has not seven lines: $(cat typed)"
grep -rqF "$(sed -n 's/^2  //p' typed)" org && wrong "a line of the sheet is in the folder"
grep -q "default-src 'none'" sheet.html || wrong "the page may load something from elsewhere"
for words in 'Who keeps it' 'How it is used' 'can open every result of Northwind Ferries' 'two safes' 'resonance key sheet FILE'; do
    grep -q "$words" sheet.html || wrong "the page does not say: $words"
done

# Read as it was made, typed, and typed as people type.
tr 'A-Z0' 'a-zo' <typed | tr -d - >small
sed 's/^\([1-7]\)  /\1. /; s/-/ /g; s/L/I/g; s/8/B/g' typed | tac >with-blanks
sed -n 1,3p typed | sed 's/L/1/g; s/$/\r/' >three
cp -r org/keyset.json org/roll.jsonl org/keys .
for file in sheet.html typed small with-blanks three; do
    expect 0 'It opens 1 of the results here; closed to it: 0' desk org key sheet $file
    grep -q 'Its key is "recovery"' "$work/.out" || wrong "$file: the key is not named"
done
grep -q 'lines 4 to 7 were not typed' "$work/.out" || wrong "it is not said that the signing key is missing"
same org/keyset.json keyset.json
same org/roll.jsonl roll.jsonl
same org/keys keys
expect 0 'tried a sheet +recovery' desk org audit log
expect 0 '' desk org doctor

# A wrong letter in any line: the line is named, and where to look. A secret is never repeated.
for line in 1 2 3 4 5 6 7; do
    letter=$(sed -n "${line}s/^.  \(.\).*/\1/p" typed)
    other=$([ "$letter" = Q ] && echo P || echo Q)
    sed "${line}s/^\(.  \)./\1$other/" typed >wrong-letter
    refuse 2 "line $line of the sheet is not right, most likely in its group 1; compare" desk org key recover signing --identity wrong-letter
    grep -qF "$(sed -n "${line}s/^.  \(.\{4\}\).*/\1/p" typed)" "$work/.err" && wrong "the sentence repeats the sheet"
done
sed '2d' typed >short
refuse 2 'line 2 of the sheet is missing' desk org key sheet short
sed '3s/-....-/-/' typed >shorter
refuse 2 'line 3 of the sheet has 16 letters and digits instead of 20' desk org list --identity shorter
echo 'the sheet is at home' >prose
refuse 2 'prose: no secret key stands in it: neither' desk org key sheet prose
refuse 1 'nowhere' desk org key sheet nowhere

# It recovers: the key of a recruiter from lines with blanks, and the signing key.
next="eight brisk herons wade across"
given() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"$'\n'"$next"; }
expect 0 'Recovered the key recruiter' given key recover recruiter --identity with-blanks
ORGANIZATION_PASSPHRASE=$next expect 0 'the same, 0 different' desk org rescore --all
"$BIN/resonance" key recover signing --identity small --org org --passphrase-fd 9 9<<<"$next" >/dev/null || wrong "the signing key does not come back"
ORGANIZATION_PASSPHRASE=$next

# Other sheets: of a key that was replaced, of another organization.
expect 1 'its key is none of the present set' desk org key sheet org.recovery.txt
grep -q 'It opens 1 of the results here; closed to it: 0' "$work/.out" || wrong "the old sheet opens what it could open"
ORGANIZATION_PASSPHRASE="seven quiet otters row home" organization_new other "Another" >/dev/null
expect 1 'the key of the organization that yours belongs to' desk org key sheet other.recovery.txt

# Without our program: the recipe on the page, for Debian's age.
{
    printf AGE-SECRET-KEY-1
    sed -n 1,3p typed | sed 's/^.  //; s/-//g; s/..$//' | tr -d '\n'
    echo
} >by-hand
if command -v age >/dev/null; then
    sqlite3 org/archive.db "SELECT writefile('shared.head', header) FROM share LIMIT 1" >/dev/null
    sqlite3 org/archive.db "SELECT writefile('own.age', payload) FROM entry WHERE type = 1 LIMIT 1" >/dev/null
    age -d -i org.recovery.txt own.age >plain.old || wrong "age does not open it with the first sheet"
    skip=$(($(LC_ALL=C grep -abo -m1 -e '^--- ' own.age | head -1 | cut -d: -f1) + 48))
    { cat shared.head; tail -c +$((skip + 1)) own.age; } >whole.age
    age -d -i by-hand whole.age >plain.new || wrong "age does not open it with what was typed by hand"
    same plain.old plain.new
fi

# The code, read by another program, is a sheet as well.
if command -v zbarimg >/dev/null && command -v python3 >/dev/null; then
    python3 "$SOURCE/tests/kit/sheet_code.py" sheet.html >code.pbm
    zbarimg -q --raw -S "*.disable" -S qrcode.enable code.pbm >scanned 2>/dev/null || wrong "the code is not read"
    expect 0 'Its signing key is that of the organization' desk org key sheet scanned
    grep -q 'Its key is "recovery"' "$work/.out" || wrong "the code holds another key"
    [ "$(identity scanned)" = "$(cat by-hand)" ] || wrong "code and lines are not the same key"
fi
finish
