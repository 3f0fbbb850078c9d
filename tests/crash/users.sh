#!/usr/bin/env bash
# On a terminal the units start three users. Each is started here as its unit says, by real numbers of users,
# on the real screen: a person sits, is sealed and comes home. Then somebody takes over each process on a
# system without Landlock and seccomp: the users alone keep the screens and the printing from the drafts, the
# ledger, the key that signs, and from each other's memory and sockets. The ledger's process is killed
# meanwhile: what was taken is there.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/users.sh"
skip_without terminal sqlite preload
. "$SOURCE/tests/kit/siege.sh"
trap 'users_end; screen_close; rm -rf "$work"' EXIT
preload_made attack_inside "$work/attack.so"
preload_made no_sandbox "$work/bare.so"
siege_open 2
users_open
code_of() { sed -n "s/^candidate $1 //p" "$work/codes"; }
for number in 1 2; do person_until_words "$config" "$data" "$work/codes" $number; done
person_told "$config" "$data" "$work/codes" 1 >"$work/told"

# ---- as the package and the guide set it up ----
[ "$(printf '%s\n' 0 $screens $ledger $uplink | sort -u | wc -l)" = 4 ] || bad "they are not three users: $screens $ledger $uplink"
cp "$BIN/resonance-kiosk" "$BIN/resonance-duty" "$work/"
chmod 755 "$work"/resonance-* "$work"/*.so
users_own
mkdir -m 500 "$work/given"
head -c 32 /dev/urandom >"$work/given/resonance-ledger"
chown -R $ledger:$ledger "$work/given" && chmod 400 "$work/given/resonance-ledger"
CREDENTIALS_DIRECTORY=$work/given users_wait
user_of() { awk '/^Uid:/ { print $2, $3, $4, $5 }' "/proc/$1/status"; }

# ---- a person sits ----
screen_open "$work/screen"
terminal_start || { cat "$work/log"; exit 1; }
terminal_wait_rest
[ "$(user_of $terminal_pid)" = "$screens $screens $screens $screens" ] || bad "the screens are user $(user_of $terminal_pid)"
for part in ledger uplink; do
    [ "$(user_of "$(terminal_part $part)")" = "${!part} ${!part} ${!part} ${!part}" ] || bad "the $part is user $(user_of "$(terminal_part $part)")"
done
person_enters "$work/told" "$(code_of 1)" || bad "the code is not taken"
item=${OWN_WORDS[0]} next=${OWN_WORDS[1]}
type_words "a first word"
tap_on "$work/told" item "$item" next
ledger_ends
type_words "another word" || bad "the terminal does not go on without its ledger: $(cat "$work/log")"
tap_on "$work/told" item "$next" next || bad "the terminal does not go on without its ledger"
wait_for "another ledger" is_another || bad "the ledger does not come back"
is_terminal_alive || bad "the screens have ended with the ledger: $(cat "$work/log")"
grep -q 'had ended and was started again; nothing is lost' "$work/log" || bad "nobody is told: $(cat "$work/log")"
for ((i = 2; i < ${#OWN_WORDS[@]}; i++)); do
    enter_item "$work/told" "${OWN_WORDS[i]}"
    tap_on "$work/told" item "${OWN_WORDS[i]}" next || bad "no way on from ${OWN_WORDS[i]}"
done
tap_on "$work/told" check closing:anything next && person_sealed=yes || person_sealed=
[ -n "$person_sealed" ] && tap_on "$work/told" finish closing:anything next && tap_on "$work/told" profile closing:anything next && receipt_taken "$work/told" || bad "no way to the receipt"
terminal_quit || bad "the terminal ends with $?: $(tail -3 "$work/log")"
wait_for "the end of the ledger" is_gone ledger && wait_for "the end of the uplink" is_gone uplink || bad "what the screens have started does not end with them"
[ "$(find "$data" ! -user $ledger)" = "" ] || bad "of another user: $(find "$data" ! -user $ledger)"
mkdir -m 777 "$work/stick"
unit as resonance-ledger "$work/resonance-kiosk" --export "$work/stick/bundle" --config "$config" --data "$data" >"$work/said" 2>&1 || bad "no export: $(cat "$work/said")"
desk "$work/org" import "$work/stick/bundle" >"$work/said" 2>&1 && grep -q ' 1 new result' "$work/said" || bad "no import: $(cat "$work/said")"

# The result says which program made it: that with the screens, which scores and writes it.
python3 - "$data/ledger.db" "$work/resonance-kiosk" <<'PYTHON' || bad "the result names another program than the one that made it"
import hashlib, sqlite3, sys
program = hashlib.blake2b(open(sys.argv[2], "rb").read(), digest_size=32, person=b"software").digest()
headers = [row[0] for row in sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute("SELECT header FROM entry WHERE type = 1")]
sys.exit(len(headers) != 1 or headers[0][136:168] != program)
PYTHON

# The ledger that is opened again, as when the configuration was wrong at first, still has its key.
version=$(sed -n 's/^#define KEEPER_MESSAGES_VERSION //p' "$SOURCE/kiosk/app/terminal/keeper/keeper_message.h")
unit as resonance-kiosk python3 - "$work/duties/ledger" "$version" <<'PYTHON' || bad "the ledger is not opened twice"
import socket, struct, sys
link = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
link.connect(sys.argv[1])
version = 0x52734B7000000000 + int(sys.argv[2])
for number in (1, 2, 3):
    link.send(struct.pack("=IIIQQ", number, 16, 0, version, 0))  # OPEN
    reply = link.recv(1 << 16)
    if struct.unpack("=IIIQQ", reply[:28])[3:] != (version, 0):
        sys.exit(f"time {number}: {reply[36:]!r}")
PYTHON
wait_for "the end of the ledger" is_gone ledger

# ---- somebody inside, on a system that holds nothing but the users ----
mkdir -m 777 "$work/folder"
install -m 666 /dev/null "$work/attacks"
export ATTACK_TOLD=$work/attacks ATTACK_DATA=$data ATTACK_FOLDER=$work/folder
attacked() { # PID VICTIM
    : >"$work/attacks"
    python3 -c 'import ctypes, sys
class Value(ctypes.Union): _fields_ = [("number", ctypes.c_int), ("pointer", ctypes.c_void_p)]
sys.exit(ctypes.CDLL(None).sigqueue(int(sys.argv[1]), 12, Value(number=int(sys.argv[2]))))' "$1" "$2"
    wait_for "the end of the attack" grep -q ' end done$' "$work/attacks"
}
is_said() { grep -q " $2 $3\$" "$work/attacks" || bad "an intruder in the $1, without Landlock: $2 is not $3"; }
for part in "${waiting[@]}"; do kill "$part"; done
wait "${waiting[@]}" 2>/dev/null || true
rm "$work/duties"/*
waiting=()
for part in ledger uplink; do
    CREDENTIALS_DIRECTORY=$work/given LD_PRELOAD="$work/bare.so $work/attack.so" python3 "$SOURCE/tests/kit/units.py" "$work/map" wait resonance-$part 2>>"$work/log" &
    waiting+=($!)
done
wait_for "the sockets" is_waited_at
terminal_preload="$work/bare.so $work/attack.so"
terminal_start || { cat "$work/log"; exit 1; }
terminal_wait_rest
grep -q 'no Landlock (files), no seccomp' "$work/log" || bad "the system has Landlock: nothing is shown"
person_enters "$work/told" "$(code_of 2)" || bad "the second code is not taken"
attacked "$terminal_pid" "$(terminal_part ledger)"
is_said screens program done # it can do all that its user can
for try in open-ledger open-drafts list-data look-into; do is_said screens $try refused; done
attacked "$(terminal_part uplink)" "$(terminal_part ledger)"
for try in open-ledger open-drafts list-data look-into; do is_said uplink $try refused; done
attacked "$(terminal_part uplink)" "$terminal_pid"
is_said uplink look-into refused
attacked "$(terminal_part ledger)" "$terminal_pid"
is_said ledger open-ledger done
is_said ledger look-into refused

# cannot WHO WHAT COMMAND...: as that user, it fails
cannot() {
    local who=$1 what=$2
    shift 2
    unit as "resonance-$who" "$@" >"$work/said" 2>&1 && bad "the user of $who can $what: $(cat "$work/said")"
    return 0
}
connects='import socket, sys; socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET).connect(sys.argv[1])'
unit as resonance-kiosk python3 -c "$connects" "$work/duties/uplink" || bad "the screens cannot connect: the next tries show nothing"
for who in kiosk uplink; do
    cannot $who "read the ledger" cat "$data/ledger.db"
    cannot $who "read drafts" cat "$data/drafts.db"
    cannot $who "put a file there" cp /etc/passwd "$data/left-behind"
    cannot $who "take the folder's place" mv "$data" "$data-away"
    cannot $who "read the key from memory" dd if="/proc/$(terminal_part ledger)/mem" of=/dev/null bs=1 count=1
    cannot $who "end the ledger" kill -9 "$(terminal_part ledger)"
    cannot $who "see what the ledger has open" ls "/proc/$(terminal_part ledger)/fd"
done
for who in kiosk uplink; do cannot $who "read the credential" cat "$work/given/resonance-ledger"; done
for who in ledger uplink; do
    cannot $who "ask the ledger" python3 -c "$connects" "$work/duties/ledger"
    cannot $who "end the screens" kill -9 "$terminal_pid"
    cannot $who "wait in the ledger's place" mv "$work/duties/ledger" "$work/duties/away"
done
for who in kiosk ledger uplink; do cannot $who "change the configuration" cp /etc/passwd "$config/manifest.json"; done
cannot uplink "read the configuration" cat "$config/manifest.json"
terminal_quit || bad "the terminal ends with $?: $(tail -3 "$work/log")"
tally 12 attacks
[ $failed = 0 ] && echo "1 passed, 0 failed"
exit $((failed > 0))
