#!/bin/bash
# `resonance show` and `report`: one person, to those who hold a key, and to nobody else's disk.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
vacancy_opened org 1 >codes
organization_collect org 1 >>codes
terminal_request data request.json
terminal_enrol org request.json config
person_sits config data codes "candidate 1" 11 order=2 || exit 1
person_sits config data codes "rater 1" 12 order=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
handle=$(desk org list --json | sed 's/.*"handle":"\([^"]*\)".*/\1/')

expect 0 'Example: resonance report' "$BIN/resonance" report --help
expect 0 'Example: resonance show' "$BIN/resonance" show --help
refuse 2 'name one result, or say --all' desk org report
refuse 2 'ats, html, json, pdf, record or txt' desk org report "$handle" --format doc
refuse 1 'there is no result' desk org report uuuuuu
receipt=$(desk org report "$handle" --format json | sed 's/.*"receipt":"\([^"]*\)".*/\1/')
[[ $receipt =~ ^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$ ]] || wrong "the report has no receipt: $receipt"
plain=${receipt//-/}
for typed in "$receipt" "${receipt,,}" "$plain" "${receipt//-/ }" " ${plain:0:3} ${plain:3:6}-${plain:9} "; do
    expect 0 'not for decisions' desk org show "$typed"
done
refuse 1 "with the receipt ${plain:0:15}, which has 15 letters and digits; a receipt has 16, such as" desk org show "${plain:0:15}"
[ "${plain:15}" = Z ] && other=Y || other=Z
refuse 1 'its person copied it from the last screen' desk org show "${plain:0:15}$other"
refuse 2 'or its receipt as one word, is needed' desk org show ${receipt//-/ }
ORGANIZATION_PASSPHRASE="this is not the one" refuse 1 'does not open keys/recruiter.key' \
    desk org report "$handle" --out page.html --format html
[ -e page.html ] && wrong "a refused report left a file"

expect 0 'not for decisions' desk org show "$handle"
grep -q 'I would try it out first' "$work/.out" || wrong "the person's own words are not shown"
cp "$work/.out" shown.txt
for format in txt html json; do
    expect 0 'Wrote ' desk org report "$handle" --format $format --out page.$format
    grep -qi 'not for decisions' page.$format || wrong "$format: the pilot line is missing"
    [ "$(stat -c %a page.$format)" = 600 ] || wrong "$format: others can read it"
done
same shown.txt page.txt
if command -v jq >/dev/null; then
    jq -e . page.json >/dev/null || wrong "the JSON report is none"
fi
expect 0 'not for decisions' desk org show "$handle" --json
expect 0 'Wrote ' desk org report "$handle" --identity org.recovery.txt --out recovered.txt
same page.txt recovered.txt
expect 1 'File too large|disk is full' small_files 40 desk org report "$handle" --format html --out full.html
[ -e full.html ] && wrong "a full disk left half a report"
nothing_beside full.html
refuse 1 'nowhere/page.txt' desk org report "$handle" --out nowhere/page.txt

# There is no report on a colleague. `list` does not name their results, but handles can be worked out
# from the archive.
found=0
for handle in $(python3 "$SOURCE/tests/cli/colleagues.py" handles org/archive.db); do
    desk org show "$handle" >"$work/.out" 2>"$work/.err" && continue
    grep -q 'from a colleague' "$work/.err" && found=$((found + 1))
done
[ "$found" = 1 ] || wrong "of one colleague's answers $found were kept back"
rm -f page.* shown.txt recovered.txt .out
grep -rqaF "I would try it out first" org data config && wrong "plain words are on the disk"
finish
