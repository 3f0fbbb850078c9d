"""What a person, a vandal and a cable do to an emulated machine, and what a helper in it is asked.

    machine.py FOLDER run                        standard input is a script; the helper in the machine runs it
    machine.py FOLDER tap X Y WIDTH HEIGHT       a finger on this place of a picture of this size
    machine.py FOLDER key KEY[-KEY...]...        one after the other; those with - together
    machine.py FOLDER type TEXT                  letters, digits and spaces
    machine.py FOLDER storm SEED COUNT           COUNT events by chance: keys, buttons, places
    machine.py FOLDER shot FILE                  the picture, as FILE.png or FILE.ppm
    machine.py FOLDER text                       what a screen of letters shows, such as that of a boot loader
    machine.py FOLDER plug NAME FILE             a stick, whose bytes are FILE, as the device NAME
    machine.py FOLDER add NAME DRIVER            another device at the USB, such as usb-kbd
    machine.py FOLDER unplug NAME                a stick or a device
    machine.py FOLDER save NAME | load NAME      the whole machine, as it runs
    machine.py FOLDER power | quit               its power button; its power cord
    machine.py FOLDER same ONE OTHER SHARE       two such files: less than SHARE of the pixels are others

FOLDER holds the sockets qmp and agent of the machine."""
import base64
import contextlib
import json
import random
import re
import socket
import struct
import sys
import time
import zlib

ANSWER_S = 1800  # only ends what would hang for ever
COLUMNS, ROWS = 80, 25
NAMES = {" ": "spc", "-": "minus", "=": "equal", "/": "slash", ".": "dot", ",": "comma"}


def connected(path):
    found = socket.socket(socket.AF_UNIX)
    found.settimeout(ANSWER_S)
    found.connect(path)
    return found


class Qmp:
    def __init__(self, folder):
        self.lines = connected(f"{folder}/qmp").makefile("rw")
        self.lines.readline()
        self.ask("qmp_capabilities")

    def ask(self, command, **arguments):
        self.lines.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self.lines.flush()
        while True:
            answer = json.loads(self.lines.readline())
            if "error" in answer:
                raise SystemExit(f"{command}: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]

    def wait(self, event, **about):
        while True:
            said = json.loads(self.lines.readline())
            if said.get("event") == event and about.items() <= said["data"].items():
                return

    def monitor(self, line):
        said = self.ask("human-monitor-command", **{"command-line": line})
        if said.strip():
            raise SystemExit(f"{line}: {said.strip()}")

    def send(self, *events):
        self.ask("input-send-event", events=list(events))


def key_event(name, down):
    return {"type": "key", "data": {"down": down, "key": {"type": "qcode", "data": name}}}


def place(x, y, width, height):
    for axis, at, all_of in ("x", x, width), ("y", y, height):
        yield {"type": "abs", "data": {"axis": axis, "value": round((at + 0.5) * 32767 / all_of)}}


def button(name, down):
    return {"type": "btn", "data": {"button": name, "down": down}}


def press(qmp, names):
    for name in names:
        qmp.send(key_event(name, True))
    time.sleep(0.03)
    for name in reversed(names):
        qmp.send(key_event(name, False))
    time.sleep(0.03)


def finger(qmp, x, y, width, height, seconds=0.08):
    qmp.send(*place(x, y, width, height))
    time.sleep(0.05)
    qmp.send(button("left", True))
    time.sleep(seconds)
    qmp.send(button("left", False))


def storm(qmp, seed, count):
    chance = random.Random(seed)
    plain = "a b x z 0 1 9 spc ret esc tab backspace up down left right home end pgup pgdn delete insert menu".split()
    odd = "sysrq print pause scroll_lock caps_lock num_lock meta_l meta_r power sleep wake compose help stop undo".split()
    odd += [f"f{n}" for n in range(1, 13)]
    held = "ctrl alt shift ctrl_r alt_r shift_r meta_l".split()
    for _ in range(count):
        kind = chance.random()
        if kind < 0.25:
            press_quick(qmp, chance.choices(held, k=chance.randint(0, 3)) + [chance.choice(plain + odd)])
        elif kind < 0.75:
            press_quick(qmp, [chance.choice(plain + odd)])
        else:
            qmp.send(*place(chance.random(), chance.random(), 1, 1))
            name = chance.choice(["left", "right", "middle", "wheel-up", "wheel-down"])
            qmp.send(button(name, True))
            qmp.send(button(name, False))
    for name in held:  # nothing stays down
        qmp.send(key_event(name, False))


def press_quick(qmp, names):
    names = list(dict.fromkeys(names))
    qmp.send(*[key_event(name, True) for name in names])
    qmp.send(*[key_event(name, False) for name in reversed(names)])


def text(qmp):
    """The letters of a VGA card, each with a byte for its colour after it."""
    told = qmp.ask("human-monitor-command", **{"command-line": f"xp /{2 * COLUMNS * ROWS}bx 0xb8000"})
    cells = bytes(int(cell, 16) for line in told.splitlines() for cell in line.partition(":")[2].split())[::2]
    for row in range(ROWS):
        print(cells[row * COLUMNS:(row + 1) * COLUMNS].decode("ascii", errors="replace").replace("\0", " ").rstrip())


def run(folder, script):
    agent = connected(f"{folder}/agent")
    agent.sendall(base64.b64encode(script.encode()) + b"\n")
    answer = b""
    while not answer.endswith(b"\n"):
        part = agent.recv(65536)
        if not part:
            raise SystemExit("the machine is off")
        answer += part
    code, _, said = answer.decode().partition(" ")
    sys.stdout.write(base64.b64decode(said).decode(errors="replace"))
    return int(code)


def unplug(qmp, name):
    qmp.ask("device_del", id=name)
    qmp.wait("DEVICE_DELETED", device=name)
    if any(node["node-name"] == f"{name}-bytes" for node in qmp.ask("query-named-block-nodes")):
        qmp.ask("blockdev-del", **{"node-name": f"{name}-bytes"})


def png(data):
    """Width, height and the rows of a PNG file with 8 bits a channel, as RGB."""
    at, packed = 8, b""
    while at < len(data):
        count, name = struct.unpack(">I4s", data[at:at + 8])
        part = data[at + 8:at + 8 + count]
        if name == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", part[:10])
        packed += part if name == b"IDAT" else b""
        at += 12 + count
    each = {2: 3, 6: 4}[colour]
    flat, line, rows, before = zlib.decompress(packed), width * each, [], bytearray(width * each)
    for y in range(height):
        kind = flat[y * (line + 1)]
        row = bytearray(flat[y * (line + 1) + 1:(y + 1) * (line + 1)])
        for i in range(line) if kind else ():
            left = row[i - each] if i >= each else 0
            up, corner = before[i], before[i - each] if i >= each else 0
            guess = left + up - corner
            near = min((left, up, corner), key=lambda n: abs(guess - n))
            row[i] = row[i] + (0, left, up, (left + up) // 2, near)[kind] & 255
        before = row
        if each == 4:
            row = b"".join(row[i:i + 3] for i in range(0, line, 4))
        rows.append(bytes(row))
    return width, height, rows


def pixels(path):
    data = open(path, "rb").read()
    head = re.match(rb"P6\s(\d+)\s(\d+)\s255\s", data)
    if not head:
        return png(data)
    width, height = map(int, head.groups())
    flat = data[head.end():]
    return width, height, [flat[y * width * 3:(y + 1) * width * 3] for y in range(height)]


def same(one, other, share):
    a, b = pixels(one), pixels(other)
    if a[:2] != b[:2]:
        raise SystemExit(f"{a[0]} x {a[1]} pixels, not {b[0]} x {b[1]}")
    others = sum(p[i:i + 3] != q[i:i + 3] for p, q in zip(a[2], b[2]) if p != q for i in range(0, len(p), 3))
    if others >= share * a[0] * a[1]:
        raise SystemExit(f"{others} of {a[0] * a[1]} pixels are others")


def main(folder, what, *words):
    if what == "same":
        return same(words[0], words[1], float(words[2]))
    if what == "run":
        return run(folder, sys.stdin.read())
    qmp = Qmp(folder)
    if what == "tap":
        finger(qmp, *map(int, words[:4]))
    elif what == "key":
        for keys in words:
            press(qmp, keys.split("-"))
    elif what == "type":
        for letter in words[0]:
            name = NAMES.get(letter, letter.lower())
            press(qmp, ["shift", name] if letter.isupper() else [name])
    elif what == "storm":
        storm(qmp, int(words[0]), int(words[1]))
    elif what == "shot":
        qmp.ask("screendump", filename=words[0], format=words[0].rpartition(".")[2])
    elif what == "text":
        text(qmp)
    elif what == "plug":
        node = {"driver": "raw", "node-name": f"{words[0]}-bytes", "file": {"driver": "file", "filename": words[1]}}
        qmp.ask("blockdev-add", **node)
        qmp.ask("device_add", driver="usb-storage", id=words[0], drive=f"{words[0]}-bytes", removable=True)
    elif what == "add":
        qmp.ask("device_add", driver=words[1], id=words[0])
    elif what == "unplug":
        unplug(qmp, words[0])
    elif what in ("save", "load"):
        qmp.monitor(f"{what}vm {words[0]}")
        if what == "load":
            qmp.ask("cont")
    elif what == "power":
        qmp.ask("system_powerdown")
    elif what == "quit":
        qmp.lines.write('{"execute": "quit"}\n')
        qmp.lines.flush()
        with contextlib.suppress(ConnectionResetError):
            while qmp.lines.readline():
                pass
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
