#!/usr/bin/env bash
# What an owner settles for everybody, on pages: what people read, the legal basis in the words of the notice, how long
# a check-in is kept, tables of what is usual elsewhere, the last day of asking for the audit. Each is changed with an
# owner's passphrase, as the command does it, and with nothing else; and what was typed comes back.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 curl
cd "$work" || exit 1
organization_new org 'Acme & <Sons>' >/dev/null 2>&1 || wrong "no organization"
terminal_request data request.json
web_start org --no-browser
web_joins org cora "Cora Lind" auditor
web_joins org ben "Ben Okafor" recruiter
web_stop
mkdir -p out
secret=passphrase=${ORGANIZATION_PASSPHRASE// /%20}
# answers CODE WHO METHOD ROUTE FILE [NAME=VALUE]...
answers() {
    local code=$1 who=$2
    shift 2
    said=$("$BIN/desk_answer" org out "$who" 2>took 9<<<"$ORGANIZATION_PASSPHRASE" <<<"$*")
    [ "${said%% *}" = "$code" ] || wrong "$who, $*: $said, wanted $code"
}
. "$SOURCE/tests/kit/page_words.sh"
typed() { printf %s "$1" | sed 's/ /%20/g; s/</%3C/g'; }

# What people read, and the notice of each legal basis as a terminal says it, with our name and contact in it.
answers 200 recruiter GET /organization read.html
for words in 'Acme &amp; &lt;Sons&gt;' 'hr@example.org' '18 months. You can ask us to erase them sooner.' 'The person agrees' 'in use now' \
    'The legal basis is your consent (GDPR, Article 6(1)(a)).' 'these questions are a step before a contract with you' \
    'Whoever was hired reads at a check-in' 'ask hr@example.org' 'Terminals take what is changed with their next configuration.'; do
    has read.html "$words"
done
lacks read.html '{contact}'
python3 - "$SOURCE/questionnaires/strategy-fit/assessment.json" out/read.html <<'PY' || wrong "a notice is said in other words than at the terminal"
import html, json, re, sys
texts = json.load(open(sys.argv[1]))["texts"]["en"]
page = " ".join(re.sub(r"<[^>]*>", " ", html.unescape(open(sys.argv[2]).read().replace("&lt;", "‹").replace("&gt;", "›"))).split())
for basis in ("consent", "steps", "public"):
    for frame in ("", "@rater", "@newcomer"):
        text = texts.get(f"notice_basis_{basis}{frame}", texts[f"notice_basis_{basis}"])
        text = text.replace("{contact}", "hr@example.org").replace("{organization}", "Acme & ‹Sons›")
        assert " ".join(text.split()) in page, (basis, frame)
PY

# An owner changes it with the passphrase; everybody else reads, and what is refused changes nothing.
cp org/organization.json before.json
change=(POST /organization changed.html token=x "contact=$(typed "people@acme.example, 555 0100")" "retention=$(typed "We erase after a year.")")
answers 403 cora "${change[@]}" months=18 basis=consent "$secret"
answers 200 cora GET /organization cora.html
lacks cora.html 'Change it'
answers 422 recruiter "${change[@]}" months=12 basis=steps passphrase=wrong
has changed.html 'That passphrase does not sign'
has changed.html 'value="people@acme.example, 555 0100"'
for months in 0 121 many ''; do
    answers 422 recruiter "${change[@]}" "months=$months" basis=steps "$secret"
    has changed.html 'Write a whole number from 1 to 120.'
done
answers 422 recruiter POST /organization wrong.html token=x contact= "retention=$(typed "We erase <it>.")" months=18 basis=consent "$secret"
has wrong.html 'The contact is empty'
has wrong.html 'We erase &lt;it&gt;.'
lacks wrong.html '--'
same org/organization.json before.json
answers 303 recruiter "${change[@]}" months=12 basis=steps "$secret"
has "${change[2]}.next" "The settings are saved."
answers 200 recruiter GET /organization now.html
for words in 'people@acme.example, 555 0100' 'We erase after a year.' '12 months. You can ask us to erase them sooner.' 'Steps before a contract that the person asked for'; do has now.html "$words"; done
expect 0 '^Legal basis: +steps$' desk org organization show
answers 200 recruiter GET /retention retention.html
expect 0 'Acme' desk org organization show
terminal_enrol org request.json config
grep -qF '"legal_basis":"steps"' config/terminal.json || wrong "the terminal is not told of the legal basis"
desk org audit log | grep -q 'edited *organization' || wrong "the log does not tell of the change"
# Changed by hand, it counts nowhere.
cp -r org bent
sed -i 's/"checkin_months":12/"checkin_months":120/' bent/organization.json
expect 1 'organization.json was changed since it was signed for' desk bent vacancy show

# The last day of asking for the audit: an owner sets it, an auditor reads it, a recruiter alone has no such page.
answers 200 cora GET /audit/asked asked.html
has asked.html 'Nothing is asked.'
answers 404 recruiter POST /audit/asked asked.html token=x day=2090-01-31 "$secret"
desk org audit ask "$SOURCE/questionnaires/groups/us.json" >/dev/null || wrong "nothing is asked"
answers 200 recruiter GET /audit/asked asked.html
has asked.html 'race or ethnicity'
has asked.html 'There is no last day: it is asked until an HR owner ends it.'
answers 403 ben GET /audit/asked ben.html
answers 403 cora POST /audit/asked cora.html token=x day=2090-01-31 "$secret"
for day in 2026-01-31 spring 2090-02-30; do
    answers 422 recruiter POST /audit/asked wrong.html token=x "day=$day" "$secret"
    has wrong.html 'Write today or a later day, such as 2027-03-31.'
    has wrong.html "value=\"$day\""
done
answers 422 recruiter POST /audit/asked wrong.html token=x day=2090-01-31 passphrase=wrong
has wrong.html 'That passphrase does not sign'
grep -q until org/groups.json && wrong "a day is set that nobody signed for"
answers 303 recruiter POST /audit/asked set.html token=x day=2090-01-31 "$secret"
has set.html.next "The last day is set."
answers 200 cora GET /audit/asked asked.html
has asked.html 'The last day of asking is 31 Jan 2090.'
expect 0 'up to and with 2090-01-31:' desk org audit ask

# What is usual: of whom, and what of other organizations counts; without a stick there is nothing to bring.
answers 200 recruiter GET /norms norms.html
has norms.html 'What a vacancy that is opened today takes as usual.'
has norms.html 'No such table lies on a stick here'
answers 200 ben GET /norms ben.html
lacks ben.html 'A table of another organization'
answers 403 ben POST /norms ben.html token=x act=remove name=x "$secret"
answers 403 cora GET /norms cora.html
answers 404 recruiter POST /norms none.html token=x act=bring table=/etc/passwd key=x "$secret"
answers 404 recruiter POST /norms none.html token=x act=remove name=x "$secret"
finish
