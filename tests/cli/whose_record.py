"""The attack of attack_whose_record.sh: disk-0 to disk-N are copies of a terminal's disk, each after one
more sitting. What a single one of them says of who made which record."""
import os
import shutil
import sqlite3
import sys
import tempfile

people = int(sys.argv[1])
faults = []


def wrong(sentence):
    faults.append(sentence)
    print(sentence)


def rows(folder, name, sql):
    """What the terminal itself would read: a copy is opened, so that its log counts."""
    with tempfile.TemporaryDirectory() as copy:
        for file in os.listdir(folder):
            if file.startswith(name):
                shutil.copy(os.path.join(folder, file), copy)
        database = sqlite3.connect(os.path.join(copy, name))
        found = database.execute(sql).fetchall()
        database.close()
        return found


def places(bytes_, needle):
    found, at = [], bytes_.find(needle)
    while at >= 0:
        found.append(at)
        at = bytes_.find(needle, at + 1)
    return found


def marks_of(folder):
    return [mark for (mark,) in rows(folder, "ledger.db", "SELECT mark FROM mark")]


def results_of(folder):
    return [(record, hash_) for (record, hash_) in rows(
        folder, "ledger.db", "SELECT record_id, entry_hash FROM entry WHERE type = 1 ORDER BY sequence")]


# The truth, by two copies each: the mark and the record of each sitting.
truth = []
for turn in range(1, people + 1):
    marks = set(marks_of(f"disk-{turn}")) - set(marks_of(f"disk-{turn - 1}"))
    results = set(results_of(f"disk-{turn}")) - set(results_of(f"disk-{turn - 1}"))
    if len(marks) != 1 or len(results) != 1:
        wrong(f"sitting {turn} makes {len(marks)} marks and {len(results)} results")
        sys.exit(1)
    truth.append((marks.pop(), results.pop()))
order = [mark for mark, _ in truth]
if order == sorted(order) or order == sorted(order, reverse=True):
    wrong("the people came in the order of their marks: the test sees nothing")

# One copy at a time.
looked = 0
for turn in range(1, people + 1):
    folder = f"disk-{turn}"
    so_far = order[:turn]
    canonical = sorted(so_far)
    if marks_of(folder) != canonical:
        wrong(f"{folder}: the rows of the marks are not in the order of the marks")
    where = {}
    for name in sorted(os.listdir(folder)):
        bytes_ = open(os.path.join(folder, name), "rb").read()
        looked += 1
        if name.endswith("-wal") and name.startswith("ledger") and bytes_:
            wrong(f"{folder}/{name}: {len(bytes_)} bytes of log tell what was written after what")
        for mark in so_far:
            for spelled in (mark, mark.hex().encode(), mark.hex().upper().encode()):
                for place in places(bytes_, spelled):
                    where.setdefault(mark, []).append((name, place))
        if name.startswith("drafts"):
            for turn_then, (_, (record, hash_)) in enumerate(truth[:turn], 1):
                if record in bytes_ or hash_ in bytes_:
                    wrong(f"{folder}/{name}: something is left of sitting {turn_then}")
    for mark in so_far:
        found = where.get(mark, [])
        if len(found) != 1 or found[0][0] != "ledger.db":
            wrong(f"{folder}: the mark of sitting {order.index(mark) + 1} stands at {found}")
    lying = sorted(so_far, key=lambda mark: where[mark][-1][1])
    if lying not in (canonical, canonical[::-1]):
        wrong(f"{folder}: the places of the marks are not in the order of the marks")
    if rows(folder, "drafts.db", "SELECT * FROM session"):
        wrong(f"{folder}: a session is left")
    (page_bytes,), = rows(folder, "ledger.db", "PRAGMA page_size")
    ledger = open(os.path.join(folder, "ledger.db"), "rb").read()
    for mark, (record, hash_) in truth[:turn]:
        page = where[mark][-1][1] // page_bytes
        shared = [one for one in (record, hash_) for place in places(ledger, one) if place // page_bytes == page]
        if shared:
            wrong(f"{folder}: a mark and a record share a page")
    columns = [name for (name,) in rows(folder, "ledger.db", "SELECT name FROM pragma_table_info('mark')")]
    if columns != ["mark"]:
        wrong(f"{folder}: a mark has {columns}")

print(f"{people} sittings, {looked} files looked at; with a copy from before each sitting {len(truth)} of {people} are linked, with one copy 0")
sys.exit(bool(faults))
