"""What house.sh tries at the desk for other machines: HOME PID PROGRAM ORG."""
import html
import os
import re
import subprocess
import sys
import time

import web_desk
from web_desk import Desk, agents, expect, time_passes

home, pid, program, org = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
own = {"ben": "ben has six plain words here", "cora": "cora has six plain words here",
       "olga": "olga has six plain words here", "rui": "rui has six plain words too"}
names = {"ben": "Ben Okafor", "cora": "Cora Lind", "olga": "Olga Petrova", "rui": "Rui Alves"}
roles = {"ben": "interviewer", "cora": "auditor", "olga": "owner", "rui": "recruiter"}
letters = {"owner": "o", "recruiter": "r", "interviewer": "i", "auditor": "a"}


def resonance(*words, secrets="", env=None):
    if secrets:
        words += ("--passphrase-fd", "0")
    return subprocess.run([program, *words, "--org", org], input=secrets, capture_output=True, text=True, check=False,
                          env={**os.environ, **(env or {})})


def invited(label, *words):
    """The address that a command tells, and the four words."""
    told = resonance("person", "invite", label, "--at", home, *words).stdout
    return re.search(r"(https://\S+/join/[0-9a-f]{64})", told)[1], re.search(r"must show:\n+\s*([a-z ]+)\n", told)[1].strip()


def route(address):
    return address[len(home):]


def strangers_see_nothing():
    desk = Desk(home)
    for path in ("/", "/unlock", "/people", "/keys/people", "/me", "/away", "/wait/1", "/nothing", "/porter/device"):
        answer = desk.get(path)
        expect(f"GET {path} of a stranger", (answer.status, "none of them" in answer.text), (401, True))
    desk.cookie = "__Host-resonance-device=" + "0" * 64
    expect("a device that was guessed", desk.get("/").status, 401)
    expect("and no agent stretches anything", desk.post("/unlock", {"person": "recruiter", "passphrase": passphrase}).status, 403)
    for end in ("", "0" * 63, "0" * 64, "g" * 64, "0" * 65, "../../etc/passwd"):
        answer = desk.get("/join/" + end)
        expect(f"/join/{end[:4]}", (answer.status, "passphrase" in answer.text), (403, False), (400, False))
        expect(f"a form for /join/{end[:4]}", desk.post("/join/" + end, {"passphrase": "x" * 20, "again": "x" * 20}).status, 403, 400)
    for wrong in ("127.0.0.1", "desk.test", "evil.test", f"desk.test:{desk.port + 1}"):
        expect(f"Host {wrong}", desk.get("/", Host=wrong).status, 421)


def join(label, *words):
    """A new browser of somebody, who joins; and the eight words that it shows."""
    address, four = invited(label, *words)
    browser = Desk(home)
    for _ in range(2):  # a scanner of mail looks first
        answer = browser.get(route(address))
    expect(f"{label}: the page", (answer.status, four in answer.text, names[label] in answer.text), (200, True, True))
    suggested = re.search(r"plain words, if you want one:.*?([a-z]+(?: [a-z]+){5})", answer.text, re.S)
    expect(f"{label}: six words are suggested", bool(suggested), True)
    expect(f"{label}: too short", browser.post(route(address), {"passphrase": "short", "again": "short"}).status, 422)
    expect(f"{label}: not the same", browser.post(route(address), {"passphrase": own[label], "again": own[label] + "x"}).status, 422)
    expect(f"{label}: the token of nobody", browser.post(route(address), {"token": "0" * 32, "passphrase": own[label], "again": own[label]}).status, 403)
    expect(f"{label}: of another site", browser.post(route(address), {"passphrase": own[label], "again": own[label]}, Origin="https://evil.test").status, 403)
    answer = browser.post(route(address), {"passphrase": own[label], "again": own[label]})
    expect(f"{label}: joined", (answer.status, "Your key is made" in answer.text), (200, True))
    cookie = answer.header("Set-Cookie")
    expect(f"{label}: its cookie", all(part in cookie for part in ("__Host-resonance-device=", "HttpOnly", "Secure", "SameSite=Strict", "Max-Age=15552000")), True)
    expect(f"{label}: the address again", browser.get(route(address)).status, 403)
    expect(f"{label}: its form again", browser.post(route(address), {"passphrase": own[label], "again": own[label]}).status, 403)
    eight = re.search(r"sign for you:.*?([a-z]+(?: [a-z]+){7})", answer.text, re.S)[1]
    return browser, eight


def enter(browser, label, words):
    answer = browser.get("/")
    expect(f"{label}: sent on", (answer.status, answer.header("Location")), (303, "/unlock"), (200, ""))
    if cookie := answer.header("Set-Cookie"):
        expect(f"{label}: the cookie of the visit", all(part in cookie for part in ("__Host-resonance=", "Path=/", "HttpOnly", "Secure", "SameSite=Strict"))
               and "Max-Age" not in cookie, True)
    browser.get("/unlock")
    answer = browser.post("/unlock", {"person": label, "passphrase": words})
    expect(f"{label}: unlocked", (answer.status, answer.header("Location")), (303, "/"))
    return browser


def founder_brings_a_browser():
    address, four = invited("recruiter")
    browser = Desk(home)
    answer = browser.get(route(address))
    expect("the founder's page", (answer.status, four in answer.text, "Invite this browser" in answer.text), (200, True, True))
    expect("a wrong passphrase", browser.post(route(address), {"passphrase": "not that one at all"}).status, 422)
    expect("the right one", browser.post(route(address), {"passphrase": passphrase}).status, 303)
    expect("used up", browser.get(route(address)).status, 403)
    return enter(browser, "recruiter", passphrase)


def olga_is_invited_on_a_page(owner):
    answer = owner.post("/keys/people", {"name": "", "label": "Olga!", "until": "2020-01-01"})
    expect("a form with faults", (answer.status, "Write their first and last name" in answer.text, "Olga!" in answer.text), (422, True, True))
    answer = owner.post("/keys/people", {"name": names["olga"], "label": "olga", "role": "owner", "until": ""})
    found = re.search(r"(https://\S+?/join/[0-9a-f]{64})", html.unescape(answer.text))
    expect("the address stands on the page", bool(found), True)
    expect("invited", "olga" in owner.get("/keys/people").text, True)
    return found[1]


def people_join(owner):
    browsers = {}
    for label in ("ben", "cora", "rui", "olga"):
        browser, eight = join(label, "--name", names[label], "--role", roles[label])
        browsers[label] = browser
        answer = browser.get("/")
        expect(f"{label}: waits", (answer.status, eight in answer.text), (403, True))
        page = owner.get(f"/keys/people/{label}")
        expect(f"{label}: the owner sees the same words", eight in page.text, True)
        expect(f"{label}: not compared", owner.post(f"/keys/people/{label}", {"act": "accept", "passphrase": passphrase}).status, 422)
        expect(f"{label}: not signed", owner.post(f"/keys/people/{label}", {"act": "accept", "same": "yes", "passphrase": "wrong " + passphrase}).status, 422)
        if label == "ben":
            other = "one " + " ".join(eight.split()[1:])
            told = resonance("person", "accept", "ben", "--words", other, secrets=passphrase + "\n")
            expect("other words", told.returncode != 0, True)
            told = resonance("person", "accept", "ben", "--words", eight, secrets=passphrase + "\n")
            expect("ben is signed for by a command", (told.returncode, told.stderr), (0, ""))
        else:
            answer = owner.post(f"/keys/people/{label}", {"act": "accept", "same": "yes", "passphrase": passphrase})
            expect(f"{label} is signed for", (answer.status, answer.header("Location")), (303, "/keys/people"))
        expect(f"{label}: another's passphrase", browser.get("/").status, 303)
        browser.get("/unlock")
        expect(f"{label}: as somebody else", browser.post("/unlock", {"person": "recruiter", "passphrase": passphrase}).status, 422)
        enter(browser, label, own[label])
    return browsers


def each_sees_what_their_roles_may(browsers, owner):
    """Every route, as the program tells them, with each role."""
    asked = 0
    for line in subprocess.run([program, "desk", "--routes"], capture_output=True, text=True, check=True).stdout.splitlines():
        methods, path, who = re.split("  +", line.strip(), maxsplit=2)
        if who in ("nobody", "visit"):
            continue
        for label, browser in browsers.items():
            may = letters[roles[label]] in who.split()
            answer = browser.get(path.replace("*", "nobody"))
            refused = answer.status == 403 and "This page is for" in answer.text
            expect(f"{label} ({roles[label]}) GET {path} ({who})", refused, not may)
            expect(f"{label} GET {path}", answer.status < 500, True)
            if not may and "POST" in methods:
                expect(f"{label} POST {path}", browser.post(path.replace("*", "nobody"), {}).status, 403)
            asked += 1
    expect("routes were asked", asked > 60, True)
    rail = browsers["ben"].get("/").text
    expect("the rail of an interviewer", ("/people\"" in rail, "/keys/people" in rail, "/help" in rail), (False, False, True))
    person = re.search(r"/people/[0-9A-Z]+-[0-9A-Z]+", owner.get("/people").text)[0]
    expect("who opens results", owner.get(person).status, 200)
    for label in ("ben", "cora", "olga"):
        text = browsers[label].get(person).text + browsers[label].get(person + "/words").text
        expect(f"{label} reads a person", "I would try it out first" in text, False)


def commands():
    """Those that open keys: words, and who may, as their table says it."""
    with open(os.environ["SOURCE"] + "/kiosk/app/desk/command/command.def") as file:
        rows = re.findall(r'^COMMAND\((\w+), "([^"]+)",\s+"([^"]*)".*?OFFICE_\w+, "([^"]*)"', file.read().replace("\n        ", " "), re.M)
    for _symbol, name, options, who in rows:
        if " key= " in f" {options} ":
            yield name, who.split()


def keys_do_what_roles_say(person):
    """Each command that opens keys, with the key of each role: refused by the program, and where it is not, the key
    itself opens nothing."""
    more = {"show": [person], "report": [person, "--for", "recruiter", "--format", "txt"], "rescore": ["--all"], "key share": ["rui", "--yes"],
            "profile freeze": ["p", "--yes"], "vacancy open": ["draft", "--yes"], "norm export": ["norm.out"], "retention run": ["--by", "Anna Berg", "--yes"]}
    resonance("vacancy", "new", "draft", "--title", "A draft")
    tried = 0
    for name, who in commands():
        for label, role in roles.items():
            told = resonance(*name.split(), *more.get(name, []), "--key", label, secrets=f"{own[label]}\n{own[label]}\n")
            if "that is for: " in told.stderr:
                expect(f"{label} ({role}): {name} refused, which is for {who}", letters[role] in who, False)
                tried += 1
            elif letters[role] not in who:
                expect(f"{label} ({role}): {name} gives", (told.returncode != 0, told.stdout), (True, ""))
            expect(f"{label} ({role}): {name} shows words", "I would try it out first" in told.stdout, False)
    expect("commands were refused", tried >= 12, True)
    told = resonance("person", "retire", "ben", "--yes", secrets=own["rui"] + "\n")
    expect("a recruiter signs", (told.returncode, "does not open keys/signing.key" in told.stderr), (1, True))


def an_owner_signs_with_their_own_passphrase(browsers):
    answer = browsers["olga"].post("/keys/people", {"name": "Dan Weiss", "label": "dan", "role": "interviewer", "until": ""})
    expect("olga invites", answer.status, 200)
    expect("and takes it back", browsers["olga"].post("/keys/people/dan", {"act": "retire"}).header("Location"), "/keys/people")
    expect("and that is said", "The invitation is ended." in browsers["olga"].get("/keys/people").text, True)
    told = resonance("person", "invite", "eve", "--name", "Eve Adams", "--role", "interviewer")
    expect("by command", told.returncode, 0)
    told = resonance("key", "new", "--label", "gus", secrets=own["olga"] + "\n" + "gus has six plain words here\n")
    expect("olga's passphrase signs", (told.returncode, told.stderr), (0, ""))


def sharing_is_one_action(browsers, owner):
    rui = browsers["rui"]
    closed = rui.get("/people")
    expect("closed to a new recruiter", closed.status, 200)
    person = re.search(r"/people/[0-9A-Z]+-[0-9A-Z]+", owner.get("/people").text)[0]
    expect("a person is closed", rui.get(person).status, 403)
    page = owner.get("/keys/share/rui")
    expect("what it means", ("can read 1 result" in page.text, "cannot be taken back" in page.text), (True, True))
    expect("a fifth wrong passphrase", owner.post("/keys/share/rui", {"passphrase": "no"}).status, 422)
    expect("the right one, too soon", owner.post("/keys/share/rui", {"passphrase": passphrase}).status, 429)
    time_passes(16)
    answer = owner.post("/keys/share/rui", {"passphrase": passphrase})
    expect("shared", ("It is shared" in answer.text, answer.status), (True, 200))
    expect("a person is open", rui.get(person).status, 200)


def asks(label, *words):
    """A command of an interview, with a key of its own."""
    return resonance(*words, "--key", label, secrets=own[label] + "\n")


def rates_and_locks_on_pages(browser, number, questions, evidence):
    for question in questions:
        expect(f"the page of {question}", browser.get(f"/interviews/{number}/rate?question={question}").status, 200)
        expect(f"rates {question}", browser.post(f"/interviews/{number}/rate", {"question": question, "rating": "4", "evidence": evidence}).status, 303)
    expect("the page of the lock", browser.get(f"/interviews/{number}/lock").status, 200)
    expect("locks", browser.post(f"/interviews/{number}/lock", {}).header("Location"), f"/interviews/{number}")


def rates_and_locks_by_commands(label, number, questions, evidence):
    for question in questions:
        told = asks(label, "rate", number, "--question", question, "--rating", "3", "--evidence", evidence)
        expect(f"{label} rates {question}", (told.returncode, told.stderr), (0, ""))
    told = asks(label, "lock", number, "--yes")
    expect(f"{label} locks", (told.returncode, told.stderr), (0, ""))


def shows_no_result(what, text, person):
    """What opens a person, their answers or their figure, is not in what an interviewer reads."""
    for words in ("I would try it out first", "in common", "What differs", f"/people/{person}"):
        expect(f"{what} shows {words}", words in text, False)
    expect(f"{what} shows a figure", re.findall(r"(?<![0-9.])[0-9]\.[0-9]{2}(?![0-9.])", text), [])


def only_interviewers_are_offered(owner, person):
    """Ben alone has the role: he is offered, nobody who reads results is, and one is not enough."""
    page = owner.get(f"/people/{person}/interview").text
    expect("who is offered", re.findall(r'name="member" value="([a-z]+)"', page), ["ben"])
    expect("one is not enough", "An interview needs two interviewers, and there are not two here." in page and "Set up the interview</button>" not in page, True)


def who_only_interviews_does_that_and_no_more(browsers, owner):
    """Ben is an interviewer and nothing else: his own interviews whole, by pages and by commands; no other one, no
    list of people, no result, no decision."""
    ben, rui = browsers["ben"], browsers["rui"]
    person = re.search(r"/people/([0-9A-Z]+-[0-9A-Z]+)", owner.get("/people").text)[1]
    only_interviewers_are_offered(owner, person)
    expect("nothing waits for ben", "Nothing needs you now" in ben.get("/").text, True)
    for number, members in (("1", ["ben", "rui"]), ("2", ["rui", "recruiter"]), ("3", ["rui", "ben"])):
        given = resonance("interview", "new", person, *[word for member in members for word in ("--member", member)],
                          "--key", "recruiter", secrets=passphrase + "\n")
        expect(f"interview {number}", (given.returncode, f"This is interview {number}" in given.stdout), (0, True))
    today = ben.get("/").text
    expect("two wait for ben", ("interviews wait for your ratings" in today, "Nothing needs you now" in today), (True, False))
    page = ben.get("/interviews").text
    expect("his are marked and lead on", (page.count("you ask"), 'href="/interviews/1"' in page, 'href="/interviews/3"' in page), (2, True, True))
    expect("another one leads nowhere", 'href="/interviews/2"' in page, False)
    told = resonance("interview", "list")
    expect("the list by command", (told.returncode, told.stdout.count("0 of 2")), (0, 3))
    questions = re.findall(r"/interviews/1/rate\?question=([a-z0-9_-]+)", ben.get("/interviews/1").text)
    expect("questions", len(questions) > 3, True)
    for path in ("", "/rate", "/lock"):
        shows_no_result(f"/interviews/1{path}", ben.get("/interviews/1" + path).text, person)
    guide = asks("ben", "interview", "guide", "1")
    expect("the guide by command", (guide.returncode, guide.stderr), (0, ""))
    shows_no_result("the guide", guide.stdout, person)

    heard = "Said what was done about the cormorant, and when."
    rates_and_locks_on_pages(ben, "1", questions, heard)
    expect("one waits for ben", "interview waits for your ratings" in ben.get("/").text, True)
    expect("not alone", (ben.get("/interviews/1/panel").status, asks("ben", "reveal", "1").returncode), (403, 1))
    rates_and_locks_by_commands("rui", "1", questions, "A routine check that anybody on watch has to do.")
    expect("not before a recruiter who does not ask", ben.get("/interviews/1/panel").status, 403)
    expect("opens them", (owner.get("/interviews/1/panel").status, owner.post("/interviews/1/panel", {}).status), (200, 303))
    panel = ben.get("/interviews/1/panel")
    expect("side by side", (panel.status, heard in panel.text, "A routine check" in panel.text), (200, True, True))
    shows_no_result("the ratings", panel.text, person)
    told = asks("ben", "reveal", "1")
    expect("by command", (told.returncode, told.stderr, "A routine check" in told.stdout), (0, "", True))
    shows_no_result("the ratings by command", told.stdout, person)
    changed = {"question": questions[0], "rating": "2", "evidence": "Walked down six times.", "reason": "I had not heard the second half."}
    expect("the page of a change", ben.get("/interviews/1/change").status, 200)
    expect("changes", ben.post("/interviews/1/change", changed).status, 303)
    rates_and_locks_by_commands("ben", "3", questions, heard)
    told = asks("ben", "interview", "change", "1", "--question", questions[1], "--rating", "none", "--reason", "It was not asked after all.")
    expect("changes by command", (told.returncode, told.stderr), (0, ""))
    today = ben.get("/").text
    expect("nothing waits for ben any more", ("for your ratings" in today, "Nothing needs you now" in today), (False, True))

    for path in ("/interviews/2", "/interviews/2/rate", "/interviews/2/lock", "/interviews/2/panel", "/interviews/2/change", "/people",
                 f"/people/{person}", f"/people/{person}/long", f"/people/{person}/interview", f"/people/{person}/decision",
                 f"/people/{person}/letter", "/after", "/after/drift", f"/after/{person}/plan", f"/after/{person}/plan.html", f"/after/{person}/outcome", f"/after/{person}/checkin",
                 f"/people/{person}/report.html?for=interviewer", f"/people/{person}/report.json",
                 "/compare", "/export", "/vacancies", "/keys/people", "/audit/log", "/audit",
                 "/audit/scoring", "/retention", f"/people/{person}/hold", f"/people/{person}/erase", f"/people/{person}/receipt"):
        answer = ben.get(path)
        expect(f"ben GET {path}", answer.status, 403)
        shows_no_result(f"ben GET {path}", answer.text.replace(f"/people/{person}", ""), person)
    for words in (("interview", "guide", "2"), ("rate", "2"), ("lock", "2", "--yes"), ("reveal", "2"), ("list",), ("show", person), ("report", person),
                  ("report", person, "--for", "interviewer"), ("guide", person), ("decide", person), ("plan", person), ("checkin", person), ("drift",), ("interview", "agreement"),
                  ("interview", "new", person, "--member", "ben", "--member", "rui"), ("export", "people", "--format", "csv")):
        told = asks("ben", *words)
        expect(f"ben {' '.join(words)}", told.returncode != 0, True)
        shows_no_result(f"ben {' '.join(words)}", told.stdout, person)
    for path in (f"/people/{person}/decision", f"/people/{person}/letter", "/after", f"/after/{person}/plan", f"/after/{person}/checkin"):
        expect(f"an owner who is no recruiter GET {path}", "This page is for: recruiter." in browsers["olga"].get(path).text, True)
    expect("nor by command", "that is for: recruiter;" in asks("olga", "decide", person).stderr, True)


def guessing_locks_nobody_else_out(browsers):
    ben, cora = browsers["ben"], browsers["cora"]
    ben.get("/")
    ben.post("/lock", {})
    ben.get("/unlock")
    for number in range(5):
        expect(f"ben's wrong passphrase {number}", ben.post("/unlock", {"person": "ben", "passphrase": f"wrong {number}"}).status, 422)
    waits = []
    for _ in range(9):  # the curve: 15 s, doubling to 15 minutes
        answer = ben.post("/unlock", {"person": "ben", "passphrase": own["ben"]})
        expect("ben waits, even with the right one", answer.status, 429)
        waits.append(int(answer.header("Retry-After") or 0))
        time_passes(waits[-1])
        expect("one more", ben.post("/unlock", {"person": "ben", "passphrase": "wrong"}).status, 422)
    expect("it takes longer and longer", (waits[0] <= 15, all(a <= b for a, b in zip(waits, waits[1:])), 800 < waits[-1] <= 900), (True, True, True))
    again = Desk(home)
    again.jar = {"__Host-resonance-device": ben.jar["__Host-resonance-device"]}
    again.cookie = "__Host-resonance-device=" + again.jar["__Host-resonance-device"]
    again.get("/")
    again.get("/unlock")
    expect("nor with a fresh visit", again.post("/unlock", {"person": "ben", "passphrase": "x"}).status, 429)
    cora.get("/unlock")
    cora.post("/unlock", {"person": "cora", "passphrase": own["cora"]})
    expect("cora works on", cora.get("/me").status, 200)
    time_passes(900)
    enter(ben, "ben", own["ben"])


def a_slow_hello_is_cut():
    import socket
    end = socket.create_connection(("127.0.0.1", Desk(home).port), timeout=30)
    end.sendall(b"\x16\x03\x01\x02\x00\x01")
    ends = [socket.create_connection(("127.0.0.1", Desk(home).port), timeout=30) for _ in range(20)]
    time_passes(12)
    end.sendall(b"\x00")
    expect("an honest client meanwhile", Desk(home).get("/").status, 401)
    time_passes(12)
    expect("an honest client after it", Desk(home).get("/").status, 401)
    for what, other in [("a hello that drips", end)] + [("who says nothing", other) for other in ends]:
        try:  # cut by us, or ended with the goodbye of TLS by the library, whichever comes first
            expect(what, other.recv(100) in (b"", b"\x15\x03\x03\x00\x02\x01\x00"), True)
        except OSError:
            pass


def a_stolen_cookie_and_a_removed_browser(browsers, owner):
    thief = Desk(home)
    thief.cookie = browsers["cora"].cookie
    expect("a copied cookie reads", thief.get("/me").status, 200)
    expect("it does not sign", thief.post("/keys/people", {"name": "X Y", "label": "x", "role": "owner"}).status, 403)
    number = re.search(r'name="browser" value="([0-9A-F]{4})"', owner.get("/keys/people/cora").text)[1]
    expect("removed by the owner", owner.post("/keys/people/cora", {"act": "forget", "browser": number}).status, 303)
    expect("and that is said", "What you chose is removed." in owner.get("/keys/people").text, True)
    for what, desk in (("the browser", browsers["cora"]), ("the thief", thief)):
        expect(f"{what}, next request", desk.get("/me").status, 401)
        expect(f"{what}, and then", desk.get("/unlock").status, 401)


def who_is_retired_gets_nothing_more(browsers, owner):
    ben = browsers["ben"]
    count = len(agents(pid))
    told = resonance("person", "retire", "ben", "--yes", secrets=passphrase + "\n")
    expect("ben is retired", (told.returncode, told.stderr), (0, ""))
    expect("ben, next request", ben.get("/").status, 401)
    expect("his agent is gone", len(agents(pid)) < count, True)
    told = resonance("list", "--key", "ben", secrets=own["ben"] + "\n")
    expect("his key", "the time of ben here is over" in told.stderr, True)
    told = resonance("person", "retire", "olga", "--yes", secrets=passphrase + "\n")
    told = resonance("person", "retire", "recruiter", "--yes", secrets=passphrase + "\n")
    expect("the last owner stays", "the only owner" in told.stderr, True)
    told = resonance("key", "retire", "recruiter", secrets=passphrase + "\n")
    expect("nor does their key go", "the only owner" in told.stderr, True)
    told = resonance("person", "invite", "ben", "--name", names["ben"], "--role", "owner")
    expect("his label is taken", (told.returncode, "take another one" in told.stderr), (1, True))


def an_owner_whose_time_is_over_signs_nothing(owner):
    """Ida's last day is tomorrow: until then her passphrase signs, and from then on nobody signs by it; and she is
    not the owner who is left when the last one would go."""
    own["ida"], names["ida"], roles["ida"] = "ida has six plain words here", "Ida Holm", "owner"
    last = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 86400))
    join("ida", "--name", names["ida"], "--role", "owner", "--until", last)
    accept = {"act": "accept", "same": "yes", "passphrase": passphrase}
    owner.get("/keys/people/ida")
    expect("ida is signed for", owner.post("/keys/people/ida", accept).status, 303)
    told = resonance("key", "new", "--label", "hal", secrets=own["ida"] + "\nhal has six plain words here\n")
    expect("she signs in her time", (told.returncode, told.stderr), (0, ""))
    with_clock = {"LD_PRELOAD": os.environ["WALL_CLOCK"], "CLOCK_AT": str(int(time.time()) + 4 * 86400)}
    told = resonance("key", "new", "--label", "ivo", secrets=own["ida"] + "\nivo has six plain words here\n", env=with_clock)
    expect("and not after it", (told.returncode, "the time of ida here is over" in told.stderr), (1, True))
    told = resonance("person", "retire", "recruiter", "--yes", secrets=passphrase + "\n", env=with_clock)
    expect("nor is she an owner who is left", (told.returncode, "the only owner" in told.stderr), (1, True))


def an_address_ends_after_two_days():
    address, _ = invited("fay", "--name", "Fay Wong", "--role", "auditor")
    path = f"{org}/joining/fay.json"
    with open(path) as file:
        text = file.read()
    expires = int(re.search(r'"expires_s":(\d+)', text)[1])
    expect("48 hours", 0 <= expires - 48 * 3600 - os.stat(path).st_mtime < 5 or abs(expires - 48 * 3600 - os.stat(path).st_mtime) < 5, True)
    expect("in time", Desk(home).get(route(address)).status, 200)
    with open(path, "w") as file:
        file.write(text.replace(str(expires), str(expires - 48 * 3600 - 1)))
    expect("too late", Desk(home).get(route(address)).status, 403)


if "soon" in sys.argv:  # a certificate that ends within 30 days
    today = founder_brings_a_browser().get("/").text
    expect("its end stands on Today of an owner", "certificate of this desk ends on" in today, True)
    sys.exit(web_desk.faults > 0)
strangers_see_nothing()
recruiter = founder_brings_a_browser()
on_page = olga_is_invited_on_a_page(recruiter)
everybody = people_join(recruiter)
expect("an address of before another invitation", Desk(home).get(route(on_page)).status, 403)
each_sees_what_their_roles_may(everybody, recruiter)
keys_do_what_roles_say(re.search(r"/people/([0-9A-Z]+-[0-9A-Z]+)", recruiter.get("/people").text)[1])
an_owner_signs_with_their_own_passphrase(everybody)
sharing_is_one_action(everybody, recruiter)
who_only_interviews_does_that_and_no_more(everybody, recruiter)
guessing_locks_nobody_else_out(everybody)
a_slow_hello_is_cut()
recruiter.get("/unlock")
recruiter.post("/unlock", {"person": "recruiter", "passphrase": passphrase})
everybody["cora"].post("/unlock", {"person": "cora", "passphrase": own["cora"]})
a_stolen_cookie_and_a_removed_browser(everybody, recruiter)
who_is_retired_gets_nothing_more(everybody, recruiter)
an_owner_whose_time_is_over_signs_nothing(recruiter)
an_address_ends_after_two_days()
sys.exit(web_desk.faults > 0)
