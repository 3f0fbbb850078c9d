#!/bin/bash
# What is written for somebody is a new file or replaces a file: no device, pipe, socket or link turns into
# one; "-" is standard output; a stick that is not there is missed, and "read back" is said only of what
# the medium gave back.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
form=$SOURCE/questionnaires/strategy-fit
organization_opened 1
person_sits config data codes "candidate 1" 11 order=2 || exit 1

# ---- what must stay what it is ----
echo kept >real
mkdir folder
ln -s real link
ln -s nowhere dangling
mkfifo pipe
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")' 2>/dev/null
if [ "$(id -u)" = 0 ] && mknod node c 1 3 2>/dev/null; then :; else rm -f node; fi
ls -ld link dangling pipe $(ls -d socket node 2>/dev/null) | cut -c1-10 >before
kind() { case $1 in link | dangling) echo 'a link' ;; pipe) echo 'a pipe' ;; socket) echo 'a socket' ;; node) echo 'a device' ;; folder) echo 'a folder' ;; esac; }
for target in link dangling pipe socket node folder; do
    [ -e $target ] || [ -L $target ] || continue
    said="write $target: $(kind $target) stands there; name a file; - is standard output"
    refuse 1 "$said" "$BIN/resonance" manual --form "$form" --out $target
    refuse 1 "$said" desk org story preview --out $target
    refuse 1 "$said" "$BIN/resonance-kiosk" --request $target --label L --data data
    refuse 1 "$said" "$BIN/resonance-kiosk" --export $target --config config --data data
done
for target in link dangling pipe socket node; do
    [ -e $target ] || [ -L $target ] || continue
    expect 1 "$target is a link or a device, which is not replaced; name a folder" desk org enrol request.json --out $target
    [ $target = dangling ] || expect 1 "$target is there already" desk org key new --recovery --label again --recovery-out $target
done
expect 1 "write dangling: a link stands there" desk org key new --recovery --label again --recovery-out dangling
ln -s /proc/self/fd/1 stdout # as /dev/stdout is; that of this machine is not put at risk
refuse 1 'write stdout: a link stands there; name a file; - is standard output' "$BIN/resonance" manual --form "$form" --out stdout
ls -ld link dangling pipe $(ls -d socket node 2>/dev/null) | cut -c1-10 >after
same before after
[ "$(cat real)" = kept ] && [ ! -e nowhere ] || wrong "a link was followed"
for name in link dangling pipe socket node; do nothing_beside $name; done

# ---- standard output, and files ----
"$BIN/resonance" manual --form "$form" >plain.html && "$BIN/resonance" manual --form "$form" --out - >dash.html || wrong "no manual on standard output"
same plain.html dash.html
[ -e ./- ] && wrong "a file is called -"
"$BIN/resonance-kiosk" --request - --label "Test terminal" --data data >asked.json 2>words || wrong "no request on standard output"
same request.json asked.json
[ "$(sed -n 2p words | wc -w)" = 8 ] || wrong "the eight words are not beside it"
refuse 2 '--export needs the name of a file' "$BIN/resonance-kiosk" --export - --config config --data data
refuse 2 'a folder cannot go to standard output' desk org enrol request.json --out -
expect 0 'Wrote real' "$BIN/resonance" manual --form "$form" --out real
same plain.html real
cat >sheet.sh <<'SHEET'
"$BIN/resonance" key new --org org --recovery --label again --recovery-out - --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
SHEET
BIN=$BIN ORGANIZATION_PASSPHRASE=$ORGANIZATION_PASSPHRASE bash sheet.sh 2>&1 | grep -q 'AGE-SECRET-KEY-1' || wrong "no sheet on standard output"

# ---- sticks: with mounts of our own, as far as this machine lets us ----
refuse 1 'nothing is mounted at /: what is written there would stay on the disk of this computer' \
    "$BIN/resonance-kiosk" --export a.bundle --mounted / --config config --data data
refuse 1 'nothing is mounted at folder: ' "$BIN/resonance-kiosk" --request a.json --label L --mounted folder --data data
[ -e a.bundle ] || [ -e a.json ] && wrong "it was written all the same"
unshare -rm true 2>/dev/null || { echo "without mounts: unshare is not allowed here"; finish; }
kiosk="$BIN/resonance-kiosk"
# inside WORDS: in a shell with mounts of its own
inside() { unshare -rm bash -c "$1" >"$work/.out" 2>"$work/.err"; }
# missed STICK SETUP, written STICK SETUP: what an export to STICK comes to, after SETUP
missed() {
    inside "$2; $kiosk --export $1/a.bundle --config config --data data" && wrong "$1: nothing is mounted there, and it was written"
    grep -q "nothing is mounted at $1: what is written there would stay on the disk" "$work/.err" || wrong "$1: $(cat "$work/.err")"
}
written() {
    inside "$2; mount -t tmpfs none $1 && $kiosk --export $1/a.bundle --mounted $1 --config config --data data && mkdir $1/sub && $kiosk --request $1/sub/r.json --label L --data data" ||
        wrong "$1: $(cat "$work/.err")"
    grep -q "^$1/a.bundle holds entries 1 to .*, sealed and compared" "$work/.out" || wrong "$1: $(cat "$work/.out")"
    # Memory is no medium.
    grep -q 'It was not read back from the medium' "$work/.out" || wrong "$1: what only memory said is called read back"
}
stick=/run/media/somebody/stick
missed $stick "mount -t tmpfs none /run && mkdir -p $stick"
written $stick "mount -t tmpfs none /run && mkdir -p $stick"
# A root of our own, with all of this machine in it but these folders: nothing is made in them here.
cat >rooted.sh <<'ROOTED'
set -eu
mount -t tmpfs none whole
for top in /*; do
    case $top in
    /media | /mnt | /run) mkdir "whole$top" ;;
    *) if [ -L "$top" ]; then cp -P "$top" whole/; elif [ -d "$top" ]; then mkdir "whole$top"; mount --rbind "$top" "whole$top"; fi ;;
    esac
done
mkdir -p "whole$1"
exec chroot whole bash -c "cd '$PWD'; $2"
ROOTED
mkdir whole
for stick in /media/stick /mnt/a/stick /run/media/somebody/stick; do
    said=$(unshare -rm bash rooted.sh $stick "echo in" 2>&1)
    [ "$said" = in ] || { echo "without /media: $said"; break; }
    unshare -rm bash rooted.sh $stick "$kiosk --export $stick/a.bundle --config config --data data" >"$work/.out" 2>"$work/.err" &&
        wrong "$stick: nothing is mounted there, and it was written"
    grep -q "nothing is mounted at $stick: " "$work/.err" || wrong "$stick: $(cat "$work/.err")"
    # The desk misses it, too.
    unshare -rm bash rooted.sh $stick "$BIN/resonance manual --form $SOURCE/questionnaires/strategy-fit --out $stick/m.html" 2>"$work/.err" >/dev/null &&
        wrong "$stick: the desk writes to a stick that is not there"
    grep -q "nothing is mounted at $stick: " "$work/.err" || wrong "$stick: $(cat "$work/.err")"
    unshare -rm bash rooted.sh $stick "mount -t tmpfs none $stick && $kiosk --export $stick/a.bundle --config config --data data" >"$work/.out" 2>"$work/.err" ||
        wrong "$stick: $(cat "$work/.err")"
    grep -q 'sealed and compared' "$work/.out" || wrong "$stick: $(cat "$work/.out")"
done
"$kiosk" --export here.bundle --config config --data data >here.txt || wrong "no export into a folder"
case $(stat -f -c %T .) in
tmpfs | ramfs | overlay*) ;;
*) grep -q '^here.bundle holds entries 1 to .*, sealed and read back\.$' here.txt || wrong "a disk gives nothing back: $(cat here.txt)" ;;
esac
finish
