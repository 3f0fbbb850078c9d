#!/bin/bash
# A season, from the founding to the summary that is made public: colleagues describe the organization, vacancies
# are opened, candidates with known tastes come, interviewers rate alone and lock, people decide, one is held, one
# erased, an auditor counts. Its figures are those worked out anew. One vacancy and 12 people; three and 60 at night.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 curl jq
skip_without terminal sqlite
case ${RESONANCE_TEST_SIZE:-commit} in
release | nightly) vacancies=(deck engine counter) people=20 least=(8 2 3) ;;
*) vacancies=(deck) people=12 least=(3 2 0) ;;
esac
cd "$work" || exit 1
season() { python3 -B "$SOURCE/tests/web/season.py" "$@"; }

# Founded; three who interview and one who audits join in the browser.
organization_new org "Northwind Ferries" >/dev/null || exit 1
web_start org --no-browser
for who in "anna:Anna Berg" "ben:Ben Okafor" "cleo:Cleo Marsh"; do web_joins org "${who%%:*}" "${who#*:}" interviewer; done
web_joins org cora "Cora Lind" auditor
web_stop
terminal_request data request.json
key=(--key recruiter)

# Each vacancy: ten colleagues, a profile, cards, and people who sit.
leanings=("order=2 care=1 lead=-2" "growth=2 order=1 build=-1" "care=2 craft=2 rhythm=-2" "order=2 service=2" "candour=2 evidence=1 lead=-1"
    "craft=1 service=1 challenge=2" "belonging=2 order=1 build=-2" "society=2 learning=2 order=1" "order=1 care=2" "service=2 craft=1")
round=0
for vacancy in "${vacancies[@]}"; do
    round=$((round + 1))
    organization_collect org 10 >"raters-$round"
    terminal_enrol org request.json config
    for n in {1..10}; do
        # shellcheck disable=SC2086
        person_sits config data "raters-$round" "rater $n" $((round * 100 + n)) ${leanings[n - 1]} || wrong "colleague $n of $vacancy cannot sit"
    done
    terminal_collect config data org bundle >/dev/null
    expect 0 "Colleagues who answered: 10" desk org profile status "${key[@]}"
    desk org profile freeze "round-$round" --by "Jan Vos" --by "Ines Moreno" --yes "${key[@]}" >/dev/null || wrong "no profile"
    desk org vacancy new "$vacancy" --title "Vacancy $round" --weight "order=2,the timetable is a promise" --by "Anna Berg" --by "Jan Vos" >/dev/null
    desk org vacancy open "$vacancy" --profile "round-$round" --sample --yes "${key[@]}" >/dev/null || wrong "$vacancy is not opened"
    desk org invite "$vacancy" --count "$people" --plain >"codes-$round" 2>/dev/null
    terminal_enrol org request.json config
    season people "stories-$round" 1 "$people" "$round"
    "$BIN/resonance-story" --config config --data data --codes "codes-$round" "stories-$round"/*.story >said 2>&1 || wrong "$vacancy: $(tail -3 said)"
    terminal_collect config data org bundle >/dev/null
done
all=$((people * ${#vacancies[@]}))
desk org export people --format csv --out list.csv "${key[@]}" >/dev/null || wrong "no list"
[ "$(tail -n +2 list.csv | wc -l)" = "$all" ] || wrong "$(tail -n +2 list.csv | wc -l) of $all have come"

# Whatever was sealed scores again to the same bytes; a second implementation finds the same figures; and the
# scores are those of the tastes that people really have.
expect 0 "^$all the same, 0 different" desk org rescore --all "${key[@]}"
round=0
for vacancy in "${vacancies[@]}"; do
    round=$((round + 1))
    mkdir "records-$round"
    awk -F, -v vacancy="$vacancy" 'NR > 1 && $4 == vacancy { print $2 }' list.csv >"handles-$round"
    while read -r handle; do
        desk org report "$handle" --format record --out "records-$round/$handle.json" "${key[@]}" >/dev/null || wrong "no record of $handle"
    done <"handles-$round"
    season tastes "stories-$round/true.json" "records-$round"/*.json >tastes || wrong "$vacancy: $(cat tastes)"
done
python3 -B "$SOURCE/tests/vectors/second_opinion.py" --once --assessment "$SOURCE/questionnaires/strategy-fit" records-*/*.json >opinion || wrong "$(tail -5 opinion)"
grep -q "^$all compared" opinion || wrong "not all were scored again: $(tail -1 opinion)"

# Four of each vacancy are asked by three, who rate alone; nobody reads a rating before all have handed in theirs.
number=0
: >interviewed
: >decided
for ((round = 1; round <= ${#vacancies[@]}; round++)); do
    place=0
    for handle in $(head -4 "handles-$round"); do
        number=$((number + 1)) place=$((place + 1))
        desk org interview new "$handle" --member anna --member ben --member cleo "${key[@]}" >/dev/null || wrong "no interview $number"
        echo "$handle" >>interviewed
        desk org interview guide $number --key anna --format json --out guide.json >/dev/null
        step=0
        jq -r '.asked[].id' guide.json >questions
        for who in anna ben cleo; do
            step=$((step + 1)) asked=0
            while read -r question; do
                asked=$((asked + 1))
                desk org rate $number --question "$question" --rating $(((number + step * asked) % 5 + 1)) --key $who \
                    --evidence "Told us what was done about it, and when." >/dev/null || wrong "$who does not rate $question"
                echo "$number $question $(((number + step * asked) % 5 + 1))" >>rated
            done <questions
            [ $who != cleo ] || refuse 1 'has not handed in' desk org reveal $number "${key[@]}"
            desk org lock $number --key $who --yes >/dev/null || wrong "$who does not lock"
        done
        desk org reveal $number --json "${key[@]}" >"reveal-$number.json" || wrong "interview $number is not revealed"
        case $place in 1 | 2) as=offer ;; 3) as=decline ;; *) as=next ;; esac
        desk org decide "$handle" --as $as --by "Ines Moreno" --not-the-figure --reason "Told us how the late check was put right." "${key[@]}" \
            >/dev/null || wrong "no decision on $handle"
        echo "$handle $as" >>decided
    done
done
awk '{ sum[$1 " " $2] += $3; n[$1 " " $2]++ } END { for (one in sum) printf "%s %.6f\n", one, sum[one] / n[one] }' rated | sort >means
for ((n = 1; n <= number; n++)); do jq -r --arg n $n '.questions[] | "\($n) \(.id) \(.mean)"' "reveal-$n.json"; done |
    awk '{ printf "%s %s %.6f\n", $1, $2, $3 }' | sort >told
same means told

# Those who were offered the work come to a check-in. What has moved is told of each, and of all together from five on;
# in what is about candidates nothing of it counts.
for ((round = 1; round <= ${#vacancies[@]}; round++)); do
    for handle in $(head -2 "handles-$round"); do
        desk org checkin "$handle" --month 3 --plain "${key[@]}" 2>/dev/null >>"again-$round" || wrong "no card for $handle"
    done
done
terminal_enrol org request.json config
for ((round = 1; round <= ${#vacancies[@]}; round++)); do
    for n in 1 2; do
        person_sits config data "again-$round" "newcomer $n" $((round * 10 + n)) order=2 lead=-2 || wrong "$n of vacancy $round does not come again"
    done
done
terminal_collect config data org bundle >/dev/null
hires=$(grep -c ' offer$' decided)
for handle in $(awk '$2 == "offer" { print $1 }' decided); do
    desk org checkin "$handle" --json "${key[@]}" | jq -e '.checkins[0] | .came != null and (.topics | length) > 10' >/dev/null || wrong "what has moved is not told of $handle"
done
desk org drift --month 3 --json "${key[@]}" >drift.json || wrong "no drift"
[ "$(jq .people drift.json)" = $((hires < 5 ? 0 : hires - (hires - 5) % 3)) ] || wrong "of $hires people $(jq .people drift.json) are told"
while read -r handle; do grep -qF "$handle" drift.json && wrong "$handle stands in what is told of all together"; done < <(cat handles-*)
desk org export people --format csv --out again.csv "${key[@]}" >/dev/null
same <(cut -d, -f2 list.csv) <(cut -d, -f2 again.csv)

# One is held and one erased: the one stays, of the other nothing is left, with a receipt.
held=$(sed -n 5p handles-1) erased=$(sed -n 1p handles-1)
desk org hold "$held" --reason "Claim 17" --by "Jan Vos" >/dev/null || wrong "no hold"
refuse 1 'is held' desk org erase "$held" --ground mistake --by "Jan Vos" --yes
desk org erase "$erased" --ground asked --by "Jan Vos" --receipt paper.txt --yes >/dev/null || wrong "no erasure"
grep -q 'the person asked for it' paper.txt || wrong "no receipt"
echo "$erased" >gone

# The auditor: what HR knows, what came of everybody, and tables that are those worked out anew.
season groups list.csv groups.csv
grep -v "^$erased," groups.csv >left.csv
expect 0 "^Sealed for the auditors" desk org audit groups left.csv "${key[@]}"
expect 0 "^Sealed for the auditors what came of $((all - 1))" desk org audit outcomes "${key[@]}"
desk org audit impact --format json --out told.json --key cora >/dev/null || wrong "no impact"
season truth list.csv left.csv decided interviewed gone >truth.json
python3 -B "$SOURCE/tests/cli/impact.py" told.json truth.json "${least[@]}" >checked || wrong "$(cat checked)"
desk org audit impact --summary --format html --out summary.html --key cora >/dev/null || wrong "no summary"
for words in "Northwind Ferries" "Selection rate" "Scoring rate" "Impact ratio" "Group not known"; do grep -q "$words" summary.html || wrong "the summary does not say $words"; done
while read -r handle; do grep -qF "$handle" summary.html told.json && wrong "$handle stands in what is made public"; done < <(cat handles-*)

# At the end the house is in order: the log is whole, and no thing is wrong.
expect 0 'each follows the one before' desk org audit log
desk org doctor >doctor.txt 2>&1
grep -E '^ *wrong ' doctor.txt && wrong "something is wrong at the end"
finish
