"""Flips single bits of drafts.db and asks what the person with the code sees then.

usage: drafts_flipped.py PROGRAMS CONFIG DATA CODES WORK COUNT SEED

DATA holds the draft of candidate 1; WORK/states names, for each moment of its making, how many rows it
had and the number of the sitting. For each flip, the terminal must give back everything, or everything
before the flipped row and say so, or say that it cannot; it never gives back an answer that was not
there, never begins anew in silence, and erases nothing.
"""
import os, random, shutil, sqlite3, subprocess, sys

programs, config, data, codes, work, count, seed = sys.argv[1:]
chance = random.Random(int(seed))
states = [line.split() for line in open(work + "/states")]  # rows, state
states = [(int(rows), state) for rows, state in states]
whole = states[-1][1]

database = sqlite3.connect(data + "/drafts.db")
rows = [bytes(r[0]) for r in database.execute("SELECT sealed FROM row ORDER BY number")]
session = database.execute("SELECT wrapped_key, head FROM session").fetchone()
database.close()
file = open(data + "/drafts.db", "rb").read()
places = [(file.index(sealed), len(sealed), number) for number, sealed in enumerate(rows, 1)]
sealed_parts = {"key": bytes(session[0]), "head": bytes(session[1])}
places += [(file.index(sealed), len(sealed), name) for name, sealed in sealed_parts.items()]


def part_of(at):
    """The row or part whose sealed bytes hold the byte `at`, or the structure of the file."""
    for start, length, number in places:
        if start <= at < start + length:
            return number
    return "structure"


def before(number):
    """The number of the sitting before row `number`."""
    return [state for count, state in states if count < number][-1:]


story = work + "/flip.story"
with open(story, "w") as out:
    out.write('size 1280x720 width-mm 300\ntell\ntap "Start"\ncode candidate 1\ntell\ntap "next"\ntell\n')


def play(folder):
    ran = subprocess.run([programs + "/resonance-story", "--config", config, "--data", folder, "--codes", codes,
                          "--from", "1", "--clock", open(work + "/clock").read(), story],
                         capture_output=True, text=True)
    if ran.returncode < 0 or ran.returncode > 2:
        return None, ran.stderr
    told = []
    for line in ran.stdout.splitlines():
        word, _, rest = line.partition(" ")
        if word == "screen":
            told.append({"screen": rest.split()[0]})
        elif word in ("says", "state"):
            told[-1][word] = rest
    return told, ran.stderr


def judge(at, folder):
    """What is wrong after the flip of the byte `at`, and in which of the ways it ended."""
    part = part_of(at)
    told, err = play(folder)
    if told is None:
        return "it crashed: " + err, "crash"
    first = told[0]["screen"]
    left = b""
    for name in sorted(os.listdir(folder)):
        if name.startswith("drafts"):
            left += open(folder + "/" + name, "rb").read()
    gone = [n for start, length, n in places if isinstance(n, int) and not start <= at < start + length and rows[n - 1] not in left]
    if gone and len(told) < 3:
        return f"rows {gone} are gone", "erased"
    if first == "staff":
        return ("the terminal is shut" if part != "structure" else ""), "staff"
    seen = told[1] if len(told) > 1 else {"screen": "attract"}
    if seen["screen"] == "code":
        return ("the code is refused" if part != "structure" else ""), "refused"
    if seen["screen"] != "resume":
        return f"in silence: the screen is {seen['screen']}", "silent"
    says = seen["says"]
    # A page of the database whose structure rots is written anew by it as far as it can be read: then
    # the person is told that there is a part only.
    if gone and (part != "structure" or says == "We kept your place"):
        return f"rows {gone} are gone", "erased"
    if says == "Your answers cannot be opened":
        # the first row says how the sitting began, the second where the person is
        return ("" if part in ("key", "structure", 1, 2) else f"nothing of it is given back ({part})"), "told"
    state = told[2]["state"]
    if says == "We kept your place":
        if state != whole:
            return "some of it is missing, in silence", "silent"
        return "", "whole"
    if says != "We kept part of your answers":
        return f"it says {says}", "silent"
    if state not in [s for _, s in states]:
        return "an answer is another one", "altered"
    if part == "head" and state != whole:
        return "the head is damaged, and answers are missing", "part"
    if isinstance(part, int) and [state] != before(part):
        return f"before row {part} there was more", "part"
    return "", "part"


ends, faults = {}, 0
for n in range(int(count)):
    at, bit = chance.randrange(len(file)), chance.randrange(8)
    folder = work + "/flipped"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(data, folder)
    with open(folder + "/drafts.db", "r+b") as out:
        out.seek(at)
        out.write(bytes([file[at] ^ 1 << bit]))
    wrong, end = judge(at, folder)
    ends[end] = ends.get(end, 0) + 1
    if wrong:
        faults += 1
        print(f"FAILED: byte {at}, bit {bit} of {part_of(at)}: {wrong} (seed {seed})")
print(count, "flips:", ", ".join(f"{n} {end}" for end, n in sorted(ends.items())))
sys.exit(faults > 0)
