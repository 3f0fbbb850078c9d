#!/usr/bin/env python3
"""opened.py BUNDLE IDENTITY FOLDER: opens every result of a bundle with Debian's age alone.

    bundle   88 bytes of front; an entry each: header 240, signature 64, length 4, age file
    inside   HFP1 | facts, 108 bytes in all | canonical JSON | 0x80 0 0 0 ...

Writes FOLDER/PLACE-RECORD.json per result, PLACE being its place in the bundle in four digits and
RECORD the record's id; nothing of our own is used."""

import os
import subprocess
import sys

FRONT, HEADER, SIGNATURE, LENGTH, FACTS = 88, 240, 64, 4, 108
RESULT = 1


def entries(data):
    at = FRONT
    while data[at:at + 4] == b"HFE1":
        header = data[at:at + HEADER]
        start = at + HEADER + SIGNATURE + LENGTH
        size = int.from_bytes(data[start - LENGTH:start], "little")
        yield header, data[start:start + size]
        at = start + size


def main():
    bundle, identity, folder = sys.argv[1:]
    with open(bundle, "rb") as file:
        data = file.read()
    for place, (header, sealed) in enumerate(entries(data)):
        if header[5] != RESULT:
            continue
        plain = subprocess.run(["age", "--decrypt", "--identity", identity], input=sealed,
                               stdout=subprocess.PIPE, check=True).stdout
        content = plain[FACTS:].rstrip(b"\0")
        if plain[:4] != b"HFP1" or plain[4:20] != header[8:24] or content[-1:] != b"\x80":
            sys.exit(f"{bundle}: what is inside belongs to another header")
        with open(os.path.join(folder, f"{place:04}-{header[56:72].hex()}.json"), "wb") as file:
            file.write(content[:-1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
