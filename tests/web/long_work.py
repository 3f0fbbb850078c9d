"""Work that takes long, for long_work.sh: ADDRESS PID."""
import os
import re
import signal
import sys
import threading

import web_desk
from web_desk import Desk, agents, expect, time_passes

address, pid = sys.argv[1], int(sys.argv[2])
passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
desk = Desk(address.split("/open/")[0])
desk.open(address)
expect("unlocked", desk.unlock(passphrase).status, 303)


def look(place):
    return desk.request("GET", place)


def cards_asked():
    """Asks for 16 cards; the page that waits for them."""
    desk.get("/vacancies/deck/cards")
    answers = []
    thread = threading.Thread(
        target=lambda: answers.append(desk.send("/vacancies/deck/cards", {"count": "16", "day": ""})))
    thread.start()
    while thread.is_alive():
        time_passes(1)
        thread.join(0.05)
    place = answers[0].header("Location")
    expect("cards take long", (answers[0].status, place[:6]), (303, "/wait/"))
    return place


def work_that_goes_on_is_not_ended():
    """Codes of the usual cost take a moment each: while more of them are made, no time is too long."""
    agent = agents(pid)[0]
    place = cards_asked()
    done = 0
    for _ in range(3):  # 270 seconds, with a card now and then
        while (now := progress(look(place))) <= done:
            pass
        done = now
        os.kill(agent, signal.SIGSTOP)
        time_passes(90)
        expect("the page says how far it is", progress(look(place)) >= done, True)
        os.kill(agent, signal.SIGCONT)
    while (answer := look(place)).header("Refresh").startswith("5;"):
        pass
    expect("the page says that the file is made", ("cards-deck.pdf is made" in answer.text, answer.header("Refresh")),
           (True, f"0; url={place}/file"))
    expect("as good news", re.findall(r'class="notice ([a-z]+)"', answer.text), ["good"])
    expect("and leads back", 'href="/vacancies/deck/cards"' in answer.text, True)
    expect("another file is not there", look(place + "/other").status, 404)
    paper = look(place + "/file")
    expect("the cards", (paper.status, paper.header("Content-Disposition"), paper.body[:5]),
           (200, 'attachment; filename="cards-deck.pdf"', b"%PDF-"))
    expect("they are given once", look(place + "/file").status, 404)
    expect("the page they came from knows them", desk.get("/vacancies/deck/cards").text.count("Not here yet"), 16)


def cards_that_break_off_are_none():
    """The part of the desk that makes them ends: the page that waits says so, and neither a code nor a row is kept."""
    place = cards_asked()
    while not progress(look(place)):
        pass
    os.kill(agents(pid)[0], signal.SIGKILL)
    while (answer := look(place)).header("Refresh").startswith("5;"):
        pass
    expect("what became of them", (answer.status, "Making it has ended" in answer.text), (503, True))
    expect("unlocked again", desk.unlock(passphrase).status, 303)
    expect("no card", desk.get("/vacancies/deck/cards").text.count("Not here yet"), 0)
    expect("no row", "printed codes" in desk.get("/audit/log").text, False)


def progress(answer):
    found = re.search(r"(\d+) of 16 are done", answer.text)
    return int(found[1]) if found else 0


cards_that_break_off_are_none()
work_that_goes_on_is_not_ended()
sys.exit(web_desk.faults > 0)
