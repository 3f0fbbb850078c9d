#!/usr/bin/env bash
# A terminal on a machine that is emulated from its power button on: a blank Debian 12 becomes a terminal by a stick, as the
# guide says and without anybody who answers, is enrolled by one without a shell, locked, and withstands whoever stands
# in front of it, from the boot menu on; then somebody sits there, with a touch screen that was plugged in again.
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
# guided TEXT...: what is done next, which the guide says so, word for word
guided() {
    local text
    for text in "$@"; do grep -qF -- "$text" "$SOURCE/deploy/guide/guide.txt" || wrong "the guide does not say: $text"; done
}
# code NUMBER: of the candidate with this number, as it is typed
code() { sed -n "s/^candidate $1 //p" codes | tr -d - | tr A-Z a-z; }

# ---- packages, and a blank machine ----
cpack --config "$BUILD/CPackConfig.cmake" -D CPACK_COMPONENTS_ALL=kiosk -B "$work/made" -D CPACK_PACKAGE_DIRECTORY="$work" >log 2>&1 || { cat log; exit 1; }
deb=$(ls resonance-kiosk_*.deb)
image=$(bash "$here/image.sh" "${RESONANCE_QEMU_CACHE:-$SOURCE/build/qemu}" "$deb")
got=$?
[ $got = 0 ] || { echo "$image"; exit $got; }
machine=$work/machine
mkdir "$machine" && cp --sparse=always "$image" "$machine/disk.qcow2"
SECONDS=0
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
guided 'apt install --no-install-recommends ./resonance-kiosk_*.deb' 'Tell debconf before Install'
stick_new stick.img 64
mcopy -i stick.img "$deb" ::/
machine_do plug stick stick.img
inside "the package is installed" 'mounted_stick &&
    printf "resonance-kiosk resonance-kiosk/%s\n" "label string Lobby" "start boolean true" | debconf-set-selections &&
    cd /media/stick &&
    apt-get install -y --no-install-recommends ./resonance-kiosk_*.deb && cd / && umount /media/stick'
machine_do unplug stick
inside "the terminal starts" 'listens && rest'
at "a terminal that knows nobody"
shows staff

# ---- enrolled without a shell: the request goes by a stick, the configuration comes by one ----
guided 'Help, For staff' 'Write the request' 'Take a configuration' 'resonance enrol --all STICK/resonance/requests'
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
presses tab tab ret
at "a configuration is taken"
presses esc
shows staff # it asks for a locked machine

# ---- whoever stands there before the lock gets to a login or switches it off, and after it does nothing ----
machine_do save unlocked
machine_do key alt-sysrq-r ctrl-alt-f1
inside "before the lock, keys lead to a login" 'soon "another terminal of the kernel" grep -qx tty1 /sys/class/tty/tty0/active && soon "a login" pgrep -t tty1 agetty'
machine_do load unlocked
machine_do key power
machine_wait_off
machine_on -loadvm unlocked || exit 1
at "before the lock, a key switched it off"
guided 'resonance-kiosk lock'
inside "the lock" 'resonance-kiosk lock && ! resonance-kiosk verify && sync'
grep -q "The way back: the terminal's page for staff, with its PIN" inside && grep -q 'was not started again' inside || wrong "lock says: $(cat inside)"
at "locked"
machine_off && machine_on || exit 1
# a vandal at the boot menu: its editor, its command line, another program to start; then whoever comes next starts it
for round in 1 2 3 4 5 6 7 8 9 10 11 12; do machine_do key esc shift e ctrl-x c ret down e ret; done
machine_do key esc esc ret ret ret
comes_up 'resonance-kiosk verify && ! grep -q "init=\|single\|rescue" /proc/cmdline'
at "up again, locked"
shows attract
runs() { inside_told 'pgrep -u $users | sort -n | paste -sd" "; systemctl show -p NRestarts --value resonance-kiosk resonance-ledger resonance-uplink | paste -sd" "'; }
processes=$(runs)
machine_do save locked
machine_do key alt-sysrq-{r,e,i,s,u,b,k,o,f,g,v} ctrl-alt-{f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12} alt-{f1,f2,f7,left,right,tab,f4} ctrl-alt-{delete,delete,delete,delete,delete,delete,delete,delete,backspace,esc} \
    ctrl-c ctrl-z ctrl-d ctrl-backslash print pause power sleep wake meta_l menu
machine_do power
machine_do add strange usb-kbd
machine_do storm "${SEED:-1}" 2000
machine_do unplug strange
inside "2,000 hostile events" 'soon "its own terminal of the kernel" grep -qx tty7 /sys/class/tty/tty0/active &&
    systemctl is-active resonance-kiosk resonance-ledger && ! pgrep agetty && ! pgrep -t tty1 && [ -z "$(systemctl list-jobs --no-legend)" ] && listens && rest'
[ "$(runs)" = "$processes" ] || wrong "what runs is another"
at "2,000 hostile events"
machine_do load locked
fingers=0

# ---- somebody sits ----
# A touch screen that is plugged in again is heard from its first touch on: somebody begins with it.
machine_do unplug tablet
machine_do add tablet usb-tablet
inside "a touch screen that was plugged in again" 'soon "a server that listens to it" is_listened "USB Tablet" && listens && rest'
taps 'tap "Start"'
types "$(code 1)"
presses ret
taps 'tap "Start"' 'code candidate 1' touches 'tap "next"' 'tap "consent-yes"'
taps "$(hand_again "candidate 1")" touches "$(hand_answers "step tea:cups")"
at "somebody has answered"
taken_out
printf '%s\n' 'tap "Start"' 'code candidate 1' 'tap "next"' 'expect step tea:cups' | story_told "$config" "$data" "$work/codes" >"$work/said" 2>&1 ||
    wrong "what was answered is not kept: $(cat "$work/said")"
finish
