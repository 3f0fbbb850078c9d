"""memory_kept.py PRELOAD FOLDER COMMAND...: runs COMMAND with tests/kit/kill_at_step.c preloaded and stops
it before each step to the disk. All of its memory then that is not guarded, which the kernel shows as
locked ("lo") and left out of core dumps ("dd"), goes to files in FOLDER; with MEMORY_KEPT=guarded in the
environment what is guarded, instead. Prints how often it stopped."""
import os, re, signal, sys

preload, folder, *command = sys.argv[1:]


def keep(pid, stop):
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory, open(f"/proc/{pid}/smaps") as smaps:
        region = None
        for line in smaps:
            if re.match(r"[0-9a-f]+-[0-9a-f]+ ", line):
                region = line.split()
            elif line.startswith("VmFlags:"):
                begin, end = (int(part, 16) for part in region[0].split("-"))
                guarded = {"lo", "dd"} <= set(line.split())
                if guarded != (os.environ.get("MEMORY_KEPT") == "guarded") or "r" not in region[1] or region[-1] in ("[vvar]", "[vsyscall]"):
                    continue
                try:
                    memory.seek(begin)
                    held = memory.read(end - begin)
                except (OSError, ValueError):
                    continue
                name = os.path.basename(region[5]) if len(region) > 5 else "none"
                with open(f"{folder}/{os.path.basename(command[0])}-{stop}-{begin:x}-{name}", "wb") as out:
                    out.write(held)


child = os.fork()
if child == 0:
    os.environ.update(LD_PRELOAD=preload, STOP_AT_STEPS="1")
    os.execv(command[0], command)
stops = 0
while True:
    _, status = os.waitpid(child, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        break
    stops += 1
    keep(child, stops)
    os.kill(child, signal.SIGCONT)
print(stops)
sys.exit(os.waitstatus_to_exitcode(status))
