#!/bin/bash
# Attack: whoever can write to vacancies/ changes what an open vacancy asks for, after people were invited and
# some have answered, so that the next ones are compared with something else. No terminal gets it.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
vacancy_opened org 1 >codes
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config || wrong "not enrolled"
cp org/vacancies/deck.json kept
for change in 's/"importance":"1"/"importance":"4"/' 's/"title":"Deck officer"/"title":"Captain"/' 's/"opened":"20/"opened":"19/'; do
    sed "$change" kept >org/vacancies/deck.json
    cmp -s kept org/vacancies/deck.json && wrong "$change changed nothing"
    expect 1 'vacancies/deck.json was changed after people were invited to it; put it back from a copy' \
        desk org enrol request --out config-2 --words "$(cat request.words)"
    [ ! -e config-2 ] || wrong "a configuration was made after $change"
done
# What may change does, and another vacancy is not held up.
cp kept org/vacancies/deck.json
desk org retention set deck --days 90 >/dev/null || wrong "no days"
vacancy_opened org 0 second Second >/dev/null
terminal_enrol org request config-2 || wrong "not enrolled again"
[ "$(grep -c '"kind":"vacancy"' org/roll.jsonl)" = 2 ] || wrong "not each vacancy is signed for once"
desk org vacancy close deck >/dev/null || wrong "not closed"
terminal_enrol org request config-3 || wrong "not enrolled after it was closed"
[ ! -e config-3/vacancies/deck.json ] || wrong "a closed vacancy goes out"
finish
