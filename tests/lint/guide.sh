#!/usr/bin/env bash
# The guide explains every number that the screen "Please ask a member of staff" can show: 100 and the place of
# the row in kiosk/base/status.def. It fits on one page.
set -eu
guide=$SOURCE/deploy/guide/guide.txt
bad=0
fault() {
    echo "$*"
    bad=1
}

# What the guide says of each status. "-" is never shown there: it belongs to commands, to files
# that are made, to codes that people type and to a screen that is not there.
says='OK -
USAGE -
BAD_INPUT the configuration is wrong
NOT_FOUND a file is missing
EXISTS -
NO_ACCESS a file cannot be read
NO_SPACE the disk is full
IO the disk reports errors
TOO_LARGE a file is larger than it may be
DAMAGED a file is damaged
FORGED a signature does not fit
WRONG_KEY made for another terminal
WRONG_PASSPHRASE -
UNSUPPORTED made by a newer version
REFUSED older than the one before
UNKNOWN_CODE -
USED_CODE -
NO_DEVICE -
EXPIRED a key is past its last day
WRONG_CLOCK date and time are wrong'
number=100
while IFS='(,' read -r _ name _; do
    words=$(sed -n "s/^$name //p" <<<"$says")
    [ -n "$words" ] || fault "$name in status.def: say here what the guide says of it"
    if [ "$words" = - ]; then
        ! grep -qE "^  $number " "$guide" || fault "the guide explains $number ($name), which is never shown"
    else
        grep -qE "^  $number  $words  +[^ ]" "$guide" || fault "the guide does not say: $number  $words"
    fi
    number=$((number + 1))
done < <(grep '^STATUS(' "$SOURCE/kiosk/base/status.def")
[ "$number" -gt 110 ] || fault "status.def was not understood"

[ "$(wc -l <"$guide")" -le 66 ] || fault "the guide is longer than one page of 66 lines"
awk -v name=deploy/guide/guide.txt 'length($0) > 100 { print name ":" NR ": more than 100 columns"; bad = 1 } END { exit bad }' "$guide" || bad=1
for option in $(grep -oE -- 'resonance(-kiosk)? --[a-z-]+' "$guide" | sort -u | grep -oE -- '--[a-z-]+'); do
    grep -qrF -- "$option" "$SOURCE/kiosk/app/kiosk/arguments.c" || fault "the guide names $option, which resonance-kiosk does not know"
done
[ "$bad" = 0 ] && echo "the guide holds"
exit "$bad"
