"""The siege of siege.sh: ADDRESS PID PROGRAM ORG."""
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import threading

import web_desk
from web_desk import Desk, agents, expect, time_passes

address, pid, program, org = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
honest = Desk(address.split("/open/")[0])
honest.open(address)
expect("an honest client", honest.unlock(passphrase).status, 303)
STEP_S = 21


def drip():
    """Connections that are in the middle of each step."""
    host = f"Host: {honest.home[7:]}\r\n"
    form = (f"POST /unlock HTTP/1.1\r\n{host}Origin: {honest.home}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            "Content-Length: 1000\r\n\r\n")
    asked = f"GET /people HTTP/1.1\r\n{host}Cookie: {honest.cookie}\r\n\r\n"
    for begun in ("", "GET / HT", f"GET / HTTP/1.1\r\n{host}X: ", form + "a", asked):
        for _ in range(4):
            end = honest.connect()
            end.sendall(begun.encode())
            yield end


def is_closed(end):
    """Whether the other side has closed; what was answered before is read away."""
    end.settimeout(60)
    try:
        while end.recv(65536):
            pass
        return True
    except TimeoutError:
        return False
    except OSError:
        return True


def who_drips_is_cut_off():
    dripping = list(drip())
    expect("an honest client meanwhile", honest.get("/people").status, 200)
    time_passes(STEP_S // 2)
    for end in dripping:  # so that the library's own timer, which sees silence, has nothing to see
        end.sendall(b"a")
    expect("an honest client meanwhile", honest.get("/people").status, 200)
    time_passes(STEP_S // 2 + 1)
    expect("an honest client meanwhile", honest.get("/people").status, 200)
    expect("dripping ones that are cut off", sum(map(is_closed, dripping)), len(dripping))


def who_takes_all_makes_room():
    taken = []
    for number in range(400):
        try:
            taken.append(honest.connect(f"127.0.0.{2 + number // 20}"))
        except OSError:
            break
    for _ in range(10):
        expect("an honest client among 400", honest.get("/people").status, 200)
    time_passes(STEP_S)
    expect("an honest client after them", honest.get("/people").status, 200)
    for end in taken:
        end.close()


def an_agent_that_ends_is_one_persons_trouble():
    other = Desk(honest.home)
    told = subprocess.run([program, "desk", "--org", org, "--no-browser"], capture_output=True, text=True,
                          env={**os.environ, "XDG_RUNTIME_DIR": os.getcwd() + "/run"}, check=True).stdout
    first = agents(pid)
    other.open(told.split("\n")[1])
    expect("a second person", other.unlock(passphrase, "anna").status, 303)
    second = list(set(agents(pid)) - set(first))
    for how in (signal.SIGABRT, signal.SIGKILL, signal.SIGSEGV):
        os.kill(second[0], how)
        answer = other.get("/people")
        expect(f"after {how.name}", (answer.status, answer.header("Location")), (503, ""), (303, "/unlock"))
        expect("others are served", honest.get("/people").status, 200)
        expect("who unlocks again goes on", other.unlock(passphrase, "anna").status, 303)
        expect("People", other.get("/people").status, 200)
        second = list(set(agents(pid)) - set(first))
    return other, second[0]


def hang_until(desk, agent, step_s):
    """What somebody gets whose agent hangs, once time has passed in steps; others are served meanwhile.
    A clock that jumps may cut who is just connecting: they ask again."""
    got = []

    def ask():
        while not got or got[-1].status == 0:
            got.append(desk.request("GET", "/people"))

    os.kill(agent, signal.SIGSTOP)
    thread = threading.Thread(target=ask)
    thread.start()
    while thread.is_alive():
        time_passes(step_s)
        served = any(honest.get("/people").status == 200 for _ in range(3))
        expect("others are served while one hangs", served, True)
        thread.join(0.05)
    return got[-1]


def an_agent_that_hangs_is_answered_for(other, agent):
    answer = hang_until(other, agent, 1)
    place = answer.header("Location")
    expect("after three seconds", (answer.status, place[:6]), (303, "/wait/"))
    waiting = other.request("GET", place)
    expect("the page that waits", (waiting.status, waiting.header("Refresh"), "Still at work" in waiting.text),
           (200, f"5; url={place}", True))
    expect("it is nobody else's", honest.get(place).status, 404)
    os.kill(agent, signal.SIGCONT)
    answer = other.get(place)
    expect("the answer in the end", (answer.status, "Lock now" in answer.text), (200, True))
    expect("it is given once", other.get(place).status, 404)
    place = hang_until(other, agent, 1).header("Location")
    for _ in range(10):
        time_passes(15)
        honest.get("/people")
    answer = other.get(place)
    expect("after two minutes", (answer.status, "Making it has ended" in answer.text), (503, True))
    expect("that is said once", other.get(place).status, 404)
    expect("the agent that hung is gone", agent in agents(pid), False)
    expect("and its keys", other.get("/people").header("Location"), "/unlock")


def it_stays_small():
    honest.unlock(passphrase)
    for _ in range(500):
        honest.get("/s/none.css")
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    expect("the front takes 16 MiB at most", int(re.search(r"RssAnon:\s+(\d+)", status)[1]) <= 16 * 1024, True)
    open_files = len(os.listdir(f"/proc/{pid}/fd"))
    expect("open files are few", open_files < 40, True)


who_drips_is_cut_off()
who_takes_all_makes_room()
an_agent_that_hangs_is_answered_for(*an_agent_that_ends_is_one_persons_trouble())
it_stays_small()
sys.exit(web_desk.faults > 0)
