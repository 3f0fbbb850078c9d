#!/bin/bash
# `resonance organization`: whom people may turn to and how long answers are kept changes after the
# folder was made; terminals take it signed, and what candidates have read stays as it was. The cards
# say the contact, however long it is, inside their edge.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
terminal_request data request.json
for command in show edit; do
    expect 0 "Example: resonance organization $command" "$BIN/resonance" help organization $command
done
expect 0 '^Contact: +hr@example.org$' desk org organization show
grep -q '^Customers: *passenger, passengers$' "$work/.out" || wrong "the word for customers is not shown"

# What cannot be used changes nothing.
cp org/organization.json before.json
refuse 2 'say what to change: --contact, --retention, --basis or --checkin-months' desk org organization edit
refuse 2 'the contact is empty' desk org organization edit --contact ''
refuse 2 'the contact holds a line break' desk org organization edit --contact $'hr\n555'
refuse 2 'how long answers are kept has 301 characters' desk org organization edit --contact new --retention "$(printf '%0301d' 1)"
refuse 2 '--basis is consent, steps or public' desk org organization edit --basis duty
refuse 2 'checkin-months' desk org organization edit --checkin-months 0
refuse 2 'checkin-months' desk org organization edit --checkin-months 121
same org/organization.json before.json
grep -q '"checkin_months"' before.json && wrong "a folder without a setting of its own has one"

# One vacancy is open, one a draft, when the sentences change.
desk org vacancy new open --title Open >/dev/null
desk org vacancy open open --without-profile --sample --yes >/dev/null
desk org vacancy new draft --title Draft >/dev/null
expect 0 '^Changed\. Terminals take it with their next configuration' \
    desk org organization edit --contact "people@acme.example, 555 0100" --retention "We erase after a year."
grep -q '^Open vacancies keep the sentence that their candidates have read: open\.$' "$work/.out" || wrong "what stays is not said"
expect 0 '^Retention: +We erase your answers six months' desk org vacancy show open
expect 0 '^Retention: +We erase after a year\.$' desk org vacancy show draft
desk org vacancy open draft --without-profile --sample --yes >/dev/null
expect 0 '^Changed' desk org organization edit --retention "We erase after two years."
expect 0 '^Retention: +We erase after a year\.$' desk org vacancy show draft
terminal_enrol org request.json config
grep -qF '"contact":"people@acme.example, 555 0100"' config/terminal.json || wrong "the terminal has the old contact"
grep -qF '"retention":"We erase after two years."' config/terminal.json || wrong "colleagues read the old sentence"
grep -qF '"retention":"We erase after a year."' config/vacancies/draft.json || wrong "the vacancy has another sentence"

# The legal basis that the notice tells, and how long a check-in is kept: as the next configuration says.
expect 0 '^Legal basis: +consent$' desk org organization show
expect 0 'For what was answered before, the legal basis holds' desk org organization edit --basis steps --checkin-months 24
desk org organization show --json | grep -qF '{"checkin_months":24,' || wrong "the time of check-ins is not kept"
expect 0 '^Check-ins: +24 months\. You can ask us to erase them sooner\.$' desk org organization show
expect 0 '^Legal basis: +steps$' desk org organization show
rm -rf config
terminal_enrol org request.json config
grep -qF '"legal_basis":"steps"' config/terminal.json || wrong "the terminal tells the old legal basis"
# The usual time again leaves the folder as it was founded.
expect 0 '^Changed' desk org organization edit --checkin-months 18 --basis consent
grep -qE '"checkin_months"|"legal_basis"' org/organization.json && wrong "what is usual is written down"

# Cards, to be cut out.
long="Personnel department, third floor, Harbour street 12, telephone 555 0100 on working days from nine to four, or people@harbour-ferries.example"
desk org organization edit --contact "$long" >/dev/null
desk org vacancy new wide --title "First officer for the ferries between the harbour and the seven outer islands" >/dev/null
desk org vacancy open wide --without-profile --sample --yes >/dev/null
expect 0 'Your access code' desk org invite wide --count 2
awk '{ if (length($0) > 64) exit 1 }' "$work/.out" || wrong "a card runs over its edge"
tr -s '\n ' ' ' <"$work/.out" | grep -qF "Questions: $long" || wrong "the card has lost some of the contact"
finish
