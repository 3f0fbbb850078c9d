# Plays a person at a terminal: answers each question for a present passphrase with PASSPHRASE, and for
# a new one takes the six words that are offered, typed twice. Prints "words: ..." and then all that
# stood on the screen.   chooser.py PASSPHRASE COMMAND...
import os, pty, re, sys

child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
said, seen, words = b"", 0, None
while True:
    try:
        more = os.read(terminal, 4096)
    except OSError:
        more = b""
    if not more:
        break
    said += more
    offered = re.search(rb"all of them: ([a-z ]+)\r?\n", said)
    if offered:
        words = offered.group(1)
    asked = re.search(rb"(Passphrase of [^\n]*|New passphrase [^\n]*|The same once more): $", said[seen:])
    if asked:
        seen = len(said)
        is_present = asked.group(1).startswith(b"Passphrase of")
        os.write(terminal, (sys.argv[1].encode() if is_present else words) + b"\n")
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print("words:", (words or b"").decode())
print(said.decode(errors="replace"))
sys.exit(status)
