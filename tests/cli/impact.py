"""The tables of an audit worked out anew from what went in: impact.py TOLD.json PEOPLE.json, where PEOPLE is a list of
{"groups": [..] or null, "vacancy", "interviewed", "offered", "above" (1, 0 or null)}. Nothing of the program's own
is used: shares, ratios, Fisher's test, its exact range, Mantel-Haenszel, and which cells may be shown."""
import itertools
import json
import math
import sys

told = json.load(open(sys.argv[1]))
people = json.load(open(sys.argv[2]))
faults = []


def expect(what, got, wanted, near=0.0):
    if wanted is None or got is None:
        good = got is wanted
    elif near:
        good = abs(float(got) - wanted) <= near * max(1, abs(wanted))
    else:
        good = got == wanted
    if not good:
        faults.append(f"{what}: {got}, worked out is {wanted}")


def chances(focal, reference, marked):
    """log of the chances of the first cell, without the odds"""
    low, high = max(0, marked - reference), min(focal, marked)
    return {k: math.log(math.comb(focal, k)) + math.log(math.comb(reference, marked - k)) for k in range(low, high + 1)}


def weights(cell, log_odds):
    logs = {k: one + k * log_odds for k, one in cell.items()}
    top = max(logs.values())
    all_ = {k: math.exp(one - top) for k, one in logs.items()}
    total = sum(all_.values())
    return {k: one / total for k, one in all_.items()}


def fisher(h1, n1, h2, n2):
    p = weights(chances(n1, n2, h1 + h2), 0)
    return sum(one for one in p.values() if one <= p[h1] * (1 + 1e-7))


def tails(h1, n1, h2, n2, odds):
    p = weights(chances(n1, n2, h1 + h2), math.log(odds))
    return sum(one for k, one in p.items() if k >= h1), sum(one for k, one in p.items() if k <= h1), sum(k * one for k, one in p.items())


def pooled(strata):
    """odds, low, high, p with the continuity correction"""
    strata = [s for s in strata if s[0] + s[1] and s[2] + s[3]]
    r = s = pr = ps_qr = qs = a = e = v = 0
    for one, two, three, four in strata:
        t = one + two + three + four
        ri, si, pi, qi = one * four / t, two * three / t, (one + four) / t, (two + three) / t
        r, s, pr, ps_qr, qs = r + ri, s + si, pr + pi * ri, ps_qr + pi * si + qi * ri, qs + qi * si
        n1, n2, m = one + two, three + four, one + three
        a, e = a + one, e + n1 * m / t
        v += n1 * n2 * m * (t - m) / (t * t * (t - 1)) if t > 1 else 0
    if not r or not s:
        return None
    deviation = math.sqrt(pr / (2 * r * r) + ps_qr / (2 * r * s) + qs / (2 * s * s))
    chi2 = max(0, abs(a - e) - .5) ** 2 / v
    return r / s, r / s * math.exp(-1.959964 * deviation), r / s * math.exp(1.959964 * deviation), math.erfc(math.sqrt(chi2 / 2))


selects = {"interviewed": lambda p: p["interviewed"], "offered": lambda p: p["offered"], "scored": lambda p: p["above"] == 1}
expect("people", told["people"], len(people))
expect("unknown", told["unknown"], sum(p["groups"] is None for p in people))
width = next(len(p["groups"]) for p in people if p["groups"])
shown_count = hidden_count = pooled_count = 0


def name(value):
    return value or "Not said"


def key_of(person, index):
    groups = person["groups"] or [""] * width
    return ", ".join(name(one) for one in groups) if index == width else name(groups[index])


for stage in told["stages"]:
    counted = [p for p in people if stage["stage"] != "scored" or p["above"] is not None]
    expect(f"tables of {stage['stage']}", len(stage["tables"]), 3 if width == 2 else width)
    for index, table in enumerate(stage["tables"]):
        true = {}
        for p in counted:
            true.setdefault(key_of(p, index), []).append(p)
        where = f"{stage['stage']} by {table['by']}"
        expect(f"groups of {where}", sorted(row["group"] for row in table["rows"]), sorted(true))
        shown = {row["group"]: row for row in table["rows"] if row["state"] != "suppressed"}
        comparable = {g: row for g, row in shown.items() if row["state"] != "not_said"}
        rates = {g: sum(map(selects[stage["stage"]], true[g])) / len(true[g]) for g in shown if g in true}
        best = max((rates[g] for g in comparable), default=None)
        references = [g for g, row in comparable.items() if row["state"] == "reference"]
        expect(f"one reference of {where}", len(references), 1 if comparable else 0)
        for row in table["rows"]:
            group, members = row["group"], true[row["group"]]
            n, h = len(members), sum(map(selects[stage["stage"]], members))
            if row["state"] == "suppressed":
                hidden_count += 1
                for field in ("count", "selected", "rate", "ratio", "odds", "pooled_odds", "fisher_p"):
                    expect(f"{field} of hidden {group}, {where}", row[field], None)
                continue
            shown_count += 1
            if n < 5:
                faults.append(f"{where}: {group} has {n} people and is shown")
            if row["count"] is not None:
                expect(f"count of {group}, {where}", row["count"], n)
                expect(f"selected of {group}, {where}", row["selected"], h)
            expect(f"rate of {group}, {where}", row["rate"], h / n, 1e-6)
            expect(f"under 2 % {group}, {where}", row["is_under_2_percent"], row["state"] != "not_said" and n < .02 * len(people))
            if row["state"] in ("reference", "not_said"):
                expect(f"ratio of {group}, {where}", row["ratio"], None)
                continue
            other = true[references[0]]
            n2, h2 = len(other), sum(map(selects[stage["stage"]], other))
            expect(f"the reference of {where} is the highest", h2 / n2, best, 1e-9)
            if h2:
                expect(f"ratio of {group}, {where}", row["ratio"], (h / n) / (h2 / n2), 1e-6)
            more = 0 if h and h2 else .5
            a, b, p, q = h + more, h2 + more, (h + more) / (n + 2 * more), (h2 + more) / (n2 + 2 * more)
            spread = 1.959964 * math.sqrt((1 - p) / a + (1 - q) / b)
            expect(f"low of {group}, {where}", row["ratio_low"], p / q * math.exp(-spread), 1e-5)
            expect(f"high of {group}, {where}", row["ratio_high"], p / q * math.exp(spread), 1e-5)
            expect(f"Fisher of {group}, {where}", row["fisher_p"], fisher(h, n, h2, n2), 1e-5)
            if row["odds"] is not None and float(row["odds"]) > 0:
                expect(f"odds of {group}, {where}: the mean", tails(h, n, h2, n2, float(row["odds"]))[2], h, 1e-4)
            if row["odds_low"] is not None and float(row["odds_low"]) > 0:
                expect(f"low odds of {group}, {where}: their tail", tails(h, n, h2, n2, float(row["odds_low"]))[0], .025, 1e-3)
            if row["odds_high"] is not None and float(row["odds_high"]) > 0:
                expect(f"high odds of {group}, {where}: their tail", tails(h, n, h2, n2, float(row["odds_high"]))[1], .025, 1e-3)
            if row["pooled_odds"] is None:
                continue
            pooled_count += 1
            strata = []
            for vacancy in sorted({p["vacancy"] for p in counted}):
                one = [p for p in members if p["vacancy"] == vacancy]
                two = [p for p in other if p["vacancy"] == vacancy]
                k, j = sum(map(selects[stage["stage"]], one)), sum(map(selects[stage["stage"]], two))
                strata.append((k, len(one) - k, j, len(two) - j))
            wanted = pooled(strata)
            if wanted:
                for field, one in zip(("pooled_odds", "pooled_low", "pooled_high", "pooled_p"), wanted):
                    expect(f"{field} of {group}, {where}", row[field], one, 1e-5)
    # No hidden number follows from what is shown: for each hidden cell there are two ways to fill all of them.
    if width == 2 and len(stage["tables"]) == 3 and all(row["count"] is not None or row["state"] == "suppressed"
                                                        for table in stage["tables"] for row in table["rows"]):
        first, second, both = ({row["group"]: row for row in table["rows"]} for table in stage["tables"])
        names = [sorted({name((p["groups"] or ["", ""])[i]) for p in counted}) for i in (0, 1)]
        unknowns, lines = [], []
        for a in names[0]:
            lines.append(([f"{a}, {b}" for b in names[1]], first.get(a)))
        for b in names[1]:
            lines.append(([f"{a}, {b}" for a in names[0]], second.get(b)))
        for cells, total in lines:
            hidden = [c for c in cells if c in both and both[c]["state"] == "suppressed"]
            if total and total["state"] != "suppressed" and len(hidden) == 1:
                faults.append(f"{stage['stage']}: {hidden[0]} can be worked out from its line")
            if total and total["state"] != "suppressed" and hidden and sum(len([p for p in counted if key_of(p, 2) == c]) for c in hidden) < 5:
                faults.append(f"{stage['stage']}: fewer than 5 people are hidden in a line")
        for index, table in enumerate((first, second)):
            hidden = [g for g, row in table.items() if row["state"] == "suppressed"]
            if len(hidden) == 1:
                faults.append(f"{stage['stage']}: {hidden[0]} can be worked out from everybody")

least = [int(one) for one in sys.argv[3:6]] or [0, 0, 0]
for what, count, wanted in zip(("shown", "hidden", "pooled"), (shown_count, hidden_count, pooled_count), least):
    if count < wanted:
        faults.append(f"only {count} rows are {what}: the test shows too little")
print("\n".join(faults) if faults else f"{shown_count} rows shown, {hidden_count} hidden, {pooled_count} pooled")
sys.exit(bool(faults))
