#!/bin/bash
# Attack: whoever can write to the folder of the desk exchanges the code that somebody holds for one of their own,
# takes it away, lets a revoked card open again, or adds codes, a vacancy, a question. What was signed for before
# reaches no terminal changed, and the card is named; what is new is told to whoever signs, before they sign.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 3 >codes
organization_collect org 2 >>codes
"$BIN/bench_sealed_copies" request key request
enrolled() { desk org enrol request --out "$1" --words "$(cat request.words)"; }

# Before any is signed for: codes that are made to be guessed a thousand times as quickly as was settled.
cp -r org early
sed -i 's/"memory_bytes":65536/"memory_bytes":8192/' org/invitations.json
cmp -s org/invitations.json early/invitations.json && wrong "nothing was made quicker to guess"
quicker='invitations.json: codes would be quicker to guess than organization.json says; put invitations.json back from a copy'
expect 1 "$quicker" enrolled config
expect 1 "$quicker" desk org invite deck --count 1 --plain
expect 1 'wrong +codes' desk org doctor
[ ! -e config ] || wrong "a configuration was made with codes that are quick to guess"
rm -rf org && mv early org

# What is new stands there before the passphrase is asked for; what was signed for is not new again.
expect 2 'there is nobody here to ask: Do the same eight words' desk org enrol request --out config
for news in 'New, and signed for with it:' '  the vacancy deck, Deck officer' '  3 new codes for deck' '  2 new codes for colleagues' '  the form strategy-fit'; do
    grep -qF "$news" .out || wrong "it is not told: $news"
done
expect 0 'New, and signed for with it:' enrolled config
desk org invite revoke deck 2 2>/dev/null || wrong "not revoked"
expect 0 '^Configuration 2' enrolled config-2
grep -q 'New, and' .out && wrong "told again: $(cat .out)"
cp -r org before
again() { rm -rf org config-3 && cp -r before org; }

# changed SENTENCE OF PYTHON, SENTENCE: no configuration is made of it, and the doctor says the same
changed() {
    python3 - "$1" <<'PYTHON'
import json, sys
told = json.load(open("org/invitations.json"))
cards = {one["number"]: one for one in told["invites"] if one["role"] == "candidate"}
colleagues = [one for one in told["invites"] if one["role"] == "rater"]
mine = "0123456789abcdef0123456789abcdef"
exec(sys.argv[1])
open("org/invitations.json", "w").write(json.dumps(told, sort_keys=True, separators=(",", ":")))
PYTHON
    cmp -s org/invitations.json before/invitations.json && wrong "$1 changes nothing"
    expect 1 "invitations.json: $2; put invitations.json back from a copy" enrolled config-3
    [ ! -e config-3 ] || wrong "a configuration was made: $1"
    expect 1 'wrong +codes' desk org doctor
    again
}
changed 'cards[1]["tag"] = mine' 'the code of card 1 for deck is changed or missing'
changed 'told["invites"].remove(cards[3])' 'the code of card 3 for deck is changed or missing'
changed 'cards[1]["tag"], cards[3]["tag"] = cards[3]["tag"], cards[1]["tag"]' 'the code of card 1 for deck is changed or missing'
changed 'cards[1]["vacancy"] = "other"' 'the code of card 1 for deck is changed or missing'
changed 'colleagues[0]["tag"] = mine' 'the code of a colleague is changed or missing'
changed 'told["invites"].remove(colleagues[1])' 'the code of a colleague is changed or missing'
changed 'colleagues[0]["role"], colleagues[0]["vacancy"], colleagues[0]["number"] = "candidate", "deck", 9' 'the code of a colleague is changed or missing'
changed 'del cards[2]["revoked"]' 'card 2 for deck was revoked, and would open again'
changed 'cards[2]["revoked"] = False' 'card 2 for deck was revoked, and would open again'
changed 'told["salt"] = mine' 'how codes are checked was changed, so that none that somebody holds opens'
changed 'told["memory_bytes"] = 8192' 'how codes are checked was changed, so that none that somebody holds opens'

# What they add is told: nobody signs for it unseen.
python3 - <<'PYTHON'
import json
told = json.load(open("org/invitations.json"))
told["invites"].insert(0, {"number": 44, "role": "candidate", "tag": "0123456789abcdef0123456789abcdef", "vacancy": "deck"})
open("org/invitations.json", "w").write(json.dumps(told, sort_keys=True, separators=(",", ":")))
vacancy = json.load(open("org/vacancies/deck.json"))
vacancy["id"], vacancy["title"] = "captain", "Captain"
open("org/vacancies/captain.json", "w").write(json.dumps(vacancy, sort_keys=True, separators=(",", ":")))
PYTHON
sed -i 's/you would like to add/that we should know/' org/assessment/closing.osd
cmp -s org/assessment/closing.osd before/assessment/closing.osd && wrong "the form is not changed"
expect 2 'there is nobody here to ask' desk org enrol request --out config-3
for news in '  the vacancy captain, Captain' '  1 new code for deck' '  the form .*, which asks or says something else than that of the last'; do
    grep -q "^$news" .out || wrong "it is not told: $news"
done
[ ! -e config-3 ] || wrong "a configuration was made before anybody said yes"
again

# Each code is signed for once, however often terminals are enrolled; later ones in rows of their own.
desk org invite deck --count 2 --plain >/dev/null 2>&1
expect 0 '^  2 new codes for deck$' enrolled config-3
expect 0 '^Configuration 4' enrolled config-4
[ "$(grep -c '"kind":"codes"' org/roll.jsonl)" = 3 ] || wrong "codes are not signed for once: $(grep -c '"kind":"codes"' org/roll.jsonl)"
[ "$(grep -c '"kind":"revocation"' org/roll.jsonl)" = 1 ] || wrong "the revocation is not signed for once"

tally $refusals codes refused
finish
