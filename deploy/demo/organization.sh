# Functions for scripts that need an organization: its folder, a terminal, codes, and the way of a
# bundle home. Source it; BIN (or bin) is the folder of the programs, SOURCE the root of the source.
BIN=${BIN:-${bin:?the folder of the programs}}
SOURCE=${SOURCE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
ORGANIZATION_PASSPHRASE=${ORGANIZATION_PASSPHRASE:-"seven quiet otters row home"}

# desk ORG WORD...: a command of the desk on the organization in the folder ORG, its passphrase
# given where one is asked for.
desk() {
    local org=$1
    shift
    "$BIN/resonance" "$@" --org "$org" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
}

# organization_new DIR NAME [ASSESSMENT]: with cheap keys and the shipped assessment unless another
# folder is given, the recovery sheet beside it in DIR.recovery.txt
organization_new() {
    local assessment=${3:-}
    [ -n "$assessment" ] || assessment=$SOURCE/questionnaires/strategy-fit
    "$BIN/resonance" init "$1" --name "$2" --contact "hr@example.org" --customer passenger \
        --assessment "$assessment" --cost low \
        --recovery-out "$1.recovery.txt" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
}

# organization_collect DIR COUNT: codes for colleagues, "rater NUMBER CODE"
organization_collect() {
    desk "$1" profile collect --count "$2" --plain 2>/dev/null
}

# terminal_request DATA REQUEST: what a terminal with the data folder DATA asks the desk with
terminal_request() {
    "$BIN/resonance-kiosk" --request "$2" --label "Test terminal" --data "$1" >/dev/null
}

# terminal_enrol ORG REQUEST CONFIG [WORD...]
terminal_enrol() {
    local org=$1 request=$2 config=$3
    shift 3
    desk "$org" enrol "$request" --out "$config" "$@" >/dev/null
}

# terminal_collect CONFIG DATA ORG BUNDLE: brings all results of the terminal to the desk
terminal_collect() {
    "$BIN/resonance-kiosk" --export "$4" --config "$1" --data "$2" >/dev/null
    desk "$3" import "$4"
}
