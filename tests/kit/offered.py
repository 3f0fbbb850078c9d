# Plays a person at a terminal who is asked for a present passphrase, then for a new one, and breaks off:
# prints the words that are offered.   offered.py PASSPHRASE COMMAND...
import os, pty, re, sys

child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
said = b""


def until(pattern):
    global said
    while not re.search(pattern, said):
        try:
            more = os.read(terminal, 4096)
        except OSError:
            more = b""
        if not more:
            sys.exit("it ended with: " + said.decode(errors="replace"))
        said += more


until(rb"Passphrase of [^\n]*: ")
os.write(terminal, sys.argv[1].encode() + b"\n")
until(rb"New passphrase [^\n]*: ")
os.write(terminal, b"\x03")
os.waitpid(child, 0)
print(re.search(rb"all of them: ([a-z ]+)", said).group(1).decode())
