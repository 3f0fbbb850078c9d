#!/usr/bin/env bash
# What released programs made opens, resumes and scores to the same bytes with the programs of now:
# the archive of an organization, a bundle that waits for its import, the draft of a person who comes
# back, profile, vacancy and configuration. What is expected was written by those programs themselves
# (tests/vectors/released/README.md).
set -eu
. "$SOURCE/tests/kit/released.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0

# fault SENTENCE: one more
fault() {
    echo "$version: $*"
    faults=$((faults + 1))
}

# scratch_folder NAME [uncertified]: an empty one to work in, and the data of the release in it; what it
# left is signed for, unless that is not wanted
scratch_folder() {
    mkdir "$work/$version-$1"
    cd "$work/$version-$1"
    released_copy "$release"
    [ "${2:-}" = uncertified ] || released_certify
}

# byte_flipped FILE AT: one bit of it is another one
byte_flipped() {
    local byte
    byte=$(od -An -t u1 -j "$2" -N 1 "$1" | tr -d ' ')
    printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}

# outputs_checked: all outputs, byte for byte; what people read, word for word
outputs_checked() {
    local files
    mkdir "$work/$version-outputs"
    cd "$work/$version-outputs"
    released_outputs "$release" "$work/$version-out"
    released_compare "$release/expected" "$work/$version-out" >"$work/diff" || {
        fault "not the expected bytes:"
        cut -c 1-200 "$work/diff" | head -20
    }
    files=$(find "$release/expected" -type f | wc -l)
    [ "$files" -ge 25 ] || fault "only $files outputs are expected"
    grep -hc '^[1-9][0-9]* the same, 0 different$' "$release"/expected/*/rescore.txt | grep -qv 1 &&
        fault "the release itself does not score its results again"
    echo "$version: $files outputs are compared"
}

# migration_checked: before anything is signed for, results open as they did, but never in silence; what
# would be believed later is refused; the signing is shown first, asked for and done once
migration_checked() {
    local command
    scratch_folder migration uncertified
    desk org list >list.txt 2>warned.txt || fault "an archive of the release does not open"
    cmp -s <(released_words <list.txt) <(released_words <"$release/expected/archive/list.txt") || fault "it opens otherwise"
    grep -q '^WARNING: nothing here says that the organization signed for its terminals: .*terminal certify' warned.txt ||
        fault "nothing is said of terminals that nobody signed for"
    for command in "key new --label bea" "key rotate recruiter" "terminal list" "enrol request-2.json --out none"; do
        # shellcheck disable=SC2086
        desk org $command >refused.txt 2>&1 && fault "$command: done before anything is signed for"
        grep -qF "'resonance terminal certify' signs what is here, once" refused.txt || fault "$command: $(tail -1 refused.txt)"
    done
    setsid "$BIN/resonance" terminal certify --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE" >shown.txt 2>&1 &&
        fault "it is signed without a yes"
    grep -q 'Results open for: recruiter (recruiter), recovery (recovery)' shown.txt || fault "the keys are not shown"
    "$BIN/bench_sealed_copies" words request-1.json >words
    grep -qF "$(cat words)" shown.txt || fault "the terminals are not shown"
    [ -e org/roll.jsonl ] && fault "something is signed without a yes"
    released_certify
    desk org list 2>warned.txt >list.txt
    grep -q 'signed for its terminals' warned.txt && fault "the warning stays"
    desk org terminal certify --yes >refused.txt 2>&1 && fault "it is signed twice"
    # Whoever wrote a terminal into the archive before is met now.
    scratch_folder migration-forged uncertified
    "$BIN/bench_sealed_copies" request key evil.json
    "$BIN/bench_sealed_copies" enrol key org/archive.db 1
    desk org terminal certify --yes >refused.txt 2>&1 && fault "a terminal that was never enrolled is signed for"
    grep -qF 'knows a terminal "Bench" that was never enrolled here' refused.txt || fault "a forged terminal: $(tail -1 refused.txt)"
}

# written_checked: configuration and what is known of terminals are written again as they were; a profile
# is not, where the form of the release would keep a row of scores of each colleague
written_checked() {
    local sequence command
    scratch_folder written
    for command in status "freeze again --by Ann.Berg --by Per.Holm --yes"; do
        # shellcheck disable=SC2086
        desk org profile $command >frozen.txt 2>&1 && fault "profile $command: single colleagues are kept"
        grep -qF "whose profiles hold the scores of single colleagues" frozen.txt || fault "profile $command: $(tail -1 frozen.txt)"
    done
    diff -r "$release/org/profiles" org/profiles || fault "the frozen profile has other bytes"
    sequence=$(cat org/sequence)
    printf '%s' "$((sequence - 1))" >org/sequence
    terminal_enrol org request-2.json written
    # Another enrolment is another epoch; all else is the same, and the signed list but for that file.
    sed -i 's/"epoch":2,/"epoch":1,/' written/terminal.json
    sed -i "s/\"[0-9a-f]*\",\"name\":\"terminal.json\"/\"$(b2sum -l 256 written/terminal.json | cut -d' ' -f1)\",\"name\":\"terminal.json\"/" written/manifest.json
    rm written/manifest.json.minisig
    cp config/manifest.json.minisig written
    # Neither does one from before the desk told terminals how far its folder had come.
    [ -e config/anchor.jsonl ] || {
        rm written/anchor.jsonl || fault "the desk does not say how far its folder had come"
        sed -i 's/{"blake2b":"[0-9a-f]*","name":"anchor.jsonl"},//' written/manifest.json
    }
    # A release from before the desk said that it looked for topics has no checked.json: all else is the
    # same, and the signed list but for that row.
    [ -e config/checked.json ] || {
        rm written/checked.json || fault "the desk does not say that it looked"
        sed -i 's/{"blake2b":"[0-9a-f]*","name":"checked.json"},//' written/manifest.json
    }
    diff -r config written || fault "the configuration has other bytes"
    terminal_enrol org request-1.json other
    sed -i 's/"epoch":2,/"epoch":1,/' org/terminals/*.json
    diff -r "$release/org/terminals" org/terminals || fault "what is known of the terminals has other bytes"
}

# code_refused CODE SCREEN TEXT: instead of bringing the draft back, CODE leads to SCREEN, with TEXT
code_refused() {
    printf '%s\n' 'size 1366x768 width-mm 344' 'tap "Start"' "code $1" "expect screen $2" "expect text \"$3\"" |
        released_play 1 config data >refused.txt 2>&1 || fault "code $1: $(tail -1 refused.txt)"
    printf '%s\n' 'size 1366x768 width-mm 344' 'tap "Start"' "code $1" 'expect screen resume' |
        released_play 1 config data >refused.txt 2>&1 && fault "code $1 brings the draft back"
    grep -qF "the screen is $2, not resume" refused.txt || fault "code $1: $(tail -1 refused.txt)"
}

# draft_checked: only the right code brings it back, also after wrong ones; not a day later. Where one row
# was changed, those before it come back, and that is said
draft_checked() {
    scratch_folder draft
    code_refused "candidate 5" notice "Deck officer"
    code_refused "candidate 3" code "used"
    code_refused AAAAA-AAAAA code "not known here"
    cp -r data data-late
    cp -r data data-bent
    released_draft config data >resumed.txt || fault "the draft cannot be finished after wrong codes"
    released_draft config data >again.txt 2>&1 && fault "the draft is still there after its end"
    printf '%s\n' 'size 1366x768 width-mm 344' 'tap "Start"' 'code candidate 4' 'expect screen notice' |
        released_play 25 config data-late >late.txt 2>&1 || fault "a day later: $(tail -1 late.txt)"
    byte_flipped data-bent/drafts.db "$(($(stat -c %s data-bent/drafts.db) - 100))" # in a sealed row
    printf '%s\n' 'size 1366x768 width-mm 344' 'tap "Start"' 'code candidate 4' 'expect screen resume' 'expect text "is missing"' |
        released_play 1 config data-bent >bent.txt 2>&1 || fault "a draft with another byte: $(tail -1 bent.txt)"
    ! released_draft config data-bent >bent.txt 2>&1 || fault "a draft with another byte is resumed"
}

# bytes_checked: what was changed by one bit is refused, so the comparisons can find something
bytes_checked() {
    local at record
    scratch_folder bytes
    cp waiting.bundle bent.bundle
    byte_flipped bent.bundle 9000
    desk org import bent.bundle >bent.txt 2>&1 && fault "a bundle with another byte is taken"
    grep -q "entries of bent.bundle are damaged" bent.txt || fault "a bundle with another byte: $(tail -1 bent.txt)"
    at=$(grep -abo 'age-encryption.org/v1' org/archive.db | tail -1 | cut -d: -f1)
    byte_flipped org/archive.db $((at + 900))
    desk org rescore --all >bent.txt 2>&1 && fault "an archive with another byte is scored"
    grep -qF "1 result could not be scored again" bent.txt || fault "an archive with another byte: $(tail -1 bent.txt)"
    cp -r "$release/expected" bent
    byte_flipped bent/archive/list.txt 200
    diff -r "$release/expected" bent >bent.diff && fault "another byte is not noticed"
    released_compare "$release/expected" bent >bent.diff && fault "another word is not noticed"
    cp "$release/expected/archive/list.txt" bent/archive
    released_compare "$release/expected" bent >bent.diff || fault "what is the same is taken for another"
    record=$(cd bent && ls archive/*.record | head -1)
    byte_flipped "bent/$record" 9000
    released_compare "$release/expected" bent >bent.diff && fault "another byte of a record is not noticed"
    cp "$release/expected/$record" "bent/$record"
    byte_flipped bent/archive/list.json 200
    released_compare "$release/expected" bent >bent.diff && fault "another byte for programs is not noticed"
    cp "$release/expected/archive/list.json" bent/archive
    rm bent/office/keys.txt
    released_compare "$release/expected" bent >bent.diff 2>&1 && fault "a missing output is not noticed"
    return 0
}

# payload_of BUNDLE: the last payload of the bundle, as age sealed it: header of 240, signature of 64,
# length of 4, then the payload; one entry after the other
payload_of() {
    local at=88 length i
    number_at() { od -An -t u"$3" -j "$2" -N "$3" "$1" | tr -d ' '; }
    for ((i = 1; i < $(number_at "$1" 48 8); i++)); do at=$((at + 308 + $(number_at "$1" $((at + 304)) 4))); done
    length=$(number_at "$1" $((at + 304)) 4)
    tail -c +$((at + 309)) "$1" | head -c "$length"
}

# payload_checked: with the recovery sheet, the desk opens all results; Debian's own age and the desk
# open a payload, and what is in it is the record that is expected
payload_checked() {
    scratch_folder payload
    desk org list --identity recovery.txt | released_words |
        cmp - <(released_words <"$release/expected/archive/list.txt") ||
        fault "the recovery sheet opens the results otherwise"
    grep -o 'AGE-SECRET-KEY-1[0-9A-Z]*' recovery.txt >recovery.key
    payload_of waiting.bundle >payload.age
    "$BIN/resonance" age-open --identity recovery.key payload.age >payload
    tail -c +109 payload | tr -d '\000' | head -c -1 >record.json # 108 bytes of facts, padding from 0x80 on
    cmp record.json <(cat "$release"/expected/bundle/*.record) ||
        fault "the record in the payload is not the expected one"
    command -v age >/dev/null || {
        echo "age is not installed: the payload was opened by our own program only"
        return 0
    }
    age -d -i recovery.key payload.age | cmp - payload || fault "age opens the payload otherwise"
}

checked=0
for release in "$RELEASED"/[0-9]*; do
    version=${release##*/}
    outputs_checked
    migration_checked
    written_checked
    draft_checked
    bytes_checked
    payload_checked
    checked=$((checked + 1))
done
# Where a file of the data is no number any more, the shell leaves the loop without an exit code.
[ "$checked" = "$(ls -d "$RELEASED"/[0-9]* | wc -l)" ] || fault "not all of it was checked"
[ "$faults" = 0 ] && echo "holds"
exit $((faults > 0))
