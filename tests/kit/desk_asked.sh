# A desk that stays open while a test asks it for pages, as a person's does, beside commands that change the
# folder. Source it after expect.sh, in the folder where the answers are to stand (out/).

# desk_asked_begin ORG, desk_asked_end: the desk of that organization, with its passphrase
desk_asked_begin() {
    mkdir -p out
    rm -f asked answered
    mkfifo asked answered
    "$BIN/desk_answer" "$1" out <asked >answered 2>took 9<<<"$ORGANIZATION_PASSPHRASE" &
    served=$!
    exec 7>asked 8<answered
}
desk_asked_end() {
    exec 7>&- 8<&-
    wait "$served" || wrong "the desk did not end well: $(tail -1 took)"
}

# ask METHOD ROUTE FILE [NAME=VALUE]...: sets $said to the answer's line
ask() {
    echo "$*" >&7
    read -r said <&8 || { wrong "the desk has ended"; cat took; exit 1; }
}
# answers CODE METHOD ROUTE FILE [NAME=VALUE]...
answers() {
    local code=$1
    shift
    ask "$@"
    [ "${said%% *}" = "$code" ] || wrong "$1 $2: $said, wanted $code"
}
. "$SOURCE/tests/kit/page_words.sh"
# seen FILE: what the page carries for the form that comes back
seen() { grep -o 'name="digest" value="[^"]*"' "out/$1" | head -1 | cut -d'"' -f4; }
