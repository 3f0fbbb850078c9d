"""Fingers on a touch screen that is not there: speaks to the inputtest driver of Xorg.

    touches.py SOCKET WIDTH HEIGHT < LINES

Each line is "down FINGER X Y", "move FINGER X Y", "up FINGER X Y" (pixels), or "tell", which is answered
with "done"; each is done before the next. The messages are those of xf86-input-inputtest-protocol.h (X.Org
server 21.1), whose driver answers when it has passed them on. It takes one caller in its life.
"""
import socket
import struct
import sys

VERSION, SYNC, TOUCH = 0, 1, 6
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


def main():
    path, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as wire:
        wire.connect(path)
        answers = wire.makefile("rb")

        def synced():
            wire.sendall(message(SYNC))
            answers.read(8)

        wire.sendall(message(VERSION, struct.pack("=HH", 1, 1)))
        answers.read(12)
        for line in sys.stdin:
            words = line.split()
            if words[0] == "tell":
                print("done", flush=True)
                continue
            x = int(words[2]) * AXIS_MAX / width
            y = int(words[3]) * AXIS_MAX / height
            wire.sendall(touch(words[0], int(words[1]), x, y))
            synced()


main()
