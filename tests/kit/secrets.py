"""secrets.py PID LEDGER [nowhere]: where in the memory of the process PID lie the signing key's seed and the device
secret that stand in LEDGER. A line for each place outside guarded memory, which the kernel shows as locked
("lo") and left out of core dumps ("dd"); with "nowhere", each place at all. Ends with 1 when there is one,
and, unless "nowhere" is asked, with 2 when the search finds nothing, for then it has not searched."""
import re
import sqlite3
import sys

pid, ledger = sys.argv[1:3]
is_nowhere = sys.argv[3:] == ["nowhere"]
rows = dict(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True).execute(
    "SELECT name, sealed FROM identity WHERE name IN ('signing-key', 'device-secret')"))
wanted = {"the signing key": rows["signing-key"][:32], "the device secret": rows["device-secret"]}
outside, inside = [], set()


def look(line, flags):
    begin, end = (int(part, 16) for part in line.split()[0].split("-"))
    if "r" not in line.split()[1] or line.rstrip().endswith(("[vvar]", "[vsyscall]")):
        return
    try:
        memory.seek(begin)
        held = memory.read(end - begin)
    except (OSError, ValueError):
        return
    for name, secret in wanted.items():
        count = held.count(secret)
        if count and not is_nowhere and {"lo", "dd"} <= set(flags.split()):
            inside.add(name)
        elif count:
            outside.append(f"{name}, {count} times in {line.rstrip()}")


with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory, open(f"/proc/{pid}/smaps") as smaps:
    region = None
    for line in smaps:
        if re.match(r"[0-9a-f]+-[0-9a-f]+ ", line):
            region = line
        elif line.startswith("VmFlags:"):
            look(region, line[len("VmFlags:"):])
print("\n".join(outside), end="\n" if outside else "")
sys.exit(1 if outside else 0 if is_nowhere or len(inside) == len(wanted) else 2)
