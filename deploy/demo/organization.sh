# Functions for scripts that need an organization: its folder, a terminal, codes, and the way of a
# bundle home. Source it; BIN (or bin) is the folder of the programs, SOURCE the root of the source.
BIN=${BIN:-${bin:?the folder of the programs}}
SOURCE=${SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
ORGANIZATION_PASSPHRASE=${ORGANIZATION_PASSPHRASE:-"seven quiet otters row home"}

# desk ORG WORD...: a command of the desk on the organization in the folder ORG, its passphrase
# given where one is asked for: that of a key, that of the signing key, a new one.
desk() {
    local org=$1
    shift
    "$BIN/resonance" "$@" --org "$org" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE
$ORGANIZATION_PASSPHRASE
$ORGANIZATION_PASSPHRASE"
}

# organization_new DIR NAME [ASSESSMENT]: with cheap keys and the shipped assessment unless another
# folder is given, with the sample story unless ORGANIZATION_STORY is none, the recovery sheet beside
# it in DIR.recovery.txt; keys and codes cost what they usually do where ORGANIZATION_COST is standard
organization_new() {
    local assessment=${3:-}
    [ -n "$assessment" ] || assessment=$SOURCE/questionnaires/strategy-fit
    "$BIN/resonance" init "$1" --name "$2" --contact "hr@example.org" --customer passenger \
        --assessment "$assessment" --language "${ORGANIZATION_LANGUAGE:-en}" --story "${ORGANIZATION_STORY:-sample}" --cost "${ORGANIZATION_COST:-low}" \
        --recovery-out "$1.recovery.txt" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
}

# organization_collect DIR COUNT: codes for colleagues, "rater NUMBER CODE"
organization_collect() {
    desk "$1" profile collect --count "$2" --plain 2>/dev/null
}

# terminal_request DATA REQUEST [LABEL]: what a terminal with the data folder DATA asks the desk with; the words
# that it shows stand in REQUEST.words, as somebody there would read them out
terminal_request() {
    "$BIN/resonance-kiosk" --request "$2" --label "${3:-Test terminal}" --data "$1" | sed -n 's/^  //p' >"$2.words"
    realpath "$1" >"$2.data"
}

# terminal_enrol ORG REQUEST CONFIG [WORD...]: a configuration for the terminal of the request. Each side
# is told the eight words that the other one shows.
terminal_enrol() {
    local org=$1 request=$2 config=$3
    shift 3
    [ ! -f "$request.data" ] || terminal_told "$(cat "$request.data")" "$(desk "$org" key words signing)"
    desk "$org" enrol "$request" --out "$config" --words "$(cat "$request.words")" "$@" >/dev/null
}

# terminal_told DATA WORDS: the terminal is told the words that the desk shows for its organization
terminal_told() {
    local again
    again=$(mktemp)
    "$BIN/resonance-kiosk" --request "$again" --label "Test terminal" --data "$1" \
        --organization-words "$2" >/dev/null
    rm -f "$again"
}

# terminal_collect CONFIG DATA ORG BUNDLE: brings all results of the terminal to the desk
terminal_collect() {
    "$BIN/resonance-kiosk" --export "$4" --config "$1" --data "$2" >/dev/null
    desk "$3" import "$4"
}

# story_plays WORD...: scripted persons who only leave a result behind, by RESONANCE_STORY where that is named: with the
# sanitizers they would take most of the time of a test of the desk
story_plays() { "${RESONANCE_STORY:-$BIN/resonance-story}" "$@"; }

# people_sit CONFIG DATA CODES COUNT: the candidates 1 to COUNT of the codes, each with what most people
# like and tastes of their own, which have nothing special to do with the organization
people_sit() {
    local config=$1 data=$2 codes=$3 count=$4 folder n topic got=0
    local topics="growth=1 candour=0 evidence=0 exploration=0 self-direction=1 care=1 order=0 service=0 society=0 craft=0
        build=-1 lead=-1 rhythm=1 challenge=0 belonging=1 recognition=-1" drivers="learning doing coaching transfer skills ownership accountability"
    folder=$(mktemp -d)
    RANDOM=4040
    for ((n = 1; n <= count; n++)); do
        {
            printf '%s\n' 'size 1920x1080 width-mm 476' 'tap "Start"' "code candidate $n" 'tap "next"' 'tap "consent-yes"'
            printf 'person seed %s noise 1 pace 6' "$n"
            for topic in $topics; do printf ' %s=%s.%02d' "${topic%=*}" $((${topic#*=} + RANDOM % 5 - 2)) $((RANDOM % 100)); done
            for topic in $drivers; do printf ' %s=%s.%02d' "$topic" $((2 + RANDOM % 3)) $((RANDOM % 100)); done
            printf ' words "This was clear to me"\n'
            printf '%s\n' 'answer until screen finish' 'tap "next"'
        } >"$folder/$(printf %03d "$n").story"
    done
    story_plays --config "$config" --data "$data" --codes "$codes" "$folder"/*.story >"$folder/said" || got=$?
    [ "$got" = 0 ] || tail -3 "$folder/said" >&2
    rm -rf "$folder"
    return $got
}
