#!/usr/bin/env bash
# Attack: somebody who can say what the environment of the desk is, where it is started and by which name, plants programs
# there of the names of that which browsers talk to and of that which opens results. The desk starts the former only where
# it lies beside itself, or in ../lib/resonance, where the package puts it; and that one starts the file for agents that
# was open when the desk began, whatever comes to lie in its place. What browsers talk to does nothing for those who start
# it by hand.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need curl
organization_new "$work/org" Acme >/dev/null || exit 1
# planted FOLDER NAME: a program there that tells in $work/ran that it has been started
planted() {
    mkdir -p "$1"
    printf '#!/bin/sh\necho planted\necho "$0" >>"%s/ran"\n' "$work" >"$1/$2"
    chmod +x "$1/$2"
}
# starts CODE PROGRAM PATH PATTERN: the desk PROGRAM, started beside planted programs that the environment leads to, starts
# PATH ("": nothing) and says PATTERN
starts() {
    rm -f "$work/ran"
    cd "$work/evil" || exit 1
    PATH=$work/evil:$PATH LD_LIBRARY_PATH=$work/evil expect "$1" "$4" "$2" desk --no-browser --org "$work/org"
    [ "$(cat "$work/ran" 2>/dev/null)" = "$3" ] || wrong "$2 starts $(cat "$work/ran"), not \"$3\""
}
planted "$work/evil" resonance-desk
mkdir -p "$work/alone" "$work/usr/bin"
cp "$BIN/resonance" "$work/alone/"
cp "$BIN/resonance" "$work/usr/bin/"

missing='resonance desk: resonance-desk, the program that browsers talk to, is neither beside this program nor in \.\./lib/resonance: install the package resonance again$'
starts 1 "$work/alone/resonance" "" "$missing"
# By another name, beside a planted one: what counts is where the program lies.
ln -s "$work/alone/resonance" "$work/evil/resonance"
starts 1 "$work/evil/resonance" "" "$missing"
rm "$work/evil/resonance"
planted "$work/usr/lib/resonance" resonance-desk
starts 0 "$work/usr/bin/resonance" "$work/usr/bin/../lib/resonance/resonance-desk" planted
planted "$work/alone" resonance-desk
starts 0 "$work/alone/resonance" "$work/alone/resonance-desk" planted

# The agents are the file that was open when the desk began, also when another one lies in its place by then.
rm -f "$work/ran"
cp "$BIN/resonance-desk" "$work/alone/"
planted "$work/evil" resonance
planted "$work/evil" resonance-agent
cd "$work/evil" || exit 1
real=$BIN
BIN=$work/alone PATH=$work/evil:$PATH web_start "$work/org" --no-browser
mv "$work/alone/resonance" "$work/alone/resonance-before"
planted "$work/alone" resonance
curl -sf -c "$work/cookies" -o "$work/opened" "$web_open" || wrong "the address opens nothing"
curl -sf -b "$work/cookies" -o "$work/unlock" "$web_home/unlock" || wrong "the page of the passphrase does not come"
grep -q 'name="passphrase"' "$work/unlock" || wrong "the agent does not answer: $(head -c 300 "$work/unlock")"
agent=$(cut -d' ' -f1 "/proc/$web_pid/task/$web_pid/children")
[ ! -e "$work/ran" ] || wrong "a planted program ran: $(cat "$work/ran")"
if [ "$(id -u)" = 0 ]; then # only root may look
    [ "$(readlink "/proc/$web_pid/exe")" = "$work/alone/resonance-desk" ] || wrong "browsers talk to $(readlink "/proc/$web_pid/exe")"
    [ "$(readlink "/proc/$agent/exe")" = "$work/alone/resonance-before" ] || wrong "the agent is $(readlink "/proc/$agent/exe")"
fi
web_stop || wrong "the desk does not end well"
web_pid=

# A folder, a device, a text, a program of another kind, and the front itself are none that agents run.
by_hand() {
    refuse 2 "$1" "$real/resonance-desk" "${@:2}" 9</dev/null 8<"$work/org" 7<"$work/org/organization.json" \
        6</bin/true 5<"$real/resonance-desk" 4<"$work/evil/resonance"
}
by_hand '^resonance desk: --org'
for given in "" --agents={9,8,7,6,5,4,77}; do
    # shellcheck disable=SC2086
    by_hand '^resonance desk: this program is started by "resonance desk"(, which gives it the program that opens results, of the same version)?$' --org "$work/org" $given
done
[ ! -e "$work/ran" ] || wrong "a planted program ran: $(cat "$work/ran")"
by_hand 'there is no option --routes' --routes
expect 0 '^usage: resonance-desk' "$real/resonance-desk" --help
tally 3 attacks
finish
