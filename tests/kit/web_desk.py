"""A browser that sends exactly what a test wants, for the desk in the browser: plain sockets, one
request on each connection. Import it from a script beside which it is put on the path."""
import os
import re
import socket
import ssl
import time
import urllib.parse


class Answer:
    def __init__(self, raw):
        head, _, self.body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split()[1]) if raw else 0  # 0: closed without a word
        self.headers = [tuple(line.split(": ", 1)) for line in lines[1:] if ": " in line]

    def header(self, name):
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return found[0] if found else ""

    @property
    def text(self):
        return self.body.decode("utf-8")


class Desk:
    """One browser: its cookies, and the token of the page that it saw last. A home with https is that of
    the desk for other machines, which listens here, too; WEB_TRUSTED is the certificate that it shows."""

    def __init__(self, home):
        self.home = home
        self.host = home.split("://")[1]
        self.port = int(home.rsplit(":", 1)[1])
        self.cookie = self.token = ""
        self.jar, self.cookies = {}, []

    def connect(self, source="127.0.0.1"):
        end = socket.create_connection(("127.0.0.1", self.port), timeout=60, source_address=(source, 0))
        if not self.home.startswith("https:"):
            return end
        context = ssl.create_default_context(cafile=os.environ["WEB_TRUSTED"])
        return context.wrap_socket(end, server_hostname=self.host.rsplit(":", 1)[0])

    def raw(self, request, on_silence=None):
        """The answer to these bytes, until the other side closes. When it is silent for a moment,
        on_silence() is called once, which lets time pass."""
        with self.connect() as end:
            raw = b""
            try:
                end.settimeout(0.3 if on_silence else 60)
                end.sendall(request)
                while piece := self.hear(end, on_silence):
                    raw += piece
            except OSError:
                pass
            return Answer(raw)

    @staticmethod
    def hear(end, on_silence):
        try:
            return end.recv(65536)
        except TimeoutError:
            on_silence()
            end.settimeout(60)
            return end.recv(65536)

    def headers(self, **changes):
        """Those of a browser of ours, with changes (a name with "_" for "-"); None leaves one out."""
        headers = {"Host": self.host}
        if self.cookie:
            headers["Cookie"] = self.cookie
        headers.update({key.replace("_", "-"): value for key, value in changes.items()})
        return "".join(f"{key}: {value}\r\n" for key, value in headers.items() if value is not None)

    def request(self, method, route, body=b"", **changes):
        head = f"{method} {route} HTTP/1.1\r\n{self.headers(Connection='close', **changes)}\r\n"
        answer = self.raw(head.encode("latin-1") + body)
        if found := re.search(r'name="token" value="([0-9a-f]+)"', answer.body.decode("utf-8", "replace")):
            self.token = found[1]
        for key, value in answer.headers:
            if key == "Set-Cookie":
                self.jar.update([value.split(";")[0].split("=", 1)])
                self.cookie = "; ".join(f"{name}={kept}" for name, kept in self.jar.items())
                self.cookies.append(value.split(";")[0])
        return answer

    def settled(self, answer):
        """As a browser does with the page that says "Still at work": it looks again until the answer is there, and
        takes the file that one says is made."""
        while place := re.search(r"/wait/[0-9]+(/file)?", answer.header("Location") + answer.header("Refresh")):
            time.sleep(0.1)
            answer = self.request("GET", place[0])
        return answer

    def get(self, route, **changes):
        return self.settled(self.request("GET", route, **changes))

    def post(self, route, fields, **changes):
        return self.settled(self.send(route, fields, **changes))

    def send(self, route, fields, **changes):
        """What is said at once to a form with these fields."""
        body = urllib.parse.urlencode({"token": self.token, **fields}).encode()
        sent = {"Origin": self.home, "Sec_Fetch_Site": "same-origin", "Content_Length": len(body),
                "Content_Type": "application/x-www-form-urlencoded"}
        return self.request("POST", route, body, **{**sent, **changes})

    def open(self, address):
        return self.get(address[len(self.home):])

    def unlock(self, passphrase, person="recruiter"):
        self.get("/unlock")
        return self.post("/unlock", {"person": person, "passphrase": passphrase})


faults = 0


def expect(what, got, *wanted):
    """One more fault unless `got` is one of `wanted`."""
    global faults
    if got not in wanted:
        faults += 1
        print(f"{what}: {got!r}, wanted {' or '.join(map(repr, wanted))}")


def at_rest(pid):
    """Whether a process sleeps, and has done nothing for a moment."""
    def seen():
        with open(f"/proc/{pid}/status") as file:
            return [line for line in file if line.startswith("State") or "ctxt_switches" in line]
    before = seen()
    time.sleep(0.02)
    return "S" in before[0].split()[1] and seen() == before


def time_passes(seconds):
    """For the desk, whose clock reads this file: after what it is doing now, for which it has looked at
    the clock already."""
    while not at_rest(os.environ["WEB_PID"]):
        pass
    path = os.environ["CLOCK_SHIFT"]
    with open(path) as file:
        shift = int(file.read())
    with open(path, "w") as file:
        file.write(str(shift + seconds))


def agents(pid):
    """The processes that work for people who have been at the desk `pid`."""
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]
