#!/bin/bash
# What leaves the desk about one person, for programs: their own copy (all that they were shown and answered,
# in their words, what came of it, the receipt they know), and the result for a program in which applicants
# are tracked, with its ranges and the paper; nobody gets what is not theirs.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
for program in jq qpdf pdftotext weasyprint; do command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }; done
cd "$work" || exit 1
organization_opened 2
person_sits config data codes "candidate 1" 11 order=2 || exit 1
person_sits config data codes "candidate 2" 12 care=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
mapfile -t handles < <(desk org list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4)
one=${handles[0]} other=${handles[1]}

# Every question that was answered, with what stood there; the words as they were written; the receipt.
expect 0 'Wrote copy.json' desk org report "$one" --for candidate --format json --out copy.json
[ "$(stat -c %a copy.json)" = 600 ] || wrong "others can read it"
desk org report "$one" --format record --out record.json >/dev/null
[ "$(jq '.answers | length' copy.json)" = "$(jq '.answers | length' record.json)" ] || wrong "$(jq '.answers | length' copy.json) of $(jq '.answers | length' record.json) answers are in the copy"
same <(jq -r '.answers[].id' copy.json | sort) <(jq -r '.answers[].id' record.json | sort)
jq -e '[.answers[] | select(.question == "")] == []' copy.json >/dev/null || wrong "a question has no words"
jq -e '[.answers[] | select(.id | startswith("values:")) | select((.shown | length) != 4)] == []' copy.json >/dev/null || wrong "not all that stood there is told"
jq -e '.answers | any(.answer == "I would try it out first")' copy.json >/dev/null || wrong "their words are not in the copy"
[ "$(jq -r .receipt copy.json)" = "$(desk org report "$one" --format json | jq -r .facts.receipt)" ] || wrong "the receipt is another one"
[ "$(jq -r '.told | length' copy.json)" -ge 1 ] || wrong "what the screens told is not in the copy"
jq -e '.results | all((.value == null) == (.low == null) and (.value == null) == (.high == null))' copy.json >/dev/null || wrong "a figure stands without its range"
grep -qF "$other" copy.json && wrong "somebody else stands in the copy"
grep -qE '"(page_open|spent_ms|device|arrival|invite)"' copy.json && wrong "the copy tells how they used the screen"
same copy.json <(desk org report "$(jq -r .receipt copy.json)" --for candidate --format json)
for format in txt html pdf record ats; do refuse 2 'the copy for a candidate is --format json' desk org report "$one" --for candidate --format $format; done

# For a program: no figure without a range, the topics with theirs, the paper whole; not for interviewers.
expect 0 'Wrote ats.json' desk org report "$one" --format ats --out ats.json
jq -e --arg one "$one" '.candidate.reference == $one and .status == "completed" and .vacancy == "deck" and (.topics | length) > 10 and (.summary | length) >= 1' ats.json >/dev/null || wrong "something is missing: $(jq -c 'del(.attachments)' ats.json | cut -c1-300)"
jq -e '[.results[], .topics[]] | all((.value == null) == (.low == null) and (.value == null) == (.high == null))' ats.json >/dev/null || wrong "a figure stands without its range"
jq -r '[paths(scalars) | map(tostring) | join(".")] | .[]' ats.json | grep -qiE 'rank|score|pass|threshold|recommend|decision' && wrong "a program is told whom to take"
jq -r '.attachments[0].base64' ats.json | base64 -d >ats.pdf || wrong "the paper cannot be read"
qpdf --check ats.pdf >/dev/null 2>&1 || wrong "the paper is no PDF"
pdftotext ats.pdf - | grep -q "^$one$" || wrong "the paper is somebody else's"
refuse 2 'an interviewer takes another' desk org report "$one" --for interviewer --format ats
[ "$(desk org audit log | grep -cE "(printed|exported)  *$one")" = 5 ] || wrong "what went out is not in the log"
# Whoever interviews learns neither card nor receipt: with a receipt the whole report is given out.
desk org report "$one" --for interviewer --format json --out asks.json >/dev/null
jq -e '.facts | has("handle") and (has("receipt") or has("invite") | not)' asks.json >/dev/null || wrong "who interviews learns $(jq -c .facts asks.json)"
expect 0 '2 reports written into them' desk org report --all --for candidate --format json --out them
same copy.json "them/$one-candidate.json"

# The same in the pages.
mkdir out
printf '%s\n' "GET /people/$one/report.json copy.json for=candidate" "GET /people/$one/report.txt none.txt for=candidate" "GET /people/$one/report.pdf one.pdf" \
    "GET /people/$one/report.json all.json for=everybody" | "$BIN/desk_answer" org out 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" | cut -d' ' -f1 | paste -sd' ' >said
[ "$(cat said)" = "200 422 200 422" ] || wrong "the pages answer $(cat said)"
same copy.json out/copy.json
qpdf --check out/one.pdf >/dev/null 2>&1 || wrong "the page's paper is no PDF"
finish
