#!/bin/bash
# What an owner does with a vacancy in the browser: a draft is changed, removed or opened, an open one
# closed. What cannot be undone is said before, asks for the passphrase again, and is refused when
# somebody has changed meanwhile what was read.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org 'Acme' >/dev/null 2>&1 || wrong "no organization"
for id in deck mate crane; do desk org vacancy new $id --title "Deck of $id" >/dev/null || wrong "no vacancy"; done
. "$SOURCE/tests/kit/desk_asked.sh"
desk_asked_begin org
right=passphrase=${ORGANIZATION_PASSPHRASE// /%20}
state() { grep -o '"state":"[a-z]*"' "org/vacancies/$1.json" | cut -d'"' -f4; }

# Its title, and whether it is a pilot.
answers 200 GET /vacancies/deck deck.html
for way in open weights edit remove; do has deck.html "/vacancies/deck/$way\""; done
lacks deck.html "/vacancies/deck/close\""
answers 200 GET /vacancies/deck/edit edit.html
has edit.html 'value="Deck of deck"'
digest=$(seen edit.html)
answers 422 POST /vacancies/deck/edit empty.html token=x "digest=$digest" title=%20
has empty.html "Write what people are invited for."
answers 422 POST /vacancies/deck/edit long.html token=x "digest=$digest" "title=$(printf 'x%.0s' {1..201})"
has long.html "A title has at most 200 characters."
answers 303 POST /vacancies/deck/edit none.html token=x "digest=$digest" title=Second%20%3Cmate%3E pilot=yes
has none.html.next "The draft is changed."
grep -q '"title":"Second <mate>"' org/vacancies/deck.json || wrong "the title is not changed"
grep -q '"pilot":true' org/vacancies/deck.json || wrong "it is no pilot"
answers 422 POST /vacancies/deck/edit stale.html token=x "digest=$digest" title=Third
has stale.html "Somebody has changed this vacancy meanwhile"
has stale.html 'value="Third"'
answers 200 GET /vacancies/deck/edit edit.html
answers 303 POST /vacancies/deck/edit none.html token=x "digest=$(seen edit.html)" title=Deck
grep -q '"pilot":true' org/vacancies/deck.json && wrong "it is a pilot still"

# A draft is removed with the passphrase, on what was read, and nothing else goes.
answers 200 GET /vacancies/mate/remove remove.html
for words in "Nobody was invited for it" "This cannot be undone."; do has remove.html "$words"; done
digest=$(seen remove.html)
answers 422 POST /vacancies/mate/remove wrong.html token=x "digest=$digest" passphrase=wrong
has wrong.html "That passphrase does not sign; type it again."
desk org vacancy edit mate --title "Mate" >/dev/null || wrong "a command changes nothing beside it"
answers 422 POST /vacancies/mate/remove stale.html token=x "digest=$digest" "$right"
has stale.html "Somebody has changed this vacancy meanwhile"
[ -f org/vacancies/mate.json ] || wrong "it is gone, although it was another one"
answers 200 GET /vacancies/mate/remove remove.html
answers 303 POST /vacancies/mate/remove none.html token=x "digest=$(seen remove.html)" "$right"
has none.html.next "The draft is removed."
[ "${said##* }" = /vacancies ] || wrong "it goes on to ${said##* }"
[ -e org/vacancies/mate.json ] && wrong "the draft is there still"
answers 404 GET /vacancies/mate gone.html

# Opened: what is frozen is said before; a sample only as a demonstration; looking freezes nothing.
sha256sum org/vacancies/deck.json >before.sum
answers 200 GET /vacancies/deck/open open.html
for words in "What never changes again" "no resonance is computed, now or later" "A sample of a made-up company is in the form" "Once it is open, nothing makes it a draft again; the days can be changed later."; do
    has open.html "$words"
done
sha256sum -c --quiet before.sum || wrong "looking changed the draft"
digest=$(seen open.html)
for words in "Nobody has described the organization yet" "We erase your answers six months after the decision."; do has open.html "$words"; done
grep 'name="days"' out/open.html | grep -q 'value="180"' || wrong "the promised days are not there"
answers 422 POST /vacancies/deck/open days.html token=x "digest=$digest" profile=- sample=yes days=0 "$right"
has days.html "Write a whole number from 1 to 36500."
answers 422 POST /vacancies/deck/open sample.html token=x "digest=$digest" profile=- days=90 "$right"
has sample.html "Say that it is a demonstration"
answers 422 POST /vacancies/deck/open wrong.html token=x "digest=$digest" profile=- sample=yes days=90 passphrase=wrong
has wrong.html "That passphrase does not sign; type it again."
answers 404 POST /vacancies/deck/open other.html token=x "digest=$digest" profile=autumn sample=yes days=90 "$right"
desk org vacancy edit deck --title "Deck, and more" >/dev/null
answers 422 POST /vacancies/deck/open stale.html token=x "digest=$digest" profile=- sample=yes days=90 "$right"
has stale.html "Somebody has changed this vacancy meanwhile"
[ "$(state deck)" = draft ] || wrong "it was opened, although it was another one"
answers 303 POST /vacancies/deck/open none.html token=x "digest=$(seen stale.html)" profile=- sample=yes days=90 "$right"
has none.html.next "The vacancy is open."
[ "$(state deck)" = open ] || wrong "it was not opened"
[ "${said##* }" = /vacancies/deck/cards ] || wrong "opening goes on to $said"
grep -q '"keep_days":90' org/vacancies/deck.json || wrong "how long results are kept is not settled: $(cat org/vacancies/deck.json)"
sed 's/"keep_days":90/"keep_days":9/' org/vacancies/deck.json >other.json
cp org/vacancies/deck.json whole.json
cp other.json org/vacancies/deck.json
desk org organization edit --contact "x" >changed.txt 2>&1 && wrong "days that nobody signed for are taken"
grep -q 'kept 9 days, and 90 days were signed for' changed.txt || wrong "other days are not named: $(cat changed.txt)"
cp whole.json org/vacancies/deck.json
for way in open edit remove; do
    answers 403 GET "/vacancies/deck/$way" late.html
    has late.html "was opened before"
done

# Closed: no card is made any more, and it is not closed twice.
answers 200 GET /vacancies/deck deck.html
has deck.html '/vacancies/deck/close"'
answers 403 GET /vacancies/crane/close draft.html
has draft.html "Only an open vacancy is closed."
answers 200 GET /vacancies/deck/close close.html
for words in "Results that came stay." "This cannot be undone."; do has close.html "$words"; done
digest=$(seen close.html)
answers 422 POST /vacancies/deck/close wrong.html token=x "digest=$digest" passphrase=
[ "$(state deck)" = open ] || wrong "it was closed without a passphrase"
answers 303 POST /vacancies/deck/close none.html token=x "digest=$digest" "$right"
has none.html.next "The vacancy is closed."
[ "$(state deck)" = closed ] || wrong "it was not closed"
answers 403 POST /vacancies/deck/close twice.html token=x "digest=$digest" "$right"
answers 200 GET /vacancies/deck/cards cards.html
has cards.html "Cards are made while a vacancy is open."

# What was done is in the log, with nothing that was typed.
desk org audit log >log.txt || wrong "the log is not whole"
for deed in "changed vacancy *deck" "removed vacancy *mate" "opened vacancy *deck" "closed vacancy *deck" "wrong passphrase"; do
    grep -qE "$deed" log.txt || wrong "the log does not say: $deed"
done
grep -nE -- '--[a-z]|[^“]resonance (vacancy|story|profile|reason|invite)' out/{edit,remove,wrong,open,stale,close,late,draft}.html && wrong "a page names a command or an option"
desk_asked_end
finish
