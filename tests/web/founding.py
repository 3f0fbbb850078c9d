"""The browser of founding.sh: ADDRESS FOLDER [again]."""
import os
import re
import sys

import web_desk
from web_desk import expect

address, folder = sys.argv[1:3]
passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
desk = web_desk.Desk(address[: address.index("/open/")])
desk.open(address)

ASKED = "recovery sheet that nobody has said to hold"
if sys.argv[3:] == ["held"]:
    # Whoever lost the page before it was printed learns it on the next day, until somebody says that they hold it.
    expect("unlocked", desk.unlock(passphrase, "anna").status, 303)
    expect("Today asks for the sheet", ASKED in desk.get("/").text, True)
    expect("All is well? says how a new one is made", "key rotate recovery" in desk.get("/doctor").text, True)
    page = desk.get("/keys/sheet")
    expect("the page of the sheet", ("I hold it on paper" in page.text, "/doctor" in page.text), (True, True))
    done = desk.post("/keys/sheet", {})
    expect("it goes on to Today", (done.status, done.header("Location")), (303, "/"))
    expect("it is said", "The log says now that you hold the recovery sheet." in desk.get("/").text, True)
    today = desk.get("/").text
    expect("Today asks no more", (ASKED in today, "The log says now" in today), (False, False))
    expect("nor does the page", "I hold it on paper" in desk.get("/keys/sheet").text, False)
    sys.exit(web_desk.faults > 0)
if len(sys.argv) > 3:
    expect("the first page", desk.get("/").header("Location"), "/unlock")
    expect("the page that founds", desk.get("/found").header("Location"), "/unlock")
    desk.get("/unlock")
    late = desk.post("/found", {"name": "Other", "passphrase": "the words of the second", "again": "the words of the second"})
    expect("a form that founds", "Unlock the desk" in late.text, True)
    expect("whoever comes late is told", "An organization was founded here meanwhile." in late.text, True)
    expect("what they typed comes back", "Other" in late.text or "the second" in late.text, False)
    # What is secret on any page does not come back either, when the desk was locked before it came.
    secrets = {"pin": "482915", "again": "482915", "passphrase": "482915", "title": "A new one"}
    carried = desk.post("/terminals", secrets)
    expect("the rest comes back", "A new one" in carried.text, True)
    expect("a PIN comes back", "482915" in carried.text, False)
    sys.exit(web_desk.faults > 0)



def token_of(page):
    return re.search(r'name="token" value="([^"]*)"', page.text)[1]


right = {"name": "Acme <Ltd>", "contact": "hr@acme.example", "by": "Anna Berg", "customer": "", "passphrase": passphrase,
         "again": passphrase}
for route in ("/", "/people", "/unlock", "/vacancies/new"):
    expect(f"{route} leads to the founding", desk.get(route).header("Location"), "/found")
form = desk.get("/found")
expect("the form", "Found your organization" in form.text and os.path.abspath(folder) in form.text, True)
suggested = re.search(r"if you want one:.*?>([a-z]+(?: [a-z]+){5})<", form.text, re.S)
expect("six words are suggested", suggested is not None, True)

for field, value, words in (
    ("name", "", "Write the name of the organization."),
    ("name", "A\nB", "line break"),
    ("contact", "", "Write whom candidates can contact."),
    ("by", "", "Write your name."),
    ("by", "A", "name"),
    ("customer", "passenger 7", "word for customers"),
    ("passphrase", "short", "Choose one of at least 14 characters."),
    ("again", passphrase + "x", "The two differ."),
):
    answer = desk.post("/found", {**right, field: value})
    expect(f"{field} is {value!r}", answer.status, 422)
    expect(f"what is wrong with {field} is said", words in answer.text, True)
    expect("what was typed is kept", field in ("name", "contact") or 'value="hr@acme.example"' in answer.text, True)
    expect("a passphrase comes back", passphrase in answer.text, False)
    expect(f"{field} {value!r} makes something", os.path.exists(folder), False)

token = desk.token
expect("a form of elsewhere", desk.post("/found", {**right, "token": "0" * len(token)}).status, 403)
expect("it makes something", os.path.exists(folder), False)
desk.get("/found")
made = desk.post("/found", right)
expect("it is founded", (made.status, "Acme &lt;Ltd&gt; is founded" in made.text), (200, True))
expect("the sheet stands there", len(re.findall(r"(?:[A-Z0-9]{4}-){3,}", made.text)) > 4, True)
expect("it is not kept", made.header("Cache-Control"), "no-store")
twice = desk.post("/found", {**right, "token": token_of(made)})
expect("a form that is sent twice shows the same sheet twice", twice.text, made.text)
today = desk.get("/")
expect("Today asks for the sheet", ASKED in today.text, True)
expect("whoever founded is at work", "Anna Berg" in today.text and "First steps" in today.text, True)
steps = " ".join(re.sub(r"<[^>]*>", " ", desk.get("/").text).split())
expect("no story is told yet", re.search(r"with your own reasons (\S+ )?To do", steps) is not None, True)
expect("the sheet a second time", desk.get("/found").status, 404)
again = desk.post("/found", right)
expect("a second window founds no second one", again.status, 404)
sys.exit(web_desk.faults > 0)
