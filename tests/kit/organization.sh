# Functions for tests that need an organization: those of the demo, and some of our own. Source it;
# BIN is the folder of the programs, SOURCE the root of the source.
SOURCE=${SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
. "$SOURCE/deploy/demo/organization.sh"

# skip_sanitized WHY: ends the script as skipped when the programs carry the address sanitizer
skip_sanitized() {
    nm "$BIN/resonance-kiosk" 2>/dev/null | grep -q __asan_init || return 0
    echo "skipped: $1"
    exit 77
}

# skip_without WHAT...: ends the script as skipped where one of these is missing: terminal (and its scripted
# persons), sqlite (of python3), preload (a C compiler, and programs that can be given a library first)
skip_without() {
    local what program
    for what in "$@"; do
        case $what in
        terminal)
            for program in resonance-kiosk resonance-story; do
                [ -x "$BIN/$program" ] || { echo "skipped: there is no $program"; exit 77; }
            done
            ;;
        sqlite) python3 -c 'import sqlite3' 2>/dev/null || { echo "skipped: there is no python3 with sqlite3"; exit 77; } ;;
        preload)
            command -v cc >/dev/null || { echo "skipped: there is no C compiler"; exit 77; }
            skip_sanitized "the sanitizer wants to be loaded first itself"
            ;;
        *) echo "skip_without: nobody knows what $what is" && exit 2 ;;
        esac
    done
}

# preload_made NAME LIBRARY: tests/kit/NAME.c as a library for LD_PRELOAD
preload_made() { cc -shared -fPIC -O1 -o "$2" "$SOURCE/tests/kit/$1.c" -ldl || exit 1; }

# tally N WORDS...: how often something was done to the programs that must not hurt them; tests/battery/run.sh adds
# these lines up
tally() { echo "tally $*"; }

# PATIENT: the words for a terminal on a real screen, which must not take a slow machine for a
# person who has left
PATIENT=(--idle 3600)

# assessment_with FOLDER DIR: a copy in DIR of the shipped assessment, with the documents of FOLDER in
# place of those of the same name
assessment_with() {
    cp -r "$SOURCE/questionnaires/strategy-fit" "$2"
    chmod -R u+w "$2"
    cp "$1"/*.osd "$2"
}

# config_sign_anew CONFIG KEYS: signs the changed configuration by a key of the test's own, in
# KEYS.pub and KEYS.key, which is made the first time; needs minisign
config_sign_anew() {
    local name first=1
    [ -f "$2.key" ] || minisign -G -W -p "$2.pub" -s "$2.key" >/dev/null 2>&1
    cp "$2.pub" "$1/organization.pub"
    {
        printf '{"files":['
        for name in $(cd "$1" && find . -type f | sed 's/^\.\///' | grep -v '^manifest\|^organization.pub' | LC_ALL=C sort); do
            [ -n "$first" ] || printf ,
            first=
            printf '{"blake2b":"%s","name":"%s"}' "$(b2sum -l 256 "$1/$name" | cut -d' ' -f1)" "$name"
        done
        printf '],"sequence":9}'
    } >"$1/manifest.json"
    minisign -S -s "$2.key" -m "$1/manifest.json" -t "resonance configuration 9" >/dev/null 2>&1
}

# vacancy_opened ORG COUNT [VACANCY TITLE]: the vacancy, deck unless another is named, made and opened without
# a profile, and COUNT codes for it, "candidate NUMBER CODE"
vacancy_opened() {
    local left
    desk "$1" vacancy new "${3:-deck}" --title "${4:-Deck officer}" >/dev/null
    desk "$1" vacancy open "${3:-deck}" --without-profile --sample --yes >/dev/null
    for ((left = $2; left > 0; left -= 500)); do # at most so many at a time
        desk "$1" invite "${3:-deck}" --count $((left < 500 ? left : 500)) --plain 2>/dev/null
    done
}

# organization_opened COUNT: in the present folder the organization org with an open vacancy and COUNT codes
# for it (codes), and a terminal (data, config, request.json)
organization_opened() {
    organization_new org Acme >/dev/null || exit 1
    vacancy_opened org "$1" >codes
    terminal_request data request.json
    terminal_enrol org request.json config
}

# request_made FILE [ID KEY]: a request as a terminal writes it, for tests without a terminal, and the
# words that one would show in FILE.words
request_made() {
    printf '{"device_id":"%s","device_key":"%s","label":"Made terminal"}' \
        "${2:-00112233445566778899aabbccddeeff}" \
        "${3:-8888888888888888888888888888888888888888888888888888888888888888}" >"$1"
    "$BIN/bench_sealed_copies" words "$1" >"$1.words"
}

# public_words FILE: the eight words of the public key in it, such as those of a key of the test's own
public_words() { "$BIN/bench_sealed_copies" public-words "$1"; }

# terminal_begins CONFIG DATA: the terminal as far as its first screen, before which it takes the configuration and what it
# is told there; the doctor only looks. What it says of that goes to standard output.
terminal_begins() {
    local story
    story=$(mktemp)
    printf '%s\n' 'size 1366x768 width-mm 344' 'expect screen attract' >"$story"
    "$BIN/resonance-story" --config "$1" --data "$2" "$story" 2>&1 || true
    rm -f "$story"
}

# person_sits CONFIG DATA CODES WHO SEED [LEANING...]: a scripted person with the code of WHO
# ("candidate 1", "rater 2") from the first screen until the result is sealed
person_sits() {
    local config=$1 data=$2 codes=$3 who=$4 seed=$5 story
    shift 5
    story=$(mktemp)
    cat >"$story" <<STORY
size    1920x1080  width-mm 476
tap     "Start"
code    $who
expect  screen notice
tap     "next"
tap     "consent-yes"
person  seed $seed noise 0.6 pace 7 $* words "I would try it out first"
answer  until screen finish
tap     "next"
STORY
    story_plays --config "$config" --data "$data" --codes "$codes" "$story" >/dev/null
    local got=$?
    rm -f "$story"
    return $got
}

# bundle_cut IN OUT SKIP COUNT: COUNT entries of the bundle IN after the first SKIP, as a bundle of

# their own, as a terminal would have written it then
bundle_cut() {
    local in=$1 out=$2 skip=$3 count=$4 at=88 from i from_at hash_at=56
    number_at() { od -An -t u"$3" -j "$2" -N "$3" "$1" | tr -d ' '; }
    eight() { for i in 0 8 16 24 32 40 48 56; do printf "\\x$(printf %02x $(($1 >> i & 255)))"; done; }
    from=$(number_at "$in" 32 8)
    for ((i = 0; i < skip; i++)); do at=$((at + 308 + $(number_at "$in" $((at + 304)) 4))); done
    from_at=$at
    for ((i = 0; i < count; i++)); do at=$((at + 308 + $(number_at "$in" $((at + 304)) 4))); done
    # The hash of the last one stands in the entry after it, or in the front.
    [ $((skip + count)) = "$(number_at "$in" 48 8)" ] || hash_at=$((at + 208))
    {
        head -c 24 "$in"
        tail -c +25 "$in" | head -c 8
        eight $((from + skip))
        eight $((from + skip + count - 1))
        eight "$count"
        tail -c +$((hash_at + 1)) "$in" | head -c 32
        tail -c +$((from_at + 1)) "$in" | head -c $((at - from_at))
        printf HFBE
        eight "$count"
        eight $((88 + at - from_at + 20))
    } >"$out"
}

# organization_described ORG CONFIG DATA CODES: the five colleagues of the codes ("rater NUMBER CODE") sit at the
# terminal, and what they say of the organization is its profile "autumn"
organization_described() {
    local org=$1 config=$2 data=$3 codes=$4 folder n got=0
    folder=$(mktemp -d)
    for n in 1 2 3 4 5; do
        printf '%s\n' 'tap "Start"' "code rater $n" 'tap "next"' 'tap "consent-yes"' \
            "person seed $n noise 0.5 order=2 service=2 care=1 build=-2 lead=-2 exploration=-1 words \"It is calm here\"" \
            'answer until screen finish' 'tap "next"' 'wait 3s' 'tap "done"' >"$folder/rater-$n.story"
    done
    story_plays --config "$config" --data "$data" --codes "$codes" "$folder"/rater-?.story >"$folder/said" &&
        terminal_collect "$config" "$data" "$org" "$folder/bundle" >/dev/null &&
        desk "$org" profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes >/dev/null || got=$?
    [ $got = 0 ] || tail -3 "$folder/said"
    rm -rf "$folder"
    return $got
}
