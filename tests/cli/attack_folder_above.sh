#!/usr/bin/env bash
# Attack: another user of the machine lays a folder of an organization of theirs where somebody works below it, who
# names no folder. Codes, cards and keys of that person would go there. The program takes a folder that nobody named
# only when it is the user's own, or root's; a folder that is named it takes as ever.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
[ "$(id -u)" = 0 ] || { echo "skipped: only root is two users"; exit 77; }
chmod 755 "$work"
mkdir -p "$work/shared/letters"
chmod 1777 "$work/shared" "$work/shared/letters"
cd "$work/shared" || exit 1
theirs() { # a command of the other user, in the present folder
    as_stranger "$BIN/resonance" "$@" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE
$ORGANIZATION_PASSPHRASE"
}
organization_new "$work/made" Theirs >/dev/null || exit 1
cp -r "$work"/made/. .
chown -R 65534:65534 .
chown 0:0 letters
cp -r "$work/shared" "$work/before"

cd letters || exit 1
sentence="the folder of an organization here or above, $work/shared, belongs to another user; if it is the one that you mean, name it: --org $work/shared"
for command in "list" "doctor" "vacancy new deck --title Deck" "invite deck --count 2 --plain" "key words signing" "audit log"; do
    expect 1 "$sentence" "$BIN/resonance" $command
done
cd ..
expect 1 "$sentence" "$BIN/resonance" vacancy show
same "$work/before" "$work/shared"

# Its owner, and who names it, work there as ever; a folder of root's is nobody's trap.
cd letters || exit 1
expect 0 'Made the draft deck' theirs vacancy new deck --title Deck
expect 0 'deck' desk .. vacancy show
chown -R 0:0 "$work/shared"
expect 0 'deck' "$BIN/resonance" vacancy show

tally $refusals folders refused
finish
