#!/usr/bin/env bash
# A terminal on a machine that is emulated from its power button on: a blank Debian becomes a terminal by a stick, as the
# guide says and without anybody who answers, is enrolled by one without a shell, and locked with the PIN that came by it.
# Nothing here is played by anything but the programs that people get: touches and keys come from outside, the desk is
# that of this build. What is tapped where is learned from a scripted person on a copy of the terminal's data.
# RESONANCE_SHOTS=FOLDER keeps pictures.
set -u
here=$SOURCE/tests/qemu/machine
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/hand.sh"
. "$SOURCE/tests/kit/scales.sh"
. "$here/machine.sh"
. "$here/play.sh"
[ "${RESONANCE_TEST_SIZE:-}" != commit ] || { echo "skipped: a machine is emulated at night only"; exit 77; }
grep -q '^CMAKE_BUILD_TYPE:STRING=Release' "$BUILD/CMakeCache.txt" || { echo "skipped: packages are made of the release build"; exit 77; }
skip_without terminal
cd "$work" || exit 1
trap 'machine_off 2>/dev/null; rm -rf "$work"' EXIT
SCREEN_WIDTH=1280 SCREEN_HEIGHT=800 SCREEN_MM=217
pin=482915

# ---- packages, and a blank machine ----
cpack --config "$BUILD/CPackConfig.cmake" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip -D CPACK_COMPONENTS_ALL=kiosk -B "$work/made" -D CPACK_PACKAGE_DIRECTORY="$work" >log 2>&1 || { cat log; exit 1; }
deb=$(ls resonance-kiosk_*.deb)
image=$(bash "$here/image.sh" "${RESONANCE_QEMU_CACHE:-$SOURCE/build/qemu}" "$deb")
got=$?
[ $got = 0 ] || { echo "$image"; exit $got; }
machine=$work/machine
mkdir "$machine" && cp --sparse=always "$image" "$machine/disk.qcow2"
machine_on -loadvm blank || exit 1
at "a blank machine"
inside "the clock of today" "date -s @$(date +%s) >/dev/null; hwclock -w 2>/dev/null; true"

# ---- an organization, whose desk is this build ----
scales_form form "$SOURCE/tests/data/scales/tea.osd"
organization_new org "Northwind Ferries" form >/dev/null 2>&1 || wrong "no organization"
desk org vacancy new deck --title "Deck officer" >/dev/null
desk org vacancy open deck --without-profile --yes >/dev/null 2>&1 || wrong "no vacancy"
desk org invite deck --count 2 --plain >codes 2>/dev/null

# ---- installed as the guide says, by a stick, with answers for whoever is not there ----
stick_new stick.img 64
mcopy -i stick.img "$deb" ::/resonance-kiosk.deb
machine_do plug stick stick.img
inside "the package is installed" 'mounted_stick &&
    printf "resonance-kiosk resonance-kiosk/%s\n" "label string Lobby" "start boolean true" | debconf-set-selections &&
    cd /media/stick &&
    apt-get install -y --no-install-recommends ./resonance-kiosk.deb && cd / && umount /media/stick'
machine_do unplug stick
inside "the terminal starts" 'listens; rest'
at "a terminal that knows nobody"
shows staff

# ---- enrolled without a shell: the request goes by a stick, the configuration comes by one ----
stick_new stick.img 64
machine_do plug stick stick.img
taps 'tap "Help with this screen"' 'tap "For staff"' 'tap "Write the request"'
machine_do unplug stick
at "the request is written"
mkdir -p requests && mcopy -i stick.img ::/resonance/requests/* requests/ || wrong "no request is on the stick"
words=$("$BIN/bench_sealed_copies" words requests/*.request)
enrols() { desk org enrol --all requests --out configurations --words "$words" --width-mm $SCREEN_MM --locked --pin-fd 8 "$@" 8<<<$pin >enrolled 2>&1 || wrong "not enrolled: $(cat enrolled)"; }
enrols
mcopy -s -i stick.img configurations ::/resonance/ || wrong "no room on the stick"
presses esc
machine_do plug stick stick.img
taps 'tap "Help with this screen"' 'tap "For staff"' 'tap "Take a configuration"'
machine_do unplug stick
at "its words are asked for"
presses tab tab ret esc
at "a configuration is taken"
shows staff # it asks for a locked machine

# ---- before the lock, keys lead to a login; the PIN that came by the stick is the way back after it ----
machine_do save unlocked
machine_do key alt-sysrq-r ctrl-alt-f1
inside "before the lock, keys lead to a login" 'soon "another terminal of the kernel" grep -qx tty1 /sys/class/tty/tty0/active && soon "a login" pgrep -t tty1 agetty'
machine_do load unlocked
inside "the lock" 'resonance-kiosk lock && ! resonance-kiosk verify && sync'
grep -q "The way back: the terminal's page for staff, with its PIN" inside && grep -q 'was not started again' inside || wrong "lock says: $(cat inside)"
at "locked"
finish
