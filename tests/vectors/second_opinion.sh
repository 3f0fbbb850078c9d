#!/bin/bash
# A second implementation of the scoring, written from the published formulas, scores the kept
# records again, and those of the demo's people who walk the whole road, and rebuilds the
# organization's profile from what its colleagues answered.
set -u
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/organization.sh"
python3 -c '' 2>/dev/null || { echo "skipped: there is no python3"; exit 77; }
form=$SOURCE/tests/vectors/released/0.1.0/config/assessment
opinion() {
    python3 "$SOURCE/tests/vectors/second_opinion.py" --assessment "$form" "$@"
}
opinion "$SOURCE"/tests/vectors/scorecards/*.json || wrong "the kept records are scored otherwise"

# It must be able to find something: one answer changed, one number changed, one rule broken.
for change in 's/"best":"growth_1","worst":"[^"]*"/"best":"growth_1","worst":"candour_1"/' \
    's/"irv":"0.9/"irv":"0.8/' 's/"se":"0.297252"/"se":"0.297262"/' 's/"state":"given","r"/&/; s/"phrase":"[^"]*"/"phrase":"not-clear"/'; do
    sed "$change" "$SOURCE/tests/vectors/scorecards/01-alike.json" >"$work/bent.json"
    cmp -s "$work/bent.json" "$SOURCE/tests/vectors/scorecards/01-alike.json" && wrong "$change changes nothing"
    opinion "$work/bent.json" >"$work/.out" && wrong "not found: $change"
done

for program in resonance-kiosk resonance-story resonance; do
    [ -x "$BIN/$program" ] || finish
done
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
terminal_request data request.json
organization_collect org 7 >codes
terminal_enrol org request.json config
"$BIN/resonance-story" --config config --data data --codes codes "$SOURCE"/deploy/demo/rater-?.story >/dev/null ||
    exit 1
terminal_collect config data org raters.bundle >/dev/null
desk org profile freeze autumn >/dev/null
desk org vacancy new deck-officer --title "Deck officer" --weight 'order=2,the timetable' \
    --weight 'service=2,passengers' --weight 'craft=0,not here' >/dev/null
desk org vacancy open deck-officer --profile autumn >/dev/null
desk org invite deck-officer --count 5 --plain >>codes 2>/dev/null
terminal_enrol org request.json config
"$BIN/resonance-story" --config config --data data --codes codes "$SOURCE"/deploy/demo/candidate-?.story >/dev/null ||
    exit 1
person_sits config data codes "candidate 4" 21 careless || exit 1
person_sits config data codes "candidate 5" 22 random || exit 1
terminal_collect config data org all.bundle >/dev/null
mkdir reports raters
for handle in $(desk org list --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p'); do
    desk org report "$handle" --format json --out "reports/$handle.json" >/dev/null
done
[ "$(ls reports | wc -l)" = 5 ] || wrong "there are not five reports"
colleagues=()
if command -v age >/dev/null; then
    python3 "$SOURCE/tests/vectors/opened.py" raters.bundle org.recovery.txt raters ||
        wrong "age does not open what the terminal sealed"
    [ "$(ls raters | wc -l)" = 7 ] || wrong "there are not seven colleagues"
    colleagues=(--raters raters)
fi
form=$SOURCE/questionnaires/strategy-fit
opinion "${colleagues[@]}" reports/*.json || wrong "the candidates of the demo are scored otherwise"
finish
