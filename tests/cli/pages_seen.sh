#!/bin/bash
# The pages of the desk in a real browser: axe-core, fetched by name, finds nothing of any level on them,
# and none is wider than its window, on wide and narrow ones, in both themes, with letters of 200 %; what is
# wider than its frame shows it and scrolls by keys.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
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
"$BIN/bench_sealed_copies" seal key config 55 bundle
desk org import bundle >/dev/null || wrong "nothing came"
handles=$(desk org list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4 | head -2 | paste -sd' ')
one=${handles% *} two=${handles#* }
mkdir -p out
printf '%s\n' "GET /people people.html" "GET / today.html" "GET /people/$one person.html" "GET /people/$one/words words.html" \
    "GET /people/$one/counted counted.html" "GET /compare pair.html a=$one b=$two" "GET /compare ask.html a=$one" \
    "GET /vacancies vacancies.html" "GET /vacancies/deck vacancy.html" "POST /vacancies/deck/weights weights.html token=x topic=none" \
    "GET /vacancies/deck/cards cards.html" "GET /vacancies/deck/cards/1/revoke revoke.html" "POST /vacancies/new new.html token=x id=A%20b" "GET /import import.html" "GET /terminals terminals.html" "GET /audit/log log.html" \
    "GET /export export.html" "GET /doctor doctor.html" "GET /help help.html" "GET /nowhere nowhere.html" |
    "$BIN/desk_answer" org out 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" >said || wrong "the desk did not answer"
[ "$(wc -l <said)" = 20 ] || wrong "$(wc -l <said) of 20 pages were answered"
mkdir out/s
cp "$SOURCE"/assets/desk/desk.css "$SOURCE"/assets/desk/mark.svg out/s
sed -i -E 's#"/s/[0-9a-f]+\.css"#"s/desk.css"#; s#"/s/[0-9a-f]+\.svg"#"s/mark.svg"#g' out/*.html
"$python" -B "$SOURCE/tests/kit/axe.py" package/axe.min.js out >found.txt 2>&1 || wrong "$(tail -30 found.txt)"
grep -qE ' [1-9][0-9]* frames' found.txt || wrong "no table was wider than its frame: $(tail -1 found.txt)"
# It must be able to find something.
mkdir cut
cp -r out/s out/people.html cut
sed -i 's/^\.scroll{[^}]*}/.scroll{overflow:hidden}/; /^\.rail nav ul{display:contents}/d; /^\.rail nav{order:1/d; /^\.rail nav a{padding:\.15rem/d' cut/s/desk.css
"$python" -B "$SOURCE/tests/kit/axe.py" package/axe.min.js cut >cut.txt 2>&1 && wrong "nothing was found on a cut page"
for words in "nothing shows that a table goes on" "the menu is"; do grep -q "$words" cut.txt || wrong "not found: $words"; done
mkdir bent
sed 's/ lang="en"//; s/<main/<div/; s/<\/main>/<\/div>/' out/help.html >bent/help.html
"$python" -B "$SOURCE/tests/kit/axe.py" package/axe.min.js bent >/dev/null 2>&1 && wrong "nothing was found on a bent page"
finish
