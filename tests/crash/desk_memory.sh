#!/bin/bash
# The desk keeps keys and passphrases in guarded memory only: each command that makes, changes, shares or
# tries keys is stopped before each of its steps to the disk, and what is not guarded of its memory is
# searched for all of them. Needs the rights of root: nobody else may read it.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
[ "$(id -u)" = 0 ] || { echo "skipped: only root may read the memory of the desk"; exit 77; }
skip_without terminal
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
. "$SOURCE/tests/kit/steps.sh"
next="eight brisk herons wade across"
mkdir kept

# stopped LEAST WORD...: a command that stops at LEAST steps or more; what is not guarded is kept
stopped() {
    local least=$1 stops
    shift
    stops=$(python3 "$SOURCE/tests/kit/memory_kept.py" "$work/kill.so" "$work/kept" "$BIN/resonance" "$@" --passphrase-fd 9 \
        9<<<"$lines" 2>said | tail -1) || wrong "$*: $(cat said)"
    [ "${stops:-0}" -ge "$least" ] || wrong "$*: it stopped only ${stops:-0} times"
}
# clean SHEET WHAT: nothing of the keys on it, nor a passphrase, was kept
clean() {
    python3 "$SOURCE/tests/kit/memory_secrets.py" kept "$1" "$ORGANIZATION_PASSPHRASE" "$next" >found || wrong "$2: $(cat found)"
    rm -f kept/*
}
lines=$ORGANIZATION_PASSPHRASE
stopped 2 init org --name Acme --contact "hr@example.org" --customer passenger --assessment "$SOURCE/questionnaires/strategy-fit" \
    --cost low --recovery-out sheet
# The search finds what is there.
cp sheet kept/planted
python3 "$SOURCE/tests/kit/memory_secrets.py" kept sheet >found && wrong "the search finds nothing"
grep -q 'line 6 of the sheet' found || wrong "the search does not find lines"
rm kept/planted
clean sheet init
organization_collect org 1 >codes
terminal_request data request.json
terminal_enrol org request.json config
person_sits config data codes "rater 1" 1 order=2 || exit 1
terminal_collect config data org bundle >/dev/null
lines=$ORGANIZATION_PASSPHRASE$'\n'$ORGANIZATION_PASSPHRASE$'\n'$next
stopped 3 key rotate recovery --recovery-out second --org org
clean second "key rotate recovery"
# The same search finds all of them where they belong.
cp -r org copy
MEMORY_KEPT=guarded stopped 3 key rotate recruiter --org copy
python3 "$SOURCE/tests/kit/memory_secrets.py" kept second "$ORGANIZATION_PASSPHRASE" "$next" >found && wrong "guarded memory holds nothing"
for what in 'the signing key,' "the passphrase \"$ORGANIZATION_PASSPHRASE\"" "the passphrase \"$next\""; do
    grep -q "^$what" found || wrong "not found in guarded memory: $what"
done
rm -f kept/*
MEMORY_KEPT=guarded stopped 1 key sheet second --org org
python3 "$SOURCE/tests/kit/memory_secrets.py" kept second >found && wrong "guarded memory holds nothing"
grep -q '^the recovery key,' found || wrong "the recovery key is not found in guarded memory"
rm -f kept/*
stopped 3 key rotate recruiter --org org
clean second "key rotate recruiter"
lines=$next$'\n'$next$'\n'$next
stopped 2 key share recovery --yes --org org
clean second "key share"
stopped 1 key sheet second --org org
clean second "key sheet"
sed -n 's/^# \([1-7]  [A-Z0-9-]*\)$/\1/p' second | tr A-Z a-z >typed
stopped 1 key sheet typed --org org
clean second "key sheet, typed"
stopped 2 key recover recruiter --identity typed --org org
clean second "key recover"
lines=$next
stopped 1 key recover signing --identity typed --org org
clean second "key recover signing"
lines=$next
stopped 1 profile status --identity second --org org
clean second "profile status"
finish
