#!/usr/bin/env bash
# Attack: somebody who can say what the terminal's environment is, where it is started and by which name, plants a program
# of the name of that which keeps the ledger there. The terminal starts the one beside itself, or in ../lib/resonance,
# where the package puts it, and none else; where there is none, it says so and ends. That program does nothing for whoever
# starts it by hand.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
unset DISPLAY WAYLAND_DISPLAY
# planted FOLDER: a program there that tells in $work/ran that it has been started, and as what
planted() {
    mkdir -p "$1"
    printf '#!/bin/sh\necho "$0 $1" >>"%s/ran"\n' "$work" >"$1/resonance-duty"
    chmod +x "$1/resonance-duty"
}
# starts PROGRAM PATH PATTERN: the terminal PROGRAM, for which no screen is to be had, started beside a planted program that
# the environment leads to, starts PATH ("": nothing) and says PATTERN
starts() {
    local wanted=${2:+$2 starter}
    rm -f "$work/ran"
    cd "$work/evil" || exit 1
    PATH=$work/evil:$PATH LD_LIBRARY_PATH=$work/evil SDL_VIDEODRIVER=none expect 1 "$3" "$1" --config "$work/config" --data "$work/data" --windowed 640x480
    [ "$(cat "$work/ran" 2>/dev/null)" = "$wanted" ] || wrong "$1 starts $(cat "$work/ran"), not \"$wanted\""
}
planted "$work/evil"
mkdir -p "$work/alone" "$work/usr/bin"
cp "$BIN/resonance-kiosk" "$work/alone/"
cp "$BIN/resonance-kiosk" "$work/usr/bin/"

missing='resonance-duty, the program that keeps the results, is neither beside this program nor in \.\./lib/resonance: install the package resonance-kiosk again$'
starts "$work/alone/resonance-kiosk" "" "$missing"
# By another name, beside a planted one: what counts is where the program lies.
ln -s "$work/alone/resonance-kiosk" "$work/evil/resonance-kiosk"
starts "$work/evil/resonance-kiosk" "" "$missing"
[ ! -e "$work/data" ] || wrong "a terminal without its ledger makes the data folder"

planted "$work/usr/lib/resonance"
starts "$work/usr/bin/resonance-kiosk" "$work/usr/bin/../lib/resonance/resonance-duty" 'resonance-kiosk: .*'
planted "$work/alone"
starts "$work/alone/resonance-kiosk" "$work/alone/resonance-duty" 'resonance-kiosk: .*'

# by_hand PATTERN WORD...
by_hand() { refuse 2 "$1" "$BIN/resonance-duty" "${@:2}" 3<&-; }
folders=(--config "$work/config" --data "$work/data")
by_hand 'say which duty: starter, ledger or uplink$'
by_hand 'started by the terminal itself, with a socket as file 3$' ledger "${folders[@]}"
by_hand '"keeper" is no duty: starter, ledger or uplink$' keeper "${folders[@]}"
by_hand '\-\-data' ledger --config "$work/config"
by_hand 'uplink' ledger uplink
expect 0 '^usage: resonance-duty' "$BIN/resonance-duty" --help
[ ! -e "$work/data" ] || wrong "the data folder was made"
tally 2 attacks
finish
