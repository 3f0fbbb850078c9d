#!/bin/bash
# `resonance retention`: each vacancy has its time, from the decision where there is one, or from the
# answers; what is over is listed, what is held is not erased, and one command ends the rest, signed for.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
skip_without preload
preload_made wall_clock "$work/wall_clock.so"
ends_open 3 # they answer on 2026-11-16
export LD_PRELOAD=$work/wall_clock.so
# on DAY COMMAND...: on that day at noon
on() { CLOCK_AT=$(date -u -d "$1 12:00" +%s) desk org "${@:2}"; }
first=${handles[0]} second=${handles[1]} third=${handles[2]}

# Nobody said how long: nothing is due, whatever the day, and the doctor says so.
expect 0 '^3 have no end, because nobody said how long deck is kept' on 2036-01-01 retention due
expect 0 'nobody said how long results of deck are kept' desk org doctor
for days in 0 -1 36501 many; do
    expect 2 days on 2026-11-20 retention set deck --days $days
done
refuse 1 'there is no vacancy' on 2026-11-20 retention set bridge --days 10
expect 0 '^Results of deck are kept 30 days from the decision' on 2026-11-20 retention set deck --days 30
expect 0 '^Kept: +days from the decision or the answers: 30' desk org vacancy show deck
grep -q keep_days config/vacancies/deck.json && wrong "the terminal is told"
terminal_enrol org request.json config-2
grep -q keep_days config-2/vacancies/deck.json && wrong "the terminal is told"

# From the answers of 16 November: over on 16 December, not a day sooner.
expect 0 '^0 results are due' on 2026-12-15 retention due
grep -q '^3 more are kept until later, the next until 2026-12-16' "$work/.out" || wrong "the next is not named: $(cat "$work/.out")"
expect 0 '^3 results are due' on 2026-12-16 retention due
# A decision moves it; said again, the last day counts; one before the answers moves nothing.
refuse 2 'not one after today' on 2026-12-01 retention decided "$first" --day 2026-12-02 --by "Anna Berg"
expect 0 "^The time of $first runs from 2026-11-25" on 2026-12-01 retention decided "$first" --day 2026-11-25 --by "Anna Berg"
expect 0 'runs from 2026-12-01' on 2026-12-02 retention decided "$first" --day 2026-12-01 --by "Anna Berg"
expect 0 . on 2026-12-02 retention decided "$second" --day 2026-11-01 --by "Anna Berg"
expect 0 '^2 results are due' on 2026-12-16 retention due
expect 0 "^2026-12-31 +$first +deck +decided 2026-12-01" on 2026-12-31 retention due
grep -qE "^2026-12-16 +$second +deck +answered 2026-11-16" "$work/.out" || wrong "a decision before the answers counts"

# A decision that is kept here with its reason says its day by itself; whichever was said last counts.
# In a folder of its own: what follows goes on without it.
cp -r org aside
expect 0 'decline, by Anna Berg' on 2026-12-05 decide "$second" --as decline --by "Anna Berg" --not-the-figure \
    --reason "Told us that the watch was left alone at night."
expect 0 "^2027-01-04 +$second +deck +decided 2026-12-05" on 2027-01-04 retention due
expect 0 . on 2026-12-06 decide "$first" --as next --by "Anna Berg" --not-the-figure --reason "A second talk, about the night watch."
expect 0 . on 2026-12-07 retention decided "$first" --day 2026-12-02 --by "Anna Berg"
expect 0 "^2027-01-01 +$first +deck +decided 2026-12-02" on 2027-01-04 retention due
expect 0 '^2 results are due' on 2027-01-03 retention due
rm -rf org && mv aside org

# What is held is named with its reason, and stays.
expect 0 "^$third is held" on 2026-12-05 hold "$third" --reason "29 CFR 1602.14" --by "Jan Vos"
refuse 1 'is held already, since 2026-12-05 by Jan Vos: 29 CFR 1602.14' on 2026-12-06 hold "$third" --reason Again --by "Jan Vos"
refuse 1 'is held since 2026-12-05 by Jan Vos: 29 CFR 1602.14; .resonance hold .* --release. comes first' \
    on 2026-12-16 erase "$third" --ground retention --by "Anna Berg" --yes
expect 0 'held since 2026-12-05 by Jan Vos: 29 CFR 1602.14' on 2026-12-16 retention due
grep -q '^1 result is due' "$work/.out" || wrong "what is held is due"
expect 0 '^{"results":\[.*"handle":"'"$third"'","is_decided":false,"is_due":false,"is_held":true,"until":"2026-12-16","vacancy":"deck"' on 2026-12-16 retention due --json
expect 0 '"by":"Jan Vos","handle":"'"$third"'","is_locked_away":false,"reason":"29 CFR 1602.14","since":"2026-12-05"' desk org hold --json

# Carried out: asked first, then signed for, each with the day on which its time was over.
cp org/ends.jsonl before.jsonl
expect 2 'an erasure has a person who does it' on 2026-12-31 retention run --yes
expect 1 '2 results would be erased for ever; repeat with --yes' on 2026-12-31 retention run --by "Anna Berg"
expect 1 'passphrase' env CLOCK_AT="$(date -u -d '2026-12-31 12:00' +%s)" "$BIN/resonance" retention run --by "Anna Berg" --yes --org org \
    --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"$'\n'wrong-passphrase-here
same before.jsonl org/ends.jsonl
[ "$(handle_list org | wc -l)" = 3 ] || wrong "something is gone already"
expect 0 '^Erased 2\.' on 2026-12-31 retention run --by "Anna Berg" --yes
[ "$(handle_list org)" = "$third" ] || wrong "not only the held one is left: $(handle_list org)"
[ "$(tail -2 org/ends.jsonl | grep -c '"by":"Anna Berg".*"ground":"retention".*"kind":"erasure"')" = 2 ] || wrong "not signed for: $(tail -2 org/ends.jsonl)"
expect 0 '^0 results are due' on 2026-12-31 retention run --by "Anna Berg" --yes
refuse 1 "was erased on 2026-12-31, on the ground retention, by Anna Berg" on 2027-01-01 retention decided "$first" --by "Anna Berg"
expect 0 'Wrote the receipt' on 2027-01-01 receipt "$first" --out paper.txt
grep -q '^Why: *the time for which' paper.txt && grep -q '^Asked or due on: *2026-12-31' paper.txt || wrong "the paper says otherwise: $(cat paper.txt)"

# Released, its time is over like any other's.
expect 0 "^Released $third\. Its time runs on as before" on 2027-01-02 hold "$third" --release --reason "The year is over" --by "Jan Vos"
expect 0 '^Nothing is held' desk org hold
expect 0 '^1 result is due' on 2027-01-02 retention due
expect 0 '^Erased 1\.' on 2027-01-02 retention run --by "Anna Berg" --yes
expect 0 '3 erased, each with its signed row, and 0 held' desk org doctor
expect 0 'each follows the one before' desk org audit log
for deed in 'signing +held +'"$third" 'signing +released +'"$third" 'recruiter +erased +'"$third" 'signing +decided +'"$first" 'signing +set retention +deck'; do
    grep -qE "$deed" "$work/.out" || wrong "the log lacks $deed"
done
finish
