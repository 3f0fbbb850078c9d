#!/bin/bash
# The power goes before each write of an erasure, of a hold, of what is locked away, of a release, and of the
# end of those whose time is over. Afterwards either nothing was signed and all is there, or it was signed
# and nobody is shown the result; typed again, or with --again, it is done, once.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 2
. "$SOURCE/tests/kit/steps.sh"
gone=${handles[0]} other=${handles[1]}
rows=0 # that stood before
desk org retention set deck --days 1 >/dev/null
cp -r org fresh
mv org before

# signed: whether a row was added
signed() { [ "$(ends_rows org 2>/dev/null || echo 0)" -gt "$rows" ]; }
payloads() { sql org "select count(*) from entry where type = 1 and payload is not null" | tr -dc 0-9; }
# sound: what is signed is shown to nobody, and the doctor either finds nothing or says what to type
sound() {
    desk org doctor --json >"$work/doctor" 2>/dev/null ||
        { grep -q "'resonance erase --again' carries out" doctor && grep -q '"wrong":1}$' doctor; } ||
        wrong "the doctor finds something else: $(cat doctor)"
    if [ "$ends" = yes ] && signed; then
        expect 1 'cannot come back|only the recovery sheet' desk org show "$gone"
    fi
}
# done_once COUNT PAYLOADS: so many rows stand now, and so much content
done_once() {
    [ "$(ends_rows org)" = $((rows + $1)) ] || wrong "$(($(ends_rows org) - rows)) rows were added"
    [ "$(payloads)" = "$2" ] || wrong "$(payloads) results have content"
    expect 0 'each with its signed row' desk org doctor
}
# begun: what comes after goes on from here
begun() {
    rm -rf before
    mv org before
    rows=$(ends_rows before)
}

ends=yes
erase_typed() { typed erase "$gone" --ground asked --by "Anna Berg" --yes --receipt paper.txt; }
erase_again() {
    if [ $((at % 2)) = 0 ] && signed; then # --again does the same as typing it again
        expect 0 'Carried out again|Nothing had come back' typed erase --again
    else
        expect 0 "^Erased $gone|was erased already.*, on the ground asked, by Anna Berg" erase_typed
    fi
    done_once 1 1
    expect 0 'Wrote the receipt' typed receipt "$gone" --out paper.txt
}
steps erase 5

ends=no
rm -rf org && cp -r before org
hold_typed() { typed hold "$gone" --reason "A charge is open" --by "Jan Vos"; }
hold_again() {
    or_says 'is held already' hold_typed
    done_once 1 2
}
steps hold 2

begun
ends=yes
lock_typed() { typed erase "$gone" --ground asked --by "Anna Berg" --yes; }
lock_again() {
    or_says 'was asked to be erased on .* already' lock_typed
    expect 0 'Carried out again|Nothing had come back' typed erase --again
    done_once 1 1
    expect 0 'report on' desk org show "$gone" --identity org.recovery.txt
}
steps lock 5

begun
release_typed() { typed hold "$gone" --release --reason "The charge is closed" --by "Jan Vos" --yes; }
release_again() {
    or_says 'was erased on .*: nothing is left to hold' release_typed
    expect 0 'Carried out again|Nothing had come back' typed erase --again
    done_once 2 1
    expect 1 'cannot come back' desk org show "$gone" --identity org.recovery.txt
    [ "$(sql org "select count(*) from restricted" | tr -dc 0-9)" = 0 ] || wrong "what was locked away is left"
}
steps release 5

# Whose time is over: both or none.
preload_made wall_clock wall_clock.so
rm -rf before && mv fresh before
rows=0
run_typed() {
    LD_PRELOAD="${LD_PRELOAD:-}:$work/wall_clock.so" CLOCK_AT=$(date -u -d 2027-01-01 +%s) \
        typed retention run --by "Anna Berg" --yes
}
run_again() {
    expect 0 '^Erased 2|^0 results are due' run_typed
    expect 0 'Carried out again|Nothing had come back' typed erase --again
    done_once 2 0
}
steps run 5
finish
