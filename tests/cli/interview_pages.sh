#!/usr/bin/env bash
# The interview in the browser: a recruiter gives it, each interviewer rates on pages of their own and locks,
# all of them read the ratings, one changes a rating, a person decides, the letter is made. What must not be
# seen before is on no page; what was typed comes back with the fault beside its field.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_opened 1
for label in anna ben cora; do desk org key new --label $label >/dev/null || wrong "no key for $label"; done
terminal_enrol org request.json config
person_sits config data codes "candidate 1" 11 order=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
handle=$(desk org list --key recruiter --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
mkdir out

# answers CODE WHO METHOD ROUTE FILE [NAME=VALUE]...: sets $said to the answer's line
answers() {
    local code=$1 who=$2
    shift 2
    said=$("$BIN/desk_answer" org out "$who" 2>took 9<<<"$ORGANIZATION_PASSPHRASE" <<<"$*")
    [ "${said%% *}" = "$code" ] || wrong "$who, $*: $said, wanted $code"
}
. "$SOURCE/tests/kit/page_words.sh"
typed() { printf %s "$1" | sed 's/ /%20/g'; }

answers 200 recruiter GET /interviews none.html
has none.html "There is no interview here yet."
answers 200 recruiter GET "/people/$handle" person.html
has person.html "/people/$handle/interview"
answers 200 recruiter GET "/people/$handle/interview" new.html
has new.html "Interviewers of this desk, two at least. Each rates alone"
answers 422 recruiter POST "/people/$handle/interview" one.html token=x member=anna
has one.html "2 to 8 interviewers"
answers 422 recruiter POST "/people/$handle/interview" many.html token=x $(printf 'member=anna %.0s' {1..36})
has many.html "An interview has at most 8 interviewers"
answers 303 recruiter POST "/people/$handle/interview" given.html token=x member=anna member=ben
has given.html.next "The interview is set up."
stands() { grep -o '<li aria-current="step">.*</svg>[A-Z][a-z]*</li>' "out/$1" | grep -q ">$2</li>" || wrong "$1: it does not stand at $2"; }
answers 200 recruiter GET "/people/$handle" person.html
stands person.html Interview
answers 200 anna GET /people people.html show=interview
has people.html "Interview <span class=\"count\">1"
has people.html "/people/$handle"
answers 200 anna GET /interviews list.html
has list.html "0 of 2 have handed in; you ask"
answers 200 recruiter GET /interviews list.html
lacks list.html "you ask"

# Anna's pages: what to ask, and no figure; the question as it is spoken, with its anchors.
answers 200 anna GET /interviews/1 anna.html
has anna.html "0 of 4 rated."
has anna.html "You can hand in your ratings when every question is rated."
has anna.html "Asked of everybody"
has anna.html "Their own words are in the interviewer’s report, which a recruiter hands you."
grep -qE '[0-9]\.[0-9]{2}[^0-9.]|in common|What differs' out/anna.html && wrong "anna's page tells a figure or a phrase"
answers 200 anna GET /interviews/1/rate question.html question=promise
has question.html "Tell me about a promise that was hard to keep."
has question.html "Question 2 of 4, asked of everybody in the same words"
has question.html "Dropped the promise and told nobody"
has question.html "This is not a 1: it does not count."
answers 404 anna GET /interviews/1/rate none.html question=hobby
answers 422 anna POST /interviews/1/rate wrong.html token=x question=promise rating=4 evidence=$(typed "ok <b>")
has wrong.html "Write what they said or did"
has wrong.html "ok &lt;b&gt;"
answers 422 anna POST /interviews/1/rate wrong.html token=x question=promise evidence=$(typed "Walked down six times.")
has wrong.html "Walked down six times."
has wrong.html "Choose what you heard."
lacks wrong.html "--"
answers 303 anna POST /interviews/1/rate kept.html token=x question=promise rating=4 evidence=$(typed "Walked down <i>six</i> times.")
has kept.html.next "Your rating is saved."
[[ $said = *"/interviews/1/rate?question=mistake" ]] || wrong "it does not go on to the next question: $said"
answers 200 anna GET /interviews/1/rate again.html question=promise
has again.html "Walked down &lt;i&gt;six&lt;/i&gt; times."
answers 422 anna POST /interviews/1/lock early.html token=x
has early.html "not rated yet: 3 of 4"
for question in mistake trial news; do
    answers 303 anna POST /interviews/1/rate kept.html token=x question=$question rating=4 evidence=$(typed "Said what was done about it.")
done
[[ $said = *" /interviews/1" ]] || wrong "after the last question it does not go back to all: $said"

# Nobody else sees it: not the other, not the recruiter, not who has nothing to do with it.
for who in ben recruiter cora; do
    for page in /interviews /interviews/1 /interviews/1/panel; do
        answers "$([ $page = /interviews/1/panel ] && echo 403 || echo 200)" $who GET $page "$who.html"
        lacks "$who.html" "Walked down"
    done
done
answers 403 recruiter POST /interviews/1/rate refused.html token=x question=promise rating=1 evidence=$(typed "Nobody asked me to.")
answers 200 anna GET /interviews/1/lock lock.html
has lock.html "After that nobody can change them, you included."
answers 303 anna POST /interviews/1/lock locked.html token=x
has locked.html.next "Your ratings are handed in."
answers 422 anna POST /interviews/1/rate late.html token=x question=promise rating=1 evidence=$(typed "Now I think otherwise.")
answers 200 anna GET /interviews/1 locked.html
has locked.html "Handed in so far: 1 of 2."
lacks locked.html "Hand in my ratings"
answers 403 anna GET /interviews/1/panel shut.html
has shut.html "nobody reads one before all have"
for question in mistake promise trial news; do
    answers 303 ben POST /interviews/1/rate kept.html token=x question=$question rating=2 evidence=$(typed "A routine check on watch.")
done
answers 200 recruiter GET / early.html
lacks early.html "rated and handed in by all who asked"
answers 303 ben POST /interviews/1/lock locked.html token=x
answers 200 recruiter GET / rated.html
has rated.html "interview is rated and handed in by all who asked"
answers 200 anna GET / rated.html
lacks rated.html "interview is rated and handed in by all who asked"

# A recruiter who does not ask opens them by a button, and looking changes nothing; then all read the same.
before=$(sqlite3 org/archive.db "SELECT count(*) FROM paper" 2>/dev/null)
answers 403 ben GET /interviews/1/panel shut.html
has shut.html "a recruiter of the vacancy who does not ask"
answers 200 recruiter GET /interviews/1/panel button.html
has button.html "Open the ratings"
lacks button.html "routine"
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM paper" 2>/dev/null)" = "$before" ] || wrong "looking changed something"
answers 303 recruiter POST /interviews/1/panel opened.html token=x
has opened.html.next "The ratings are open."
for who in recruiter anna ben; do
    answers 200 $who GET /interviews/1/panel "panel-$who.html"
    has "panel-$who.html" "2 apart: talk about it."
    has "panel-$who.html" "Overall, from the ratings as they were handed in: 3.0."
    has "panel-$who.html" "Walked down &lt;i&gt;six&lt;/i&gt; times."
done
answers 422 ben POST /interviews/1/change wrong.html token=x question=promise rating=3 evidence=$(typed "Six walks in the swell.")
has wrong.html "Six walks in the swell."
has wrong.html "Write why you change it."
answers 422 ben POST /interviews/1/change wrong.html token=x
for words in "Choose a question." "Choose what it is now." "Write why you change it."; do has wrong.html "$words"; done
lacks wrong.html "--"
answers 303 ben POST /interviews/1/change changed.html token=x question=promise rating=3 evidence=$(typed "Six walks in the swell.") \
    reason=$(typed "I had not heard the second half.")
has changed.html.next "Your change is saved."
answers 200 anna GET /interviews/1/panel panel.html
has panel.html "2 (then 3)"
has panel.html "I had not heard the second half."
answers 200 recruiter GET / read.html
lacks read.html "rated and handed in by all who asked"
has panel.html "Overall, from the ratings as they were handed in: 3.0."

# One that never comes is ended by a recruiter, with a reason that those who ask can read; then it waits for nobody.
answers 303 recruiter POST "/people/$handle/interview" given.html token=x member=anna member=ben
answers 200 anna GET / today.html
has today.html "interview waits for your ratings"
answers 200 recruiter GET /interviews/2 two.html
has two.html "/interviews/2/drop"
answers 200 recruiter GET /interviews/2/drop drop.html
has drop.html "nobody rates, hands in or reads anything in it any more"
answers 422 recruiter POST /interviews/2/drop open.html token=x reason=
has open.html "Write why it does not take place."
answers 422 recruiter POST /interviews/2/drop short.html token=x reason=gone
has short.html "in 10 to 300 characters"
lacks short.html "--"
answers 422 recruiter POST /interviews/1/drop came.html token=x reason=$(typed "They took other work.")
has came.html "so it took place"
answers 303 recruiter POST /interviews/2/drop dropped.html token=x reason=$(typed "They took <other> work.")
has dropped.html.next "The interview is ended."
for who in anna recruiter; do
    answers 200 $who GET /interviews/2 ended.html
    has ended.html "This interview was ended: it did not take place."
    has ended.html "They took &lt;other&gt; work."
    lacks ended.html "Hand in my ratings"
    lacks ended.html "End this interview"
done
answers 422 anna POST /interviews/2/lock shut.html token=x
has shut.html "nothing is rated, handed in or read in it any more"
answers 422 anna POST /interviews/2/rate shut.html token=x question=promise rating=3 evidence=$(typed "Nobody told me of it.")
answers 200 anna GET /interviews list.html
has list.html "it did not take place"
answers 200 anna GET / today.html
lacks today.html "waits for your ratings"

# The decision: a name, a reason, the mark; with the figure alone it is refused and everything typed is kept.
answers 200 recruiter GET "/people/$handle/decision" decision.html
has decision.html "Nothing is decided about $handle yet."
has decision.html "The form is a pilot: decide from what was said and done."
answers 422 recruiter POST "/people/$handle/decision" open.html token=x
for words in "Choose what was decided." "Write why." "Write who decided." "Say that the figure is not the reason."; do has open.html "$words"; done
answers 422 recruiter POST "/people/$handle/decision" figure.html token=x as=decline by=$(typed "Ines Moreno") own=yes \
    reason=$(typed "The resonance figure is too low.")
has figure.html "never the only reason"
has figure.html "The resonance figure is too low."
answers 404 recruiter GET "/people/$handle/letter" letter.html
answers 303 recruiter POST "/people/$handle/decision" decided.html token=x as=offer by=$(typed "Ines Moreno") own=yes \
    reason=$(typed "Told us how the <late> check was put right, and who learned from it.")
has decided.html.next "The decision is recorded."
answers 200 recruiter GET "/people/$handle/decision" decision.html
has decision.html "<td>Offer the work</td><td>Ines Moreno</td>"
has decision.html "how the &lt;late&gt; check"
answers 200 recruiter GET "/people/$handle" person.html
stands person.html Decided
answers 200 recruiter GET /people people.html show=interview
has people.html "Nobody was found"
answers 200 recruiter GET /people people.html show=decided
has people.html "/people/$handle"
answers 200 recruiter GET "/people/$handle/letter" letter.html
has letter.html "We would like to offer you this work."
has letter.html "how the &lt;late&gt; check"
# The page of the log cuts what nobody compares; the table has it whole.
answers 200 recruiter GET /audit/log log.html
grep -qE '[0-9a-f]{64}' out/log.html && wrong "a number of 64 digits stands on the page of the log"
grep -qE '[0-9a-f]{8}…' out/log.html || wrong "no number is cut on the page of the log"
answers 200 recruiter GET /export/log.csv log.csv
grep -qE '[0-9a-f]{64}' out/log.csv || wrong "the table of the log has cut numbers"
expect 0 'offer, by Ines Moreno' desk org decide "$handle" --key recruiter
for deed in 'interview founded' rated locked revealed 'rating changed' decided 'letter made'; do
    desk org audit log | grep -q "$deed" || wrong "the log does not tell: $deed"
done
finish
