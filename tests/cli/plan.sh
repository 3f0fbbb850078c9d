#!/usr/bin/env bash
# The plan of somebody who was offered the work: its lines over the five ways of learning, each with a person and a
# day; agreed by two people; changed only by further rows, each signed, all kept; sealed as decisions are; on the
# page and by command the same.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_opened 2
person_sits config data codes "candidate 1" 11 order=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
handle=$(desk org list --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
good="Told us how the late check was put right, and who learned from it."
plan() { desk org plan "$handle" "$@"; }

expect 0 'Example: resonance plan' "$BIN/resonance" plan --help
# Nobody has a plan before they were offered the work, nor after an offer that was taken back.
refuse 1 'a plan is for somebody who was offered the work' plan
desk org decide "$handle" --as next --by "Ines Moreno" --reason "$good" --not-the-figure >/dev/null || wrong "not decided"
refuse 1 'a plan is for somebody who was offered the work' plan --way coaching --what "A talk" --owner "Per Holm" --day 2026-12-20
desk org decide "$handle" --as offer --by "Ines Moreno" --reason "$good" --not-the-figure >/dev/null || wrong "not offered"
expect 0 'There is no line in this plan yet' plan
expect 0 'What the person asked for:' plan

# Bad input: one clear sentence, and nothing is kept.
refuse 2 'name the way of learning' plan --what "A talk" --owner "Per Holm" --day 2026-12-20
refuse 2 'a way of learning is coaching, mentoring' plan --way course --what "A talk" --owner "Per Holm" --day 2026-12-20
refuse 2 'a day of a plan is written as' plan --way coaching --what "A talk" --owner "Per Holm" --day soon
refuse 2 'a day of a plan is written as' plan --way coaching --what "A talk" --owner "Per Holm"
refuse 2 'what is done' plan --way coaching --owner "Per Holm" --day 2026-12-20
refuse 2 'what is done' plan --way coaching --what $'two\nlines' --owner "Per Holm" --day 2026-12-20
refuse 2 'what is done has at most 300' plan --way coaching --what "$(printf 'w%.0s' {1..301})" --owner "Per Holm" --day 2026-12-20
refuse 2 'a name has at least' plan --way coaching --what "A talk" --owner "-" --day 2026-12-20
refuse 1 'there is no line 1 in this plan' plan --line 1 --state done
refuse 1 'there is no line in this plan to agree on' plan --agreed --by "Mira Sund" --by "Per Holm" --day 2026-08-11
refuse 2 'change the plan first' plan --way coaching --what "A talk" --owner "Per Holm" --day 2026-12-20 --json
refuse 2 'txt, html or pdf' plan --format doc
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM paper WHERE kind = 'plan'")" = 0 ] || wrong "something refused was kept"

plan --way coaching --what "A talk on Fridays about how the cormorant week went" --owner "Per Holm" --for "Advice and coaching" \
    --day 2026-12-20 >/dev/null || wrong "no first line"
plan --way shadowing --what "Two mornings beside the people who take the calls" --owner "Lena Brandt" --day 2027-01-15 >/dev/null ||
    wrong "no second line"
expect 0 'Not agreed yet' plan
refuse 2 'agreed by two people' plan --agreed --by "Mira Sund" --day 2026-08-11
refuse 2 'those of one person' plan --agreed --by "Mira Sund" --by "SUND, Mira" --day 2026-08-11
refuse 2 'on which day' plan --agreed --by "Mira Sund" --by "Per Holm"
expect 0 'Agreed by Mira Sund on 2026-08-11 and by Per Holm on 2026-08-12' plan --agreed --by "Mira Sund" --by "Per Holm" --day 2026-08-11 \
    --day 2026-08-12
plan | grep -q "since the last agreement" && wrong "nothing was changed since they agreed"
# Done stays agreed; another day does not, until both say yes again.
expect 0 'done' plan --line 2 --state done
plan | grep -q "since the last agreement" && wrong "what is done is no longer agreed"
refuse 1 'is like that already' plan --line 2 --state done
refuse 2 'has its reason' plan --line 1 --state dropped
refuse 2 'only a line that is dropped' plan --line 1 --why "No time"
expect 0 'Lines to be agreed again: 1 of 2' plan --line 1 --day 2027-02-01
expect 0 'Dropped, because: She has a coach of her own' plan --line 1 --state dropped --why "She has a coach of her own"
expect 0 'Agreed by Mira Sund on 2027-01-05' plan --agreed --by "Mira Sund" --by "Per Holm" --day 2027-01-05
plan --history >history || wrong "no history"
[ "$(grep -cE '^ *2[0-9-]+ +recruiter' history)" = 7 ] || wrong "the history has not 7 rows: $(cat history)"
plan --json >plan.json || wrong "no JSON"
for words in '"lines":\[' '"state":"dropped"' '"why":"She has a coach of her own"' '"way":"shadowing"' '"rows":7' "\"reference\":\"$handle\"" \
    '"agreed":\[{"day":"2027-01-05","name":"Mira Sund"}'; do
    grep -q "$words" plan.json || wrong "the JSON has no $words: $(cat plan.json)"
done

# Who may read it: the recruiters of the vacancy, the HR owners, the sheet; the log knows of it and tells no word.
grep -q cormorant org/archive.db && wrong "the plan lies open in the archive"
desk org audit log >log || wrong "the log is not whole"
[ "$(grep -c ' planned ' log)" = 7 ] || wrong "the log does not know all rows"
grep -qE 'cormorant|Mira|Holm' log && wrong "the log tells the plan"
plan --identity org.recovery.txt --history >by-sheet || wrong "the recovery sheet does not open the plan"
same history by-sheet
for format in txt html pdf; do
    [ $format != pdf ] || command -v weasyprint >/dev/null || continue
    expect 0 'Wrote plan' plan --format $format --out plan.$format
    [ "$(stat -c %a plan.$format)" = 600 ] || wrong "others can read the sheet"
done
for words in "Signature:" "never for pay" "Per Holm" "$handle"; do grep -qF "$words" plan.txt || wrong "the sheet does not say: $words"; done
[ ! -f plan.pdf ] || ! command -v pdftotext >/dev/null || pdftotext -layout plan.pdf - | grep -q "Lena Brandt" || wrong "the PDF has no plan"

# Nothing of it can be changed, exchanged or dropped without being noticed.
for change in "DELETE FROM paper WHERE kind = 'plan' AND version = 7" "DELETE FROM paper WHERE kind = 'plan' AND version = 3" \
    "UPDATE paper SET body = (SELECT body FROM paper WHERE kind = 'plan' AND version = 1) WHERE kind = 'plan' AND version = 2" \
    "UPDATE paper SET kind = 'decision', version = 3 WHERE kind = 'plan' AND version = 7" \
    "UPDATE paper SET version = version + 20 WHERE kind = 'plan' AND version > 4" "DELETE FROM paper WHERE kind = 'plan'"; do
    rm -rf other
    cp -r org other
    sqlite3 other/archive.db "$change"
    refuse 1 'the log knows of|altered|damaged|not made by|follow|does not fit' desk other plan "$handle"
done

# The page does what the command does, and says what is wrong beside the field.
mkdir out
answers() {
    local code=$1
    shift
    said=$("$BIN/desk_answer" org out recruiter 2>took 9<<<"$ORGANIZATION_PASSPHRASE" <<<"$*")
    [ "${said%% *}" = "$code" ] || wrong "$*: $said, wanted $code"
}
. "$SOURCE/tests/kit/page_words.sh"
typed() { printf %s "$1" | sed 's/ /%20/g'; }
answers 200 GET /people people.html
has people.html 'href="/after"'
answers 200 GET /after after.html
has after.html "/after/$handle/plan"
has after.html "0 planned, 1 done, 1 dropped"
answers 200 GET "/after/$handle/plan" plan.html
has plan.html "She has a coach of her own"
has plan.html "How it came about"
answers 422 POST "/after/$handle/plan" empty.html token=x act=line
for words in "Choose a way of learning." "Write what is done." "Write who sees to it." "Choose the day by which it is done."; do has empty.html "$words"; done
answers 422 POST "/after/$handle/plan" kept.html token=x act=line way=rotation "what=$(typed "Six weeks on <b>nights</b>")" owner=Q day=2027-05-01
has kept.html "Six weeks on &lt;b&gt;nights&lt;/b&gt;"
lacks kept.html "--"
answers 422 POST "/after/$handle/plan" agree.html token=x act=agree day1=2027-05-01
has agree.html "Write who speaks for the organization."
answers 422 POST "/after/$handle/plan" agree.html token=x act=agree day1=2027-05-01 day2=2027-05-01 "by1=$(typed "Mira Sund")" "by2=$(typed "mira sund")"
has agree.html "those of one person"
answers 303 POST "/after/$handle/plan" added.html token=x act=line way=rotation "what=$(typed "Six weeks on <b>nights</b>")" \
    "owner=$(typed "Lena Brandt")" day=2027-05-01
has added.html.next "The line is saved."
answers 200 GET "/after/$handle/plan" change.html line=3
has change.html "Change line 3"
has change.html "Lines to be agreed again: 1 of 3."
answers 422 POST "/after/$handle/plan" dropped.html token=x act=line line=3 way=rotation what=Nights "owner=$(typed "Lena Brandt")" day=2027-05-01 state=dropped
has dropped.html "Write why it is dropped."
answers 303 POST "/after/$handle/plan" changed.html token=x act=line line=3 way=rotation "what=$(typed "Six weeks on <b>nights</b>")" \
    "owner=$(typed "Lena Brandt")" day=2027-05-01 state=done
answers 303 POST "/after/$handle/plan" agreed.html token=x act=agree day1=2027-05-01 day2=2027-05-02 "by1=$(typed "Mira Sund")" "by2=$(typed "Per Holm")"
has agreed.html.next "The plan is agreed."
answers 200 GET "/after/$handle/plan.html" sheet.html
has sheet.html "Signature:"
has sheet.html "&lt;b&gt;nights&lt;/b&gt;"
plan --json | grep -qF '"what":"Six weeks on <b>nights</b>"' || wrong "what was typed is not kept as it was"
[ "$(plan --json | grep -o '"rows":10')" ] || wrong "the page did not keep three rows"

# With the result it is locked away, read by the sheet alone, and erased.
rm -rf held
cp -r org held
desk held hold "$handle" --reason "A charge is open" --by "Jan Vos" >/dev/null || wrong "not held"
desk held erase "$handle" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "not locked away"
expect 1 'locked away' desk held plan "$handle"
plan --history >before
desk held plan "$handle" --history --identity org.recovery.txt >locked || wrong "the recovery sheet does not open the plan of who is locked away"
same before locked
desk org erase "$handle" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "not erased"
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM paper")" = 0 ] || wrong "a row of the plan is left after the erasure"
expect 1 'erased' plan
answers 200 GET /after none.html
has none.html "Nobody is here yet."
finish
