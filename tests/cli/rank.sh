#!/bin/bash
# Lines put in order, from the screen to the report: sealed, brought home, scored again, told.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
assessment_with "$SOURCE/tests/story/rank" form
expect 0 'Errors: 0' "$BIN/resonance" check form
organization_new org "Northwind Ferries" form >/dev/null || exit 1
vacancy_opened org 3 >codes
terminal_request data request.json
terminal_enrol org request.json config

# sorts NUMBER TAP...: the candidate of that number answers all, and taps these on the lines
sorts() {
    local number=$1 tap
    shift
    {
        printf 'tap "Start"\ncode candidate %s\ntap "next"\ntap "consent-yes"\n' "$number"
        printf 'person seed %s pace 7 words "Said at the end"\nanswer until step closing:first\n' "$number"
        for tap in "$@"; do printf 'tap "%s"\n' "$tap"; done
        printf 'answer until screen finish\ntap "next"\n'
    } >sorts.story
    "$BIN/resonance-story" --config config --data data --codes codes sorts.story >/dev/null
}

sorts 1 option-plan option-view option-calm option-learn option-share earlier-share next || wrong "all"
sorts 2 option-calm option-plan next leave-blank || wrong "not all"
person_sits config data codes "candidate 3" 4 calm=9 view=7 plan=5 learn=3 share=1 || wrong "a person"
terminal_collect config data org all.bundle >/dev/null
expect 0 '3 the same, 0 different' desk org rescore --all

# told CARD WORD...: the numbered lines that the report of the result that came with this card begins with
told() {
    local handle card=$1
    shift
    handle=$(desk org list --cards --json | tr '{' '\n' | sed -n "s/^\"card\":$card,.*\"handle\":\"\([^\"]*\)\".*/\1/p")
    desk org show "$handle" >shown.txt || wrong "the result of card $card is not shown"
    grep -oE '[1-9]\. (A talk|An hour|Telling|A list|Trying)' shown.txt | paste -sd' ' >got.txt
    [ "$(cat got.txt)" = "$*" ] || wrong "the result of card $card tells: $(cat got.txt)"
}
told 1 1. A list 2. A talk 3. An hour 4. Telling 5. Trying
told 2 1. An hour 2. A list
told 3 1. An hour 2. A talk 3. A list 4. Trying 5. Telling
finish
