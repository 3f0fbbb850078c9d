#!/bin/bash
# Somebody can write to the folder of the desk and wants to read what an interviewer rates before all have
# locked, or other ratings there. They exchange the key that ratings are locked to, pieces of it, keys of those
# who ask, weights; they write the log anew so that it fits. Nobody rates or locks into an interview like that.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without sqlite
for program in age age-keygen; do command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }; done
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
for label in anna ben; do desk org key new --label $label >/dev/null || wrong "no key for $label"; done
"$BIN/bench_sealed_copies" request key request.json
terminal_enrol org request.json config
"$BIN/bench_sealed_copies" seal key config 2 two.bundle
expect 0 '2 new results' desk org import two.bundle
mapfile -t handles < <(desk org list --key recruiter --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
for handle in "${handles[@]}"; do
    expect 0 'This is interview' desk org interview new "$handle" --member anna --member ben --key recruiter
done
rate() { # ORG NUMBER WHO RATING
    local question
    for question in mistake promise trial news; do
        desk "$1" rate "$2" --key "$3" --question $question --rating "$4" --evidence "Said of person $2 what a cormorant does." >said 2>&1 || return 1
    done
}
rate org 1 anna 4 && rate org 2 anna 2 || wrong "anna cannot rate: $(cat said)"
age-keygen 2>/dev/null >mine.key

# bend ORG WHAT: the archive changed, and every unsigned row of the log that told otherwise
cat >bend.py <<'PY'
import hashlib, json, pathlib, re, secrets, sqlite3, subprocess, sys
letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
def raw(text): # the 32 bytes of a public key of age, or of a secret one
    bits = "".join(f"{letters.index(c):05b}" for c in text.strip().lower().rpartition("1")[2][:-6])
    return bytes(int(bits[i:i + 8], 2) for i in range(0, 256, 8))
def sealed(plain, *to):
    words = [word for one in to for word in ("-r", one)]
    return subprocess.run(["age", *words], input=plain, capture_output=True, check=True).stdout
def digest(label, data):
    return hashlib.blake2b(data, digest_size=32, person=label).digest()
def canonical(thing):
    return json.dumps(thing, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
org, what = pathlib.Path(sys.argv[1]), sys.argv[2]
base = sqlite3.connect(org / "archive.db")
mine = re.search(r"public key: (\S+)", open("mine.key").read())[1]
secret = raw(re.search(r"AGE-SECRET-KEY-\S+", open("mine.key").read())[0])
people = {row["label"]: row for row in (json.loads(line.rpartition(" ")[0]) for line in open(org / "people.jsonl")) if row["kind"] == "person"}
(body,) = base.execute("SELECT body FROM paper WHERE kind = 'panel' AND version = 1").fetchone()
panel = json.loads(body)
if what == "key":
    panel["key"] = raw(mine).hex()
elif what == "pieces": # as the founder would have made them, so that all fits in the end
    panel["key"], rest = raw(mine).hex(), secret
    for member in panel["members"]:
        piece = secrets.token_bytes(32) if member is not panel["members"][-1] else rest
        member["piece"] = sealed(piece, people[member["label"]]["age"]).hex()
        rest = bytes(a ^ b for a, b in zip(rest, piece))
    panel["guard"] = ""
elif what == "verify":
    panel["members"][1]["verify_key"] = secrets.token_hex(32)
elif what == "recipient":
    panel["members"][1]["recipient"] = raw(mine).hex()
elif what == "reader":
    panel["readers"].append(raw(mine).hex())
elif what == "weight":
    panel["weights"][0]["weight"] = 5
elif what == "founder":
    panel["founder"] = "ben"
elif what == "moved": # the interview with another person
    (other,) = base.execute("SELECT record_id FROM paper WHERE kind = 'panel' AND version = 2").fetchone()
    base.execute("DELETE FROM paper WHERE version = 2")
    base.execute("UPDATE paper SET record_id = ? WHERE version = 1", (other,))
    panel["record"] = other.hex()
bent = canonical(panel)
base.execute("UPDATE paper SET body = ? WHERE kind = 'panel' AND version = 1", (bent,))
if what == "number":
    base.execute("DELETE FROM paper WHERE version = 2")
    base.execute("UPDATE paper SET version = 2 WHERE version = 1")
before, after = digest(b"hf-panel-v1", body).hex(), digest(b"hf-panel-v1", bent).hex()
previous = bytes(32)
for number, time, who, deed, about, signature in base.execute("SELECT number, time_s, who, what, about, signature FROM deed ORDER BY number").fetchall():
    about = about.replace(before, after)
    if what == "number":
        about = about.replace("interview 1 of", "interview 2 of")
    now = digest(b"hf-log-v1", canonical({"about": about, "number": number, "previous": previous.hex(), "time": time, "what": deed, "who": who}))
    base.execute("UPDATE deed SET about = ?, previous = ?, hash = ? WHERE number = ?", (about, previous, now, number))
    previous = now
base.commit()
(org / "log.head").write_text(f"{number} {previous.hex()}\n")
PY
bent() { rm -rf bent && cp -r org bent && python3 bend.py bent "$1" || wrong "nothing was bent: $1"; }

# The log alone cannot tell, for whoever can write the folder can write it anew up to the last signed row.
bent none
expect 0 '4: Said of person 1' desk bent rate 1 --key anna
expect 0 '^[0-9]+ rows' desk bent audit log
forged='is not the one that was founded: the signature of its founder does not fit'
for what in key pieces verify recipient reader weight founder moved number; do
    bent $what
    number=1
    [ $what = number ] && number=2
    for label in anna ben; do
        refuse 1 "$forged" desk bent rate $number --key $label --question promise --rating 5 --evidence "Said what a pelican does."
    done
    refuse 1 "$forged" desk bent lock $number --key anna --yes
    refuse 1 "$forged" desk bent interview guide $number --key ben
    refuse 1 "$forged" desk bent reveal $number --key recruiter
    expect 1 "$forged" desk bent interview list
    [ "$(sqlite3 bent/archive.db "SELECT count(*) FROM paper WHERE kind = 'lock'")" = 0 ] || wrong "$what: something was locked"
done
# A draft: of another interview, made by somebody who knows the public key only, of another interviewer, of before.
exchanged='is not what you rated last: it was exchanged'
draft() { # SQL OR PYTHON WORDS: the draft of anna in interview 1 is another one
    rm -rf bent && cp -r org bent && python3 - "$1" <<'PY' || wrong "no other draft: $1"
import json, pathlib, re, sqlite3, subprocess, sys
base = sqlite3.connect("bent/archive.db")
if sys.argv[1] == "made":
    people = {row["label"]: row for row in (json.loads(line.rpartition(" ")[0]) for line in open("bent/people.jsonl"))}
    sheet = {"interview_sheet": 1, "rater": "anna", "ratings": [{"evidence": "Said what a pelican does.", "question": "news", "rating": 1}]}
    plain = json.dumps(sheet, sort_keys=True, separators=(",", ":")).encode()
    made = subprocess.run(["age", "-r", people["anna"]["age"]], input=plain, capture_output=True, check=True).stdout
    for body in (made, bytes(64) + made):
        base.execute("UPDATE paper SET body = ? WHERE kind = 'rating' AND name = 'anna' AND version = 1", (body,))
elif sys.argv[1] == "before":
    (old,) = sqlite3.connect("before/archive.db").execute("SELECT body FROM paper WHERE kind = 'rating' AND name = 'anna' AND version = 1").fetchone()
    base.execute("UPDATE paper SET body = ? WHERE kind = 'rating' AND name = 'anna' AND version = 1", (old,))
else:
    name, version = sys.argv[1].split()
    (other,) = base.execute("SELECT body FROM paper WHERE kind = 'rating' AND name = ? AND version = ?", (name, version)).fetchone()
    base.execute("UPDATE paper SET body = ? WHERE kind = 'rating' AND name = 'anna' AND version = 1", (other,))
base.commit()
PY
}
for ((i = 0; i < 2; i++)); do # every question now, so that it could be locked
    for question in $(desk org rate 1 --key anna | tr '\n' ' ' | grep -oE '\([a-z]+(-[0-9]+)?\)' | tr -d '()'); do
        desk org rate 1 --key anna --question "$question" --rating $((3 + i)) --evidence "Said what a cormorant does, $i." >/dev/null || wrong "not rated: $question"
    done
    [ $i = 1 ] || cp -r org before
done
rate org 1 ben 1 || wrong "ben cannot rate: $(cat said)"
for what in 'anna 2' 'ben 1' made before; do
    draft "$what"
    refuse 1 "$exchanged" desk bent rate 1 --key anna
    refuse 1 "$exchanged" desk bent lock 1 --key anna --yes
done
expect 0 'Your ratings are handed in' desk org lock 1 --key anna --yes
tally $refusals interviews exchanged
finish
