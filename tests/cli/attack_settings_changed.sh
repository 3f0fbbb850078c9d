#!/bin/bash
# Attack: whoever can write to the folder of the desk, and cannot sign, changes what an owner settled: whom people
# may turn to, how quickly a passphrase can be guessed, what interviewers ask, what is usual elsewhere, how long
# results are kept. No command goes by it, no page shows, no terminal gets it; each names the file.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 1 >codes
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config || wrong "not enrolled"
desk org retention set deck --days 90 >/dev/null || wrong "no days"
cp "$SOURCE/questionnaires/interview/questions.json" org/questions.json
mend="put it back from a copy, or, if you changed it yourself, sign for it with 'resonance organization sign'"

# Questions of its own are asked once an owner signed for them, and an open desk says the same on each page.
refused() { # SENTENCE: whatever goes by what is settled refuses
    local words
    for words in list 'show K7-Q2' 'invite deck --count 1' 'vacancy show' 'retention due' 'organization edit --contact x' \
        'retention set deck --days 90' 'key new --label mallory' "enrol request --out config-2 --words x"; do
        # shellcheck disable=SC2086
        refuse 1 "$1; $mend" desk org $words
    done
    [ ! -e config-2 ] || wrong "a configuration was made: $1"
    expect 1 "wrong +settings" desk org doctor
    expect 0 '^Contact: ' desk org organization show
    printf '%s\n' 'GET / today.html' 'POST /import brought.html token=x bundle=nowhere' | "$BIN/desk_answer" org pages 9<<<"$ORGANIZATION_PASSPHRASE" >answered 2>&1
    grep -qF "${1%% *}" answered || wrong "the pages do not name ${1%% *}: $(cat answered)"
}
mkdir -p pages
refused 'questions.json was never signed for'
expect 2 'there is nobody here to ask: Did you, or somebody you have asked, change that' desk org organization sign
expect 0 '^questions.json was never signed for\.$' desk org organization sign --yes
refuse 1 'everything that is settled here is signed for already' desk org organization sign --yes
expect 0 '^0 results' desk org list
cp -r org before
again() { rm -rf org && cp -r before org; }

sed -i 's/hr@example.org/hr@examp1e.org/' org/organization.json
refused 'organization.json was changed since it was signed for'
again
sed -i 's/"memory_bytes":65536/"memory_bytes":8192/' org/organization.json
cmp -s org/organization.json before/organization.json && wrong "the cost is not changed"
refused 'organization.json was changed since it was signed for'
again
sed -i 's/Tell me/Please tell me/' org/questions.json
refused 'questions.json was changed since it was signed for'
again
rm org/questions.json
refused 'questions.json was signed for and is missing'
again
for days in 1 36500; do
    sed -i "s/\"keep_days\":90/\"keep_days\":$days/" org/vacancies/deck.json
    refused "vacancies/deck.json says that results are kept $days days?, and 90 days were signed for"
    again
done
sed -i 's/"keep_days":90,//' org/vacancies/deck.json
refused "vacancies/deck.json says that results are kept 0 days, and 90 days were signed for"
again
# A norm of their own, with their own key and signature: nothing in it is wrong.
mkdir -p org/norms && echo '{"key":"","signature":"","table":""}' >org/norms/usual.json
refused 'norms/usual.json was never signed for'
again

# What was signed for cannot be cut out, nor put back to what it was, once a configuration has been made since.
terminal_enrol org request config-3 || wrong "not enrolled again"
cp -r org before-cut
number=$(grep -n '"kind":"settings"' org/roll.jsonl | tail -1 | cut -d: -f1)
sed -i "${number}d" org/roll.jsonl
rm org/questions.json
expect 1 "roll.jsonl, line $number: a statement before it was changed or is missing" desk org list
rm -rf org && mv before-cut org

# Who cannot sign changes nothing by commands either.
wrong_words() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"not the right passphrase"; }
refuse 1 'the passphrase does not open' wrong_words organization edit --contact x
refuse 1 'the passphrase does not open' wrong_words retention set deck --days 1
sed -i 's/hr@example.org/hr@examp1e.org/' org/organization.json
expect 1 'the passphrase does not open' wrong_words organization sign --yes
refuse 1 'organization.json was changed since' desk org list

# A folder from before settles without a signature; the next configuration signs for what stands there.
organization_new early Early >/dev/null
sed -i '/"kind":"settings"/d' early/roll.jsonl
sed -i 's/hr@example.org/people@example.org/' early/organization.json
expect 0 '^0 results' desk early list
expect 0 '^note +settings +organization.json was never signed for' desk early doctor
terminal_enrol early request config-4 || wrong "not enrolled by a folder from before"
grep -q people@example.org config-4/terminal.json || wrong "another contact is given out"
[ "$(grep -c '"kind":"settings"' early/roll.jsonl)" = 1 ] || wrong "the enrolment did not sign for the settings"
sed -i 's/people@example.org/hr@example.org/' early/organization.json
refuse 1 'organization.json was changed since' desk early list
tally $refusals settings refused
finish
