#!/usr/bin/env bash
# The life of the terminal's package on a real Debian: this machine's own, of which all that is written goes into
# memory and is thrown away. Installed, also without anybody who answers, locked, updated while the terminal runs, put back to the version before with
# its data, removed and purged: what the lock changed is what it was, sealed results stay unless somebody says no,
# and else nothing is left.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
grep -q '^CMAKE_BUILD_TYPE:STRING=Release' "$BUILD/CMakeCache.txt" || { echo "skipped: packages are made of the release build"; exit 77; }
[ "$(id -u)" = 0 ] || { echo "skipped: only root installs packages"; exit 77; }
skip_without terminal
for program in dpkg-deb deb-systemd-helper systemd-sysusers debconf-set-selections; do
    command -v $program >/dev/null || { echo "skipped: there is no $program"; exit 77; }
done
cd "$work" || exit 1
mkdir memory
unshare -m sh -c 'mount -t tmpfs tmpfs memory && mkdir memory/up memory/work memory/root && mount -t overlay overlay -o lowerdir=/,upperdir=memory/up,workdir=memory/work memory/root' 2>/dev/null ||
    { echo "skipped: this kernel lays no file system over another"; exit 77; }
cpack --config "$BUILD/CPackConfig.cmake" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip -D CPACK_COMPONENTS_ALL=kiosk -B "$work/made" -D CPACK_PACKAGE_DIRECTORY="$work" >log 2>&1 || { cat log; exit 1; }
old=$(ls resonance-kiosk_*.deb)
dpkg-deb -R "$old" next && sed -i 's/^Version: .*/&+next/' next/DEBIAN/control && dpkg-deb -Znone -b next next.deb >/dev/null || exit 1
organization_opened 2
person_sits config data codes "candidate 1" 11 order=1 || exit 1

# What follows runs in a system of its own. Programs that would reach the kernel below are only noted there.
cat >inside.sh <<'INSIDE'
set -u
export DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes
faults=0
wrong() {
    echo "$*"
    faults=$((faults + 1))
}
# run WORD...: it must end well
run() { "$@" >/tmp/said 2>&1 || wrong "$*: $(tail -4 /tmp/said)"; }
for program in swapoff swapon sysctl update-grub; do
    rm -f /usr/sbin/$program
    printf '#!/bin/sh\necho %s "$@" >>/tmp/reached\n' $program >/usr/sbin/$program
    chmod 755 /usr/sbin/$program
done
rm -f /var/lib/man-db/auto-update # the index of manual pages is not made anew at each step
# a way back, so that the lock is not refused
mkdir -p /root/.ssh /etc/systemd/system/multi-user.target.wants
echo 'ssh-ed25519 AAAA it' >>/root/.ssh/authorized_keys
touch /usr/sbin/sshd
ln -sf /lib/systemd/system/ssh.service /etc/systemd/system/multi-user.target.wants/ssh.service
sed -i 's|^root:\([^:]*:[^:]*:[^:]*:[^:]*\):.*|root:\1:/root:/bin/bash|' /etc/passwd
# what is other than in the system below (/tmp/below), wherever a package can leave something, but for the lists of
# packages and users' spare copies; only what was written to (it lies in /tmp/written) can be
paths() {
    cd /tmp/written && find etc usr var/lib opt \( -path var/lib/dpkg -o -path var/lib/systemd -o -name '*-' -o -name '.pwd.lock' -o -name ld.so.cache \) -prune -o -print0 2>/dev/null
}
files_in() {
    (cd "$1" && find -files0-from - -maxdepth 0 \( -type f -printf '/%p %m %U:%G %s\n' -o -type l -printf '/%p %l\n' -o -printf '/%p %m %U:%G\n' \) 2>/dev/null) | grep -vE '^/etc/(passwd|shadow|group|gshadow) ' | sort
}
state() {
    paths | files_in /tmp/below >/tmp/were
    paths | files_in / | comm -3 /tmp/were -
    sort /etc/passwd | cut -d: -f1,3,4,6,7
    sort /etc/group
}
install() { run dpkg --force-depends --force-confold --force-downgrade -i "$1"; }
files() { (cd /etc && find systemd sysctl.d modprobe.d security default grub.d fstab -type f -exec sha256sum {} + -o -type l -printf '%p %l\n' 2>/dev/null | sort); }
data() { # the folder as a terminal leaves it
    rm -rf /var/lib/resonance /etc/resonance/config
    cp -r "$1/data" /var/lib/resonance
    chown -R resonance-ledger: /var/lib/resonance && chmod 700 /var/lib/resonance
    cp -r "$1/config" /etc/resonance/config
    mkdir -p /var/lib/resonance-screens /etc/credstore.encrypted
    echo '{}' >/var/lib/resonance-screens/screens.json
    echo sealed >/etc/credstore.encrypted/resonance-ledger
}
doctor() { (ulimit -c 0; runuser -u resonance-ledger -- resonance-kiosk --doctor) >/tmp/said 2>&1; }
mkdir -p /etc/credstore.encrypted
state >/tmp/before

# an unattended installation: what debconf was told is done, once
told() { printf 'resonance-kiosk resonance-kiosk/%s %s %s\n' "$@" | debconf-set-selections; }
told label string "Lobby, it's 2nd"
told request string /tmp/lobby.request
told start boolean true
told boot-hash password grub.pbkdf2.sha512.10000.FACADE.FACADE
install "$1/old.deb"
grep -rqs FACADE /var/cache/debconf || wrong "debconf does not know the hash for the boot menu: the next line shows nothing"
[ -z "$(find /var/cache/debconf -type f -perm /044 -exec grep -l FACADE {} +)" ] || wrong "every user of the machine reads the hash for the boot menu"
grep -q "\"label\":\"Lobby, it's 2nd\"" /tmp/lobby.request || wrong "the request is $(cat /tmp/lobby.request)"
[ -z "$(find /var/lib/resonance ! -user resonance-ledger)" ] && [ "$(stat -c %a /var/lib/resonance)" = 700 ] || wrong "the data folder belongs to $(find /var/lib/resonance ! -user resonance-ledger)"
[ -L /etc/systemd/system/multi-user.target.wants/resonance-kiosk.service ] || wrong "the terminal does not start with the machine"
rm /tmp/lobby.request
install "$1/next.deb"
[ ! -e /tmp/lobby.request ] || wrong "an update does again what belongs to the first time"
# refused COMMAND...: with one sentence
refused() { # CODE PATTERN COMMAND...
    local code=$1 pattern=$2 got=0
    shift 2
    "$@" >/tmp/said 2>&1 || got=$?
    [ $got = "$code" ] && grep -q "$pattern" /tmp/said && [ "$(wc -l </tmp/said)" = 1 ] || wrong "$*: exit $got, $(cat /tmp/said)"
}
mkdir -p /tmp/configurations/00112233445566778899aabbccddeeff
refused 2 'nothing is named' resonance-kiosk-setup
refused 2 'wants a value' resonance-kiosk-setup --configuration
refused 2 '"--halt" cannot stand here' resonance-kiosk-setup --halt
refused 1 'is no folder' resonance-kiosk-setup --configuration /tmp/nowhere
refused 1 'holds no configuration for this terminal, whose number is [0-9a-f]\{32\};' resonance-kiosk-setup --configuration /tmp/configurations
cp -r "$1/config" /tmp/linked && ln -s /etc/shadow /tmp/linked/shadow
refused 1 'neither file nor folder' resonance-kiosk-setup --configuration /tmp/linked
refused 1 'only root' setpriv --reuid 65534 --regid 65534 --clear-groups resonance-kiosk-setup --start
[ ! -e /etc/resonance/config ] || wrong "what was refused lies in its place"
told configuration string /tmp/nowhere
dpkg-reconfigure -fnoninteractive resonance-kiosk >/tmp/said 2>&1 && wrong "an answer that cannot be followed is passed over"
grep -q '/tmp/nowhere is no folder' /tmp/said || wrong "what is wrong with an answer is not said: $(cat /tmp/said)"
told erase-results boolean true
run dpkg -P resonance-kiosk
state >/tmp/after
cmp -s /tmp/before /tmp/after || wrong "a purge of an unattended terminal leaves: $(diff /tmp/before /tmp/after | head -8)"

install "$1/old.deb"
for user in resonance-kiosk resonance-ledger resonance-uplink resonance-stick resonance-machine; do id -u $user >/dev/null || wrong "there is no user $user"; done
data "$1"
rm -r /etc/resonance/config /tmp/configurations
cp -r "$1/configs" /tmp/configurations
run resonance-kiosk-setup --configuration /tmp/configurations
diff -r "$1/config" /etc/resonance/config >/dev/null || wrong "another configuration is taken"
[ -z "$(find /etc/resonance/config ! -user root -o ! -group resonance-kiosk -o -type f ! -perm 640 -o -type d ! -perm 750)" ] || wrong "others read the configuration, or the terminal cannot"
doctor
grep -q '^ok    sealed results' /tmp/said && grep -q '^note  results to collect: 1 ' /tmp/said || wrong "the doctor says: $(cat /tmp/said)"
files >/tmp/unlocked
rm -f /tmp/reached
run resonance-kiosk lock
grep -q 'Restart the machine' /tmp/said || wrong "nobody is told to restart the machine"
[ -e /etc/systemd/system/getty.target ] || [ -L /etc/systemd/system/getty.target ] || wrong "the lock changes nothing"
grep -qx 'swapoff -a' /tmp/reached && grep -q update-grub /tmp/reached || wrong "swap and boot menu stay as they are: $(cat /tmp/reached)"
resonance-kiosk verify >/tmp/said 2>&1 && wrong "a machine that was not restarted counts as locked"
grep -q 'WRONG what runs now: the machine was not started again' /tmp/said || wrong "verify says: $(cat /tmp/said)"
# as if it was: its unit looks as root who may only read, and sees nobody's processes but by the group of root
told_by=(sys/kernel/random/boot_id:another sys/kernel/sysrq:0 'sys/kernel/core_pattern:|/bin/false' sys/fs/suid_dumpable:0 swaps:Filename)
for row in "${told_by[@]}"; do
    place=/proc/${row%%:*}
    echo "${row#*:}" >"/tmp/tells-${place##*/}"
    mount --bind "/tmp/tells-${place##*/}" "$place"
done
mount -o remount,hidepid=invisible /proc
looks() { setpriv --bounding-set=-all,+dac_read_search --inh-caps=-all --no-new-privs resonance-kiosk verify >/tmp/said 2>&1; }
looks || true
grep -q 'WRONG what runs now' /tmp/said && wrong "a machine that was started again: $(cat /tmp/said)"
cp /usr/bin/sleep /tmp/agetty && { /tmp/agetty 1000 & } && waits=$!
looks && wrong "a login waits, and the lock holds"
grep -q 'WRONG what runs now: a login waits at a console (agetty)' /tmp/said || wrong "the unit does not see that a login waits: $(cat /tmp/said)"
kill $waits
for row in "${told_by[@]}"; do umount "/proc/${row%%:*}"; done
mount -o remount,hidepid=off /proc

# an update while the terminal runs: whoever sits there is not disturbed; then the version before
install "$1/next.deb"
[ -e /run/resonance/restart ] && wrong "a terminal that does not run is asked to end"
install "$1/old.deb"
mkdir -m 700 /run/resonance
install "$1/next.deb"
[ "$(stat -c %a /run/resonance/restart)" = 644 ] || wrong "the terminal is not asked to end, or may not see it"
doctor
grep -q '^ok    sealed results' /tmp/said || wrong "the next version reads nothing: $(cat /tmp/said)"
install "$1/old.deb"
doctor
grep -q '^ok    sealed results' /tmp/said || wrong "the version before reads nothing any more: $(cat /tmp/said)"
[ -e /var/lib/resonance-lock/record.json ] || wrong "an update unlocks the machine"
rm -rf /run/resonance

# removed: the machine is what it was; purged without an answer: the sealed results stay, nothing else
run dpkg -r resonance-kiosk
files >/tmp/after
cmp -s /tmp/unlocked /tmp/after || wrong "removed, the lock stays: $(diff /tmp/unlocked /tmp/after | head -5)"
[ -e /var/lib/resonance/drafts.db ] && [ -d /etc/resonance/config ] || wrong "removing the package takes data away"
run dpkg -P resonance-kiosk
[ "$(ls -A /var/lib/resonance)" = ledger.db ] || wrong "without an answer stays: $(ls -A /var/lib/resonance)"
[ "$(stat -c '%U %a' /var/lib/resonance/ledger.db)" = 'root 600' ] && [ "$(stat -c '%U %a' /var/lib/resonance)" = 'root 700' ] || wrong "others read the results that stay"
state | grep -v '^\s*/var/lib/resonance' >/tmp/after
cmp -s /tmp/before /tmp/after || wrong "a purge leaves: $(diff /tmp/before /tmp/after | head -8)"
# installed again, they come home
install "$1/old.deb"
[ "$(stat -c %U /var/lib/resonance/ledger.db)" = resonance-ledger ] || wrong "the results that stayed belong to $(stat -c %U /var/lib/resonance/ledger.db)"
run resonance-kiosk --export /tmp/home.bundle
cp /tmp/home.bundle "$1/"

# purged with a yes, at once, while locked: nothing is left
data "$1"
told lock boolean true
run dpkg-reconfigure -fnoninteractive resonance-kiosk
[ -e /var/lib/resonance-lock/record.json ] || wrong "an unattended installation locks nothing"
told erase-results boolean true
run dpkg -P resonance-kiosk
state >/tmp/after
cmp -s /tmp/before /tmp/after || wrong "a purge with a yes leaves: $(diff /tmp/before /tmp/after | head -8)"
exit $((faults > 0))
INSIDE
mkdir given && cp -r data config inside.sh given/
number=$(sed -n 's/.*"device_id":"\([0-9a-f]*\)".*/\1/p' request.json)
mkdir given/configs && cp -r config "given/configs/$number"
cp "$old" given/old.deb && cp next.deb given/
unshare -m sh -c '
    mount --make-rprivate / && mount -t tmpfs tmpfs memory && mkdir memory/up memory/work memory/root &&
    mount -t overlay overlay -o lowerdir=/,upperdir=memory/up,workdir=memory/work memory/root && cd memory/root &&
    mount --rbind /dev dev && mount -t proc proc proc && mount -t tmpfs tmpfs run && mount -t tmpfs tmpfs tmp && mkdir tmp/given tmp/below tmp/written && mount --bind "$1" tmp/given && mount --bind / tmp/below && mount --bind "$1/../memory/up" tmp/written &&
    exec chroot . bash /tmp/given/inside.sh /tmp/given' - "$work/given" || wrong "see above"
expect 0 '1 new result' desk org import given/home.bundle
finish
