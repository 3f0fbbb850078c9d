#!/bin/bash
# The disk of the desk is full, its folder cannot be written, or the folder is a copy on a medium that
# cannot: everything can be read there all the same; nothing is changed, and the doctor does not advise to
# replace a sound archive.
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

# reads WHERE COMMAND-PREFIX...: all that reads, in that folder, and what would change it
reads() {
    local where=$1 refusal=$2
    shift 2
    expect 0 '^2 results' "$@" desk "$where" list
    expect 0 '.' "$@" desk "$where" show "$handle"
    "$@" desk "$where" report "$handle" --format text >read.txt 2>/dev/null || "$@" desk "$where" report "$handle" >read.txt
    same usual.txt read.txt
    expect 0 '2 the same, 0 different' "$@" desk "$where" rescore --all
    expect 0 '.' "$@" desk "$where" profile status
    expect 0 "$refusal" "$@" desk "$where" doctor
    grep -q 'can be read' .out || wrong "the doctor does not say that it can be read"
    grep -q 'archive.db back' .out && wrong "the doctor advises to replace a sound archive"
    expect 1 "$refusal" "$@" desk "$where" import late.bundle
    [ ! -e "$where/archive.db-wal" ] || [ ! -s "$where/archive.db-wal" ] || wrong "something was written"
}
usually() { "$@"; }

# A folder that cannot be written.
cp -r org copied
chmod -R a+rX,a-w copied
chmod a+rx "$work"
stranger() { export -f desk 2>/dev/null; as_stranger env BIN="$BIN" ORGANIZATION_PASSPHRASE="$ORGANIZATION_PASSPHRASE" bash -c "$(declare -f desk); \"\$@\"" - "$@"; }
reads copied 'it cannot be written|cannot be opened|Permission denied' stranger

# A full disk, and one that is mounted to be read.
mkdir disk
if mount -t tmpfs -o size=16m tmpfs disk 2>/dev/null; then
    cp -r org disk/org
    head -c 64m /dev/zero >disk/filling 2>/dev/null
    reads disk/org 'disk is full' usually
    rm disk/filling
    mount -o remount,ro disk
    reads disk/org 'cannot be written|cannot be opened|read-only|Read-only' usually
else
    echo "no disk of its own can be mounted here: full and read-only disks are not tried"
fi
expect 0 'late.bundle: .* 1 new results' desk org import late.bundle
finish
