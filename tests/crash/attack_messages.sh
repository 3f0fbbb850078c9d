#!/usr/bin/env bash
# Attack: somebody has taken over the process that draws the screens, and sends the ledger's process and the one that prints
# messages that are none: cut, doubled, begun anew and anew, larger than either has room for, of kinds that there are not,
# with fields that do not fit. Each is answered, or the process ends with a sentence; none ends in a fault of memory, nothing is
# changed or printed, and whoever asks properly next is answered. SEED repeats the noise.
set -eu
. "$SOURCE/tests/kit/organization.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
. "$SOURCE/tests/kit/siege.sh"
trap 'rm -rf "$work"' EXIT
ulimit -c 0
siege_open 1
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
mkdir "$work/bin" "$work/printed"
printf '#!/bin/sh\ncat >"%s/printed/page"\n' "$work" >"$work/bin/lp"
chmod +x "$work/bin/lp"
cat >"$work/attack.py" <<'PYTHON'
import os, random, struct, sys
from duty import Duty, body_of, kinds, version
work, seed = sys.argv[1:]
chance = random.Random(int(seed))
sent = ended = 0
folders = ("--config", f"{work}/config", "--data", f"{work}/data")
def begun(duty):
    return Duty(duty, *folders, settings={"PATH": f"{work}/bin:{os.environ['PATH']}"})
def packet(number, message_bytes, offset, body=b""):
    return struct.pack("=III", number, message_bytes, offset) + body
def gone(one):
    """It has ended: with a sentence, never by a signal."""
    global ended
    code = one.end()
    if code < 0:
        sys.exit(f"it ends by signal {-code}")
    ended += 1
def answers(one, duty):
    if duty == "ledger":
        one.ask("COUNT_DRAFTS")
    elif len(one.say(body_of(version, b"-", b""))) < 24:
        sys.exit("what prints does not answer")
def attacked(duty, what, packets):
    """All packets at one; it is asked properly afterwards, or it has ended and the next one is."""
    global sent
    one = begun(duty)
    if duty == "ledger":
        one.ask("OPEN")
    try:
        for each in packets:
            one.ours.send(each)
            sent += 1
        one.ours.setblocking(False)
        try:
            while one.ours.recv(1 << 16):
                continue
        except BlockingIOError:
            pass
        one.ours.setblocking(True)
    except (BrokenPipeError, ConnectionResetError):
        pass
    gone(one)
    other = begun(duty)
    if duty == "ledger":
        other.ask("OPEN")
    answers(other, duty)
    gone(other)
most, part = 1152 * 1024, 32 * 1024 - 12
full = bytes(part)
good = body_of(version, kinds.index("COUNT_DRAFTS"))
for duty in ("ledger", "uplink"):
    attacked(duty, "begun anew and anew", [packet(n, most, 0, full) for n in range(1, 9)])
    attacked(duty, "one that is as large as can be", [packet(1, most, at, bytes(min(part, most - at))) for at in range(0, most, part)])
    attacked(duty, "one that nearly fills what prints", [packet(1, 500000, at, bytes(min(part, 500000 - at))) for at in range(0, 500000, part)])
    attacked(duty, "larger than can be", [packet(1, most + 1, 0, full), packet(2, 2**32 - 1, 0, full)])
    attacked(duty, "no message", [b"", b"\0" * 11])
    attacked(duty, "short heads", [b"\1" * n for n in range(1, 12)])
    attacked(duty, "parts out of order", [packet(1, 3 * part, part, full), packet(1, 3 * part, 0, full), packet(1, 3 * part, 2 * part, full)])
    attacked(duty, "a part of another message", [packet(1, 2 * part, 0, full), packet(2, 2 * part, part, full), packet(1, 2 * part, part, full)])
    attacked(duty, "another length in the middle", [packet(1, 2 * part, 0, full), packet(1, 3 * part, part, full)])
    attacked(duty, "more than its length", [packet(1, 4, 0, full)])
    attacked(duty, "nothing where something should be", [packet(1, 8, 0)])
    attacked(duty, "an empty message", [packet(1, 0, 0)])
for kind in range(len(kinds) + 2):
    bodies = [struct.pack("=QQ", version, kind), struct.pack("=QQ", version, kind) + b"\xff" * 4096, struct.pack("=QQ", version, kind) + bytes(4096)]
    bodies += [struct.pack("=QQ", version, kind) + struct.pack("=Q", 2**64 - 1) * n for n in (1, 2, 3, 5)]
    bodies += [struct.pack("=QQ", version, kind) + chance.randbytes(chance.randrange(300)) for _ in range(8)]
    attacked("ledger", f"kind {kind}", [packet(n, len(body), 0, body) for n, body in enumerate(bodies, 1)])
print(f"{sent} packets, {ended} processes ended well")
PYTHON
state() { python3 -c 'import sqlite3, sys
for name, tables in (("ledger", ("entry",)), ("drafts", ("session", "row"))):
    base = sqlite3.connect(f"file:{sys.argv[1]}/{name}.db?mode=ro", uri=True)
    known = {row[0] for row in base.execute("SELECT name FROM sqlite_schema WHERE type = \"table\"")}
    print(name, [base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables if table in known])' "$work/data"; }
before=$(state)
PYTHONPATH=$SOURCE/tests/kit python3 "$work/attack.py" "$work" "$seed" >"$work/said" 2>"$work/err" && passed=1 || bad "$(tail -3 "$work/err")"
[ "$(state)" = "$before" ] || bad "the data are others: $before, $(state)"
[ -z "$(ls "$work/printed")" ] || bad "something was printed"
cat "$work/said"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
