"""A part of the terminal (resonance-duty), started with a socket as the screens start it and spoken to as they speak to
it: from duty import Duty. A field is a number, or bytes, which go after their length."""
import os
import re
import socket
import struct

source = os.environ["SOURCE"]
_folder = f"{source}/kiosk/app/terminal/keeper"
kinds = re.findall(r"^MESSAGE\((\w+)", open(f"{_folder}/keeper_message.def").read(), re.M)
version = int.from_bytes(b"RsKp\0\0\0\0", "big") + \
    int(re.search(r"KEEPER_MESSAGES_VERSION (\d+)", open(f"{_folder}/keeper_message.h").read())[1])


def number_of(name, value):
    """The place of `value` in the enum `name` of the pages for staff."""
    text = open(f"{source}/kiosk/screens/staff/staff.h").read()
    body = re.sub(r"/\*.*?\*/", "", re.search(r"enum %s \{(.*?)\}" % name, text, re.S)[1], flags=re.S)
    return [word.strip() for word in body.split(",")].index(value)


def body_of(*fields):
    parts = (struct.pack("=Q", f) if isinstance(f, int) else struct.pack("=Q", len(f)) + f for f in fields)
    return b"".join(parts)


class Duty:
    def __init__(self, duty, *words, program="resonance-duty", settings=None):
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.asked = 0
        self.child = os.fork()
        if not self.child:
            os.dup2(theirs.fileno(), 3)
            os.execve(f"{os.environ['BIN']}/{program}", [program, duty, *words], {**os.environ, **(settings or {})})
        theirs.close()

    def say(self, body):
        """What comes back; nothing when it has ended."""
        self.asked += 1
        try:
            self.ours.send(struct.pack("=III", self.asked, len(body), 0) + body)
            return self.ours.recv(1 << 16)[12:]
        except (BrokenPipeError, ConnectionResetError):
            return b""

    def ask(self, kind, *fields):
        """The fields of the ledger's answer, as bytes; ends this program with what it says when that is no yes."""
        reply = self.say(body_of(version, kinds.index(kind), *fields))
        if not reply:
            raise SystemExit(f"{kind}: it has ended")
        same, status, length = struct.unpack("=QQQ", reply[:24])
        if same != version or status:
            raise SystemExit(f"{kind}: {reply[24:24 + length]!r}")
        return reply[24 + length:]

    def end(self):
        """Closes the socket; the exit code."""
        self.ours.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])

    def has_ended(self):
        """Waits for its end, which is of its own; the exit code."""
        if self.ours.recv(1):
            raise SystemExit("it says something that nobody has asked")
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
