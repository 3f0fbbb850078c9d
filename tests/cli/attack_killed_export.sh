#!/usr/bin/env bash
# Attack: whoever looks through a machine after an export of a workbook was killed. While it is made, no part of it has
# a name anywhere: not in memory that looks like a disk, nor in the folder for temporary files.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without preload
unshare -m true 2>/dev/null || { echo "skipped: no name space of its own for /dev/shm"; exit 77; }
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
desk org vacancy new deck --title 'Deck officer' >/dev/null
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal key config 6 bundle
desk org import bundle >/dev/null || wrong "nothing came"
preload_made memory_named named.so
mkdir temporary

# watched FILE COMMAND...: where nobody else has anything in /dev/shm; what has a name there goes to FILE
watched() {
    unshare -m bash -c 'mount -t tmpfs none /dev/shm && exec "$@"' alone \
        env NAMED="$work/$1" TMPDIR="$work/temporary" LD_PRELOAD="$work/named.so" "${@:2}"
}
# That it is seen when something has a name there.
cat >kept.c <<'C'
#include <stdio.h>
int main(void)
{
    FILE *file = fopen("/dev/shm/kept", "w");
    return file ? fclose(file) : 1;
}
C
cc -o kept kept.c
watched seen ./kept
grep -qx kept seen || wrong "a file in /dev/shm is not seen: this test shows nothing"

: >named
exported() {
    watched named "$BIN/resonance" export people --format xlsx --out people.xlsx --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
}
expect 0 'Wrote people.xlsx' exported
[ -s named ] && wrong "while the workbook was made, these had names: $(sort -u named | paste -sd' ')"
[ -z "$(ls temporary)" ] || wrong "a temporary file is left: $(ls temporary)"
python3 -c 'import zipfile; zipfile.ZipFile("people.xlsx").testzip()' || wrong "it is no workbook"
tally $(wc -l <seen) files watched
finish
