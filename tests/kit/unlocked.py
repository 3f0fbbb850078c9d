"""python3 unlocked.py ask SOCKET KEYFILE   what the holder gives for that file, as hex
   python3 unlocked.py bare SOCKET          whether it answers to a question of another length, or a second of silence
   python3 unlocked.py memory PID HEX       where in its memory the bytes lie: "locked N" and "elsewhere N"
A holder of keys, asked and looked into as an attacker would. See kiosk/app/desk/office/unlock/held.h."""
import hashlib
import re
import socket
import sys


def line_to(path):
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    line.settimeout(20)
    line.connect(path)
    return line


def ask(path, file):
    line = line_to(path)
    with open(file, "rb") as key:
        line.send(b"g" + hashlib.blake2b(key.read(), digest_size=32).digest())
    try:
        print(line.recv(65536).hex())
    except ConnectionResetError:
        print("")


def bare(path):
    for question in (b"", b"g", b"g" + bytes(31), b"g" + bytes(33), b"x" + bytes(32), bytes(40000)):
        line = line_to(path)
        try:
            line.send(question)
            if line.recv(65536):
                print("answered", len(question))
        except (ConnectionResetError, BrokenPipeError):
            pass
    print("asked")


def memory(pid, secret):
    secret = bytes.fromhex(secret)
    found = {"locked": 0, "elsewhere": 0}
    seen = 0
    regions, current = [], None
    for row in open(f"/proc/{pid}/smaps"):
        span = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", row)
        if span:
            current = [int(span[1], 16), int(span[2], 16), span[3], False, "[v" in row]
            regions.append(current)
        elif row.startswith("VmFlags:"):
            current[3] = " lo" in row and " dd" in row
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as of:
        for low, high, rights, is_locked, is_system in regions:
            if "r" not in rights or is_system:
                continue
            of.seek(low)
            held = of.read(high - low)
            seen += len(held)
            found["locked" if is_locked else "elsewhere"] += secret in held
    if seen < 1 << 20:
        sys.exit("the memory cannot be read")
    for where, count in found.items():
        print(where, count)


{"ask": ask, "bare": bare, "memory": memory}[sys.argv[1]](*sys.argv[2:])
