#!/bin/bash
# The pages of the desk in a real browser: axe-core, fetched by name, finds nothing of any level on them,
# and none is wider than its window, on wide and narrow ones, in both themes, with letters of 200 %; what is
# wider than its frame shows it and scrolls by keys.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need curl
axe=4.14.1
python=/usr/bin/python3 # the one that Debian's python3-selenium is for
"$python" -c 'import selenium' 2>/dev/null || { echo "skipped: python3-selenium is not installed"; exit 77; }
command -v chromedriver >/dev/null && command -v chromium >/dev/null || { echo "skipped: chromium-driver is not installed"; exit 77; }
command -v npm >/dev/null || { echo "skipped: npm is not installed, so axe-core cannot be fetched"; exit 77; }
cd "$work" || exit 1
{ npm pack "axe-core@$axe" >/dev/null 2>&1 && tar xzf axe-core-*.tgz package/axe.min.js; } ||
    { echo "skipped: axe-core cannot be fetched from here"; exit 77; }

organization_new org Acme >/dev/null 2>&1 || wrong "no organization"
desk org vacancy new deck --title 'Deck officer, Harbour line' >/dev/null || wrong "no vacancy"
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal-each key config 55 bundle
desk org import bundle >/dev/null || wrong "nothing came"
desk org vacancy new mate --title 'Second mate' >/dev/null && desk org vacancy open mate --without-profile --sample --yes >/dev/null ||
    wrong "no open vacancy"
handles=$(desk org list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4 | head -2 | paste -sd' ')
one=${handles% *} two=${handles#* }
desk org key new --label anna >/dev/null || wrong "no second key"
for n in 1 2; do desk org interview new "$one" --member recruiter --member anna --key recruiter >/dev/null || wrong "no interview $n"; done
for who in recruiter anna; do
    desk org interview guide 2 --key $who --format json 2>/dev/null | grep -o '"id":"[^"]*"' | cut -d'"' -f4 | while read -r question; do
        desk org rate 2 --key $who --question "$question" --rating "$([ $who = anna ] && echo 2 || echo 5)" \
            --evidence "Said what was done about it, and when." >/dev/null
    done
    desk org lock 2 --key $who --yes >/dev/null || wrong "$who does not lock"
done
desk org decide "$one" --as next --by "Ines Moreno" --not-the-figure --reason "Told us how the late check was put right." --key recruiter \
    >/dev/null || wrong "no decision"
read -r three four < <(desk org list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4 | sed -n '3,4p' | paste -sd' ')
desk org retention set deck --days 3 >/dev/null && desk org hold "$four" --reason "Claim 17 of 2026, until it is settled" --by "Per Holm" >/dev/null || wrong "no hold"
desk org erase "$three" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "nothing was erased"
desk org decide "$two" --as offer --by "Ines Moreno" --not-the-figure --reason "Told us how the late check was put right." --key recruiter \
    >/dev/null || wrong "no offer"
grow() { desk org plan "$two" --key recruiter "$@" >/dev/null || wrong "no plan: $*"; }
grow --way coaching --what "A talk on Fridays about how the week went, not only what was done" --owner "Per Holm" --for "Advice and coaching" --day 2027-03-01
grow --way shadowing --what "Two mornings beside the people who take the calls" --owner "Lena Brandt" --for "Serving customers" --day 2026-12-12
grow --agreed --by "Mira Sund" --by "Per Holm" --day 2026-11-11
grow --line 2 --state done
grow --way rotation --what "Six weeks on the night supply boat" --owner "Lena Brandt" --day 2027-05-01
grow --line 3 --state dropped --why "Not before summer"
desk org outcome "$two" --key recruiter --from person --month 6 --answer fits=5 --answer told=3 --answer stay=4 >/dev/null || wrong "nothing was said since"
# An auditor, the groups that HR knows, and what came of everybody.
web_start org --no-browser
web_joins org cora "Cora Lind" auditor
web_stop
desk org export people --format csv --out list.csv --key recruiter >/dev/null || wrong "no list"
{
    echo reference,sex,origin
    tail -n +2 list.csv | cut -d, -f2 | awk '{ print $0 "," (NR % 11 == 0 ? "" : NR % 9 == 0 ? "another" : NR % 2 ? "woman" : "man") "," (NR % 3 ? "coast" : "inland") }'
} >groups.csv
desk org audit groups groups.csv --key recruiter >/dev/null && desk org audit outcomes --key recruiter >/dev/null || wrong "nothing for the auditor"
mkdir -p out
printf '%s\n' "GET /people people.html" "GET / today.html" "GET /people/$one person.html" "GET /people/$one/words words.html" \
    "GET /people/$one/counted counted.html" "GET /compare pair.html a=$one b=$two" "GET /compare ask.html a=$one" \
    "GET /vacancies vacancies.html" "GET /vacancies/deck vacancy.html" "POST /vacancies/deck/weights weights.html token=x topic=none" \
    "POST /vacancies/deck/edit edit.html token=x title=" "POST /vacancies/deck/open open.html token=x profile=- passphrase=no" \
    "GET /vacancies/deck/remove remove.html" "POST /vacancies/mate/close close.html token=x passphrase=no" \
    "POST /profile profile.html token=x count=0" "GET /drivers drivers.html" "POST /story story.html token=x title=" "GET /story/add scene-add.html" "GET /story/2 scene.html look=dark" \
    "GET /story/remove story-remove.html" "POST /reasons reasons.html token=x topic=order reason=x" \
    "GET /vacancies/deck/cards cards.html" "GET /vacancies/deck/cards/1/revoke revoke.html" "GET /export export.html" \
    "POST /vacancies/new new.html token=x id=A%20b" "GET /import import.html" "GET /terminals terminals.html" "GET /audit/log log.html" \
    "GET /organization organization.html" "POST /organization organization-wrong.html token=x contact= months=0 basis=steps" "GET /norms norms.html" \
    "GET /audit/asked asked-none.html" "GET /interviews/1/drop drop.html" "POST /interviews/1/drop drop-wrong.html token=x reason=gone" \
    "GET /doctor doctor.html" "GET /help help.html" "GET /nowhere nowhere.html" "GET /keys keys.html" "GET /keys/sheet sheet-held.html" \
    "GET /keys/share/recovery share.html" "GET /keys/people staff.html" "POST /keys/people invite.html token=x label=B%20b" \
    "POST /keys/people card.html token=x name=Ben%20Okafor label=ben role=interviewer role=auditor" \
    "GET /keys/people/recruiter staff-one.html" "GET /keys/people/ben staff-ben.html" \
    "POST /keys/people/ben staff-act.html token=x act=none" "GET /me me.html" "GET /interviews interviews.html" \
    "GET /interviews/1 interview.html" "POST /interviews/1/rate rate.html token=x question=promise rating=4" \
    "GET /interviews/1/lock lock.html" "GET /interviews/2/panel panel.html" "POST /interviews/2/change change.html token=x" \
    "POST /people/$two/interview give.html token=x" "POST /people/$one/decision decision.html token=x" \
    "GET /audit audit.html receipt=$three" "POST /audit/scoring scoring.html token=x" "GET /retention retention.html" \
    "POST /retention retention-wrong.html token=x" "POST /vacancies/deck/retention days.html token=x days=x" \
    "POST /people/$two/hold hold.html token=x act=hold" "GET /people/$four/hold held.html" "POST /people/$two/erase erase.html token=x as=free" \
    "POST /people/$three/receipt receipt-none.html token=x passphrase=${ORGANIZATION_PASSPHRASE// /%20}" "GET /people/$three/receipt receipt.html" \
    "GET /after after.html" "GET /after/drift drift.html month=6" "GET /after/$two/checkin checkin.html" "POST /after/$two/checkin checkin-wrong.html token=x" "GET /after/$two/plan plan.html" "GET /after/$two/plan plan-line.html line=2" \
    "POST /after/$two/plan plan-wrong.html token=x act=line" "GET /after/$two/outcome outcome.html" \
    "POST /after/$two/outcome outcome-wrong.html token=x from=manager month=12" "POST /audit/outcomes outcomes.html token=x" >asked
"$BIN/desk_answer" org out recruiter <asked 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" >said || wrong "the desk did not answer"
[ "$(wc -l <said)" = "$(wc -l <asked)" ] || wrong "$(wc -l <said) of $(wc -l <asked) pages were answered"
find out -maxdepth 1 -name '*.html' -empty -delete # what was done leads on to another page
printf '%s\n' "GET /audit/impact impact.html" "GET /audit/impact/summary summary.html" "GET /retention retention-closed.html" >asked
"$BIN/desk_answer" org out cora <asked 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" >said || wrong "the desk did not answer the auditor"
[ "$(wc -l <said)" = "$(wc -l <asked)" ] || wrong "$(wc -l <said) of $(wc -l <asked) pages were answered to the auditor"
# Whoever is invited sees a page before there is any key of theirs: asked of the real desk.
web_start org --no-browser
join=/join/$(grep -om 1 '/join/[0-9a-f]*' out/card.html | cut -d/ -f3)
curl -sf "$web_home$join" >out/join.html || wrong "no page for whoever is invited"
token=$(grep -om 1 'name="token" value="[0-9a-f]*"' out/join.html | grep -o '[0-9a-f]\{32\}')
joins() { curl -s -H "Origin: $web_home" "$web_home$join" -d "token=$token&passphrase=${1// /+}&again=${1// /+}" >"out/$2.html"; }
joins short join-wrong
joins "six brisk herons wade across here" join-done
grep -q "Your key is made" out/join-done.html || wrong "nobody joined"
web_stop
printf '%s\n' "GET /keys/people/ben staff-sign.html" | "$BIN/desk_answer" org out 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" >/dev/null
# An organization that is founded, and terminals that wait on a stick.
web_start fresh --no-browser --assessment "$SOURCE/questionnaires/strategy-fit"
PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE=$ORGANIZATION_PASSPHRASE "$python" -B - "$web_open" <<'FOUND' || wrong "nothing was founded"
import os, sys, web_desk
desk = web_desk.Desk(sys.argv[1].split("/open/")[0])
desk.open(sys.argv[1])
secret = os.environ["ORGANIZATION_PASSPHRASE"]
right = {"name": "Northwind Ferries", "contact": "hr@northwind.example", "by": "Anna Berg", "customer": "passenger", "passphrase": secret,
         "again": secret}
for name, answer in (("found", desk.get("/found")), ("found-wrong", desk.post("/found", {"name": "Northwind"})),
                     ("founded", desk.post("/found", right)), ("first-steps", desk.get("/")), ("sheet", desk.get("/keys/sheet"))):
    with open(f"out/{name}.html", "w") as file:
        file.write(answer.text)
FOUND
web_stop
grep -q "RESONANCE RECOVERY KEY" out/founded.html || wrong "the sheet is not there"
if unshare -rm true 2>/dev/null; then
    request_made lobby.request
    cat >stick.sh <<'STICK'
mount -t tmpfs none /mnt && mkdir -p /mnt/stick/resonance/requests && cp lobby.request /mnt/stick/resonance/requests/ && cp bundle /mnt/stick/pier || exit 77
exec 9<<<"$ORGANIZATION_PASSPHRASE"
printf '%s\n' "GET /terminals enrol.html" "POST /terminals enrol-wrong.html token=x passphrase=no" "GET /vacancies/mate/cards cards-enrol.html" \
    "GET / today-stick.html" "POST /import brought.html token=x all=yes" | "$BIN/desk_answer" org out recruiter 2>/dev/null
STICK
    ORGANIZATION_PASSPHRASE=$ORGANIZATION_PASSPHRASE BIN=$BIN unshare -rm bash stick.sh >stick.txt
    [ $? = 77 ] || [ "$(cut -d' ' -f1 stick.txt | paste -sd' ')" = "200 422 200 200 200" ] || wrong "the stick answers $(cat stick.txt)"
fi
grep -q "Sign for this person" out/staff-sign.html || wrong "nobody waits to be signed for"
find out -name '*.html' -empty -delete # what only leads on to another page
mkdir out/s
cp "$SOURCE"/assets/desk/desk.css "$SOURCE"/assets/desk/mark.svg out/s
sed -i -E 's#"/s/[0-9a-f]+\.css"#"s/desk.css"#; s#"/s/[0-9a-f]+\.svg"#"s/mark.svg"#g' out/*.html
"$python" -B "$SOURCE/tests/kit/axe.py" package/axe.min.js out >found.txt 2>&1 || wrong "$(tail -30 found.txt)"
grep -qE ' [1-9][0-9]* frames' found.txt || wrong "no table was wider than its frame: $(tail -1 found.txt)"
# On paper a person fits on three sheets, and a number stays on its line.
if command -v pdftotext >/dev/null; then
    chromium --headless=new --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/print" --print-to-pdf="$work/person.pdf" \
        "file://$work/out/person.html" >/dev/null 2>&1 || wrong "the page of a person is not printed"
    pdftotext -layout person.pdf person.txt
    grep -qE 'What you look for in work +20 of 20' person.txt || wrong "a number breaks on paper: $(grep -A3 'What you look for' person.txt | head -4)"
    [ "$(tr -cd '\f' <person.txt | wc -c)" -le 3 ] || wrong "a person takes more than three sheets"
fi
# It must be able to find something.
mkdir cut
cp -r out/s out/people.html cut
sed -i 's/^\.scroll{[^}]*}/.scroll{overflow:hidden}/; /^\.rail nav ul{display:contents}/d; /^\.rail nav{order:1/d; /^\.rail nav a{padding:\.09rem/d; s/^#list table{min-width:30rem}/#list td:nth-child(3){display:none}.titles{overflow:hidden;width:3rem}/' cut/s/desk.css
"$python" -B "$SOURCE/tests/kit/axe.py" package/axe.min.js cut >cut.txt 2>&1 && wrong "nothing was found on a cut page"
for words in "nothing shows that a table goes on" "the menu is" "not seen any more" "it holds more than it shows"; do grep -q "$words" cut.txt || wrong "not found: $words"; done
mkdir bent
sed 's/ lang="en"//; s/<main/<div/; s/<\/main>/<\/div>/' out/help.html >bent/help.html
"$python" -B "$SOURCE/tests/kit/axe.py" package/axe.min.js bent >/dev/null 2>&1 && wrong "nothing was found on a bent page"
finish
