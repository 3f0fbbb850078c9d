#!/bin/bash
# What Today tells whoever founds an organization: the first steps until a result is here, what no terminal knows
# yet, which vacancy keeps answers without an end; and whom it does not name: those who only try out the form.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_new "it's one" Acme >/dev/null || wrong "no organization"
ln -s "it's one" org
. "$SOURCE/tests/kit/desk_asked.sh"
desk_asked_begin "$work/it's one"
# state STEP STATE: how Today says that a step stands
state() { tr -s ' ' <out/today.txt | grep -qE "^$1 . $2( |\$)" || wrong "\"$1\" is not \"$2\": $(grep "$1" out/today.txt)"; }

answers 200 GET / today.txt form=txt
has today.txt "The first steps are below."
for step in "Tell your own story, with your own reasons" "Make a vacancy and open it" "Print a card for each person who is invited" "Sign for a terminal" "Bring in the first results"; do
    state "$step" "To do"
done
answers 200 GET / today.html
for place in /story /profile /vacancies /terminals /import; do has today.html "href=\"$place\""; done

# Without a stick the page of the terminals says how a request comes to one.
answers 200 GET /terminals none.txt form=txt
lacks none.txt "newer configuration"
has none.txt "No stick with the request of a terminal is here."
terminal_request data request.json
terminal_enrol org request.json config
answers 200 GET / today.txt form=txt
state "Sign for a terminal" "Done"
lacks today.txt "no terminal knows yet"

# A vacancy, and cards for it: no terminal knows them, on both pages, until one is enrolled again.
vacancy_opened org 2 >codes
answers 200 GET / today.txt form=txt
state "Make a vacancy and open it" "Done"
state "Print a card for each person who is invited" "Done"
has today.txt "no terminal knows yet"
has today.txt "2 new codes for deck"
has today.txt "vacancy keeps what people answered without an end"
answers 200 GET / today.html
has today.html 'href="/vacancies/deck/retention"'
answers 200 GET /vacancies/deck/retention days.html
grep 'name="days"' out/days.html | grep -q 'value="180"' || wrong "the promised days are not there"
answers 200 GET /terminals newer.txt form=txt
has newer.txt "The terminals need a newer configuration"
has newer.txt "2 new codes for deck"
terminal_enrol org request.json config
desk org retention set deck --days 180 >/dev/null || wrong "no days are set"
answers 200 GET / today.txt form=txt
lacks today.txt "2 new codes"
lacks today.txt "without an end"
answers 200 GET /terminals known.txt form=txt
lacks known.txt "2 new codes"

# Somebody answers: the steps go, and they are named as not read; who only tries out the form is not.
person_sits config data codes "candidate 1" 11 order=2 || wrong "nobody sits"
terminal_collect config data org all.bundle >/dev/null
answers 200 GET / today.txt form=txt
lacks today.txt "First steps"
has today.txt "person whom you have not read yet"
desk org vacancy new trial --title "Trial" --pilot >/dev/null || wrong "no pilot"
desk org vacancy open trial --without-profile --sample --yes >/dev/null || wrong "the pilot is not opened"
desk org invite trial --count 1 --plain >trial 2>/dev/null
terminal_enrol org request.json config
person_sits config data trial "candidate 1" 12 order=2 || wrong "nobody tries it out"
terminal_collect config data org all.bundle >/dev/null
[ "$(desk org list --json | grep -o '"handle"' | wc -l)" = 2 ] || wrong "not two results came"
answers 200 GET / today.txt form=txt
has today.txt "person whom you have not read yet"
lacks today.txt "people whom you have not read yet"
desk_asked_end
finish
