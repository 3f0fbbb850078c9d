#!/bin/bash
# The disk of the desk is full, its folder cannot be written, or the folder is a copy on a medium that
# cannot. A person reads there all the same: on a full disk with a row in the log, for which there is room
# kept; in a copy on the screen only, and it is said that there is no row. Nothing leaves the folder without a
# row, nothing is changed, and the doctor does not advise to replace a sound archive.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
trap 'umount "$work/disk" 2>/dev/null; chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
organization_opened 3
for person in 1 2; do person_sits config data codes "candidate $person" $person order=2 || wrong "person $person"; done
terminal_collect config data org bundle >/dev/null
person_sits config data codes "candidate 3" 3 order=2 || wrong "person 3"
"$BIN/resonance-kiosk" --export late.bundle --config config --data data >/dev/null
handle=$(desk org list --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p' | head -1)
desk org report "$handle" --format text >usual.txt 2>/dev/null || desk org report "$handle" >usual.txt

# others WHERE REFUSAL COMMAND-PREFIX...: what opens nobody reads, and what would change the folder is refused
others() {
    local where=$1 refusal=$2
    shift 2
    expect 0 '2 the same, 0 different' "$@" desk "$where" rescore --all
    expect 0 '.' "$@" desk "$where" profile status
    expect 0 "$refusal" "$@" desk "$where" doctor
    grep -q 'can be read' .out || wrong "the doctor does not say that it can be read"
    grep -q 'archive.db back' .out && wrong "the doctor advises to replace a sound archive"
    expect 1 "$refusal" "$@" desk "$where" import late.bundle
    [ ! -e "$where/archive.db-wal" ] || [ ! -s "$where/archive.db-wal" ] || wrong "something was written"
}
# copy WHERE REFUSAL COMMAND-PREFIX...: a folder that can only be read
copy() {
    local where=$1 told='^WARNING: a copy: reading here is not logged$' closed='this folder can only be read, so nothing that goes out of it would be in the log' command
    others "$@"
    shift 2
    expect 0 "$told" "$@" seen "$where" show "$handle"
    grep -q 'I would try it out first' .out || wrong "the report is not shown"
    expect 0 "$told" "$@" seen "$where" list
    expect 0 "$told" "$@" seen "$where" report "$handle"
    for command in "show $handle" "show $handle --json" "report $handle" "report $handle --format html" "report $handle --format record" list "list --json" "list --cards" "sealed $handle"; do
        # shellcheck disable=SC2086
        refuse 1 "$closed" "$@" desk "$where" $command
    done
    refuse 1 "$closed" "$@" desk "$where" report "$handle" --out "$out/given.txt"
    refuse 1 "$closed" "$@" desk "$where" sealed "$handle" --out "$out/given.age"
    expect 1 "$closed" "$@" seen "$where" report "$handle" --out "$out/given.txt"
    expect 1 "$closed" "$@" seen "$where" show "$handle" --json
    [ -z "$(ls "$out")" ] || wrong "something was given out: $(ls "$out")"
}
rows() { desk "$1" audit log --json 2>/dev/null | grep -o '"number"' | wc -l; }
usually() { "$@"; }
out=$work/out
mkdir -m 777 "$out"

# A folder that cannot be written.
cp -r org copied
chmod -R a+rX,a-w copied
chmod a+rx "$work"
# seen ORG WORD...: the desk's command, on a screen
seen() { on_screen "$BIN/resonance" "${@:2}" --org "$1" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"; }
stranger() { as_stranger env BIN="$BIN" ORGANIZATION_PASSPHRASE="$ORGANIZATION_PASSPHRASE" bash -c "$(declare -f desk seen on_screen); \"\$@\"" - "$@"; }
copy copied 'it cannot be written|cannot be opened|Permission denied' stranger

# A full disk, and one that is mounted to be read.
mkdir disk
if mount -t tmpfs -o size=16m tmpfs disk 2>/dev/null; then
    cp -r org disk/org
    desk disk/org list >/dev/null # a copied reserve is an empty shell until then
    head -c 64m /dev/zero >disk/filling 2>/dev/null
    before=$(rows disk/org)
    for command in list "show $handle" "list --json"; do
        # shellcheck disable=SC2086
        expect 0 '.' desk disk/org $command
    done
    desk disk/org report "$handle" >read.txt 2>.err || wrong "no report: $(cat .err)"
    same usual.txt read.txt
    [ "$(rows disk/org)" = $((before + 4)) ] || wrong "$(rows disk/org) rows, wanted $before and 4"
    expect 0 'each follows the one before' desk disk/org audit log
    others disk/org 'disk is full' usually
    # When the room that was kept is used up as well, nobody is opened.
    rm -f disk/org/log.reserve
    head -c 64m /dev/zero >>disk/filling 2>/dev/null
    full="nobody's answers are opened while the log of the desk cannot be written: .*disk is full"
    for command in list "show $handle" "show $handle --json" "report $handle" "sealed $handle"; do
        # shellcheck disable=SC2086
        refuse 1 "$full" desk disk/org $command
    done
    expect 1 "$full" seen disk/org show "$handle"
    others disk/org 'disk is full' usually
    rm disk/filling
    desk disk/org list >/dev/null || wrong "with room again nobody reads"
    [ -s disk/org/log.reserve ] || wrong "no room is kept again"
    mount -o remount,ro disk
    copy disk/org 'cannot be written|cannot be opened|read-only|Read-only' usually
else
    echo "no disk of its own can be mounted here: full and read-only disks are not tried"
fi
expect 0 'late.bundle: .* 1 new result' desk org import late.bundle
finish
