#!/usr/bin/env bash
# The helper with the stick believes nothing of it: no link is followed, no device opened, nothing strange or too large
# taken; what there is already in a slot stays whole when anything is wrong. What it writes is there whole, or what was
# there before. It knows four verbs, and any other message changes nothing. On a folder, and, where this machine has
# loop devices, on real file systems.
set -eu
. "$SOURCE/tests/kit/wait.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
work=$(mktemp -d)
passed=0 failed=0 helper= loops=()
bad() { echo "FAILED: $*"; failed=$((failed + 1)); }
helper_end() { [ -z "$helper" ] || { kill "$helper" 2>/dev/null || true; wait "$helper" 2>/dev/null || true; }; helper=; }
finish() {
    helper_end
    umount "$work/full" "$work/made" 2>/dev/null || true
    for loop in "${loops[@]}"; do losetup -d "$loop" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT
number=00112233445566778899aabbccddeeff other=ffeeddccbbaa99887766554433221100
stick=$work/stick in=$work/in
mkdir -p "$stick" "$in"
# helper_start WORD...: waits at $work/socket
helper_start() {
    helper_end
    rm -f "$work/socket"
    "${as_unit[@]}" "$BIN/resonance-stick" --socket "$work/socket" --incoming "$in" --mount "$work/mount" "$@" 2>"$work/err" &
    helper=$!
    wait_for "the helper" is_listening "$work/socket"
}
# answers WANTED VERB SLOT [FILE]: what the helper says
answers() {
    local wanted=$1 got
    shift
    got=$(python3 "$SOURCE/tests/kit/stick_ask.py" "$work/socket" "$1" "$2" "${asker:-$number}" "${@:3}" 2>&1) || true
    [[ "$got" == $wanted ]] && passed=$((passed + 1)) || bad "line ${BASH_LINENO[0]}: $* gives $got, not $wanted"
}
# made [DIR]: a configuration for this terminal on the stick
made() {
    local folder=${1:-$stick}/resonance/configurations/$number
    rm -rf "$folder"
    mkdir -p "$folder/assessment/pictures"
    echo '{"sequence":7}' >"$folder/manifest.json"
    echo 'scale' >"$folder/assessment/values.osd"
    echo 'picture' >"$folder/assessment/pictures/one.png"
    echo "$folder"
}
# holds: the slot is what it was, and nothing half done lies beside it
holds() {
    diff -r "$in/first" "$work/was" >/dev/null && [ "$(ls "$in")" = first ] && passed=$((passed + 1)) ||
        bad "line ${BASH_LINENO[0]}: the slot is another one: $(ls -R "$in" | head -20)"
}
# What its unit refuses it, it does without: RestrictSUIDSGID takes one call away from it.
as_unit=()
if command -v cc >/dev/null; then
    cc -O1 -o "$work/unit_calls" "$SOURCE/tests/kit/unit_calls.c"
    got=0
    "$work/unit_calls" /bin/true || got=$?
    [ $got = 77 ] || as_unit=("$work/unit_calls")
fi
helper_start --folder "$stick"

# ---- what is no request ----
for message in hex:52 hex:00 hex:$(printf '00%.0s' $(seq 22)) hex:5253543104$(printf '00%.0s' $(seq 17)) \
    hex:525354310102$(printf '00%.0s' $(seq 16)) hex:525354310000$(printf '00%.0s' $(seq 17)); do
    answers 'REFUSED 0' "$message" 0
done
answers 'REFUSED 0' bundle 0
answers 'REFUSED 0' bundle 0 socket
answers 'REFUSED 0' bundle 0 two
answers 'REFUSED 0' bundle 0 /dev/zero
answers 'REFUSED 0' bundle 0 "$work"
answers 'DONE 0' look 0
[ -z "$(ls -A "$stick" "$in" | grep -v ^/ | grep .)" ] || bad "a refused request left something"

# ---- taken: whole, each terminal its own ----
answers 'NOTHING 0' take 0
folder=$(made)
touch "$folder/.DS_Store" "$folder/._manifest.json"
answers 'DONE 29' take 0
cp -r "$in/first" "$work/was"
rm "$folder/.DS_Store" "$folder/._manifest.json"
diff -r "$folder" "$in/first" >/dev/null && passed=$((passed + 1)) || bad "what was taken is another one"
[ "$(stat -c %a "$in/first/manifest.json" "$in/first/assessment" | tr '\n' ' ')" = "644 755 " ] || bad "the screens cannot read it"
asker=$other answers 'NOTHING 0' take 1
mv "$stick/resonance/configurations/$number" "$stick/config"
answers 'DONE 29' take 1
rm -r "$in/second" "$stick/config"

# ---- hostile sticks: nothing is taken, and the slot stays ----
hostile() { # WANTED COMMAND...
    local wanted=$1
    shift
    folder=$(made)
    (cd "$folder" && "$@")
    answers "$wanted" take 0
    holds
}
echo secret >"$work/secret"
hostile 'STRANGE 0' ln -s "$work/secret" stolen.json
hostile 'STRANGE 0' ln -s /dev/zero endless
hostile 'STRANGE 0' ln -s ../.. up
hostile 'STRANGE 0' mkfifo waits
hostile 'STRANGE 0' touch 'two words'
hostile 'STRANGE 0' touch $'line\nfeed'
hostile 'STRANGE 0' touch "$(printf 'n%.0s' $(seq 120))"
hostile 'STRANGE 0' touch $'\xff\xfe'
hostile 'STRANGE 0' mkdir -p a/b/c/d/e/f/g
hostile 'LARGE 0' truncate -s 9M large
many() { for i in $(seq 300); do echo x >"file$i"; done; }
hostile 'LARGE 0' many
# Folders take room on the disk, too, and a damaged stick can show one under any number of names.
folders() { seq -f 'folder%.0f' 300 | xargs mkdir; }
hostile 'LARGE 0' folders
nested() { for i in $(seq 20); do mkdir "$i" && (cd "$i" && seq 20 | xargs mkdir); done; }
hostile 'LARGE 0' nested
heavy() { for i in $(seq 9); do truncate -s 8M "file$i"; done; }
hostile 'LARGE 0' heavy
[ "$(id -u)" != 0 ] || ! mknod "$work/zero" c 1 5 2>/dev/null || hostile 'STRANGE 0' mknod zero c 1 5
socket_there() { python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("door")'; }
hostile 'STRANGE 0' socket_there
rm -rf "$stick/resonance/configurations/$number"
mkdir "$work/elsewhere" && echo '{}' >"$work/elsewhere/manifest.json"
ln -s "$work/elsewhere" "$stick/resonance/configurations/$number"
answers 'STRANGE 0' take 0
holds
rm "$stick/resonance/configurations/$number"
mv "$stick/resonance" "$work/resonance" && ln -s "$work/resonance" "$stick/resonance"
made >/dev/null
answers 'STRANGE 0' take 0
holds
answers 'STRANGE 0' request 0 "$work/secret"
rm "$stick/resonance" && rm -r "$work/resonance"
made >/dev/null
rm -r "$stick/resonance/configurations/$number" && mkdir "$stick/resonance/configurations/$number"
answers 'NOTHING 0' take 0
holds

# ---- onto the stick ----
head -c 300000 /dev/urandom >"$work/bundle"
answers 'DONE 300000' bundle 0 "$work/bundle"
cmp -s "$work/bundle" "$stick/resonance/bundles/$number.bundle" && passed=$((passed + 1)) || bad "the bundle is another one"
answers 'DONE 7' request 0 "$work/secret"
answers 'REFUSED 0' request 0 "$work/bundle"
before=$(cksum <"$stick/resonance/bundles/$number.bundle")
rm "$stick/resonance/requests/$number.request"
ln -s "$work/target" "$stick/resonance/requests/$number.request"
echo untouched >"$work/target"
answers 'DONE 7' request 0 "$work/secret"
[ "$(cat "$work/target")" = untouched ] && [ ! -L "$stick/resonance/requests/$number.request" ] || bad "a link was written through"
ln -s "$work/target" "$stick/resonance/bundles/$number.bundle.new"
answers 'DONE 300000' bundle 0 "$work/bundle"
[ "$(cat "$work/target")" = untouched ] || bad "a link beside it was written through"
rm -r "$stick/resonance/requests" && ln -s "$work" "$stick/resonance/requests"
answers 'STRANGE 0' request 0 "$work/secret"
[ ! -e "$work/$number.request" ] || bad "it was written outside of the stick"
rm "$stick/resonance/requests"
mkdir -p "$stick/resonance/requests/$number.request/full"
answers 'STRANGE 0' request 0 "$work/secret"
[ -z "$(ls "$stick/resonance/requests" | grep new)" ] || bad "something half written is left"
[ "$(cksum <"$stick/resonance/bundles/$number.bundle")" = "$before" ] || bad "the bundle of before is another one"

if [ "$(id -u)" = 0 ] && mkdir "$work/full" && mount -t tmpfs -o size=400k tmpfs "$work/full" 2>/dev/null; then
    helper_start --folder "$work/full"
    head -c 380000 /dev/urandom >"$work/large"
    answers 'FULL 0' bundle 0 "$work/large"
    [ -z "$(find "$work/full" -type f)" ] || bad "a full stick keeps something half written"
    mount -o remount,ro "$work/full"
    answers 'LOCKED 0' request 0 "$work/secret"
fi
rmdir "$stick/none" 2>/dev/null || true
helper_start --folder "$work/no-such-stick"
answers 'NONE 0' look 0

# ---- real file systems, on loop devices ----
sys=$work/sys
mkdir -p "$sys/class/block" "$work/made"
device_made() { # FILE SYSTEM: a stick with this file system, and a configuration, on it
    truncate -s 40M "$1"
    case $2 in
    ext4) mkfs.ext4 -qF "$1" ;;
    vfat) mkfs.vfat -F 32 "$1" >/dev/null ;;
    exfat) mkfs.exfat -q "$1" >/dev/null ;;
    esac && mount -o loop "$1" "$work/made" || return 1
    made "$work/made" >/dev/null
    umount "$work/made"
}
# is_system_here NAME: this machine makes it, and its kernel reads it
is_system_here() { command -v "mkfs.$1" >/dev/null && { modprobe -q "$1" 2>/dev/null || true; grep -qw "$1" /proc/filesystems; }; }
# plugged FILE REMOVABLE: it is there from now on
plugged() {
    local loop name
    loop=$(losetup --find --show "${@:3}" "$1") || return 1
    loops+=("$loop")
    name=${loop##*/}
    mkdir -p "$sys/devices/$name"
    echo "$2" >"$sys/devices/$name/removable"
    echo 24576 >"$sys/devices/$name/size"
    ln -s "../../devices/$name" "$sys/class/block/$name"
}
unplugged() {
    for loop in "${loops[@]}"; do losetup -d "$loop" || true; done
    loops=()
    rm -rf "${sys:?}"/devices "$sys"/class/block/*
}
if [ "$(id -u)" = 0 ] && command -v mkfs.ext4 >/dev/null && device_made "$work/one.img" ext4 2>/dev/null; then
    helper_start --sys "$sys"
    rm -rf "$in/first"
    answers 'NONE 0' look 0
    plugged "$work/one.img" 0
    answers 'NONE 0' look 0 # a disk of the machine is no stick
    unplugged
    plugged "$work/one.img" 1
    answers 'DONE 29' take 0
    answers 'DONE 300000' bundle 0 "$work/bundle"
    grep -q "$work/mount" /proc/mounts && bad "the mount is seen by others"
    grep -q "$work/mount" "/proc/$helper/mounts" && bad "the stick is still mounted"
    unplugged
    plugged "$work/one.img" 1 --read-only
    answers 'LOCKED 0' bundle 0 "$work/bundle"
    answers 'DONE 29' take 1
    unplugged
    mount -o loop "$work/one.img" "$work/made"
    cmp -s "$work/bundle" "$work/made/resonance/bundles/$number.bundle" && passed=$((passed + 1)) || bad "what came back from the stick is another one"
    umount "$work/made"
    truncate -s 12M "$work/blank.img"
    plugged "$work/blank.img" 1
    answers 'UNREADABLE 0' look 0
    plugged "$work/one.img" 1
    answers 'DONE 29' take 0 # what cannot be read is not meant
    cp "$work/one.img" "$work/two.img"
    plugged "$work/two.img" 1
    answers 'SEVERAL 0' take 0
    unplugged
    head -c 40M /dev/urandom >"$work/noise.img"
    dd if="$work/one.img" of="$work/noise.img" bs=1k count=4 conv=notrunc status=none
    plugged "$work/noise.img" 1
    answers '[UF]*' take 0 # a broken file system: one sentence or another, and the helper goes on
    answers '[UF]*' look 0
    unplugged
    # What people bring is formatted as FAT or exFAT: the same, and names as these keep them.
    tried=ext4 missed=
    for system in vfat exfat; do
        is_system_here $system && device_made "$work/$system.img" $system || { missed+=" $system"; continue; }
        plugged "$work/$system.img" 1
        answers 'DONE 0' look 0
        answers 'DONE 29' take 0
        diff -r "$in/first" "$in/second" >/dev/null && passed=$((passed + 1)) || bad "what was taken from $system is another one"
        answers 'DONE 300000' bundle 0 "$work/bundle"
        answers 'DONE 300000' bundle 0 "$work/bundle" # over the one before
        answers 'DONE 7' request 0 "$work/secret"
        grep -q "$work/mount" "/proc/$helper/mounts" && bad "the stick is still mounted"
        unplugged
        plugged "$work/$system.img" 1 --read-only
        answers 'LOCKED 0' request 0 "$work/secret"
        unplugged
        mount -o loop,ro "$work/$system.img" "$work/made"
        cmp -s "$work/bundle" "$work/made/resonance/bundles/$number.bundle" && [ "$(ls "$work/made/resonance/bundles")" = "$number.bundle" ] &&
            passed=$((passed + 1)) || bad "what came back from $system is another one: $(ls "$work/made/resonance/bundles")"
        umount "$work/made"
        head -c 60M /dev/zero >"$work/large"
        plugged "$work/$system.img" 1
        answers 'FULL 0' bundle 0 "$work/large"
        answers 'DONE 300000' bundle 0 "$work/bundle"
        unplugged
        tried+=", $system"
    done
    echo "real file systems on loop devices: $tried${missed:+; not tried, since this machine lacks mkfs or its kernel the system:$missed}"
else
    echo "real file systems: not tried, there are no loop devices here; a folder stood for the stick"
fi
echo "$passed held, $failed failed"
[ "$failed" = 0 ]
