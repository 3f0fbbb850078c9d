#!/bin/bash
# What a command has written is on the disk before the next thing is written and before it ends: so a
# power cut leaves what a kill at that moment leaves, and `steps` and `desk` kill.
set -u
. "$SOURCE/tests/kit/organization.sh"
skip_without preload
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
preload_made synced synced.so
lines=$ORGANIZATION_PASSPHRASE$'\n'$ORGANIZATION_PASSPHRASE$'\n'$ORGANIZATION_PASSPHRASE

# sure COMMAND...: works, and has made sure of all that it wrote
sure() {
    LD_PRELOAD=$work/synced.so "$@" >said 2>&1 9<<<"$lines" || wrong "$*: $(tail -1 said)"
}
org() { sure "$BIN/resonance" "$@" --org org --passphrase-fd 9; }

cat >unsure.c <<'C'
#include <stdio.h>
int main(void)
{
    FILE *file = fopen("unsure.txt", "w");
    fclose(file);
    return rename("unsure.txt", "named.txt");
}
C
cc -o unsure unsure.c || exit 1
LD_PRELOAD=$work/synced.so ./unsure 2>said
[ $? = 99 ] || wrong "a file that nobody made sure of is not noticed"

sure "$BIN/resonance" init org --name Acme --contact hr@acme.example --recovery-out recovery.txt --cost low --assessment "$SOURCE/questionnaires/strategy-fit" --passphrase-fd 9
org vacancy new deck --title Deck
org vacancy open deck --without-profile --yes --sample
org invite deck --count 3 --plain
cp said codes
sure "$BIN/resonance-kiosk" --request request.json --data data --label Desk
words=$(sed -n 's/^  //p' said)
terminal_told data "$(desk org key words signing)"
org enrol request.json --words "$words" --out config
person_sits config data codes "candidate 1" 1 order=2 || wrong "nobody sits"
sure "$BIN/resonance-kiosk" --export bundle --config config --data data
org import bundle
handle=$(desk org list --json | jq -r '[.. | .handle? // empty] | first')
org report "$handle" --out report.html
org key new --label second
org key rotate recruiter
org key passphrase recruiter
org key retire second
org erase "$handle" --ground asked --by "Anna Berg" --yes
org terminal retire "$(desk org terminal list | grep -oE '[0-9a-f]{4,}' | head -1)" --yes
finish
