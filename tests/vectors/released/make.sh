#!/usr/bin/env bash
# Makes the data of a release, with the programs of that release, into the folder named by their
# version: tests/vectors/released/make.sh build/release/bin
# Run it once, when a version is released, in its own tree; tests/vectors/released.sh then opens the
# data with the programs of every later version. If the folder is there already, its data stay and
# only expected/ is made anew: give the programs of that same version, never newer ones.
set -eu
[ $# = 1 ] && [ -x "$1/resonance-story" ] || {
    echo "usage: tests/vectors/released/make.sh FOLDER_OF_PROGRAMS" >&2
    exit 2
}
BIN=$(cd "$1" && pwd)
SOURCE=$(cd "$(dirname "$0")/../../.." && pwd)
. "$SOURCE/tests/kit/released.sh"
version=$("$BIN/resonance-kiosk" --version | sed 's/.* //')
release=$RELEASED/$version
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# sits CONFIG DATA WHO WORD...: a scripted person, described by these words, from start to end
sits() {
    local config=$1 data=$2 who=$3
    shift 3
    released_play 0 "$config" "$data" <<STORY
size    1920x1080  width-mm 476
tap     "Start"
code    $who
tap     "next"
tap     "consent-yes"
person  $*
answer  until screen finish
tap     "next"
STORY
}

# rates NUMBER [WORD...]: a colleague at the first terminal, of one mind with the others up to chance,
# but in what these words say
rates() {
    local number=$1
    shift
    sits config-1 data-1 "rater $number" seed "$number" noise 1.3 pace 6 growth=1 candour=-0.8 evidence=0.4 exploration=-1 \
        care=1.8 order=2.3 service=2.9 society=0.9 craft=1.2 build=-1.4 lead=-2.3 challenge=-1.2 belonging=1.4 \
        recognition=-1.6 learning=3.3 doing=2.9 coaching=3.1 transfer=3 skills=3.3 ownership=3 accountability=3.8 \
        s7_a=2.2 s7_b=5.8 s7_c=3.6 s7_d=5.2 s2_a=6.3 s2_b=5.3 s2_c=2.3 s2_d=3.6 s4_a=2.9 s4_b=5 s4_c=6.2 s4_d=2.4 \
        needed:candour=2.3 needed:growth=1.9 needed:exploration=1 needed:order=0.5 needed:learning=4.2 needed:doing=4.1 \
        "$@"
}

# enrols NUMBER: a terminal, for the first time or again
enrols() {
    rm -rf "config-$1"
    terminal_enrol org "request-$1.json" "config-$1"
}

# organization_made: five colleagues agree on most, so that some of it counts half and some not at
# all; a sixth is careless; then a new key takes the place of the one that their results are sealed to
organization_made() {
    local number
    organization_new org "Northwind Ferries" >init.txt
    for number in 1 2; do terminal_request data-$number request-$number.json "Harbour office, desk $number"; done
    organization_collect org 6 >codes
    enrols 1
    rates 1 challenge=2 coaching=1 s4_a=6.5 s4_b=2 s4_c=1.5 s4_d=6
    rates 2 challenge=3 coaching=5 s4_a=6 s4_b=6 s4_c=2
    rates 3 challenge=-3 coaching=1.5 society=2.5 s4_a=1 s4_d=6.5
    rates 4 craft=-1.5
    rates 5 craft=3 society=-1 coaching=5
    sits config-1 data-1 "rater 6" careless seed 6 pace 1
    terminal_collect config-1 data-1 org raters.bundle
    desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
    ORGANIZATION_PASSPHRASE="$ORGANIZATION_PASSPHRASE"$'\n'"$ORGANIZATION_PASSPHRASE" desk org key rotate recruiter
    desk org vacancy new deck-officer --title "Deck officer, Harbour line" --weight 'order=2,the timetable is a promise' \
        --weight 'service=1.5,passengers come first' --weight 'craft=0,not here' --by 'Anna Berg' --by 'Jan Vos'
    desk org vacancy open deck-officer --profile autumn --yes --sample
    desk org vacancy new purser --title "Purser" --weight 'care=3,guests are tired' --by 'Anna Berg' --by 'Jan Vos'
    desk org invite deck-officer --count 7 --plain >>codes 2>invited.txt
    enrols 1
    enrols 2
}

# candidates_come: one who fits, one whose answers ask for caution, one whose result is erased, and
# one who ends on the way; at the other terminal, one whose result stays there
candidates_come() {
    sits config-1 data-1 "candidate 1" seed 11 noise 1.5 pace 7 growth=1 candour=-0.9 care=1.8 order=2.4 service=2.5 \
        lead=-2.3 belonging=1.4 learning=4.4 doing=4 skills=4.1 s7_a=-1.4 s7_b=1.4 s2_a=1.1 s4_c=0.9 \
        'words "I would ask the people on deck what slows them down"'
    sits config-1 data-1 "candidate 2" careless seed 12 pace 1
    sits config-1 data-1 "candidate 6" seed 13 pace 5 'words "Nobody shall read this"'
    released_play 0 config-1 data-1 <<'STORY'
size    1920x1080  width-mm 476
tap     "Start"
code    candidate 7
tap     "next"
tap     "consent-yes"
person  seed 14 pace 6 words "Erase me please"
answer  until step values:b02
tap     "break"
tap     "erase"
tap     "erase-sure"
wait    20s
expect  screen attract
STORY
    sits config-2 data-2 "candidate 3" seed 15 noise 1.5 pace 7 growth=-0.6 candour=0.8 care=-1.3 order=-1.6 \
        service=-2.3 build=1.3 lead=2 recognition=1.5 learning=2.9 doing=4.6 coaching=2.3 ownership=4.5 \
        'words "Neue Linien – “zuerst” im Kleinen, où c’est possible: 日本"'
}

# draft_left: a candidate goes back, changes an answer, keeps one to herself, leaves one open, writes,
# and is away before the last item
draft_left() {
    released_play 0 config-2 data-2 <<'STORY'
size    1366x768  width-mm 344
tap     "Start"
code    candidate 4
tap     "next"
tap     "consent-yes"
person  seed 16 noise 0.8 pace 7 growth=1 care=1.6 order=2 service=2 lead=-1 learning=4 words "Ich frage zuerst – “warum?” – à quai"
answer  until step drivers:learning_1
tap     "back"
tap     "back"
answer  2
tap     "I prefer not to say"
tap     "next"
answer
tap     "next"
expect  screen blank
tap     "leave-blank"
answer  until step interview:q2
person  seed 17 pace 7 words "A storm in \ March & nobody hurt: 50 %"
answer  1
tap     "next"
expect  step closing:anything
STORY
}

# data_made: the folder of the release
data_made() {
    date -u -d '2026-11-16 08:00' +%s >clock
    echo "$ORGANIZATION_PASSPHRASE" >passphrase
    organization_made
    candidates_come
    terminal_collect config-1 data-1 org candidates.bundle
    "$BIN/resonance-kiosk" --export waiting.bundle --config config-2 --data data-2
    draft_left
    erase_candidate 6
    mkdir -p "$release"
    cp -r org clock passphrase codes waiting.bundle "$release"
    cp org.recovery.txt "$release/recovery.txt"
    cp request-1.json request-2.json "$release"
    cp -r config-2 "$release/config"
    cp -r data-2 "$release/data"
}

# erase_candidate NUMBER: the end of one result; its header stays
erase_candidate() {
    local handle
    handle=$(desk org list --cards --json | tr '{' '\n' | sed -n "s/^\"card\":$1,.*\"handle\":\"\([^\"]*\)\".*/\1/p")
    desk org erase "$handle" --ground asked --by "Anna Berg" --yes
}

mkdir "$work/made" "$work/opened"
cd "$work/made"
if [ -d "$release" ]; then
    echo "The data of $version are there; only what is expected of them is made anew."
else
    data_made
fi
cd "$work/opened"
rm -rf "$release/expected"
mkdir "$release/expected"
released_outputs "$release" "$release/expected"
du -sh "$release"
