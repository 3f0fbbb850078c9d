#!/usr/bin/env bash
# The configuration of a terminal with every fault it can have: the terminal says in one sentence
# what is wrong and the way out, shows people the screen for staff with a number, and keeps all data
# as it is. A draft from before the fault goes on after it.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/wait.sh"
case ${RESONANCE_TEST_SIZE:-commit} in
release) flips=20000 ;;
nightly) flips=2000 ;;
*) flips=40 ;;
esac
. "$SOURCE/tests/kit/siege.sh"
trap 'rm -rf "$work"' EXIT
ulimit -c 0
export SDL_VIDEODRIVER=dummy

siege_open 2
organization_new "$work/other-org" "Other" >/dev/null 2>&1
data=$work/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/old" # number 1
rm -rf "$work/config"
terminal_enrol "$work/org" "$work/request" "$work/good" # number 2

play() { # CONFIG DATA < STORY
    {
        echo "size 1280x720 width-mm 300"
        cat
    } >"$work/story"
    "$BIN/resonance-story" --config "$1" --data "$2" --codes "$work/codes" "$work/story"
}
play "$work/good" "$data" >/dev/null <<'STORY'
tap "Start"
code candidate 1
tap "next"
tap "consent-yes"
person seed 5 words "A draft from before the fault"
answer until step values:b05
kill
STORY
# draft_told: where the person stands who comes back, without what differs from process to process
draft_told() {
    play "$work/good" "$data" <<'STORY' >"$work/out"
tap "Start"
code candidate 1
tap "next"
tell
kill
STORY
    grep -vE '^memory |holds' "$work/out"
}
draft_told >"$work/told-before"

# is_kept: ledger and drafts are byte for byte what they were
content() { sqlite3 "$data/ledger.db" .dump 2>/dev/null; sqlite3 "$data/drafts.db" .dump 2>/dev/null; }
command -v sqlite3 >/dev/null || content() { cat "$data/ledger.db" "$data/drafts.db"; }
content | cksum >"$work/content"

# is_sentence TEXT: a single line that names a way out
is_sentence() { [ "$(wc -l <<<"$1")" = 1 ] && grep -qE "resonance enrol|--request|copy the newest one|ask the owner" <<<"$1"; }

# refused NAME CONFIG WANTED-PATTERN [FAULT]: what must hold for every faulty configuration
refused() {
    local name=$1 config=$2 wanted=$3 code=0 said
    said=$(DISPLAY=:0 "$BIN/resonance-kiosk" --doctor --config "$config" --data "$data" --width-mm 344 2>"$work/err") || code=$?
    [ $code = 1 ] || bad "$name: the doctor ends with $code"
    said=$(grep '^WRONG' <<<"$said" | grep -v 'core dumps\|clock\|must be right first\|swap\|nobody is invited') || true
    is_sentence "$said" || bad "$name: the doctor says: $said"
    grep -qE "$wanted" <<<"$said" || bad "$name: the doctor says: $said"
    play "$config" "$data" >"$work/out" 2>&1 <<STORY || bad "$name: $(tail -1 "$work/out")"
expect screen staff
expect text "Please ask a member of staff"
expect text "fault ${4:-1}"
STORY
    passed=$((passed + 1))
}
# told_by_the_terminal NAME CONFIG PATTERN: one sentence of the running terminal itself
told_by_the_terminal() {
    local code=0 terminal
    : >"$work/err" # before the terminal opens it: what an earlier one said must not be waited for
    "$BIN/resonance-kiosk" --config "$2" --data "$data" --windowed 640x480 >"$work/out" 2>"$work/err" &
    terminal=$!
    wait_for "a sentence" grep -q . "$work/err" || true
    kill -TERM $terminal 2>/dev/null || true
    wait $terminal || code=$?
    [ $code = 0 ] || [ $code = 143 ] || bad "$1: the terminal ends with $code"
    is_sentence "$(cat "$work/err")" && grep -qE "$3" "$work/err" || bad "$1: the terminal says: $(cat "$work/err")"
}
copy() { rm -rf "$work/bad"; cp -r "$work/good" "$work/bad"; }

files=$(cd "$work/good" && find . -type f | sed 's/^\.\///' | sort)
for file in $files; do
    copy
    rm "$work/bad/$file"
    refused "$file removed" "$work/bad" "$file|organization.pub"
    copy
    : >"$work/bad/$file"
    refused "$file empty" "$work/bad" '.'
    copy
    truncate -s $(($(stat -c %s "$work/good/$file") / 2)) "$work/bad/$file"
    refused "$file cut" "$work/bad" '.'
    copy
    printf x >>"$work/bad/$file"
    # What stands after a public key or a signature is nobody's business but its own line.
    refused "$file with a byte more" "$work/bad" '.'
done
for ((i = 0; i < flips; i++)); do
    copy
    file=$(sed -n "$((RANDOM % $(wc -l <<<"$files") + 1))p" <<<"$files")
    count=$(stat -c %s "$work/good/$file")
    at=$(((RANDOM * 32768 + RANDOM) % count)) bit=$((1 << RANDOM % 8))
    byte=$(od -An -tu1 -j $at -N 1 "$work/good/$file" | tr -d ' ')
    printf "\\x$(printf %02x $((byte ^ bit)))" | dd of="$work/bad/$file" bs=1 seek=$at conv=notrunc status=none
    # The first line of organization.pub and of the signature is a comment that nothing covers.
    case $file in organization.pub | *.minisig)
        [ $at -ge "$(head -1 "$work/good/$file" | wc -c)" ] || continue ;;
    esac
    refused "$file, byte $at, bit $bit" "$work/bad" '.'
done

refused "no folder" "$work/nowhere" 'nowhere' 103
told_by_the_terminal "no folder" "$work/nowhere" 'nowhere'
refused "an older configuration" "$work/old" 'number 1, but number 2' 114
told_by_the_terminal "an older configuration" "$work/old" 'newest'
terminal_request "$work/data-two" "$work/request-two"
terminal_enrol "$work/org" "$work/request-two" "$work/two"
refused "of another terminal" "$work/two" 'another terminal.*--request' 111
told_by_the_terminal "of another terminal" "$work/two" 'another terminal'
rm "$work/request.data" # this terminal knows its organization
terminal_enrol "$work/other-org" "$work/request" "$work/other"
refused "of another organization" "$work/other" 'another organization' 110
told_by_the_terminal "of another organization" "$work/other" 'another organization'

# Signed configurations that say what must not be: only whoever holds the key of an organization can
# make one, and a terminal must not believe even them. A key of our own signs; the data is fresh.
if command -v minisign >/dev/null; then
    own() { config_sign_anew "$work/bad" "$work/own"; }
    # The same signed anew is refused for its organization alone: the way of signing is right.
    copy
    own
    refused "signed by a key of our own" "$work/bad" 'another organization' 110
    copy
    rm "$work/bad/keyset.json"
    own
    refused "without a keyset" "$work/bad" 'keyset.json.*enrol' 102
    copy
    sed -i 's/"role":"recovery"/"role":"recruiter"/' "$work/bad/keyset.json"
    own
    refused "a keyset without recovery" "$work/bad" 'recovery.*key new' 102
    copy
    sed -i 's/{"label":[^}]*"role":"recruiter"},\?//' "$work/bad/keyset.json"
    own
    refused "a keyset with one key" "$work/bad" 'keyset.json' 102
    copy
    sed -i 's/age1[0-9a-z]*/age1qqqq/' "$work/bad/keyset.json"
    own
    refused "a keyset with a key that is none" "$work/bad" 'keyset.json: key 1' 102
    copy
    printf '{}' >"$work/bad/terminal.json"
    own
    refused "an empty terminal.json" "$work/bad" 'terminal.json' 102
    copy
    sed -i 's/"idle_s":[0-9]*/"idle_s":1/' "$work/bad/terminal.json"
    own
    refused "an idle time of a second" "$work/bad" 'terminal.json' 102
    copy
    sed -i 's/"type": *"long"/"type":"poem"/' "$work/bad/assessment/closing.osd"
    own
    refused "a kind of item that is none" "$work/bad" 'closing.osd' 102
fi

# Nothing was lost or half-written by all that, and the draft goes on.
content | cksum | cmp -s - "$work/content" || bad "ledger or drafts were changed by a faulty configuration"
draft_told | cmp -s - "$work/told-before" || bad "the draft is not what it was before"
[ -z "$(find "$data" -name '*.new*' -o -name 'core*')" ] || bad "something half-written lies in the data folder"

tally $flips flipped bits
echo "$passed passed, $failed failed"
exit $((failed > 0))
