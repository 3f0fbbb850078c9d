#!/usr/bin/env bash
# `resonance-kiosk lock`, `verify` and `unlock` on a real tree of Debian: what is locked is what the page of the
# rules says, unlock gives every byte, owner, mode and time back, a lock that is killed between any two of its steps
# can be undone, what somebody changed since is told by name, nothing follows a link or replaces a device, and
# nobody locks themselves out. The machine that this runs on is not touched.
set -u
. "$SOURCE/tests/kit/expect.sh"
[ -x "$BIN/resonance-kiosk" ] || { echo "skipped: there is no resonance-kiosk"; exit 77; }
[ "$(id -u)" = 0 ] || { echo "skipped: only root keeps owners"; exit 77; }
cd "$work" || exit 1
kiosk=$BIN/resonance-kiosk

# tree NAME: the files of this machine's own /etc, as Debian made them, with what a terminal has; ssh with a key
tree() {
    mkdir -p "$1/etc" "$1/usr/sbin" "$1/usr/bin" "$1/home/anna/.ssh" "$1/root" "$1/var/lib"
    for part in systemd sysctl.d modprobe.d security default grub.d; do
        [ ! -e "/etc/$part" ] || cp -a "/etc/$part" "$1/etc/"
    done
    rm -rf "$1"/etc/systemd/system/*getty* "$1"/etc/systemd/system/ctrl-alt-del.target
    mkdir -p "$1/etc/systemd/system/multi-user.target.wants" "$1/etc/usbguard"
    ln -s /lib/systemd/system/ssh.service "$1/etc/systemd/system/multi-user.target.wants/"
    ln -s /lib/systemd/system/reboot.target "$1/etc/systemd/system/ctrl-alt-del.target"
    printf 'UUID=1 / ext4 defaults 0 1\n# UUID=9 none swap sw 0 0\nUUID=2\tnone\tswap\tsw 0 0\n/swap file swap sw 0 0\nUUID=3 /swap ext4 ro 0 2' >"$1/etc/fstab"
    printf 'root:x:0:0:root:/root:/bin/bash\nsync:x:4:65534:sync:/bin:/bin/sync\nanna:x:1000:1000::/home/anna:/bin/bash\n' >"$1/etc/passwd"
    printf 'root:*:19000:0:99999:7:::\nanna:!:19000:0:99999:7:::\n' >"$1/etc/shadow"
    printf 'root:x:0:\nsudo:x:27:ben,anna\n' >"$1/etc/group"
    echo 'ssh-ed25519 AAAA anna' >"$1/home/anna/.ssh/authorized_keys"
    touch "$1/usr/sbin/sshd" "$1/usr/bin/sudo"
    printf '# our own\nRuleFile=/etc/usbguard/rules.conf\nImplicitPolicyTarget=allow\nPresentDevicePolicy=keep\n' >"$1/etc/usbguard/usbguard-daemon.conf"
    printf 'allow id 046d:c31c serial "" name "USB Keyboard"' >"$1/etc/usbguard/rules.conf"
    chmod 600 "$1"/etc/usbguard/*
    chown 12:34 "$1/etc/fstab"
    touch -d '2020-02-03 04:05:06.789012345' "$1/etc/fstab" "$1/etc/usbguard/rules.conf"
    touch -h -d '2021-02-03 04:05:06.7' "$1/etc/systemd/system/ctrl-alt-del.target"
    [ ! -e "$1/etc/grub.d/10_linux" ] || touch -d '2022-01-01' "$1/etc/grub.d/10_linux"
}
# state NAME: all that stands there, with owner, mode, time (not of folders: what comes and goes in them sets it), bytes
state() (
    cd "$1" || exit 1
    find . \( -type f -printf '%p %y %m %U:%G %T@ ' -exec sh -c 'sha256sum <"$1"' - {} \; \) -o \( -type l -printf '%p %y %U:%G %T@ %l\n' \) -o -printf '%p %y %m %U:%G\n' | sort
)
locked() { "$kiosk" lock --root "$1"; }

tree machine
state machine >before
expect 2 '"lokc" cannot stand here' "$kiosk" lokc
expect 2 '.' "$kiosk" lock --root machine extra
expect 1 'this machine is not locked' "$kiosk" unlock --root machine
expect 1 'this machine is not locked: resonance-kiosk lock' "$kiosk" verify --root machine

# ---- the lock, and the way back ----
expect 0 'The way back: ssh, as anna, with sudo' "$kiosk" lock --root machine
password=$(sed -n 's/.*write it down: //p' "$work/.out")
for rule in 'logins at the screen' 'Ctrl-Alt-Del' 'power and sleep keys' 'SysRq and the kernel' 'core dumps' swap 'USB devices' 'no waiting for a network'; do
    grep -qx "ok    $rule" "$work/.out" || wrong "lock does not say: $rule"
done
for unit in getty@.service autovt@.service getty.target serial-getty@.service debug-shell.service ctrl-alt-del.target swap.target suspend.target; do
    [ "$(readlink "machine/etc/systemd/system/$unit")" = /dev/null ] || wrong "$unit is not masked"
done
grep -qx 'kernel.sysrq = 0' machine/etc/sysctl.d/zz-resonance-lock.conf || wrong "SysRq is not off"
grep -qx 'HandlePowerKey=ignore' machine/etc/systemd/logind.conf.d/zz-resonance-lock.conf || wrong "the power key is not off"
grep -vE '^#' machine/etc/fstab | grep -q '[[:space:]]swap[[:space:]]*sw' && wrong "fstab still has swap"
grep -qx 'UUID=3 /swap ext4 ro 0 2' machine/etc/fstab || wrong "fstab lost what is no swap"
[ "$(stat -c '%u:%g' machine/etc/fstab)" = 12:34 ] || wrong "fstab has another owner"
grep -qx 'ImplicitPolicyTarget=block' machine/etc/usbguard/usbguard-daemon.conf || wrong "USBGuard lets all in"
grep -q '^ImplicitPolicyTarget=allow' machine/etc/usbguard/usbguard-daemon.conf && wrong "USBGuard has two policies"
[ "$(sed -n 2p machine/etc/usbguard/rules.conf)" = '# resonance-kiosk lock: sticks that are nothing but sticks' ] || wrong "the rule before ours lost its end"
if command -v usbguard-rule-parser >/dev/null; then # of USBGuard, which rules over no machine for it
    expect 0 'OUTPUT: allow with-interface 08:06:50' usbguard-rule-parser -f machine/etc/usbguard/rules.conf
    expect 0 'OUTPUT: reject with-interface all-of' usbguard-rule-parser -f machine/etc/usbguard/rules.conf
fi
[ "$(stat -c %a machine/var/lib/resonance-lock)$(stat -c %a machine/var/lib/resonance-lock/record.json)" = 700600 ] || wrong "others read the record"
command -v systemd-analyze >/dev/null && for conf in system logind; do
    systemd-analyze cat-config --root="$work/machine" systemd/$conf.conf | grep -q 'Written by "resonance-kiosk lock"' || wrong "systemd does not read our $conf.conf"
done
if [ -f machine/etc/grub.d/10_linux ]; then
    grep -q '^CLASS=.* --unrestricted"' machine/etc/grub.d/10_linux || wrong "the machine would ask for a password at each start"
    sh -n machine/etc/grub.d/10_linux || wrong "10_linux is broken"
    machine/etc/grub.d/42_resonance_lock >menu
    grep -qx 'set superusers="staff"' menu || wrong "anybody may edit the boot menu"
    hash=$(sed -n 's/^password_pbkdf2 staff //p' menu)
    python3 -c '
import hashlib, sys
_, rounds, salt, wanted = sys.argv[1].rsplit(".", 3)
sys.exit(hashlib.pbkdf2_hmac("sha512", sys.argv[2].encode(), bytes.fromhex(salt), int(rounds)).hex() != wanted.lower())' "$hash" "$password" || wrong "the password that is shown opens nothing"
    [[ $password =~ ^[b-x]{4}(\.[b-x]{4}){3}$ ]] || wrong "the password is $password"
    grep -rqF "$password" machine && wrong "the password lies on the disk"
    ! command -v grub-script-check >/dev/null || grub-script-check menu || wrong "GRUB does not understand the menu"
    [ "$(stat -c %a machine/etc/grub.d/42_resonance_lock)" = 700 ] || wrong "others read the hash of the boot password"
fi
expect 0 'ok    way back: ssh, as anna' "$kiosk" verify --root machine
grep -q WRONG "$work/.out" && wrong "verify finds fault with the lock"

# ---- again: nothing changes, no new password ----
state machine >locked
expect 0 'The way back' "$kiosk" lock --root machine
grep -q 'write it down' "$work/.out" && wrong "a second lock makes another password"
state machine >again
cmp -s locked again || wrong "a second lock changes: $(diff locked again | head -3)"
expect 0 'what it was before' "$kiosk" unlock --root machine
state machine >after
cmp -s before after || wrong "unlock does not give back: $(diff before after | head -5)"

# ---- one's own boot password ----
expect 2 'boot-hash wants what grub-mkpasswd-pbkdf2 writes' "$kiosk" lock --root machine --boot-hash "grub.pbkdf2.sha512.1.AA.BB'; reboot"
expect 2 'boot-hash wants' "$kiosk" lock --root machine --boot-hash secret
expect 0 'way back' "$kiosk" lock --root machine --boot-hash grub.pbkdf2.sha512.10000.AB01.CD02
grep -q 'write it down' "$work/.out" && wrong "a password is made beside one's own"
[ ! -f machine/etc/grub.d/10_linux ] || grep -qx 'password_pbkdf2 staff grub.pbkdf2.sha512.10000.AB01.CD02' machine/etc/grub.d/42_resonance_lock || wrong "the hash is not the one that was given"

# ---- somebody changes what is locked ----
sed -i 's/kernel.sysrq = 0/kernel.sysrq = 1/' machine/etc/sysctl.d/zz-resonance-lock.conf
expect 1 'WRONG SysRq and the kernel: /etc/sysctl.d/zz-resonance-lock.conf was changed since' "$kiosk" verify --root machine
rm machine/etc/systemd/system/getty@.service
expect 1 'WRONG logins at the screen: /etc/systemd/system/getty@.service was changed since' "$kiosk" verify --root machine
chmod 666 machine/etc/systemd/logind.conf.d/zz-resonance-lock.conf
expect 1 'WRONG power and sleep keys' "$kiosk" verify --root machine
chmod 644 machine/etc/systemd/logind.conf.d/zz-resonance-lock.conf
printf '\nUUID=4 /more ext4 ro 0 2\n' >>machine/etc/fstab
expect 1 '/etc/(systemd/system/getty@.service|fstab|sysctl.d/zz-resonance-lock.conf) was changed since .* nothing was changed now' "$kiosk" lock --root machine
expect 1 '/etc/fstab was changed since the machine was locked' "$kiosk" unlock --root machine
grep -q '1 of the files named above stay' "$work/.err" && wrong "one file is told where there are three"
grep -q '^2 of the files\|: 2 of the files\|3 of the files' "$work/.err" || wrong "how many stay is not said: $(cat "$work/.err")"
grep -qx 'UUID=4 /more ext4 ro 0 2' machine/etc/fstab || wrong "unlock threw away what somebody had written"
[ -e machine/etc/systemd/system/getty.target ] || [ -L machine/etc/systemd/system/getty.target ] && wrong "unlock stopped at the first file that was changed"
expect 0 'what it was before' "$kiosk" unlock --root machine --overwrite
state machine >after
cmp -s before after || wrong "unlock --overwrite does not give back: $(diff before after | head -5)"

# ---- killed between any two steps ----
steps=$(locked machine >/dev/null && grep -o '"path"' machine/var/lib/resonance-lock/record.json | wc -l)
"$kiosk" unlock --root machine >/dev/null
[ "$steps" -gt 30 ] || wrong "only $steps changes"
if cc -shared -fPIC -O1 -o kill.so "$SOURCE/tests/kit/kill_at_step.c" -ldl 2>/dev/null && ! nm "$kiosk" 2>/dev/null | grep -q __asan_init; then
    killed=0
    for step in $(seq 1 4 600); do
        (LD_PRELOAD=./kill.so KILL_AT_STEP=$step exec "$kiosk" lock --root machine) >/dev/null 2>&1
        [ $? = 137 ] || break # beyond the last step
        killed=$((killed + 1))
        if [ $((step % 2)) = 0 ]; then
            expect 0 'way back' "$kiosk" lock --root machine
            expect 0 'way back' "$kiosk" verify --root machine
            [ -z "$(find machine -name '*.resonance-lock*' -o -name '*.new')" ] || wrong "step $step: a half-written file stays: $(find machine -name '*.resonance-lock*' -o -name '*.new')"
        fi
        "$kiosk" unlock --root machine >/dev/null 2>"$work/.err" || grep -q 'is not locked' "$work/.err" || wrong "step $step: $(cat "$work/.err")"
        state machine >after
        cmp -s before after || { wrong "killed at step $step, unlock does not give back: $(diff before after | head -5)"; break; }
    done
    for step in $(seq 2 4 600); do
        locked machine >/dev/null
        (LD_PRELOAD=./kill.so KILL_AT_STEP=$step exec "$kiosk" unlock --root machine) >/dev/null 2>&1
        [ $? = 137 ] || break
        killed=$((killed + 1))
        "$kiosk" unlock --root machine >/dev/null 2>"$work/.err" || grep -q 'is not locked' "$work/.err" || wrong "unlock, step $step: $(cat "$work/.err")"
        state machine >after
        cmp -s before after || { wrong "an unlock that is killed at step $step does not give back: $(diff before after | head -5)"; break; }
    done
    [ "$killed" -gt 18 ] || wrong "only $killed kills"
    tally() { echo "tally $*"; }
    tally "$killed" "locks and unlocks killed"
fi

# ---- in the way ----
for kind in link pipe folder; do
    rm -rf way && tree way
    target=way/etc/sysctl.d/zz-resonance-lock.conf
    case $kind in
    link) ln -s "$work/outside" "$target" ;;
    pipe) mkfifo "$target" ;;
    folder) mkdir "$target" ;;
    esac
    state way >way_before
    if [ $kind = link ]; then # of the last name only: a link is given back as it was, and nothing behind it is touched
        expect 0 'way back' "$kiosk" lock --root way
        [ -e outside ] && wrong "something was written through a link"
        expect 0 'what it was' "$kiosk" unlock --root way
    else
        expect 1 '/etc/sysctl.d/zz-resonance-lock.conf is a (pipe|folder)' "$kiosk" lock --root way
    fi
    state way >way_after
    cmp -s way_before way_after || wrong "with a $kind in the way: $(diff way_before way_after | head -3)"
done
rm -rf way outside && tree way && mkdir outside
rm -rf way/etc/systemd/logind.conf.d && ln -s "$work/outside" way/etc/systemd/logind.conf.d
state way >way_before
expect 1 'etc/systemd/logind.conf.d is a link, which this program does not follow' "$kiosk" lock --root way
state way >way_after
cmp -s way_before way_after && [ -z "$(ls outside)" ] || wrong "a folder that is a link was followed"
rm -rf way && tree way && mv way/etc/fstab way/etc/fstab.real && ln -s fstab.real way/etc/fstab
expect 1 '/etc/fstab is a link or a folder, which is not edited' "$kiosk" lock --root way

# ---- nobody is locked out, and no rule is half kept ----
rm -rf way && tree way && rm way/etc/systemd/system/multi-user.target.wants/ssh.service
state way >way_before
expect 1 'nobody could look after this machine any more.*no ssh server starts with the machine' "$kiosk" lock --root way
tree way 2>/dev/null
: >way/home/anna/.ssh/authorized_keys
expect 1 'nobody can log in over ssh and become root' "$kiosk" lock --root way
sed -i 's/^anna:!/anna:$y$j9T$abc/' way/etc/shadow
expect 0 'ssh, as anna, with sudo' "$kiosk" lock --root way
expect 0 'what it was' "$kiosk" unlock --root way
sed -i 's/,anna//' way/etc/group
expect 1 'become root' "$kiosk" lock --root way
mkdir -p way/root/.ssh && echo '# none' >way/root/.ssh/authorized_keys
expect 1 'become root' "$kiosk" lock --root way
echo 'ssh-ed25519 AAAA it' >>way/root/.ssh/authorized_keys
expect 0 'ssh, as root, with a key' "$kiosk" lock --root way
expect 0 'what it was' "$kiosk" unlock --root way
echo '# no rule' >way/etc/usbguard/rules.conf
expect 0 'note  USB devices: /etc/usbguard/rules.conf lets no device in.*generate-policy' "$kiosk" lock --root way
grep -qx 'ImplicitPolicyTarget=allow' way/etc/usbguard/usbguard-daemon.conf || wrong "the machine's own keyboard would be blocked"
expect 0 'what it was' "$kiosk" unlock --root way
if [ -f way/etc/grub.d/10_linux ]; then
    sed -i '/^CLASS=/d' way/etc/grub.d/10_linux
    expect 0 'note  boot loader: /etc/grub.d/10_linux has no line' "$kiosk" lock --root way
    [ -e way/etc/grub.d/42_resonance_lock ] && wrong "the machine would ask for a password at each start"
    expect 0 'what it was' "$kiosk" unlock --root way
fi
rm -rf way/etc/usbguard way/etc/grub.d
expect 0 'note  USB devices: USBGuard is not installed' "$kiosk" lock --root way
grep -q 'note  boot loader: GRUB is not installed' "$work/.out" || wrong "a machine without GRUB is not told of"

# ---- a record that is none ----
record=way/var/lib/resonance-lock/record.json
cp "$record" kept
for edit in 's|"/etc/fstab"|"/etc/../tmp/x"|' 's|"path":"/|"path":"|' 's|"kind":"link"|"kind":"door"|' 's|"version":1|"version":2|' 's|,"mode"|, "mode"|' 's|"bytes":"|"bytes":"f|'; do
    sed "$edit" kept >"$record"
    cmp -s kept "$record" && wrong "$edit changes nothing"
    refuse 1 'record of the lock|record.json' "$kiosk" unlock --root way
done
head -c 2000000 /dev/zero >"$record"
refuse 1 'record.json' "$kiosk" unlock --root way
cp kept "$record"
expect 0 'what it was' "$kiosk" unlock --root way
[ -e way/var/lib/resonance-lock ] && wrong "the record stays when nothing is locked"
as_stranger "$kiosk" lock >"$work/.out" 2>&1 && wrong "somebody who is not root locks this machine"
grep -q 'only root can look after the lock' "$work/.out" || wrong "it is not said that root must do it: $(cat "$work/.out")"
finish
