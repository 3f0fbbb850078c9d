"""What a season needs besides the programs: season.py people FOLDER FROM COUNT SEED: stories of so many candidates whose
tastes are known, and the tastes in FOLDER/true.json. season.py tastes TRUE.json RECORD...: whether the scores of
sealed records are those of the tastes. season.py groups LIST.csv OUT.csv: a table of HR, seeded. season.py truth
LIST.csv GROUPS.csv DECIDED INTERVIEWED GONE: what the tables of the audit must be made of, as JSON."""
import csv
import json
import os
import random
import statistics
import sys

TOPICS = ("growth candour evidence exploration self-direction care order service society craft build lead rhythm challenge "
          "belonging recognition").split()
DRIVERS = "learning doing coaching transfer skills ownership accountability".split()


def people(folder, first, count, seed):
    chance = random.Random(int(seed))
    true = {}
    os.makedirs(folder, exist_ok=True)
    for n in range(int(first), int(first) + int(count)):
        tastes = {topic: round(chance.gauss(0, 1.5), 2) for topic in TOPICS}
        drivers = {driver: round(chance.uniform(2, 4.5), 2) for driver in DRIVERS}
        true[str(n)] = tastes
        words = " ".join(f"{name}={value}" for name, value in {**tastes, **drivers}.items())
        with open(f"{folder}/{n:03d}.story", "w") as file:
            file.write('size 1920x1080 width-mm 476\ntap "Start"\n' f'code candidate {n}\n' 'tap "next"\ntap "consent-yes"\n'
                       f'person seed {int(seed) * 1000 + n} noise 0.6 pace 6 {words} words "This was clear to me"\n'
                       'answer until screen finish\ntap "next"\n')
    json.dump(true, open(f"{folder}/true.json", "w"))


def tastes(true, *records):
    """Each person's scores go with the tastes that they really have, and with nobody else's so well."""
    true = json.load(open(true))
    near, own_is_best = [], 0
    for path in records:
        record = json.load(open(path))
        card = record["scorecard"]
        scores = {one["id"]: float(one["score"]) for one in card["dimensions"]}
        fits = {n: statistics.correlation([one[t] for t in TOPICS], [scores[t] for t in TOPICS]) for n, one in true.items()}
        own = str(record["invite"] if "invite" in record else record["start"]["invite"])
        near.append(fits[own])
        own_is_best += fits[own] == max(fits.values())
    print(f"{len(near)} people, correlation of scores and tastes {statistics.mean(near):.2f}, least {min(near):.2f}, own nearest {own_is_best}")
    sys.exit(not (len(near) == len(true) and statistics.mean(near) > .8 and min(near) > .5 and own_is_best == len(near)))


def groups(listed, out):
    chance = random.Random(11)
    with open(out, "w") as file:
        file.write("reference,sex,origin\n")
        for number, row in enumerate(csv.DictReader(open(listed, encoding="utf-8-sig"))):
            sex = chance.choices(["woman", "man", "another", ""], [24, 26, 2, 3])[0]
            if number % 13 != 5:
                file.write(f"{row['reference']},{sex},{chance.choice(['coast', 'coast', 'inland'])}\n")


def truth(listed, grouped, decided, interviewed, gone):
    gone = set(open(gone).read().split())
    rows = list(csv.DictReader(open(listed, encoding="utf-8-sig")))
    known = {row["reference"]: [row["sex"], row["origin"]] for row in csv.DictReader(open(grouped))}
    last = dict(line.split() for line in open(decided) if line.strip())
    talked = set(open(interviewed).read().split())
    middle = statistics.median([float(row["figure"]) for row in rows if row["figure"] and row["reference"] not in gone])
    json.dump([{"groups": known.get(row["reference"]), "vacancy": row["vacancy"], "offered": last.get(row["reference"]) == "offer",
                "interviewed": row["reference"] in talked or last.get(row["reference"]) in ("offer", "next"),
                "above": int(float(row["figure"]) > middle) if row["figure"] else None}
               for row in rows if row["reference"] not in gone], sys.stdout)


{"people": people, "tastes": tastes, "groups": groups, "truth": truth}[sys.argv[1]](*sys.argv[2:])
