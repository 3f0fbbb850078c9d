"""units.py MAP COMMAND...: does what systemd does with the units of the terminal, without systemd as the first
process. MAP is a file of lines "WORD WORD": what stands in the units, and what stands for it here. The
users are those of resonance-kiosk.sysusers, by numbers that systemd-sysusers gives them in a folder of its own.

  units.py MAP wait UNIT     waits at the socket of UNIT and starts UNIT for each connection, until it is killed;
                             its number stands in the file PIDS/UNIT ("" while there is none)
  units.py MAP run UNIT WORD...       what UNIT starts (behind xinit), as its user, with further words
  units.py MAP as UNIT PROGRAM WORD...    another program as that user
  units.py MAP user UNIT     the number of that user"""
import os
import signal
import socket
import sys

source = os.environ["SOURCE"]
lines = dict(line.split(None, 1) for line in open(sys.argv[1]).read().splitlines())
root, pids = lines.pop("SYSUSERS"), lines.pop("PIDS")


def here(text):
    for word, place in lines.items():
        text = text.replace(word, place)
    return text


def settings(name):
    """Of a unit: a list for each word, in the order in which they stand there."""
    found = {}
    for line in open(f"{source}/deploy/{name}"):
        if "=" in line and not line.startswith(("#", "[")):
            key, value = line.rstrip("\n").split("=", 1)
            found.setdefault(key, []).append(value)
    return found


def numbers(file, number_at):
    """Name to number, of the users made for this and of the machine's own."""
    found = {}
    for path in (f"/etc/{file}", f"{root}/etc/{file}"):
        for line in open(path):
            parts = line.split(":")
            found[parts[0]] = int(parts[number_at])
    return found


users, groups = numbers("passwd", 2), numbers("group", 2)


def become(unit):
    """This process is one of the user of `unit` from now on."""
    known = settings(f"{unit}.service")
    further = known.get("SupplementaryGroups", [""])[0].split()
    os.setgroups([groups[name] for name in further if name in groups])
    os.setgid(groups[known["Group"][0]])
    os.setuid(users[known["User"][0]])
    os.umask(int(known["UMask"][0], 8))


def words_of(unit):
    line = settings(f"{unit}.service")["ExecStart"][0].split(" -- ")[0].split()
    return [here(word) for word in line if not word.endswith("/xinit")]


def start(unit, door):
    child = os.fork()
    if child:
        return child
    os.dup2(door.fileno(), 3)
    os.set_inheritable(3, True)
    become(unit)
    words = words_of(unit)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DISPLAY", "XAUTH"))}
    os.execve(words[0], words, {**environment, "LISTEN_FDS": "1"})


def wait(unit):
    known = settings(f"{unit}.socket")
    path = here(known["ListenSequentialPacket"][0])
    door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    os.umask(0o777 - int(known["SocketMode"][0], 8))
    door.bind(path)
    os.umask(0o022)
    os.chown(path, users[known["SocketUser"][0]], groups[known["SocketGroup"][0]])
    door.listen()
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    import select
    while True:
        open(f"{pids}/{unit}", "w").close()
        select.select([door], [], [])
        child = start(unit, door)
        with open(f"{pids}/{unit}", "w") as told:
            told.write(f"{child}\n")
        os.waitpid(child, 0)


what, unit = sys.argv[2:4]
if what == "wait":
    wait(unit)
elif what == "user":
    print(users[settings(f"{unit}.service")["User"][0]])
else:
    become(unit)
    words = (words_of(unit) if what == "run" else []) + sys.argv[4:]
    os.execvp(words[0], words)
