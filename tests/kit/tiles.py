"""What pictures of a screen look like, coarsely enough that letters drawn by another library are the same.

    tiles.py made FOLDER         the pictures FOLDER/NAME.xwd, as text: for each the mean brightness of its
                                 tiles (0 to 9, a to v; 64 tiles a row) and its plain colours
    tiles.py both ONE OTHER KEPT ONE, with ? for each tile that is another in OTHER; what is KEPT of pictures that
                                 look as before, and of sheets (the word before the first -) that ONE has not; what
                                 did not count before does not count now
    tiles.py compare KEPT MADE   tells each picture that looks otherwise, and where; ends with 1 if one does;
                                 sheets that MADE has not are passed over
    tiles.py wiped FOLDER NAME X Y WIDTH HEIGHT OUT   a copy OUT/NAME.xwd with the colour of its first pixel there
    tiles.py recoloured FOLDER NAME FROM TO OUT       the same with another colour for one
    tiles.py png FOLDER          FOLDER/NAME.png of each, for eyes
"""
import collections
import pathlib
import struct
import sys
import zlib

COLUMNS = 64
LEVELS = "0123456789abcdefghijklmnopqrstuv"
TILES_MOST = 2  # as many tiles may be off by more than one level: where minutes or days are told
PLAIN, GONE, NEW = 0.003, 0.001, 0.006  # shares of a picture that a colour has


class Picture:
    """A picture as an X server with -fbdir keeps it: 32 bits a pixel."""

    def __init__(self, path):
        self.data = bytearray(path.read_bytes())
        head = struct.unpack(">25I", self.data[:100])
        self.start = head[0] + head[19] * 12
        self.width, self.height, self.line = head[4], head[5], head[12]

    def edges(self, of):
        """Tiles are as wide as high, so the last row of them may be lower."""
        side = self.width / COLUMNS
        count = COLUMNS if of == self.width else -int(-of // side)
        return [min(of, round(i * side)) for i in range(count + 1)]

    def rows(self):
        across, down = self.edges(self.width), self.edges(self.height)
        for top, bottom in zip(down, down[1:]):
            sums = [0] * COLUMNS
            for y in range(top, bottom):
                at = self.start + y * self.line + 1  # green, which is most of what is bright
                green = self.data[at:at + 4 * self.width:4]
                for i in range(COLUMNS):
                    sums[i] += sum(green[across[i]:across[i + 1]])
            yield "".join(LEVELS[sums[i] // ((across[i + 1] - across[i]) * (bottom - top) * 8)] for i in range(COLUMNS))

    def colours(self):
        pixels = memoryview(self.data)[self.start:self.start + self.line * self.height].cast("I")[::3]
        shares = collections.Counter()
        for colour, count in collections.Counter(pixels).items():
            shares[f"{colour & 0xFFFFFF:06x}"] += count / len(pixels)
        return shares

    def wipe(self, x, y, width, height):
        paper = self.data[self.start:self.start + 4]
        for row in range(y, y + height):
            at = self.start + row * self.line + 4 * x
            self.data[at:at + 4 * width] = paper * width

    def recolour(self, old, new):
        pixels = memoryview(self.data)[self.start:self.start + self.line * self.height].cast("I")
        old, new = int(old, 16), int(new, 16)
        for i, colour in enumerate(pixels):
            if colour & 0xFFFFFF == old:
                pixels[i] = new

    def png(self):
        lines = []
        for y in range(self.height):
            at = self.start + y * self.line
            line = bytearray(3 * self.width)
            for channel in range(3):
                line[channel::3] = self.data[at + 2 - channel:at + 4 * self.width:4]
            lines.append(b"\0" + line)

        def chunk(name, data):
            return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"".join(lines), 1)) + chunk(b"IEND", b"")


def made(folder):
    for path in sorted(pathlib.Path(folder).glob("*.xwd")):
        picture = Picture(path)
        shares = sorted((-share, colour) for colour, share in picture.colours().items() if share >= GONE)
        print(f"picture {path.stem} {picture.width}x{picture.height}")
        print("\n".join(picture.rows()))
        print("colours", *(f"{colour}:{-share:.4f}" for share, colour in shares))


def read(path):
    pictures, name = {}, None
    for line in pathlib.Path(path).read_text().splitlines():
        first, *rest = line.split()
        if first == "picture":
            name = rest[0]
            pictures[name] = {"size": rest[1], "rows": [], "colours": {}}
        elif first == "colours":
            pictures[name]["colours"] = {colour: float(share) for colour, share in (word.split(":") for word in rest)}
        else:
            pictures[name]["rows"].append(first)
    return pictures


def is_other(one, other):
    return "?" not in (one, other) and abs(LEVELS.index(one) - LEVELS.index(other)) > 1


def sheet(name):
    return name.split("-")[0]


def both(one, other, kept):
    ones, others, keeps = read(one), read(other), read(kept)
    pictures = {name: picture for name, picture in keeps.items() if sheet(name) not in map(sheet, ones)}
    for name, picture in ones.items():
        beside = others[name]
        if name in keeps and not differences(keeps[name], picture) and not differences(keeps[name], beside):
            pictures[name] = keeps[name]  # with all that was another in earlier walks
            continue
        rows = ["".join("?" if is_other(a, b) else a for a, b in zip(row, below)) for row, below in zip(picture["rows"], beside["rows"])]
        if name in keeps and keeps[name]["size"] == picture["size"]:  # two walks alone may be alike by chance
            rows = ["".join("?" if before == "?" else now for before, now in zip(*pair)) for pair in zip(keeps[name]["rows"], rows)]
        colours = {c: s for c, s in picture["colours"].items() if s >= PLAIN and beside["colours"].get(c, 0) >= GONE}
        pictures[name] = {"size": picture["size"], "rows": rows, "colours": colours}
    for name, picture in sorted(pictures.items()):
        print(f"picture {name} {picture['size']}")
        print("\n".join(picture["rows"]))
        print("colours", *(f"{colour}:{share:.4f}" for colour, share in picture["colours"].items()))


def differences(kept, now):
    if kept["size"] != now["size"]:
        return [f"is {now['size']}, not {kept['size']}"]
    places = [(x, y) for y, (row, beside) in enumerate(zip(kept["rows"], now["rows"]))
              for x, (one, other) in enumerate(zip(row, beside)) if is_other(one, other)]
    told = []
    if len(places) > TILES_MOST:
        side = int(now["size"].split("x")[0]) / COLUMNS
        left, top, right, bottom = (round(side * n) for n in (min(x for x, _ in places), min(y for _, y in places),
                                                              max(x for x, _ in places) + 1, max(y for _, y in places) + 1))
        told.append(f"{len(places)} tiles look otherwise, between {left},{top} and {right},{bottom}")
    told += [f"the colour {c} is gone" for c, share in kept["colours"].items() if now["colours"].get(c, 0) < GONE]
    told += [f"the colour {c} is new" for c, share in now["colours"].items() if share > NEW and c not in kept["colours"]]
    return told


def compare(kept, now):
    now = read(now)
    kept = {name: picture for name, picture in read(kept).items() if sheet(name) in map(sheet, now)}
    told = [f"{name}: is not kept" for name in now if name not in kept] + [f"{name}: is not there" for name in kept if name not in now]
    for name in kept:
        told += [f"{name}: {what}" for what in (differences(kept[name], now[name]) if name in now else [])]
    print("\n".join(told) if told else f"{len(kept)} pictures look as before")
    sys.exit(bool(told))


def wiped(folder, name, x, y, width, height, out):
    picture = Picture(pathlib.Path(folder, name + ".xwd"))
    picture.wipe(int(x), int(y), int(width), int(height))
    pathlib.Path(out, name + ".xwd").write_bytes(picture.data)


def recoloured(folder, name, old, new, out):
    picture = Picture(pathlib.Path(folder, name + ".xwd"))
    picture.recolour(old, new)
    pathlib.Path(out, name + ".xwd").write_bytes(picture.data)


def png(folder):
    for path in pathlib.Path(folder).glob("*.xwd"):
        path.with_suffix(".png").write_bytes(Picture(path).png())


{"made": made, "both": both, "compare": compare, "wiped": wiped, "recoloured": recoloured, "png": png}[sys.argv[1]](*sys.argv[2:])
