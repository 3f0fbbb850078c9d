"""stick_ask.py SOCKET VERB SLOT NUMBER [FILE]: asks the helper with the stick, and says what it answers: the place of
the result in kiosk/stick/stick_result.def, as its name, and a count. VERB is look, take, bundle, request or hex:BYTES
for a message as it is; FILE comes with it, open ("socket": a socket comes in its place, "two": two files)."""
import array
import os
import re
import socket
import sys

source = os.environ["SOURCE"]
names = re.findall(r"^STICK_RESULT\((\w+)", open(f"{source}/kiosk/stick/stick_result.def").read(), re.M)
verbs = re.findall(r'^STICK_VERB\(\w+, "(\w+)"', open(f"{source}/kiosk/stick/stick_verb.def").read(), re.M)
where, verb, slot, number, *files = sys.argv[1:]
door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
door.connect(where)
message = bytes.fromhex(verb[4:]) if verb.startswith("hex:") else \
    b"RST1" + bytes([verbs.index(verb), int(slot)]) + bytes.fromhex(number)
given = []
if files == ["socket"]:
    given = [socket.socket().detach()]
elif files == ["two"]:
    given = [os.open("/dev/null", os.O_RDONLY), os.open("/dev/null", os.O_RDONLY)]
elif files:
    given = [os.open(files[0], os.O_RDONLY)]
door.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", given))] if given else [])
answer = door.recv(100)
assert answer[:4] == b"RSR1" and len(answer) == 13, answer
print(names[answer[4]], int.from_bytes(answer[5:], "little"))
