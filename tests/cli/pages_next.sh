#!/bin/bash
# The page of a person says what truly comes next: the talk, whose ratings are missing, the ratings to be opened, the
# decision, and what follows an offer; each with the way there.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null 2>&1 || wrong "no organization"
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal-each key config 3 bundle
desk org import bundle >/dev/null || wrong "nothing came"
read -r one two three < <(desk org list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4 | paste -sd' ')
desk org key new --label anna >/dev/null && desk org key new --label ben >/dev/null || wrong "no further keys"
. "$SOURCE/tests/kit/desk_asked.sh"
# next HANDLE WORDS WAY: what the box of that person says, and its main way
next() {
    mkdir -p out
    echo "GET /people/$1 person.html" | "$BIN/desk_answer" org out recruiter 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" >said
    has person.html "$2"
    [ "$(grep -o '<a class="button main" href="[^"]*"' out/person.html | cut -d'"' -f4)" = "$3" ] ||
        wrong "the main way is $(grep -o '<a class="button main"[^>]*>' out/person.html), wanted $3"
}

next "$one" "Read it, then prepare the talk" "/people/$one/report.html?for=interviewer"
desk org interview new "$one" --member anna --member ben --key recruiter >/dev/null || wrong "no interview"
next "$one" "Handed in so far: 0 of 2." /interviews/1
for who in anna ben; do
    desk org interview guide 1 --key $who --format json 2>/dev/null | grep -o '"id":"[^"]*"' | cut -d'"' -f4 | while read -r question; do
        desk org rate 1 --key $who --question "$question" --rating 3 --evidence "Said what was done about it, and when." >/dev/null
    done
    desk org lock 1 --key $who --yes >/dev/null || wrong "$who does not lock"
    [ $who = ben ] || next "$one" "Handed in so far: 1 of 2." /interviews/1
done
next "$one" "All who asked have handed in their ratings." /interviews/1
desk org reveal 1 --key recruiter >/dev/null || wrong "nothing is revealed"
next "$one" "The ratings are open." "/people/$one/decision"
decided() {
    desk org decide "$1" --as "$2" --by "Ines Moreno" --not-the-figure --reason "Told us how the late check was put right." --key recruiter >/dev/null ||
        wrong "no decision on $1"
}
decided "$one" next
next "$one" "A further step was decided." "/people/$one/interview"
decided "$one" offer
next "$one" "The work was offered." "/after/$one/plan"
has person.html "/after/$one/checkin"
decided "$two" decline
next "$two" "It is decided. The person gets the letter." "/people/$two/letter"

# An interview that was ended counts as none.
desk org interview new "$three" --member anna --member ben --key recruiter >/dev/null || wrong "no second interview"
desk org interview drop 2 --reason "Both of them have left the company." --yes --key recruiter >/dev/null || wrong "it is not ended"
next "$three" "Read it, then prepare the talk" "/people/$three/report.html?for=interviewer"
finish
