#!/usr/bin/env bash
# One passphrase for the commands of a session: what `resonance unlock` holds serves only commands of the same user,
# for as long as was said; and the doubts about it, played on the real process: another user, root, time that is over,
# a holder that is killed, one that is told to end, a key that is changed, its memory, its core file, its descriptors.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/wait.sh"
skip_without terminal preload
command -v cc >/dev/null && command -v python3 >/dev/null || { echo "skipped: there is no C compiler, or no python3"; exit 77; }
cd "$work" || exit 1
organization_opened 2
person_sits config data codes "candidate 1" 11 order=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
export XDG_RUNTIME_DIR=$work/run SHORT_MINUTES=$work/over
mkdir -m 700 "$XDG_RUNTIME_DIR"
asks() { python3 -B "$SOURCE/tests/kit/unlocked.py" "$@"; }
# bare WORD...: a command with no terminal and no passphrase; typed WORD...: with the passphrase
bare() { setsid -w "$BIN/resonance" "$@" --org org </dev/null; }
typed() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"; }
holders() { pgrep -f "^resonance-unlocked" -U "${1:-$(id -u)}" | while read -r pid; do
    [ "$(tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -cxF "XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR")" = 1 ] && echo "$pid"; done; }
is_gone() { ! kill -0 "$1" 2>/dev/null; }
place() { ls "$XDG_RUNTIME_DIR"/resonance/unlock-* 2>/dev/null; }

expect 0 'Example: resonance unlock' "$BIN/resonance" unlock --help
refuse 2 'nobody here to ask' bare list
refuse 2 '1 to 600|from 1 to 600|600' typed unlock --for 0
refuse 2 '600' typed unlock --for 601
refuse 2 '' typed unlock --end --for 3
expect 0 'Nothing was unlocked' bare unlock --end
expect 1 'does not open' "$BIN/resonance" unlock --org org --passphrase-fd 9 9<<<"quite another set of words"
[ -z "$(place)$(holders)" ] || wrong "a wrong passphrase left something"

# One passphrase, then commands without one; each is in the log as ever.
expect 0 'Unlocked as recruiter for 5 minutes' typed unlock --for 5
holder=$(holders)
[ "$(wc -w <<<"$holder")" = 1 ] || wrong "there are $(wc -w <<<"$holder") holders"
handle=$(bare list --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
[ -n "$handle" ] || wrong "list asks although it is unlocked"
expect 0 "$handle" bare show "$handle"
expect 0 'recruiter, 5 minutes' bare audit log
expect 0 "opened|shown|read" bare audit log
# What the organization's key signs, and what changes a key, asks all the same.
refuse 2 'nobody here to ask' bare key passphrase recruiter
refuse 2 'nobody here to ask' bare erase "$handle" --ground asked --by "Ines Moreno" --yes
# A passphrase that is given is the one that counts.
refuse 1 'does not open' "$BIN/resonance" list --org org --passphrase-fd 9 9<<<"quite another set of words"

# Only its user reaches it, and it answers nothing but the one question.
[ "$(stat -c %a "$XDG_RUNTIME_DIR/resonance")" = 700 ] || wrong "others reach the folder"
[ "$(stat -c %a "$(place)")" = 600 ] || wrong "others reach the socket"
tr '\0' ' ' <"/proc/$holder/cmdline" | grep -qE "recruiter|org|$ORGANIZATION_PASSPHRASE" && wrong "its words tell more than how long"
same <(asks bare "$(place)") <(echo asked)
secret=$(asks ask "$(place)" org/keys/recruiter.key)
[ "${#secret}" -gt 200 ] || wrong "a program of the same user gets no key, so nothing below is tried: $secret"
if [ "$(id -u)" = 0 ]; then
    chmod 755 "$work" "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR/resonance"
    chmod 666 "$(place)"
    stranger=$(setpriv --reuid 65534 --regid 65534 --clear-groups python3 -B "$SOURCE/tests/kit/unlocked.py" ask "$(place)" "$work/org/keys/recruiter.key" 2>&1)
    grep -q "${secret:2:64}" <<<"$stranger" && wrong "another user gets the key, once the folder is open"
    refuse 2 'nobody here to ask' bare list
    chmod 700 "$XDG_RUNTIME_DIR/resonance"
    chmod 600 "$(place)"
    # The key lies in locked memory outside core files, once, and nowhere else; the passphrase nowhere.
    asks memory "$holder" "${secret:2}" >where || wrong "its memory was not looked into"
    same where <(printf 'locked 1\nelsewhere 0\n')
    asks memory "$holder" "$(printf %s "$ORGANIZATION_PASSPHRASE" | od -An -tx1 | tr -d ' \n')" >where
    same where <(printf 'locked 0\nelsewhere 0\n')
    grep -q '^Max core file size *0 ' "/proc/$holder/limits" || wrong "it may leave a core file"
    [ "$(find "/proc/$holder/fd" -type l | wc -l)" = 5 ] || wrong "it has more open than it needs: $(ls -l "/proc/$holder/fd")"
    ls -l "/proc/$holder/fd" | grep -qE 'org/|archive' && wrong "it has a file of the organization open"
    grep -q '^Seccomp:[[:space:]]*2' "/proc/$holder/status" || wrong "it may open a network"
fi

# Of another user's holder root gets nothing by asking, and other programs of that user do not look into it.
if [ "$(id -u)" = 0 ]; then
    mkdir -m 700 theirs && cp -r org theirs/org && mkdir -m 700 theirs/run && chown -R 65534:65534 theirs
    XDG_RUNTIME_DIR=$work/theirs/run as_stranger "$BIN/resonance" unlock --org theirs/org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE" >/dev/null ||
        wrong "the other user does not unlock"
    theirs=$(XDG_RUNTIME_DIR=$work/theirs/run holders 65534)
    [ "$(stat -c %u "/proc/$theirs/mem")" = 0 ] || wrong "other programs of its user may look into it"
    found=$(asks ask "$(ls theirs/run/resonance/unlock-*)" theirs/org/keys/recruiter.key 2>&1)
    grep -q "${secret:2:64}" <<<"$found" && wrong "root gets the key by asking"
    XDG_RUNTIME_DIR=$work/theirs/run as_stranger setsid -w "$BIN/resonance" list --org theirs/org </dev/null >/dev/null || wrong "its own user gets nothing"
    XDG_RUNTIME_DIR=$work/theirs/run as_stranger "$BIN/resonance" unlock --end --org theirs/org >/dev/null
    wait_for "the other user's holder to end" is_gone "$theirs"
fi

# --end: overwritten and gone before it says so.
expect 0 'Locked' bare unlock --end
wait_for "the holder to end" is_gone "$holder" || wrong "it goes on"
[ -z "$(place)" ] || wrong "its socket is left"
refuse 2 'nobody here to ask' bare list

# Killed: nothing is left to ask, and the next one takes its place.
typed unlock >/dev/null
holder=$(holders)
kill -9 "$holder"
wait_for "the killed holder" is_gone "$holder"
refuse 2 'nobody here to ask' bare list
expect 0 'Unlocked' typed unlock
bare list >/dev/null || wrong "not unlocked after a kill"

# A further one ends the one before; a key with another passphrase is no longer held.
holder=$(holders)
expect 0 'Unlocked' typed unlock --for 600
wait_for "the one before to end" is_gone "$holder"
holder=$(holders)
rm -rf copy && cp -r org copy
"$BIN/resonance" key passphrase recruiter --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"$'\n'"eight brisk herons wade across" >/dev/null ||
    wrong "no other passphrase"
refuse 2 'nobody here to ask' bare list
wait_for "the holder of the changed key" is_gone "$holder"
rm -rf org && mv copy org

# The time is over: it ends by itself, whoever waits or not.
cc -shared -fPIC -O1 -o over.so "$SOURCE/tests/kit/short_minutes.c" || wrong "no time passes here"
LD_PRELOAD=$work/over.so typed unlock --for 1 >/dev/null || wrong "not unlocked"
holder=$(holders)
bare list >/dev/null || wrong "not unlocked for a minute"
: >"$SHORT_MINUTES"
wait_for "the end of its time" is_gone "$holder"
[ -z "$(place)" ] || wrong "its socket is left when its time is over"
refuse 2 'nobody here to ask' bare list
rm "$SHORT_MINUTES"

# Another person's key is that person's: unlocked as anna, the commands are anna's, and what she is not is refused.
desk org key new --label anna >/dev/null || wrong "no second key"
expect 0 'Unlocked as anna' typed unlock --key anna
expect 0 'no interview' bare interview list
bare audit log | grep -qE '(anna) +unlocked' || wrong "the log does not say who unlocked: $(bare audit log | tail -2)"
# Without a place of its own it does not begin, and every command asks as before.
XDG_RUNTIME_DIR=$work/none
refuse 1 'XDG_RUNTIME_DIR' typed unlock
refuse 2 'nobody here to ask' bare list
expect 0 "$handle" typed list --key recruiter
XDG_RUNTIME_DIR=$work/run bare unlock --end >/dev/null
finish
