"""The attacks of attacks.sh: ADDRESS PID PROGRAM ORG."""
import hashlib
import html
import os
import pathlib
import re
import subprocess
import sys

import web_desk
from web_desk import Desk, agents, expect, time_passes

address, pid, program, org = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
home = address.split("/open/")[0]
passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
desk = Desk(home)


def new_address():
    """As somebody gets one who starts the desk again."""
    told = subprocess.run([program, "desk", "--org", org, "--no-browser"], capture_output=True, text=True,
                          env={**os.environ, "XDG_RUNTIME_DIR": os.getcwd() + "/run"}, check=True).stdout
    return told.split("\n")[1]


def contents():
    """All files of the organization but what the log writes."""
    skipped = {"archive.db", "archive.db-wal", "archive.db-shm", "log.head", "log.reserve"}
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(pathlib.Path(org).rglob("*")) if path.is_file() and path.name not in skipped}


def routes():
    for line in subprocess.run([program, "desk", "--routes"], capture_output=True, text=True, check=True).stdout.splitlines():
        methods, route, who = re.split("  +", line, maxsplit=2)
        if who != "nobody":
            yield methods, route.replace("*", "K7-Q2")


def nobody_gets_anything():
    for methods, route in routes():
        expect(f"GET {route} without a visit", desk.get(route).status, 401)
        expect(f"POST {route} without a visit", desk.post(route, {}).status, 403)
    for route in ("/open/", "/open/" + "0" * 64, "/join/", "/join/" + "0" * 64):
        expect(f"{route} opens", desk.get(route).status, 403)
    expect("a route that nobody has", desk.get("/nothing").status, 401)
    desk.cookie = f"resonance-{desk.port}=" + "0" * 64
    expect("a cookie that was guessed", desk.get("/").status, 401)
    desk.cookie = ""


def an_address_opens_once():
    secret = address.rsplit("/", 1)[1]
    for process in os.listdir("/proc"):
        try:
            words = pathlib.Path(f"/proc/{process}/cmdline").read_bytes()
        except OSError:
            continue
        if process.isdigit() and int(process) not in (os.getpid(), os.getppid()):
            expect(f"process {process} tells the address", secret.encode() in words, False)
    for wrong in ("", "x", secret[:-1], secret + "0", "0" * 64, secret.upper()):
        expect(f"/open/{wrong[:4]}...", Desk(home).get("/open/" + wrong).status, 403)
    expect("the address", desk.open(address).status, 200)
    expect("a jump from a file loses the cookie", desk.cookie != "", True)
    expect("the address again", Desk(home).open(address).status, 403)
    late = new_address()
    time_passes(61)
    expect("an address of a minute ago", Desk(home).open(late).status, 403)


def hidden(answer):
    return {html.unescape(name): html.unescape(value)
            for name, value in re.findall('type="hidden" name="([^"]*)" value="([^"]*)"', answer.text)}


def locked_shows_nothing():
    for methods, route in routes():
        if route in ("/unlock", "/wait/"):
            continue
        answer = desk.get(route)
        expect(f"GET {route} while locked", (answer.status, answer.header("Location")), (303, "/unlock"), (404, ""))
    desk.get("/unlock")
    written = {"id": "after-the-lock", "title": 'Ship & "sea" <b>'}
    answer = desk.post("/vacancies/new", {**written, "passphrase": passphrase})
    expect("a form for a locked desk", answer.status, 422)
    expect("it says so", "nothing was done" in answer.text, True)
    expect("it takes a passphrase along", passphrase in answer.text, False)
    answer = desk.post("/unlock", {"person": "recruiter", "passphrase": "wrong", **hidden(answer)})
    answer = desk.post("/unlock", {"person": "recruiter", "passphrase": passphrase, **hidden(answer)})
    expect("what was written comes back", (answer.status, "What you wrote" in answer.text), (200, True))
    expect("nothing is done before it is sent again", os.path.exists(f"{org}/vacancies/after-the-lock.json"), False)
    fields = {name: value for name, value in hidden(answer).items() if name != "token"}
    expect("all of it", fields, written)
    expect("it is sent again", desk.post("/vacancies/new", fields).status, 303)
    expect("it is done", os.path.exists(f"{org}/vacancies/after-the-lock.json"), True)
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil", "/a b", ""):
        desk.get("/")
        desk.post("/lock", {})
        answer = desk.post("/unlock", {"person": "recruiter", "passphrase": passphrase, "carried.": elsewhere, "carried-a": "b"})
        expect(f"a form for {elsewhere!r} is carried", (answer.status, answer.header("Location")), (303, "/"))
    desk.get("/")
    desk.post("/lock", {})


def unlocking():
    old = desk.cookie
    expect("a wrong passphrase", desk.unlock("wrong").status, 422)
    expect("a key that is not here", desk.post("/unlock", {"person": "../../etc/passwd", "passphrase": "x"}).status, 422)
    expect("the right one", desk.unlock(passphrase).status, 303)
    expect("Today", desk.get("/").status, 200)
    stale = Desk(home)
    stale.cookie = old
    expect("the cookie of before", stale.get("/").status, 401)


def another_site_does_nothing():
    before = contents()
    fields = {"id": "stolen", "title": "Stolen"}
    desk.get("/vacancies/new")
    wrong = [dict(Origin=None), dict(Origin="null"), dict(Origin="http://evil.example"), dict(Origin=home + "0"),
             dict(Sec_Fetch_Site="cross-site"), dict(Sec_Fetch_Site="same-site"), dict(Cookie=None),
             dict(Cookie=f"resonance-{desk.port}=" + "1" * 64), dict(Content_Type="text/plain"),
             dict(Content_Type="multipart/form-data; boundary=x")]
    for change in wrong:
        expect(f"a form with {change}", desk.post("/vacancies/new", fields, **change).status, 403, 415)
    for token in ("", "0" * 32, desk.token[:-1], desk.token + "0"):
        expect(f"a form with the token {token[:3]}...", desk.post("/vacancies/new", {**fields, "token": token}).status, 403)
    for methods, route in routes():
        if "POST" in methods:
            expect(f"POST {route} with a wrong token", desk.post(route, {"token": "x"}).status, 403)
            expect(f"POST {route} from elsewhere", desk.post(route, {}, Origin="http://evil.example").status, 403)
    expect("files after forms of others", contents(), before)
    expect("the same form from here", desk.post("/vacancies/new", fields).status, 303)
    expect("is done", os.path.exists(f"{org}/vacancies/stolen.json"), True)


def another_name_is_not_ours():
    for host in (None, "evil.example", "127.0.0.1", f"localhost:{desk.port}", f"127.0.0.1:{desk.port}.", f"127.0.0.1:{desk.port + 1}"):
        expect(f"Host {host}", desk.get("/", Host=host).status, 421, 400)
    twice = f"GET / HTTP/1.1\r\nHost: {home[7:]}\r\nHost: {home[7:]}\r\nCookie: {desk.cookie}\r\n\r\n"
    expect("two Hosts", desk.raw(twice.encode(), on_silence=deadline).status, 421, 400)


def frames_get_nothing():
    for change in (dict(Sec_Fetch_Dest="iframe"), dict(Sec_Fetch_Dest="embed"), dict(Sec_Purpose="prefetch"),
                   dict(Sec_Fetch_Site="same-site", Sec_Fetch_Dest="image")):
        expect(f"a page for {change}", desk.get("/people", **change).status, 403)


def reading_changes_nothing_and_is_not_kept():
    before = contents()
    person = re.search(r'/people/[0-9A-Z-]+', desk.get("/people").text)[0]
    listed = desk.get("/people").text
    expect("why there is no figure", ("No figure: there is no profile to compare with" in listed,
                                      "There is no organization profile to compare with" in listed, "colleagues" in listed),
           (True, True, False))
    seen = ["/", "/people", person, person + "/words", "/vacancies", "/audit/log", "/doctor", "/help", "/nothing", "/wait/7",
            "/away", "/unlock", person + "/report.json", "/s/none.css"]
    for route in seen:
        answer = desk.get(route)
        expect(f"{route} is kept", answer.header("Cache-Control"), "no-store")
        expect(f"{route} frames", answer.header("X-Frame-Options"), "DENY")
        expect(f"{route} rules", answer.header("Content-Security-Policy").startswith("default-src 'none'; style-src 'self'"), True)
        expect(f"{route} runs a script or has rules inside", bool(re.search("<script|<style| style=| on[a-z]+=", answer.text))
               and "report" not in route, False)
    expect("files after reading", contents(), before)
    rules = re.search(r'href="(/s/[^"]+\.css)"', desk.get("/").text)[1]
    answer = Desk(home).get(rules)
    expect("the rules", (answer.status, answer.header("Cache-Control")), (200, "private, max-age=31536000, immutable"))


def nothing_leads_elsewhere():
    for route in ("//evil.example", "/\\evil.example", "/%2F%2Fevil.example", "/a%0D%0ASet-Cookie:x", "/..%2F", "http://evil.example/"):
        answer = desk.get(route)
        expect(f"{route}", answer.status, 400, 404, 421)
        expect(f"{route} leads on", answer.header("Location"), "")
    desk.get("/people?find=//evil.example")
    desk.get("/away")
    answer = desk.post("/away", {})
    expect("back from hidden", (answer.status, answer.header("Location")), (303, "/people"))


def deadline():
    """The time for one step is over; the desk sees it with the next request."""
    time_passes(21)
    Desk(home).get("/")


def odd_requests_are_refused():
    host, cookie = f"Host: {home[7:]}\r\n", f"Cookie: {desk.cookie}\r\n"
    ours = f"Origin: {home}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    post = "POST /lock HTTP/1.1\r\n" + host + cookie + ours
    body = f"token={desk.token}"
    size = len(body)
    odd = {
        "nothing": "\r\n\r\n", "letters": "hello\r\n\r\n", "no version": "GET /\r\n\r\n", "HTTP/0.9": "GET / HTTP/0.9\r\n\r\n",
        "HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.2": f"GET / HTTP/1.2\r\n{host}{cookie}\r\n",
        "a blank in front": f" GET / HTTP/1.1\r\n{host}{cookie}\r\n", "blanks in the route": f"GET /  x HTTP/1.1\r\n{host}{cookie}\r\n",
        "no Host": f"GET / HTTP/1.1\r\n{cookie}\r\n", "a full address": f"GET {home}/ HTTP/1.1\r\n{host}{cookie}\r\n",
        "a star": f"GET * HTTP/1.1\r\n{host}{cookie}\r\n", "CONNECT": f"CONNECT {home[7:]} HTTP/1.1\r\n{host}{cookie}\r\n",
        "TRACE": f"TRACE / HTTP/1.1\r\n{host}{cookie}\r\n", "OPTIONS": f"OPTIONS / HTTP/1.1\r\n{host}{cookie}\r\n",
        "PUT": f"PUT / HTTP/1.1\r\n{host}{cookie}Content-Length: 0\r\n\r\n", "DELETE": f"DELETE / HTTP/1.1\r\n{host}{cookie}\r\n",
        "get": f"get / HTTP/1.1\r\n{host}{cookie}\r\n", "a body with GET": f"GET / HTTP/1.1\r\n{host}{cookie}Content-Length: 5\r\n\r\nhello",
        "pieces": f"{post}Transfer-Encoding: chunked\r\n\r\n{size:x}\r\n{body}\r\n0\r\n\r\n",
        "pieces and a length": f"{post}Transfer-Encoding: chunked\r\nContent-Length: {size}\r\n\r\n{body}",
        "pieces spelled otherwise": f"{post}Transfer-Encoding : chunked\r\nContent-Length: {size}\r\n\r\n{body}",
        "identity": f"{post}Transfer-Encoding: identity\r\nContent-Length: {size}\r\n\r\n{body}",
        "no length": f"{post}\r\n{body}", "two lengths": f"{post}Content-Length: {size}\r\nContent-Length: {size}\r\n\r\n{body}",
        "lengths in one": f"{post}Content-Length: {size}, {size}\r\n\r\n{body}", "a length of +": f"{post}Content-Length: +{size}\r\n\r\n{body}",
        "a length of -": f"{post}Content-Length: -1\r\n\r\n{body}", "a length in hex": f"{post}Content-Length: 0x10\r\n\r\n{body}",
        "a length without an end": f"{post}Content-Length: {'9' * 40}\r\n\r\n{body}",
        "10 GB": f"{post}Content-Length: 10000000000\r\n\r\n{body}", "a body that ends early": f"{post}Content-Length: {size + 9}\r\n\r\n{body}",
        "a body too large": f"{post}Content-Length: 65537\r\n\r\n{'a' * 65537}", "a long route": f"GET /{'a' * 5000} HTTP/1.1\r\n{host}{cookie}\r\n",
        "long headers": f"GET / HTTP/1.1\r\n{host}{cookie}X: {'a' * 40000}\r\n\r\n", "many headers": f"GET / HTTP/1.1\r\n{host}{cookie}{'X: y' + chr(13) + chr(10)}" + "X: y\r\n" * 80 + "\r\n",
        "a header of two lines": f"GET / HTTP/1.1\r\n{host}X: y\r\n Host: evil.example\r\nHost: evil.example\r\n{cookie}\r\n",
        "only line feeds": f"GET / HTTP/1.1\nHost: evil.example\n\n",
        "two cookies": f"GET / HTTP/1.1\r\n{host}{cookie}{cookie}\r\n",
        "the cookie of another port": f"GET / HTTP/1.1\r\n{host}{cookie.replace(str(desk.port), str(desk.port + 1))}\r\n",
    }
    for name, request in odd.items():
        answer = desk.raw(request.encode("latin-1"), on_silence=deadline)
        expect(f"odd: {name}", answer.status in (0, 400, 401, 403, 404, 405, 411, 413, 414, 415, 421, 431, 501, 505), True)
        expect(f"odd: {name} shows something", b"Deck officer" in answer.body or b"Lock now" in answer.body, False)
    second = f"GET /people HTTP/1.1\r\n{host}{cookie}\r\n"
    answer = desk.raw((f"{post}Content-Length: {size}\r\nContent-Length: 0\r\n\r\n{body}" + second).encode(), on_silence=deadline)
    expect("a second request hidden in the first", answer.body.count(b"HTTP/1.1 200"), 0)
    expect("an honest one after all of them", desk.get("/").status, 200)


def another_user_is_not_heard():
    if os.geteuid() != 0:
        return
    script = (f"import socket; end = socket.create_connection(('127.0.0.1', {desk.port}), 20)\n"
              f"try:\n end.sendall(b'GET / HTTP/1.1\\r\\nHost: {home[7:]}\\r\\nCookie: {desk.cookie}\\r\\n\\r\\n')\n print(end.recv(100))\n"
              "except OSError: print(b'')")
    for _ in range(5):
        got = subprocess.run(["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", sys.executable, "-c", script],
                             capture_output=True, text=True, check=True)
        expect("another user gets", got.stdout.strip(), "b''")


def who_unlocks_again_locks_the_first():
    other = Desk(home)
    other.open(new_address())
    expect("a second window", other.unlock(passphrase).status, 303)
    answer = desk.get("/people")
    expect("the first one", (answer.status, "closed in this one" in answer.text), (403, True))
    expect("and then", desk.get("/people").header("Location"), "/unlock")
    expect("agents with keys, and that of nobody", len(agents(pid)), 3)
    expect("a lock with the token of another window", other.post("/lock", {"token": desk.token}).status, 403)
    other.get("/")
    stolen = Desk(home)
    stolen.cookie = other.cookie
    answer = other.post("/lock", {})
    expect("a lock", (answer.status, answer.header("Location")), (303, "/unlock"))
    expect("its cookie, copied before", stolen.get("/").status, 401)
    expect("Back after it", other.get("/people").header("Location"), "/unlock")
    desk.unlock(passphrase)


def it_hides_and_locks_by_itself():
    expect("a page that is read hides", desk.get("/people").header("Refresh"), "900; url=/away")
    expect("one that is written on does not", desk.get("/vacancies/new").header("Refresh"), "")
    mine = agents(pid)
    time_passes(19 * 60 + 50)
    expect("hidden", "Deck officer" in desk.get("/away").text, False)
    expect("still unlocked", desk.get("/away").status, 200)
    time_passes(20)
    expect("after 20 minutes", desk.get("/people").header("Location"), "/unlock")
    expect("the agent with the keys is gone", set(agents(pid)) & set(mine) == set(mine), False)
    desk.unlock(passphrase)
    for _ in range(40):
        time_passes(15 * 60)
        desk.get("/people")
    expect("after ten hours", desk.get("/people").status, 401)
    desk.open(new_address())


def guessing_takes_longer_and_longer():
    for number in range(5):
        expect(f"wrong passphrase {number + 1}", desk.unlock(f"wrong {number}").status, 422)
    answer = desk.unlock(passphrase)
    expect("the sixth try, even if right", (answer.status, 1 <= int(answer.header("Retry-After") or 0) <= 15), (429, True))
    time_passes(16)
    expect("after the wait, wrong", desk.unlock("wrong").status, 422)
    time_passes(16)
    expect("twice as long", desk.unlock(passphrase).status, 429)
    time_passes(16)
    expect("the right one", desk.unlock(passphrase).status, 303)
    expect("Today", desk.get("/").status, 200)


def what_passed_is_forgotten():
    """Neither a passphrase nor a word of a page is left in the process that strangers talk to."""
    if os.geteuid() != 0:
        return
    other = "lanternfish in the attic"
    desk.post("/unlock", {"person": "recruiter", "passphrase": other})
    person = re.search(r'/people/[0-9A-Z-]+', desk.get("/people").text)[0]
    for process in [pid, *agents(pid)]:
        limits = pathlib.Path(f"/proc/{process}/limits").read_text()
        expect("a core dump", bool(re.search(r"^Max core file size +0 +0 ", limits, re.M)), True)
    words = "I would try it out first"
    expect("a person's words", words in desk.get(person + "/words").text, True)
    pathlib.Path("passed").write_text(f"{passphrase}\n{other}\n{other.replace(' ', '+')}\n{passphrase.replace(' ', '+')}\n{words}\n{home[7:]}\n")
    left = subprocess.run([sys.executable, os.environ["SOURCE"] + "/tests/kit/memory_find.py", str(pid), "passed"],
                          capture_output=True, text=True, check=True).stdout
    expect("left in the front, which knows its own name alone", left, home[7:] + "\n")


def nothing_secret_is_said():
    said = pathlib.Path("web.out").read_text() + pathlib.Path("web.err").read_text()
    for secret in [passphrase, desk.token, "/people", "wrong 1"] + [cookie.split("=")[1] for cookie in desk.cookies]:
        expect(f"what is said holds {secret[:6]}...", secret in said, False)
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    expect("the front takes 16 MiB at most", int(re.search(r"RssAnon:\s+(\d+)", status)[1]) <= 16 * 1024, True)


for attack in (nobody_gets_anything, an_address_opens_once, locked_shows_nothing, unlocking, another_site_does_nothing,
               another_name_is_not_ours, frames_get_nothing, reading_changes_nothing_and_is_not_kept, nothing_leads_elsewhere,
               odd_requests_are_refused, another_user_is_not_heard, who_unlocks_again_locks_the_first, it_hides_and_locks_by_itself,
               guessing_takes_longer_and_longer, what_passed_is_forgotten, nothing_secret_is_said):
    attack()
sys.exit(web_desk.faults > 0)
