#!/bin/bash
# Colleagues describe the organization, and an owner freezes that in the browser: how far they are is told in
# steps by which nobody is recognized, figures only once it is frozen, on the numbers that were read, with the
# passphrase; then what we are, what is needed and what splits us, and the seven drivers on one page.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
mkdir stick
organization_new org "Northwind <Ferries>" >/dev/null || exit 1
terminal_request data stick/request.json
. "$SOURCE/tests/kit/desk_asked.sh"
desk_asked_begin org
right=passphrase=${ORGANIZATION_PASSPHRASE// /%20}
# seen_numbers FILE: what the page of the freeze carries for its form
seen_numbers() { grep -o 'name="seen" value="[^"]*"' "out/$1" | cut -d'"' -f4; }

# Nobody yet: whom to ask, and nothing to freeze.
answers 200 GET /profile profile.html
for words in "Answered so far: 0. A profile would be made from 0 of them." "Whom to ask" "They give no name." "There is none yet, so no vacancy can have a figure."; do
    has profile.html "$words"
done
lacks profile.html '/profile/freeze"'
answers 403 GET /profile/freeze none.html
has none.html "Too few colleagues have answered for a profile"
answers 200 GET /drivers drivers.html
has drivers.html "There is no frozen profile yet."
answers 404 GET /profile/autumn none.html
answers 422 POST /profile wrong.html token=x count=0
has wrong.html 'aria-invalid="true"'
answers 422 POST /profile wrong.html token=x count=5 day=soon
if command -v weasyprint >/dev/null; then
    answers 200 POST /profile cards.pdf token=x count=2
    [[ $said == "200 application/pdf "* ]] || wrong "the cards came as: $said"
fi

# Six colleagues sit on a real terminal; after four there is no step, after six a profile of five.
organization_collect org 6 >codes
terminal_enrol org stick/request.json stick/config
leanings=("" "order=2 care=1 lead=-2" "growth=2 order=1 build=-1" "care=2 craft=2 rhythm=-2" "order=2 service=2" \
    "candour=2 evidence=1 lead=-1" "craft=1 service=1 challenge=2")
for n in 1 2 3 4 5 6; do
    # shellcheck disable=SC2086
    person_sits stick/config data codes "rater $n" "$((40 + n))" ${leanings[n]} >/dev/null || exit 1
    [ "$n" = 4 ] || [ "$n" = 6 ] || continue
    rm -f stick/raters.bundle
    terminal_collect stick/config data org stick/raters.bundle >/dev/null || wrong "nothing came of $n"
    answers 200 GET /profile "after-$n.html"
done
has after-4.html "Answered so far: 4. A profile would be made from 0 of them."
has after-6.html "Answered so far: 6. A profile would be made from 5 of them."
has after-6.html "The next step is 8 whose answers count"
grep -hE '[−-]?[0-9]\.[0-9]{2}' out/after-*.html && wrong "a figure is shown before the freeze"

# The freeze: what it means stands before; wrong words change nothing, and it is done on what was read.
answers 200 GET /profile/freeze freeze.html
for words in "made from 5 of 6 colleagues for good" "The single answers of all 6 are erased for ever." "Wait until 8 count" "This cannot be undone."; do
    has freeze.html "$words"
done
numbers=$(seen_numbers freeze.html)
answers 422 POST /profile/freeze wrong.html token=x "seen=$numbers" id=Not%20One by1=Ines%20Moreno by2=Jan%20Vos "$right"
answers 422 POST /profile/freeze wrong.html token=x "seen=$numbers" id=autumn by1= by2=Jan%20Vos "$right"
answers 422 POST /profile/freeze one.html token=x "seen=$numbers" id=autumn by1=Ines%20Moreno by2=ines%20moreno "$right"
has one.html "Both names are those of one person; a freeze is agreed by two people."
answers 422 POST /profile/freeze wrong.html token=x "seen=$numbers" id=autumn by1=Ines%20Moreno by2=Jan%20Vos passphrase=no
has wrong.html "That passphrase does not sign; type it again."
answers 422 POST /profile/freeze stale.html token=x seen=5-5 id=autumn by1=Ines%20Moreno by2=Jan%20Vos "$right"
has stale.html "Other colleagues have answered meanwhile"
[ -e org/profiles ] && [ -n "$(ls org/profiles)" ] && wrong "a refused form froze something"
answers 303 POST /profile/freeze none.html token=x "seen=$numbers" id=autumn by1=Ines%20Moreno by2=Jan%20Vos "$right"
has none.html.next "The profile is frozen."
[ "${said##* }" = /profile/autumn ] || wrong "it goes on to ${said##* }"

# What was frozen, with the figures that the command tells; of nobody.
answers 200 GET /profile/autumn autumn.html
desk org profile show autumn --json >told.json || wrong "the command shows no profile"
python3 - told.json out/autumn.html >figures.txt 2>&1 <<'FIGURES' || wrong "$(tail -3 figures.txt)"
import json, re, sys
told = json.load(open(sys.argv[1]))
page = open(sys.argv[2], encoding="utf-8").read()
for kind, section in (("dimensions", "topics"), ("drivers", "drivers")):
    rows = re.search(f'<section id="{section}".*?</figure>', page, re.S) or re.search(f'id="{section}".*?</figure>', page, re.S)
    wanted = [float(row["now"]) for row in told[kind]]
    first = [float(re.findall(r'<td class="number">([^<]*)</td>', line)[0].replace("\u2212", "-")) for line in rows[0].split("</tr>")
             if '<td class="marks">' in line]
    assert len(wanted) > 5 and len(first) == len(wanted), (kind, len(first), len(wanted))
    assert all(abs(a - b) < 0.0051 for a, b in zip(first, wanted)), (kind, first, wanted)
FIGURES
for words in "What matters here" "How we work" "we today, with range" "What our strategy asks us to change" "Topics that split us" "Made from 5 colleagues. It never changes." "Frozen by Ines Moreno and Jan Vos."; do
    has autumn.html "$words"
done
grep -q '<th scope="col" class="number">Person</th>' out/autumn.html && wrong "a profile of the organization has a column of a person"
answers 200 GET /profile/autumn autumn.txt form=txt
answers 200 GET /profile/autumn autumn.json form=json
answers 200 GET /profile profile.html
has profile.html '<a href="/profile/autumn">autumn</a>'
has profile.html "Answered so far: 0."

# The seven drivers, each once, as they stand on each other.
answers 200 GET /drivers drivers.html
tr '\n' ' ' <out/drivers.html | grep -qE 'It becomes one’s own.*Knowing becomes doing.*The ground' || wrong "the levels do not stand on each other"
[ "$(grep -oE '<th scope="row"( class="sure")?>' out/drivers.html | wc -l)" -ge 7 ] || wrong "a driver is missing"
answers 404 GET /drivers none.html profile=spring
desk org audit log >log.txt
grep -qE 'froze *autumn' log.txt || wrong "the freeze is not in the log"
desk_asked_end
finish
