"""Fingers and keys that are not there: speaks to the inputtest driver of Xorg.

    touches.py FINGERS_SOCKET KEYS_SOCKET WIDTH HEIGHT < LINES

Each line is "down FINGER X Y", "move FINGER X Y", "up FINGER X Y" (pixels), "press CODE", "release CODE"
(the codes of X), or "tell", which is answered with "done"; each is done before the next. The messages are those of xf86-input-inputtest-protocol.h (X.Org
server 21.1), whose driver answers when it has passed them on. A driver takes one caller in its life.
"""
import socket
import struct
import sys

VERSION, SYNC, KEY, TOUCH = 0, 1, 5, 6
KINDS = {"down": 18, "move": 19, "up": 20}  # XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd
AXES = 64
AXIS_MAX = 0xFFFF


def message(kind, rest=b""):
    return struct.pack("=II", 8 + len(rest), kind) + rest


def touch(kind, finger, x, y):
    values = [0.0] * AXES
    values[0], values[1] = x, y
    # after the mask the doubles are aligned to eight bytes
    head = struct.pack("=II", finger, KINDS[kind])
    valuators = struct.pack("=I", 0) + bytes([3] + [0] * 7)
    pad = -(8 + len(head) + len(valuators)) % 8
    body = head + valuators + bytes(pad) + struct.pack("=64d", *values) + bytes(8 * AXES)
    return message(TOUCH, body)


def opened(path):
    """a device that is ready, and what it answers"""
    wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    wire.connect(path)
    answers = wire.makefile("rb")
    wire.sendall(message(VERSION, struct.pack("=HH", 1, 1)))
    answers.read(12)
    return wire, answers


def main():
    width, height = int(sys.argv[3]), int(sys.argv[4])
    fingers, answers = opened(sys.argv[1])
    keys, _ = opened(sys.argv[2])
    for line in sys.stdin:
        words = line.split()
        if words[0] == "tell":
            print("done", flush=True)
        elif words[0] == "plug":
            keys, _ = opened(sys.argv[2])
        elif words[0] in ("press", "release"):
            # not waited for: the driver would wait for the server, which this does not wake
            keys.sendall(message(KEY, struct.pack("=II", int(words[1]), words[0] == "press")))
        else:
            x = int(words[2]) * AXIS_MAX / width
            y = int(words[3]) * AXIS_MAX / height
            fingers.sendall(touch(words[0], int(words[1]), x, y) + message(SYNC))
            answers.read(8)


main()
