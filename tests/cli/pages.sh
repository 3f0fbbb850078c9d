#!/bin/bash
# The pages of the desk on a real folder, without the front: what they show, what they do, what is in the
# log before they are given out, and what they refuse. One desk stays open all the while, as a person's
# does, beside commands that change the folder.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
cd "$work" || exit 1
count=60

organization_new org 'Acme & <Sons>' >/dev/null 2>&1 || wrong "no organization"
desk org vacancy new deck --title 'Deck <b>officer</b>, "Harbour"' >/dev/null || wrong "no vacancy"
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal key config $count bundle
desk org import bundle >/dev/null || wrong "nothing came"
sed -nE 's/^ *PAGES_ROUTE\([a-z_]+, "([^"]*)".*/\1/p' "$SOURCE/kiosk/app/desk/pages/pages_route.def" >routes
[ "$(wc -l <routes)" -gt 15 ] || wrong "only $(wc -l <routes) routes were found"

. "$SOURCE/tests/kit/desk_asked.sh"
desk_asked_begin org

# Whoever answered, in the order in which they came: the same people as in the list, 50 a page.
desk org list --json >list.json || wrong "no list"
answers 200 GET /people people-1.html
answers 200 GET /people people-2.html from=51
cat out/people-1.html out/people-2.html | grep -oE '<td><a href="/people/[^"]*">[^<]*' | sed 's/.*>//' >shown
same <(sort shown) <(grep -o '"handle":"[^"]*"' list.json | cut -d'"' -f4 | sort)
[ "$(grep -c '<td><a href="/people/' <(tr '\n' ' ' <out/people-1.html | sed 's/<tr>/\n/g'))" = 50 ] || wrong "a page has not 50 rows"
cat out/people-1.html out/people-2.html | grep -oE '<th scope="row">[0-9]+' | grep -oE '[0-9]+' >numbers
same numbers <(sort -n numbers)
has people-1.html "In order of arrival. There is no other order."
grep -oE '<span class="heard">between [^<]*' out/people-1.html | head -1 | grep -qE 'between −?0\.[0-9]{2} and' || wrong "no range is said in words"

# A vacancy is named as people read it, wherever it stands.
tr '\n' ' ' <out/people-1.html | grep -qE 'Vacancy:.*>Deck &lt;b&gt;officer&lt;/b&gt;, &quot;Harbour&quot;</a>' || wrong "the vacancy is not named by its title"
grep -qE '>deck</(a|h2|td|li)>' out/people-1.html && wrong "a vacancy is named by its id"

# Without the document of the vacancy those who came for it are in the list all the same.
mv org/vacancies vacancies && mkdir -m 700 org/vacancies
answers 200 GET /people gone.html
[ "$(grep -c 'href="/people/[^"?]*"' out/gone.html)" -gt 0 ] || wrong "without its vacancy nobody is in the list"
answers 404 GET /people none.html vacancy=nothing
rmdir org/vacancies && mv vacancies org/vacancies

# Who cannot be told apart is counted as the list counts them.
apart=$(grep -oE 'Of [0-9]+ pairs, their sessions tell [0-9]+ apart' out/people-1.html | grep -oE '[0-9]+' | paste -sd' ')
if [ -n "$apart" ]; then
    together=$(grep -o '"not_told_apart_count":[0-9]*' list.json | awk -F: '{ all += $2 } END { print all / 2 }')
    [ $((${apart% *} - ${apart#* })) = "$together" ] || wrong "$apart pairs, but the list has $together that cannot be told apart"
else
    grep -q 'People who share a letter' out/people-1.html || wrong "nothing is said of who cannot be told apart"
fi

# A person is in the log before their page is there, and read from then on.
handle=$(sed -n 7p shown)
answers 200 GET /people new-before.html show=new
answers 200 GET "/people/$handle" person.html
answers 200 GET "/people/$handle/long" long.html
answers 200 GET "/people/$handle/words" words.html
answers 200 GET "/people/$handle/counted" counted.html
answers 200 GET "/people/$handle/report.txt" report.txt
answers 200 GET "/people/$handle/report.html" report.html for=interviewer
desk org audit log >log.txt || wrong "the log is not whole"
[ "$(grep -c "opened  *$handle" log.txt)" = 4 ] || wrong "$(grep -c "opened  *$handle" log.txt) of 4 pages are in the log"
[ "$(grep -c "exported  *$handle" log.txt)" = 2 ] || wrong "what was written out is not in the log"
answers 200 GET /people new-after.html show=new
grep -q ">$handle<" out/new-before.html || [ "$(grep -c . shown)" -gt 50 ] || wrong "nobody was new"
lacks new-after.html ">$handle<"
desk org report "$handle" --format txt >report-there.txt
same out/report.txt report-there.txt
grep -qE '[−-]?[0-9]\.[0-9]{2}, between|R = ' out/report.html && wrong "an interviewer is given a figure"
answers 404 GET /people/0000-0000 nobody.html
answers 422 GET "/people/$handle/report.txt" reader.html for=everybody

# The same page as text and for programs, in which no figure stands without its range.
answers 200 GET /people people.txt form=txt
answers 200 GET /people people.json form=json
answers 422 GET /people people.xml form=xml
grep -qE "^ *[0-9]+ +$handle" out/people.txt || wrong "$handle does not stand in the text"
python3 -c 'import json, sys; page = json.load(open(sys.argv[1])); sys.exit(page["title"] == "")' out/people.json || wrong "that is no JSON"
grep -qE '"(r|z|score|rank|figure|place)"' out/people.json && wrong "a program can put people in order"

# Found by reference in any case, by card and by topic.
answers 200 GET /people found.html "find=$(tr '[:upper:]' '[:lower:]' <<<"$handle")"
has found.html ">$handle<"
[ "$(grep -oE '<td><a href="/people/' out/found.html | wc -l)" = 1 ] || wrong "more than one is found"
answers 200 GET /people none.html find=nothing%20like%20it
has none.html "Nobody was found"

# Two side by side, the first to come first; one alone and strangers are refused.
other=$(sed -n 9p shown)
answers 200 GET /compare pair.html "a=$other" "b=$handle"
has pair.html "<h1>$handle and $other</h1>"
answers 200 GET /compare ask.html "a=$handle"
answers 422 GET /compare same.html "a=$handle" "b=$handle"
answers 404 GET /compare stranger.html "a=$handle" b=0000-0000

# A form that is wrong is shown again as it was typed, and nothing is made; sent well it makes one.
answers 200 GET /vacancies vacancies.html
answers 200 GET /vacancies/new new.html
answers 422 POST /vacancies/new wrong.html token=x title=Second%20%3Cmate%3E id=Not%20One
has wrong.html 'value="Second &lt;mate&gt;"'
has wrong.html 'aria-invalid="true"'
answers 422 POST /vacancies/new empty.html token=x title= id=
has empty.html "Write what people are invited for."
answers 422 POST /vacancies/new nameless.html token=x title=%C3%96%C3%84 id=
has nameless.html "No name can be made of this title."
[ "$(find org/vacancies -type f | wc -l)" = 1 ] || wrong "a refused form made a vacancy"
answers 303 POST /vacancies/new made.html token=x title=Second%20%3Cmate%3E id=second
has made.html.next "The draft is made."
[ "${said##* }" = /vacancies/second/open ] || wrong "it goes on to ${said##* }"
answers 422 POST /vacancies/new twice.html token=x title=Other id=second
has twice.html "There is a vacancy second already."
for name in second-mate second-mate-2 new-2; do # without a name for files it is made of the title, and never one that is taken
    title=Second%20%3Cmate%3E%21
    [ $name != new-2 ] || title=New
    answers 303 POST /vacancies/new made.html token=x title=$title id=
    [ "${said##* }" = /vacancies/$name/open ] || wrong "$title goes on to ${said##* }"
done
rm org/vacancies/{second-mate,second-mate-2,new-2}.json
grep -nE -- '--[a-z]|[^“]resonance [a-z]' out/{wrong,empty,twice}.html && wrong "a page names a command or an option"
answers 200 GET /vacancies/second second.html
has second.html 'Second &lt;mate&gt;'

# A weight of a draft, by two people; not over what somebody else has changed meanwhile.
answers 200 GET /vacancies/second/weights weights.html
digest=$(grep -o 'name="digest" value="[^"]*"' out/weights.html | cut -d'"' -f4)
weigh=(POST /vacancies/second/weights weighed.html token=x topic=order reason=the%20timetable by1=Ines%20Moreno by2=Per%20Holm)
cp org/vacancies/second.json before.json
answers 422 POST /vacancies/second/weights unweighed.html token=x "digest=$digest" weight= reason= by1= by2=
has unweighed.html "5 answers are missing or wrong."
answers 422 "${weigh[@]}" "digest=$digest" weight=7
has weighed.html "Write a number from 0 to 5."
answers 422 "${weigh[@]}" "digest=0$digest" weight=2
has weighed.html "Somebody has changed this vacancy meanwhile"
same org/vacancies/second.json before.json
answers 303 "${weigh[@]}" "digest=$digest" weight=2
has weighed.html.next "The weight is set."
answers 200 GET /vacancies/second later.html
lacks later.html "The weight is set."
grep -q '"weight":"2"' org/vacancies/second.json || wrong "no weight was set"
answers 422 "${weigh[@]}" "digest=$digest" weight=3
while flock 6; do # a command that is at work is waited for, and named when it does not end
    answers 403 POST /vacancies/new busy.html token=x title=Third id=third
    has busy.html "is changing"
    break
done 6<org

# What no page of ours sends.
answers 404 GET /nowhere nowhere.html
answers 404 GET /people/A/B/C nowhere.html
answers 405 POST /people posted.html token=x
answers 422 GET /people unknown.html sort=figure
answers 422 GET /people doubled.html show=new show=read
answers 422 POST /vacancies/new more.html token=x title=A id=b is_admin=1
[ "$(find org/vacancies -type f | wc -l)" = 2 ] || wrong "something was made"

# Looking changes nothing but the log.
find org -type f ! -name 'archive.db*' ! -name log.head -exec sha256sum {} + | sort >before.sum
for route in / /people /vacancies /vacancies/second /import /terminals /audit /audit/log /audit/scoring /audit/asked /organization /norms /retention /keys/sheet /doctor /help /nowhere; do
    ask GET "$route" "looked$(tr / - <<<"$route").html"
done
find org -type f ! -name 'archive.db*' ! -name log.head -exec sha256sum {} + | sort >after.sum
same before.sum after.sum
has looked-.html "people whom you have not read yet"
has looked-audit-log.html "none is missing"

# Whether all is well: the heading is that of the heaviest row.
has looked-doctor.html "Look at it"
has looked-doctor.html "<h1>Nothing is wrong, but look at these</h1>"
echo broken >org/vacancies/third.json
answers 200 GET /doctor unwell.html
has unwell.html "<h1>Something is wrong</h1>"
rm org/vacancies/third.json

# A vacancy that was opened without a profile, and its cards.
desk org vacancy open deck --without-profile --sample --yes >/dev/null || wrong "it was not opened"
desk org invite deck --count 70 --plain >/dev/null 2>&1 || wrong "nobody was invited"
answers 200 GET /people bare.html
has bare.html "There is no organization profile to compare with, so there is no figure, now or later."
lacks bare.html "Profile of 0"
come=$(grep -c '"sat_before_as":null' <(desk org list --json | sed 's/"sat_before_as"/\n&/g'))
has bare.html "Cards printed: 70. Finished and here: $come. Not here yet: $((70 - come))."

# Erased by a command beside it: gone from the desk that is open, at once.
desk org erase "$other" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "nothing was erased"
answers 404 GET "/people/$other" gone.html
there=$(desk org show "$other" 2>&1) # the command says the same
[[ $there == *"was erased here on "* ]] && has gone.html "${there#*: result }"
answers 404 GET /compare gone-pair.html "a=$handle" "b=$other"
has gone-pair.html "was erased here on"
answers 404 GET /people/0000-0000 never.html
has never.html "Nobody here has the reference 0000-0000"
answers 200 GET /people after.html
grep -qE "Cards printed: 70. Finished and here: [0-9]+. Not here yet, or erased: [0-9]+." out/after.html || wrong "who was erased counts as not come"
lacks after.html ">$other<"

# The rules and the picture are given out under a name that changes with them.
for name in $(grep -oE '/s/[0-9a-f]+\.(css|svg)' out/person.html | sort -u); do answers 200 ASSET "${name#/s/}" "asset-${name##*.}"; done
same out/asset-css "$SOURCE/assets/desk/desk.css"
answers 404 ASSET 00.css none

desk_asked_end
python3 "$SOURCE/tests/kit/page_check.py" routes $(find out -name "*.html" ! -name "report*" -size +0 | sort) >checked.txt 2>&1 || wrong "$(cat checked.txt)"
grep -l '<b>officer</b>' out/*.html && wrong "a title became markup"
# It must be able to find something.
for bent in 's/<h1>/<h2>/' 's/<td>/<td onclick="x()">/' 's/<\/main>//' 's|href="/people"|href="https://example.org"|' 's/<thead><tr><th[^>]*>/&<a href="\/people">/' \
    's/In order of arrival/Sorted by figure/' 's/In order of arrival/Say --words/' 's/In order of arrival/See “resonance list”/'; do
    sed "$bent" out/people-1.html >bent.html
    python3 "$SOURCE/tests/kit/page_check.py" routes bent.html >/dev/null 2>&1 && wrong "not found: $bent"
done

# From a stick, where this machine lets a test mount one.
if unshare -rm true 2>/dev/null; then
    "$BIN/bench_sealed_copies" seal key config $count bundle-2 2>/dev/null
    cp -r org org-2
    cat >stick.sh <<'STICK'
mount -t tmpfs none /mnt && mkdir /mnt/stick && cp bundle /mnt/stick/pier-1 && cp /etc/hostname /mnt/stick/note.txt || exit 77
exec 9<<<"$ORGANIZATION_PASSPHRASE"
printf '%s\n' "GET /import stick.html" "POST /import none.html token=x" "POST /import other.html token=x bundle=/etc/hostname" \
    "POST /import brought.html token=x bundle=/mnt/stick/pier-1" | "$BIN/desk_answer" org-2 out 2>/dev/null
for number in {1..220}; do cp bundle /mnt/stick/pier-$number; done
exec 9<<<"$ORGANIZATION_PASSPHRASE"
echo "GET /import many.html" | "$BIN/desk_answer" org-2 out 2>/dev/null
STICK
    ORGANIZATION_PASSPHRASE=$ORGANIZATION_PASSPHRASE BIN=$BIN unshare -rm bash stick.sh >brought.txt
    if [ $? != 77 ]; then
        same <(cut -d' ' -f1 brought.txt) <(printf '%s\n' 200 422 422 200 200)
        [ "$(grep -o 'value="/mnt/stick/pier' out/many.html | wc -l)" = 200 ] || wrong "more bundles are listed than a page has room for"
        has stick.html "/mnt/stick/pier-1"
        lacks stick.html "note.txt"
        has brought.html "All of it is here."
        has brought.html "$count were here before"
    fi
fi
finish
