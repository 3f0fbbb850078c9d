#!/bin/bash
# Access cards on paper: what is printed is what opens a session at a real terminal, by letters and by QR
# code; a card that was revoked or replaced opens nothing there; no code is made that nobody sees.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
for program in weasyprint pdftotext pdftoppm zbarimg python3; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done
cd "$work" || exit 1
organization_opened 0
enrolled() { rm -rf config && terminal_enrol org request.json config; }
# codes_of PDF: "candidate NUMBER CODE", as they are printed
codes_of() { pdftotext "$1" - | sed -nE 's/.* · card ([0-9]+)$/\1/p; s/^([0-9A-Z]{5}-[0-9A-Z]{5})$/\1/p' | paste -d' ' - - | sed 's/^/candidate /'; }
# refused WHO CODES: the terminal knows no such code
refused() {
    printf '%s\n' 'size 1920x1080 width-mm 476' 'tap "Start"' "code $1" 'expect screen code' 'expect text "not known here"' >refused.story
    "$BIN/resonance-story" --config config --data data --codes "$2" refused.story >refused.txt 2>&1 || wrong "$1 is let in: $(tail -2 refused.txt)"
}

# Twice three, with a day and without; the QR code says the same as the letters.
expect 0 'cannot be shown again' desk org invite deck --count 3 --pdf --day 2026-12-03 --out cards.pdf
[ "$(stat -c %a cards.pdf)" = 600 ] || wrong "others can read the codes"
codes_of cards.pdf >codes
[ "$(cut -d' ' -f1,2 codes | paste -sd,)" = "candidate 1,candidate 2,candidate 3" ] || wrong "the cards are $(cat codes)"
pdftoppm -r 150 -png cards.pdf sheet
same <(zbarimg -q --raw -S "*.disable" -S qrcode.enable sheet-*.png 2>/dev/null | sort) <(cut -d' ' -f3 codes | sort)
[ "$(pdftotext cards.pdf - | grep -c '^Please come on 2026-12-03\.$')" = 3 ] || wrong "the day does not stand on each card"
grep -qaF "$(head -1 codes | cut -d' ' -f3)" org/invitations.json && wrong "a code lies in the folder"
refuse 2 'is a day such as' desk org invite deck --count 1 --pdf --day tomorrow --out no.pdf
refuse 2 'at most 200 cards' desk org invite deck --count 201 --pdf --out no.pdf
refuse 2 'do not go together' desk org invite deck --count 1 --pdf --plain
refuse 2 'go with --pdf' desk org invite deck --count 1 --day 2026-12-03

# The first comes. The second is revoked, the third replaced: both after the terminal knew them.
enrolled
person_sits config data codes "candidate 1" 11 order=2 || wrong "the printed code opens no session"
expect 0 'Card 2 is revoked' desk org invite revoke deck 2
expect 0 'Card 3 is revoked' desk org invite replace deck 3 --pdf --out fourth.pdf
codes_of fourth.pdf >fourth
[ "$(cut -d' ' -f2 fourth)" = 4 ] || wrong "the new card is $(cat fourth)"
cat fourth >>codes
refuse 1 'was revoked before' desk org invite revoke deck 2
refuse 1 'there is no card 9 for deck' desk org invite replace deck 9 --plain
refuse 2 'a card has a number' desk org invite revoke deck two
enrolled
grep -q revoked config/invitations.json && wrong "a terminal is told what was revoked"
[ "$(grep -o '"number"' config/invitations.json | wc -l)" = 2 ] || wrong "the terminal knows other codes than two"
refused "candidate 2" codes
refused "candidate 3" codes
person_sits config data codes "candidate 4" 12 order=1 || wrong "the new card opens no session"
terminal_collect config data org all.bundle >/dev/null
[ "$(desk org list --json | grep -o '"handle"' | wc -l)" = 2 ] || wrong "not two results came"
desk org invite deck --count 1 --plain 2>/dev/null | grep -q '^candidate 5 ' || wrong "a number is given out twice"
desk org audit log >log.txt
for words in 'revoked card *deck 2' 'revoked card *deck 3' 'printed codes *deck'; do grep -q "$words" log.txt || wrong "the log does not say: $words"; done

# The same in the pages: who has come, what was revoked, a form that is wrong, a new card as a file.
mkdir out
printf '%s\n' "GET /vacancies/deck/cards cards.html" "POST /vacancies/deck/cards none.html token=x count=none day=" "POST /vacancies/deck/cards spring.html token=x count=2 day=spring" \
    "POST /vacancies/deck/cards two.pdf token=x count=2 day=2026-12-04" "GET /vacancies/deck/cards/5/revoke five.html" \
    "POST /vacancies/deck/cards/5/revoke gone.html token=x day=" "POST /vacancies/deck/cards/5/revoke again.html token=x day=" \
    "POST /vacancies/deck/cards/6/revoke six.pdf token=x replace=yes day=" "GET /vacancies/deck/cards after.txt form=txt" "GET /vacancies/nobody/cards nobody.html" |
    "$BIN/desk_answer" org out 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" | cut -d' ' -f1 | paste -sd' ' >said
[ "$(cat said)" = "200 422 422 200 200 303 422 200 200 404" ] || wrong "the pages answer $(cat said)"
[ "$(grep -o 'Finished and here' out/cards.html | wc -l)" -ge 2 ] || wrong "who has come is not said"
[ "$(grep -oE 'href="/vacancies/deck/cards/[0-9]+/revoke"' out/cards.html | paste -sd' ')" = 'href="/vacancies/deck/cards/5/revoke"' ] ||
    wrong "what can be revoked is $(grep -oE 'cards/[0-9]+/revoke' out/cards.html | paste -sd' ')"
grep -q 'The card is revoked.' out/gone.html.next || wrong "it is not said that the card is revoked"
grep -q 'Write a number from 1 to 200.' out/none.html || wrong "what is wrong is not said"
grep -q 'Write a day such as 2026-12-03, or leave it empty.' out/spring.html || wrong "what is wrong with the day is not said"
grep -q 'Card 5 was revoked before.' out/again.html || wrong "a second time is not refused"
[ "$(codes_of out/two.pdf | cut -d' ' -f2 | paste -sd,)" = 6,7 ] || wrong "the cards of the page are $(codes_of out/two.pdf)"
[ "$(codes_of out/six.pdf | cut -d' ' -f2)" = 8 ] || wrong "the new card of the page is $(codes_of out/six.pdf)"
for row in 'Card 2 .*Revoked' 'Card 4 .*Finished and here' 'Card 5 .*Revoked' 'Card 6 .*Revoked' 'Card 7 .*Not here yet' 'Card 8 .*Not here yet'; do
    grep -qE "$row" out/after.txt || wrong "no row: $row"
done

# Where no PDF can be made, no code is made.
unshare --mount true 2>/dev/null || { echo "skipped in part: no mount of one's own here"; finish; }
cp org/invitations.json before.json
: >absent
refuse 1 'install weasyprint, or print the page' unshare --mount bash -c 'mount --bind absent /usr/bin/weasyprint && "$@"' - \
    "$BIN/resonance" invite deck --count 1 --pdf --out no.pdf --org org
same before.json org/invitations.json
finish
