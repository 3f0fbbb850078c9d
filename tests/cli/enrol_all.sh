#!/bin/bash
# `resonance enrol --all`: many terminals with one passphrase. Each new one wants a yes of its own, one that is
# known wants none, and when one request is wrong nothing is kept. Each terminal takes its own folder.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
command -v script >/dev/null || { echo "skipped: script is not installed"; exit 77; }
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 6 >codes
mkdir requests data
terminal_request data/lobby requests/lobby.request "Lobby"
terminal_request data/hall requests/hall.json "Hall"
words() { cat "requests/$1.words"; }
number() { grep -o '"device_id":"[0-9a-f]*"' "requests/$1" | cut -d'"' -f4; }
echo "read me" >requests/notes.txt
echo "$ORGANIZATION_PASSPHRASE" >passphrase

# ---- what is refused, and then nothing is kept ----
cp -r org before
refuse 2 'a word is missing: the request of a terminal, or --all' desk org enrol --out configs
refuse 2 '"one.request" is one word too many' desk org enrol one.request --all requests --out configs
refuse 2 '--out and its value' desk org enrol --all requests
mkdir empty
refuse 1 'empty holds no file that ends in .request or .json' desk org enrol --all empty --out configs
refuse 1 'no such file or folder' desk org enrol --all nowhere --out configs
cp requests/lobby.request requests/second.request
refuse 2 'lobby.request and requests/second.request are requests of the same terminal' desk org enrol --all requests --out configs
rm requests/second.request
echo '{}' >requests/broken.json
refuse 2 'requests/broken.json is not what' desk org enrol --all requests --out configs
rm requests/broken.json
request_made requests/other.request 0123456789abcdef0123456789abcdef
"$BIN/bench_sealed_copies" words requests/other.request >other.words
rm requests/other.request
expect 1 'no request has the words .*: one was changed' desk org enrol --all requests --out configs \
    --words "$(words lobby.request)" --words "$(cat other.words)"
request_made requests/other.request 0123456789abcdef0123456789abcdef
expect 2 'there is nobody here to ask: Does "Made terminal" show these words' \
    setsid -w "$BIN/resonance" enrol --all requests --out configs --words "$(words lobby.request)" --words "$(words hall.json)" \
    --org org --passphrase-fd 9 9<passphrase
same org before
# all_asked ANSWERS: as somebody at a screen
all_asked() { printf "$1" | script -qec "$BIN/resonance enrol --all requests --out configs --org org --passphrase-fd 9 9<passphrase" /dev/null; }
expect 1 'the answer was not yes; nothing was changed' all_asked 'yes\nyes\nno\n'
same org before
[ -e configs ] && wrong "a refused enrolment made a folder"
rm requests/other.request requests/other.request.words

# ---- both, each with its own yes; the passphrase once ----
expect 0 'Configuration 2, for "(Lobby|Hall)", is in configs/' all_asked 'yes\nyes\n'
for name in lobby.request hall.json; do
    grep -qF "$(words $name)" "$work/.out" || wrong "the words of $name are not shown"
    [ -f "configs/$(number $name)/manifest.json" ] || wrong "$name has no folder of its own"
done
[ "$(ls configs | wc -l)" = 2 ] || wrong "there are other folders: $(ls configs)"
[ "$(grep -c '"kind":"terminal"' org/roll.jsonl)" = 2 ] || wrong "not both are signed for"
expect 0 'Lobby' desk org terminal list
expect 0 'signed and linked|ok' desk org doctor

# ---- each takes its own, and not the other's ----
terminal_told data/lobby "$(desk org key words signing)"
terminal_told data/hall "$(desk org key words signing)"
told() { "$BIN/resonance-kiosk" --doctor --config "configs/$(number "$1")" --data "data/$2" || true; }
expect 0 'ok +made for this terminal' told lobby.request lobby
expect 0 'ok +made for this terminal' told hall.json hall
expect 0 'WRONG made for this terminal: the configuration is made for another terminal' told hall.json lobby
person_sits "configs/$(number lobby.request)" data/lobby codes "candidate 1" 1 order=1 || wrong "nobody can sit down"

# ---- known ones want no yes; a new one among them does ----
expect 0 'known with these words' desk org enrol --all requests --out configs
terminal_request data/gate requests/gate.request "Gate"
expect 2 'Does "Gate" show these words' setsid -w "$BIN/resonance" enrol --all requests --out configs --org org --passphrase-fd 9 9<passphrase
grep -q 'Does "Lobby"' "$work/.err" && wrong "a known terminal is asked for again"
expect 0 'for "Gate"' desk org enrol --all requests --out configs --words "$(words gate.request)"
[ "$(ls configs | wc -l)" = 3 ] || wrong "there are other folders: $(ls configs)"
# Another label is another set of words.
terminal_request data/gate requests/gate.request "Gate, north"
expect 2 'Does "Gate, north" show' setsid -w "$BIN/resonance" enrol --all requests --out configs --org org --passphrase-fd 9 9<passphrase
tally $refusals refused
finish
