#!/usr/bin/env bash
# The guide explains every number that the screen "Please ask a member of staff" can show: 100 and the place of
# the row in kiosk/base/status.def. It fits on one page. So do the two for the desk, which name every command of
# kiosk/app/desk/command/command.def between them; and no page and no sentence names one that is not there.
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
WRONG_CLOCK date and time are wrong
IN_USE -
NO_FONT a font is missing
UNCONFIRMED the words were not compared yet
NO_LEDGER the results cannot be kept now
NO_LOCK the lock does not hold'
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

for page in desk hr incident site; do
    name=deploy/guide/$page.txt
    [ "$(wc -l <"$SOURCE/$name")" -le 66 ] || fault "$name is longer than one page of 66 lines"
    LC_ALL=C.UTF-8 awk -v name=$name 'length($0) > 100 { print name ":" NR ": more than 100 columns"; bad = 1 } END { exit bad }' "$SOURCE/$name" || bad=1
done
commands=$(sed -nE 's/^COMMAND\([a-z_]+, "([^"]+)".*/\1/p' "$SOURCE/kiosk/app/desk/command/command.def")
[ "$(wc -l <<<"$commands")" -gt 30 ] || fault "command.def was not understood"
said=$(cat "$SOURCE"/deploy/guide/{desk,hr}.txt | tr -s ' \n' ' ')
while read -r command; do
    case $command in
    *' '*) grep -qE "(^|[^a-z-])$command([^a-z-]|\$)" <<<"$said" ;;
    *) grep -qE "resonance $command([^a-z-]|\$)" <<<"$said" ;;
    esac || fault "no guide for the desk names: resonance $command"
done <<<"$commands"

# Names in a path or a list of words ("new|rotate") are not looked at, nor what the program itself is called.
cd "$SOURCE"
while IFS=: read -r file words; do
    read -r first second _ <<<"${words#resonance }"
    case $first in help | -*) continue ;; esac
    grep -qx "$first" <<<"$commands" && continue
    grep -qx "$first $second" <<<"$commands" && continue
    grep -qE "^$first " <<<"$commands" && [ -z "$second" ] && continue
    fault "$file names a command that is not there: resonance $first $second"
done < <({
    for page in desk hr incident site; do
        tr -s ' \n' ' ' <deploy/guide/$page.txt | sed 's/^/ /' | grep -oE ' resonance [a-z-]+( [a-z]+)?' | sed "s|^ |deploy/guide/$page.txt:|"
    done
    grep -oHE '[`'"'"']resonance [a-z-]+( [a-z]+)?' README.md questionnaires/README.md questionnaires/FORMAT.md $(find kiosk/app -name '*.txt' -o -name '*.c' -o -name '*.md') |
        sed -E 's/:[`'"'"']/:/'
} | sort -u)
# What stands between “ and ” in the guide for HR and on the page Help is a name on a page, word for word: a button, a
# link, a heading, a place in the rail. Names of examples stand between " and ".
names=$(grep -ohE '(W|WS|WN)\("[^"]*"' -r kiosk/app/desk/pages kiosk/app/desk/agent kiosk/report/page | sed 's/^[WSN]*("//; s/"$//')
named() { tr '\n' ' ' <"$1" | sed 's/" *"//g' | tr -s ' ' | grep -oE '“[^”]*”' | sed 's/^“//; s/”$//' | sort -u; }
count=0
for file in deploy/guide/hr.txt kiosk/app/desk/pages/pages_help.c; do
    while read -r name; do
        case $name in 'resonance '*) continue ;; esac # a command: looked at above
        grep -qxF -- "$name" <<<"$names" || fault "$file names “$name”, which stands on no page"
        count=$((count + 1))
    done < <(named $file)
done
[ "$count" -ge 20 ] || fault "only $count names of pages were found in the guide and on the page Help"
[ "$bad" = 0 ] && echo "the guides hold"
exit "$bad"
