"""What an attacker does who wants one colleague's answers, for colleagues.sh.

  colleagues.py payloads FOLDER FILE...      every sealed payload in these databases and bundles
  colleagues.py rows FILE...                 the 16 scores of each opened record, as it is and as needed
  colleagues.py search ROWS OWN PATH...      the files in which any row of ROWS stands, in any order
  colleagues.py handles ARCHIVE              the handle of each result, which anybody can work out
  colleagues.py difference ROWS FROM TO [N M] what two profiles give away, one JSON file each, to who
                                             knows that N and M people had answered by then
"""
import json
import os
import re
import sqlite3
import struct
import sys

FRONT, HEADER, SIGNATURE = 88, 240, 64
STRIDES = range(1, 13)  # numbers that belong to one topic in a row of a table or an object
ROUNDING = 0.025  # of a published mean


def of_bundle(bytes_):
    at, end = FRONT, len(bytes_) - 20
    while at < end:
        (length,) = struct.unpack_from("<I", bytes_, at + HEADER + SIGNATURE)
        at += HEADER + SIGNATURE + 4
        yield bytes_[at : at + length]
        at += length


def of_database(path):
    with sqlite3.connect(f"file:{os.path.abspath(path)}?mode=ro", uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in database.execute(f'SELECT * FROM "{table}"'):
                yield from (value for value in row if isinstance(value, bytes))


def payloads(folder, paths):
    count = 0
    for path in paths:
        with open(path, "rb") as file:
            bytes_ = file.read()
        found = of_database(path) if bytes_.startswith(b"SQLite format 3") else of_bundle(bytes_)
        for payload in found:
            if payload.startswith(b"age-encryption.org/v1"):
                count += 1
                with open(os.path.join(folder, f"{os.path.basename(path)}-{count}.age"), "wb") as file:
                    file.write(payload)
    print(count)


def handles(path):
    with sqlite3.connect(f"file:{os.path.abspath(path)}?mode=ro", uri=True) as database:
        for (record_id,) in database.execute("SELECT record_id FROM entry WHERE type = 1 ORDER BY arrival"):
            number = int.from_bytes(record_id, "big") >> 108
            text = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number >> shift & 31] for shift in (15, 10, 5, 0))
            print(f"{text[:2]}-{text[2:]}")


def record_of(path):
    """108 bytes of facts, then the record, then padding."""
    with open(path, "rb") as file:
        text = file.read()[108:]
    return json.loads(text[: text.rindex(b"}") + 1].decode())


def counted(record, part, ids):
    """Best less worst, by the ids of the statements, which begin with the topic."""
    score = dict.fromkeys(ids, 0)
    shown = dict.fromkeys(ids, 0)
    for answer in record["answers"]:
        if answer["kind"] == "best-worst" and answer["id"].startswith(part + ":"):
            topic = {statement: statement.rsplit("_", 1)[0] for statement in answer["order"]}
            for statement in answer["order"]:
                shown[topic[statement]] += 1
            score[topic[answer["value"]["best"]]] += 1
            score[topic[answer["value"]["worst"]]] -= 1
    return [round(score[id_] / shown[id_], 6) for id_ in ids]


def rows(paths):
    every = []
    for path in paths:
        record = record_of(path)
        scored = record["scorecard"]["dimensions"]
        ids = [dimension["id"] for dimension in scored]
        parts = {answer["id"].split(":")[0] for answer in record["answers"] if answer["kind"] == "best-worst"}
        all_ = {part: counted(record, part, ids) for part in sorted(parts)}
        own = [float(dimension["score"]) for dimension in scored]
        if own not in all_.values():
            sys.exit(f"{path}: the scores are counted otherwise than they are written")
        every += [{"record": os.path.basename(path), "part": part, "row": row} for part, row in all_.items()]
    json.dump(every, sys.stdout)


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def key(row):
    return tuple(sorted(round(value, 4) for value in row))


def shapes(row):
    """As people and programs write scores: as they are, as counts, in percent, from 0 to 1."""
    for shape in (lambda s: s, lambda s: 5 * s, lambda s: 100 * s, lambda s: (s + 1) / 2, lambda s: 50 * (s + 1)):
        yield [shape(score) for score in row]


NUMBER = re.compile(r"-?\d*\.?\d+")


def runs(bytes_):
    """All sequences of numbers: of the text, each n-th one too, and of the bytes as doubles."""
    text = bytes_.decode("utf-8", "replace").replace("\u2212", "-").replace("\u2013", " ")
    numbers = [float(number) for number in NUMBER.findall(text)]
    for stride in STRIDES:
        for start in range(stride):
            yield numbers[start::stride]
    for start in range(8):
        whole = bytes_[start : start + max(0, len(bytes_) - start) // 8 * 8]
        yield [value if abs(value) <= 100 else None for (value,) in struct.iter_unpack("<d", whole)]


def is_found(bytes_, wanted, own):
    width = len(next(iter(wanted)))
    values = {value for row in wanted for value in row}
    for run in runs(bytes_):
        known = [None if value is None or round(value, 4) not in values else round(value, 4) for value in run]
        since = 0  # how many known values stand before
        for at, value in enumerate(known):
            since = 0 if value is None else since + 1
            window = known[at + 1 - width : at + 1]
            if since >= width and tuple(sorted(window)) in wanted and tuple(window) not in own:
                return True
    return False


def files_of(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, _, names in os.walk(path):
            yield from (os.path.join(folder, name) for name in sorted(names))


def search(rows_path, own_path, paths):
    wanted = {key(shape) for entry in read(rows_path) for shape in shapes(entry["row"])}
    own = {tuple(round(v, 4) for v in shape) for entry in read(own_path) for shape in shapes(entry["row"])}
    looked = 0
    for path in files_of(paths):
        looked += 1
        with open(path, "rb") as file:
            if is_found(file.read(), wanted, own):
                print(path)
    print(f"{looked} files", file=sys.stderr)


def means_of(path):
    profile = read(path)
    return int(profile["rater_count"]), [float(dimension["now"]) for dimension in profile["dimensions"]]


def difference(rows_path, from_path, to_path, *counts):
    """The attacker knows how many stand behind each: m2 mean2 - m1 mean1 is the sum of those who came
    between. For each colleague: is it theirs, within what rounding hides?"""
    (count1, mean1), (count2, mean2) = means_of(from_path), means_of(to_path)
    count1, count2 = (int(count) for count in counts or (count1, count2))
    left = [count2 * b - count1 * a for a, b in zip(mean1, mean2)]
    hidden = ROUNDING * (count1 + count2) + 1e-9
    now = [entry["row"] for entry in read(rows_path) if entry["part"].endswith("now")]
    for number, row in enumerate(now, 1):
        if max(abs(a - b) for a, b in zip(left, row)) <= hidden:
            print(f"colleague {number} is the difference of {count1} and {count2}")
    newcomers = [sum(column) for column in zip(*now[count1:count2])]
    if count2 > count1 and max(abs(a - b) for a, b in zip(left, newcomers)) <= hidden:
        print(f"a sum of {count2 - count1}")


if __name__ == "__main__":
    verb, words = sys.argv[1], sys.argv[2:]
    if verb == "payloads":
        payloads(words[0], words[1:])
    elif verb == "handles":
        handles(words[0])
    elif verb == "rows":
        rows(words)
    elif verb == "search":
        search(words[0], words[1], words[2:])
    else:
        difference(*words)
