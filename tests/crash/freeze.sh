#!/bin/bash
# `profile freeze` is cut off, at a point that is known and then at many others: the profile that was
# shown is made, from the same colleagues, when it is repeated and confirmed; who answered in between
# stays; and meanwhile status, other freezes and the doctor say what is the matter.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_new start Acme >/dev/null || exit 1
organization_collect start 6 >codes
terminal_request data request.json
terminal_enrol start request.json config
for n in 1 2 3 4 5; do person_sits config data codes "rater $n" "$n" order=2 service=1 learning=3 || exit 1; done
terminal_collect config data start five.bundle >/dev/null
person_sits config data codes "rater 6" 6 lead=2 || exit 1
"$BIN/resonance-kiosk" --export six.bundle --config config --data data >/dev/null

# answers ORG: how many sealed ones its archive holds
answers() {
    python3 - "$1/archive.db" <<'PYTHON'
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM entry WHERE type = 1 AND payload IS NOT NULL").fetchone()[0])
PYTHON
}
# frozen_whole ORG: the profile of the five is there as if nothing had happened, and the sixth's answers
frozen_whole() {
    cmp -s "$1/profiles/autumn.json" whole/profiles/autumn.json || wrong "the profile is not the one that was shown"
    [ "$(ls "$1/profiles")" = autumn.json ] || wrong "left behind: $(ls "$1/profiles")"
    [ "$(answers "$1")" = 1 ] || wrong "$(answers "$1") answers are there instead of the sixth's"
    expect 0 'Colleagues who answered: 1$' desk "$1" profile status
    expect 0 'signed and linked' desk "$1" doctor
    grep -q 'profiles' "$work/.out" && wrong "the doctor has something to say of profiles"
}

cp -r start whole
expect 0 'Erased the single answers of 5' desk whole profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
desk whole import six.bundle >/dev/null
frozen_whole whole

# Cut off before the first is erased: another program holds the archive.
cp -r start org
python3 - <<'PYTHON' &
import sqlite3, os, time
archive = sqlite3.connect("org/archive.db", isolation_level=None)
archive.execute("BEGIN IMMEDIATE")
open("held", "w").close()
while not os.path.exists("let-go"):
    time.sleep(.05)
archive.execute("ROLLBACK")
archive.close()
PYTHON
until [ -e held ]; do sleep .05; done
expect 1 'archive' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
touch let-go
wait
[ "$(ls org/profiles)" = autumn.freezing ] || wrong "it is not written down that a freeze began: $(ls org/profiles)"
[ "$(answers org)" = 5 ] || wrong "answers are gone"
desk org import six.bundle >/dev/null || wrong "the sixth did not come"
again="the freeze of the profile autumn was cut off; finish it first, with 'resonance profile freeze autumn'"
refuse 1 "$again" desk org profile status
refuse 1 "$again" desk org profile freeze winter --by "Jan Vos" --by "Ines Moreno" --yes
refuse 1 "$again" desk org profile show autumn
desk org vacancy new deck --title Deck >/dev/null
refuse 1 "$again" desk org vacancy open deck --profile autumn
expect 1 'wrong +profiles +the freeze of autumn was cut off: single answers of 5' desk org doctor
grep -q "'resonance profile freeze autumn' goes on from there" "$work/.out" || wrong "the doctor does not say how to mend it"
refuse 1 'made from 5 colleagues, the single answers of 5 are erased for ever, and who answered since then stays; repeat with --yes' \
    desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno"
[ "$(answers org)" = 6 ] || wrong "answers went without a yes"

# What was put back to a copy of before keeps the freeze from being finished until it is whole again.
cp -r org short
rm short/archive.db*
expect 1 'import all bundles, then repeat' desk short profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
grep -q 'WARNING: archive.db is shorter than it was' "$work/.err" || wrong "that entries are missing is not said"
printf '{"profile":' >short/profiles/autumn.freezing
refuse 1 'profiles/autumn.freezing holds no signed statement' desk short profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
expect 1 'wrong +profiles' desk short doctor

expect 0 'Went on with a freeze that was cut off' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
grep -q 'Erased the single answers of 5 colleagues' "$work/.out" || wrong "it is not said whose answers went"
frozen_whole org
refuse 1 'a frozen profile never changes' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes

# What a kill leaves half written goes with the next freeze.
cp -r start org-half
mkdir org-half/profiles
cp whole/profiles/autumn.json org-half/profiles/winter.freezing.4711.new
cp whole/profiles/autumn.json org-half/profiles/autumn.json.4712.new
expect 0 'Froze the profile autumn' desk org-half profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
[ "$(ls org-half/profiles)" = autumn.json ] || wrong "left behind: $(ls org-half/profiles)"

# Killed, each time a little later, until it is through.
# killed MS COMMAND...: after so many thousandths of a second; it has ended when this returns
killed() {
    local process
    "${@:2}" &
    process=$!
    sleep "$(($1 / 1000)).$(printf %03d $(($1 % 1000)))"
    kill -KILL $process 2>/dev/null
    wait $process 2>/dev/null
}
once_ms=$(date +%s%3N)
cp -r start org-once
desk org-once profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes >/dev/null || wrong "no profile"
once_ms=$(($(date +%s%3N) - once_ms))
for ((round = 1, through = 0; round <= 60 && !through; round++)); do
    rm -rf org
    cp -r start org
    killed $((round * once_ms / 24)) "$BIN/resonance" profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes --org org --passphrase-fd 9 \
        9<<<"$ORGANIZATION_PASSPHRASE"$'\n'"$ORGANIZATION_PASSPHRASE" >said
    desk org import six.bundle >/dev/null || wrong "the sixth did not come"
    if [ -e org/profiles/autumn.freezing ]; then
        refuse 1 "$again" desk org profile status
        expect 1 'wrong +profiles' desk org doctor
        expect 0 'from 5 colleagues' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
        frozen_whole org
    elif [ -e org/profiles/autumn.json ]; then
        frozen_whole org
        grep -q '^Next' said && through=1
    else
        [ "$(answers org)" = 6 ] || wrong "answers are gone, and nothing is written down"
        expect 0 'Colleagues who answered: 6$' desk org profile status
    fi
done
tally $round kills
finish
