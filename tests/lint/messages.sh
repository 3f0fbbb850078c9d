#!/usr/bin/env bash
# The terminal's processes of two versions must not take one message for another: whatever they say to each other, in its order,
# stands in tests/vectors/keeper_messages beside the version that it belongs to. A change of one asks for another version
# (KEEPER_MESSAGES_VERSION); RESONANCE_GOLDEN=write then writes the file again.
set -eu
kept=$SOURCE/tests/vectors/keeper_messages
cd "$SOURCE/kiosk"
# statements FILE...: each in a line, as the words of its language
statements() { cat "$@" | sed 's/"\([^"\\]\|\\.\)*"/""/g' | tr '\n' ' ' | tr -s ' ' | sed 's|/\*[^*]*\*/||g; s/[;{}]/&\n/g'; }
said() {
    echo "version $(sed -n 's/^#define KEEPER_MESSAGES_VERSION //p' app/terminal/keeper/keeper_message.h)"
    sed -n 's/^MESSAGE(\([A-Z_]*\).*/message \1/p' app/terminal/keeper/keeper_message.def
    sed -n 's/^STATUS(\([A-Z_]*\).*/status \1/p' base/status.def
    statements screens/staff/staff.h app/terminal/keeper/keeper.h sitting/sitting.h | grep -oE '\b(STAFF_(CAME|PIN)_[A-Z_]+|STAFF_[A-Z]+|ROLE_[A-Z]+),' | sed 's/,//; s/^/value /'
    for end in ask serve; do
        statements app/terminal/keeper/keeper_$end.c | grep -oE '(KEEPER_MESSAGE_[A-Z_]+|(wire_|[^a-z_])(put|take)_[a-z]+\(.*|[^a-z_]take\(.*)' | sed "s/^[ (]*/$end /"
    done
    statements app/terminal/printer_post.c | grep -oE 'wire_(put|take)_[a-z]+\(.*' | sed 's/^/print /'
}
now=$(said)
[ "$(grep -c . <<<"$now")" -gt 150 ] || { echo "the messages are not found"; exit 1; }
[ "${RESONANCE_GOLDEN:-}" != write ] || printf '%s\n' "$now" >"$kept"
if [ "$now" != "$(cat "$kept")" ]; then
    diff "$kept" - <<<"$now" | head -20
    [ "$(head -1 <<<"$now")" != "$(head -1 "$kept")" ] || echo "the messages have changed, and their version has not: raise KEEPER_MESSAGES_VERSION"
    echo "then write tests/vectors/keeper_messages again with RESONANCE_GOLDEN=write"
    exit 1
fi
echo "1 passed"
