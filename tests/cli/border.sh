#!/bin/bash
# A text from outside gives no order: what nobody sees is refused where it is read, in the request of a
# terminal, in a configuration, in the name of a file; what is there all the same (the words of a person,
# a folder of before) is shown without it. JSON keeps it, written out, and stays JSON, however long.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
for program in python3 sqlite3 minisign script; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done
cd "$work" || exit 1
export LC_ALL=C.UTF-8 PYTHONUTF8=1

# orders FILE...: the lines that control a terminal, or hide or turn what stands beside
orders() {
    LC_ALL=C grep -anP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c|\xf3\xa0[\x80\x81]' "$@"
}
no_order() {
    orders "$@" >orders && wrong "an order to the terminal goes out: $(head -2 orders | cat -v)"
}
is_json() { python3 -c 'import json, sys; json.loads(open(sys.argv[1], "rb").read().decode("utf-8", "strict"))' "$1" 2>/dev/null; }
# json_set FILE KEY TEXT: as our programs write it
json_set() {
    python3 - "$@" <<'PY'
import json, sys
path, key, text = sys.argv[1:]
document = json.load(open(path))
document[key] = text
open(path, "w", newline="").write(json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
PY
}

# A terminal's own words that hide the true ones, its colours, its C1 codes, words turned, lines added.
evil=($'\x1b[2J' $'":\n  basket basil\x1b_' $'\u009b2J' $'\u202e' $'\u2066' $'\n  basket basil' $'\U000e0041' $'\x7f')
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 1 >codes
request_made request.json
cp -r org before # whose vacancies no configuration has signed for

# ---- the label of a request: the words that must be compared cannot be covered ----
for order in "${evil[@]}"; do
    cp request.json evil.json
    json_set evil.json label "Lobby$order"
    refuse 2 "^resonance enrol: evil.json is not what 'resonance-kiosk --request' writes: the label holds |the label has the character U" \
        desk org enrol evil.json --out config
    no_order "$work/.out" "$work/.err"
    [ -e config ] && wrong "such a request got a configuration"
    refuse 2 '^resonance-kiosk: the label h' "$BIN/resonance-kiosk" --request r.json --label "Lobby$order" --data made
    no_order "$work/.out" "$work/.err"
done
[ -e r.json ] && wrong "a terminal asks under a label that nobody would take"

# ---- a configuration that was changed on its way ----
terminal_request data true.json
terminal_enrol org true.json good || exit 1
expect 0 '^ok +signed configuration' "$BIN/resonance-kiosk" --doctor --config good --data data
for order in "${evil[@]}"; do
    for place in label organization contact retention; do
        rm -rf changed && cp -r good changed
        json_set changed/terminal.json $place "x${order}y"
        config_sign_anew changed "$work/anew"
        expect 1 "^WRONG signed configuration: the (label of the terminal|name of the organization|contact of the organization|sentence on how long answers are kept) h.*; bring the whole configuration" \
            "$BIN/resonance-kiosk" --doctor --config changed --data data
        no_order "$work/.out" "$work/.err"
    done
done
rm -rf changed && cp -r good changed
json_set changed/vacancies/deck.json title $'Deck\u202e officer'
config_sign_anew changed "$work/anew"
expect 1 '^WRONG signed configuration: vacancy deck: the title has the character U\+202E, which nobody sees' \
    "$BIN/resonance-kiosk" --doctor --config changed --data data

# ---- a folder of before: nobody looked at its texts; the desk opens it, and signs nothing ----
json_set before/organization.json contact $'hr\n555 \u202e'
json_set before/vacancies/deck.json title $'Deck\u202e\x1b officer'
expect 0 '^Contact: ' desk before organization show
no_order "$work/.out"
expect 0 '^Signed for' desk before organization sign --yes
no_order "$work/.out"
expect 0 'Deck' desk before vacancy show deck
no_order "$work/.out"
expect 0 '"title":"Deck\\u202e\\u001b officer"' desk before vacancy show deck --json
refuse 2 'vacancy deck: the title has the character U\+202E' desk before enrol request.json --out config
json_set before/vacancies/deck.json title Deck
refuse 2 'the contact of the organization holds a line break; write it as one line; .*resonance organization edit' \
    desk before enrol request.json --out config
desk before organization edit --contact hr >/dev/null
json_set before/vacancies/deck.json title $'Deck\u202e'
refuse 2 'vacancy deck: the title has the character U\+202E' desk before enrol request.json --out config
[ -e config ] && wrong "what no terminal takes was signed"

# ---- the words of a person, and a label that somebody wrote into the archive: the signed one is shown ----
cat >words.story <<STORY
size    1920x1080  width-mm 476
tap     "Start"
code    candidate 1
expect  screen notice
tap     "next"
tap     "consent-yes"
person  seed 5 noise 0.6 pace 7 words "I would $(printf '\u202e')try it$(printf '\u2066\u200f') out$(printf '\u009b')31m first"
answer  until screen finish
tap     "next"
STORY
expect 0 holds "$BIN/resonance-story" --config good --data data --codes codes words.story
"$BIN/resonance-kiosk" --export all.bundle --config good --data data >/dev/null || wrong "no export"
sqlite3 org/archive.db "update terminal set label = char(0x1b) || '[2J' || 'Lobby' || char(0x202e) || char(10) || 'all imported'"
expect 0 'from "Test terminal"' desk org import all.bundle
no_order "$work/.out" "$work/.err"
[ "$(grep -c '^all imported' "$work/.out")" = 0 ] || wrong "a label says a line of its own"
handle=$(desk org list --json | sed 's/.*"handle":"\([^"]*\)".*/\1/')
for format in txt html json; do
    expect 0 'Wrote' desk org report "$handle" --format $format --out page.$format
    grep -qE 'I would .*try it.* out.*31m first' page.$format || wrong "$format: the person's words are lost"
    no_order page.$format
done
is_json page.json && grep -q 'I would \\u202etry it' page.json || wrong "the JSON has other words than the person wrote"
desk org report "$handle" --format record --out page.record >/dev/null
grep -q $'\u202e' page.record || wrong "the record is no longer what was sealed"
expect 0 'I would try it' desk org show "$handle"
no_order "$work/.out"

# ---- names of files on a stick; a name that is no UTF-8 ----
mkdir stick
printf 'HFB1' >"stick/"$'a\x1b[2J\x1b]0;evil\x07.bundle'
printf 'HFB1' >"stick/"$'b\nAll of it is here now.bundle'
printf 'HFB1' >"stick/"$'c\xff.bundle'
cp all.bundle stick/d.bundle
cp all.bundle "stick/"$'e\u202e.bundle'
expect 2 'e<U\+202E>\.bundle was not imported: the name of the file has the character U\+202E.*; rename the file' desk org import stick
grep -q '^stick/d.bundle: from' "$work/.out" || wrong "the honest bundle beside them is not there"
grep -q '^All of it is here now.bundle' "$work/.out" "$work/.err" && wrong "a name says a line of its own"
no_order "$work/.out" "$work/.err"
desk org import stick --json >names.json 2>/dev/null
is_json names.json || wrong "names of files break the JSON"
no_order names.json
refuse 2 'no command "<U\+001B>\[2J"' "$BIN/resonance" $'\x1b[2J'
no_order "$work/.err"

# ---- many: all of them are told ----
mkdir many
for ((i = 0; i < 9000; i++)); do printf 'HFB1' >"many/the-bundle-of-a-terminal-with-a-rather-long-name-number-$i.bundle"; done
expect 1 '^resonance import: 9000 of 9000 bundles were not imported' desk org import many
[ "$(grep -c 'number-[0-9]*.bundle was not imported: ' "$work/.err")" = 9000 ] || wrong "the list of what was not imported ends early"
desk org import many --json >many.json 2>/dev/null
[ "$(stat -c %s many.json)" -gt 1048576 ] || wrong "the test is too small"
python3 -c 'import json; assert len(json.load(open("many.json"))["bundles"]) == 9000' || wrong "the JSON of 9,000 bundles is not whole"

# ---- a table on a screen, and in a file ----
printf 'group,score\nxx\x1b[2J,1\nyy,2\nxx\x1b[2J,2\nyy,5\n' >table.csv
"$BIN/resonance-study" scoring-rate --by group --measure score table.csv >table.txt || wrong "the table is not read"
orders table.txt >/dev/null || wrong "the test is without an order: $(cat -v table.txt)"
script -qec "$BIN/resonance-study scoring-rate --by group --measure score table.csv" /dev/null | tr -d '\r' >screen.txt
grep -q '<U+001B>' screen.txt || wrong "the screen shows another table: $(cat -v screen.txt)"
no_order screen.txt
finish
