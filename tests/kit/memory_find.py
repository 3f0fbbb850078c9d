# python3 memory_find.py PID FILE: prints each line of FILE (UTF-8) that lies in the memory of the process
import sys

pid, path = sys.argv[1:]
wanted = {line.encode() for line in open(path, encoding="utf-8").read().splitlines() if line}
found, seen = set(), 0
with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
    for line in open(f"/proc/{pid}/maps"):
        span, rights = line.split()[:2]
        if "r" not in rights or "[v" in line:
            continue
        low, high = (int(end, 16) for end in span.split("-"))
        try:
            memory.seek(low)
            held = memory.read(high - low)
        except OSError:
            continue
        seen += len(held)
        found |= {word for word in wanted if word in held}
if seen < 1 << 20:
    sys.exit("the memory cannot be read")
for word in sorted(found):
    print(word.decode())
