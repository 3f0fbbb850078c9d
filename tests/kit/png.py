# python3 png.py KIND FILE: a PNG file made here, good or bad in one way; sides-WxH: of this size
import struct
import sys
import zlib

kind, path = sys.argv[1:]


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, depth=8, colour=2, interlace=0, rows=None, extra=b"", head_only=False):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace))
    if rows is None:
        rows = b"".join(
            b"\0" + b"".join(bytes((x * 255 // width, y * 255 // height, 90)) for x in range(width)) for y in range(height)
        )
    data = b"" if head_only else chunk(b"IDAT", zlib.compress(rows, 6))
    return b"\x89PNG\r\n\x1a\n" + head + extra + data + chunk(b"IEND", b"")


good = png(640, 360)
kinds = {
    "good": lambda: good,
    "large": lambda: png(2000, 1000, colour=0, rows=b"".join(b"\0" + bytes(x % 256 for x in range(2000)) for _ in range(1000))),
    "clear": lambda: png(320, 180, colour=6, rows=b"".join(b"\0" + b"\xff\0\0\0" * 320 for _ in range(180))),
    "deep": lambda: png(320, 180, depth=16, rows=b"\0" * 180 * (1 + 6 * 320)),
    "interlaced": lambda: png(320, 180, interlace=1, rows=b""),
    "moving": lambda: png(320, 180, extra=chunk(b"acTL", struct.pack(">II", 2, 0))),
    "tall": lambda: png(180, 320),
    "tiny": lambda: png(8, 4),
    "wide": lambda: png(60000, 60000, rows=b""),
    "cut": lambda: good[: len(good) // 2],
    "flipped": lambda: good[:200] + bytes((good[200] ^ 1,)) + good[201:],
    "empty": lambda: png(320, 180, head_only=True),
    "heavy": lambda: good + b"\0" * (5 << 20),
    # as many pixels as are allowed, of nothing: small as a file, large when it is opened
    "bomb": lambda: png(4096, 2048, rows=b"\0" * 2048 * (1 + 3 * 4096)),
    # a text that would be a thousand times longer when it is opened; nobody opens it
    "text-bomb": lambda: png(320, 180, extra=chunk(b"zTXt", b"k\0\0" + zlib.compress(b"\0" * (64 << 20), 9))),
    "long-chunk": lambda: good[:33] + struct.pack(">I", 0x7FFFFFFF) + b"IDAT" + good[41:],
    "none": lambda: b"GIF89a" + b"\0" * 100,
}
if kind.startswith("sides-"):
    wide, high = map(int, kind.split("-")[1].split("x"))
    kinds[kind] = lambda: png(wide, high, colour=0, rows=b"".join(bytes(1 + wide) for _ in range(high)))
with open(path, "wb") as out:
    out.write(kinds[kind]())
