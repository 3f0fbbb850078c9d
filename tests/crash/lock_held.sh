#!/bin/bash
# Where the configuration asks for a locked machine (enrol --locked), nobody begins unless `verify` has found that
# the lock holds, not long ago; whoever has begun finishes. What verify writes is what the terminal reads.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
[ "$(id -u)" = 0 ] || { echo "skipped: only root keeps owners"; exit 77; }
cd "$work" || exit 1
organization_opened 3
grep -q '"locked"' config/terminal.json && wrong "a configuration that asks for no lock names it"
terminal_enrol org request.json locked --locked
grep -q '"locked":true' locked/terminal.json || wrong "enrol --locked is not in the signed configuration"
story() { # CONFIG < STORY
    { echo 'size 1366x768 width-mm 344' && cat; } >played.story
    "$BIN/resonance-story" --config "$1" --data data --lock-state state --codes codes played.story
}
plays() { # WHAT CONFIG < STORY
    story "$2" >out 2>err || wrong "$1: $(cat err)"
}
begins() { plays "$1" "$2" <<<'expect screen attract'; }
refuses() { plays "$1" locked <<<$'expect screen staff\nexpect text "fault 124"'; }

# a machine that can be locked
mkdir -p machine/etc/systemd/system/multi-user.target.wants machine/usr/sbin machine/root/.ssh machine/var/lib
ln -s /lib/systemd/system/ssh.service machine/etc/systemd/system/multi-user.target.wants/ssh.service
touch machine/usr/sbin/sshd
echo 'root:x:0:0::/root:/bin/bash' >machine/etc/passwd
echo 'ssh-ed25519 AAAA it' >machine/root/.ssh/authorized_keys
# as its unit: what it makes is for root alone, but for the one file that the terminal reads
verify() { (umask "$(sed -n 's/^UMask=//p' "$SOURCE/deploy/resonance-lock.service")" && "$BIN/resonance-kiosk" verify --root machine --lock-state state >/dev/null 2>&1); }

begins "no lock is asked for" config
refuses "nobody has looked"
verify && wrong "a machine that is not locked is found locked"
refuses "it is not locked"
"$BIN/resonance-kiosk" lock --root machine >/dev/null || wrong "it cannot be locked"
[ "$(readlink machine/etc/systemd/system/timers.target.wants/resonance-lock.timer)" = /usr/lib/systemd/system/resonance-lock.timer ] || wrong "nobody will look at the lock"
refuses "it was not looked at since"
verify || wrong "the lock does not hold"
[ "$(stat -c %a state)" = 644 ] || wrong "the terminal cannot read what was found"
begins "it holds" locked

# somebody sits when it is broken: they finish, the next one does not begin; it mends itself when all is well
plays "begun while it held" locked <<'STORY'
tap "Start"
code candidate 1
tap "next"
tap "consent-yes"
person seed 3 noise 0.5 pace 6 words "Some words"
answer until step drivers:learning_1
kill
expect screen attract
STORY
echo changed >>machine/etc/sysctl.d/zz-resonance-lock.conf
verify && wrong "a changed file is not noticed"
plays "whoever has begun goes on" locked <<'STORY'
expect screen attract
tap "Start"
code candidate 1
expect screen resume
tap "next"
person seed 3 noise 0.5 pace 6 words "Some words"
answer until screen finish
tap "next"
expect screen profile
tap "next"
expect screen receipt
wait 3s
tap "done"
expect screen wiped
wait 30s
STORY
refuses "the next one"
"$BIN/resonance-kiosk" unlock --root machine --overwrite >/dev/null && "$BIN/resonance-kiosk" lock --root machine >/dev/null && verify || wrong "it cannot be locked again"
begins "locked again" locked

# what is no state, or an old one
now=$(sed -n 2p state)
for text in "" "resonance lock 1" $'resonance lock 1\n\n\n' $'resonance lock 2\n'"$now"$'\n\n' $'resonance lock 1\n'$((now - 901))$'\n\n' $'resonance lock 1\n'$((now + 100000))$'\n\n' \
    $'resonance lock 1\n'"$now"$'\nsomething\n' $'resonance lock 1\n9999999999999999999999\n\n'; do
    printf %s "$text" >state
    refuses "a state that is none: ${text//$'\n'/ / }"
done
head -c 100000 /dev/zero >state
refuses "a huge state"
finish
