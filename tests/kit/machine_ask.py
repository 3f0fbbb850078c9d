"""machine_ask.py SOCKET VERB [NUMBER] [FILE]: asks the helper of the machine, and says what it answers: the place of
the result in kiosk/machine/machine_result.def, as its name, and whether a network keeps the clock. VERB is look, clock,
restart, off or hex:BYTES for a message as it is; FILE comes with it, open; "two": two files do."""
import array
import os
import re
import socket
import sys

source = os.environ["SOURCE"]
names = re.findall(r"^MACHINE_RESULT\((\w+)", open(f"{source}/kiosk/machine/machine_result.def").read(), re.M)
verbs = re.findall(r'^MACHINE_VERB\(\w+, "(\w+)"', open(f"{source}/kiosk/machine/machine_verb.def").read(), re.M)
where, verb, *rest = sys.argv[1:]
door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
door.connect(where)
number, given = int(rest[0]) if rest else 0, []
if rest[1:] == ["two"]:
    given = [os.open("/dev/null", os.O_RDONLY), os.open("/dev/null", os.O_RDONLY)]
elif rest[1:]:
    given = [os.open(rest[1], os.O_RDONLY)]
message = bytes.fromhex(verb[4:]) if verb.startswith("hex:") else \
    b"RMA1" + bytes([verbs.index(verb)]) + (number & (1 << 64) - 1).to_bytes(8, "little")
door.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", given))] if given else [])
answer = door.recv(100)
assert answer[:4] == b"RMR1" and len(answer) == 6, answer
print(names[answer[4]], answer[5])
