#!/bin/bash
# Where two people have a key, the page of the passphrase asks whose it is, and says so at that question.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3
cd "$work" || exit 1
web_organization org 0
desk org key new --label bea >/dev/null || wrong "no second key"
web_start org --no-browser
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
python3 - "$web_open" <<'PYTHON' || wrong "unlocking"
import os, re, sys
import web_desk
from web_desk import Desk, expect

passphrase = os.environ["ORGANIZATION_PASSPHRASE"]
desk = Desk(sys.argv[1].split("/open/")[0])
desk.open(sys.argv[1])


def faults(answer):
    return dict(re.findall(r'id="fault-([a-z]+)">([^<]*)<', answer.text))


desk.get("/unlock")
answer = desk.post("/unlock", {"passphrase": passphrase})
expect("nobody chosen", (answer.status, faults(answer)), (422, {"person": "Choose whose key it is."}))
answer = desk.post("/unlock", {"person": "bea", "passphrase": "wrong"})
expect("a wrong passphrase", (answer.status, list(faults(answer))), (422, ["passphrase"]))
answer = desk.post("/unlock", {"person": "nobody", "passphrase": passphrase})
expect("a key that is gone", (answer.status, list(faults(answer))), (422, ["person"]))
expect("the right one", desk.post("/unlock", {"person": "bea", "passphrase": passphrase}).status, 303)
sys.exit(web_desk.faults > 0)
PYTHON
web_stop || wrong "the desk does not end well"
finish
