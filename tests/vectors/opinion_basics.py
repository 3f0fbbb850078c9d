"""What every part of the second opinion counts with: statistics, documents and answers, best and
worst, chance. Written from questionnaires/SCORING.md and FORMAT.md alone."""

import bisect
import itertools
import json
import math
import os
import random

TAU = 1.5  # ridge: standard deviation of the prior of a utility
BLOCKS, RATINGS, SITUATIONS = "resonance", "drivers", "situations"


# ---------------------------------------------------------------- small statistics

def mean(xs):
    return math.fsum(xs) / len(xs)


def variance(xs):
    """Divided by n - 1."""
    centre = mean(xs)
    return math.fsum((x - centre) ** 2 for x in xs) / (len(xs) - 1)


def correlation(x, y, w=None):
    """Weighted; None where one side has no shape."""
    w = w or [1.0] * len(x)
    total = math.fsum(w)
    mx = math.fsum(a * c for a, c in zip(x, w)) / total
    my = math.fsum(b * c for b, c in zip(y, w)) / total
    sxx = math.fsum(c * (a - mx) ** 2 for a, c in zip(x, w))
    syy = math.fsum(c * (b - my) ** 2 for b, c in zip(y, w))
    sxy = math.fsum(c * (a - mx) * (b - my) for a, b, c in zip(x, y, w))
    if sxx < 1e-18 or syy < 1e-18:
        return None
    return max(-1.0, min(1.0, sxy / math.sqrt(sxx * syy)))


def solve(matrix, vector):
    """Gauss with pivots; small and dense."""
    rows = [row[:] + [v] for row, v in zip(matrix, vector)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    out = [0.0] * size
    for i in reversed(range(size)):
        rest = math.fsum(rows[i][k] * out[k] for k in range(i + 1, size))
        out[i] = (rows[i][size] - rest) / rows[i][i]
    return out


def chi_square_3_upper(x):
    """Upper tail of chi-square with 3 degrees of freedom, in closed form."""
    return math.erfc(math.sqrt(x / 2)) + math.sqrt(2 * x / math.pi) * math.exp(-x / 2)


def normal_both(z):
    """Two sides of the normal distribution."""
    return math.erfc(abs(z) / math.sqrt(2))


def holm(ps):
    """Adjusted for how many tests there are; None is no test."""
    known = sorted((p, i) for i, p in enumerate(ps) if p is not None)
    adjusted, highest = [None] * len(ps), 0.0
    for done, (p, i) in enumerate(known):
        highest = max(highest, min(1.0, (len(known) - done) * p))
        adjusted[i] = highest
    return adjusted


def nearest(x, steps):
    """To a multiple of 1 / steps; a half goes away from 0."""
    if x is None:
        return None
    return math.copysign(math.floor(abs(x) * steps + .5 + 1e-9) / steps, x)


def number_of(text):
    return None if text is None else float(text)


def fisher(r):
    return math.atanh(max(-1 + 1e-9, min(1 - 1e-9, r)))


# ---------------------------------------------------------------- documents and answers

class Assessment:
    def __init__(self, folder):
        with open(os.path.join(folder, "assessment.json"), encoding="utf-8") as file:
            self.parts = {part["id"]: part for part in json.load(file)["parts"]}
        for part in self.parts.values():
            with open(os.path.join(folder, part["file"]), encoding="utf-8") as file:
                part["definition"] = json.load(file)["definition"]
        self.dimensions = [d["id"] for d in self.definition(BLOCKS)["dimensions"]]
        self.drivers = [d["id"] for d in self.definition(RATINGS)["dimensions"]]
        self.dimension_of = {s["id"]: s["dimension"]
                             for item in self.definition(BLOCKS)["items"]
                             for s in item.get("x-resonance", {}).get("statements", [])}
        self.about = {i["id"]: i["dimension"] for i in self.definition(SITUATIONS)["items"]}
        self.options = {i["id"]: [s["id"] for s in i["x-resonance"]["statements"]]
                        for i in self.definition(SITUATIONS)["items"]}
        self.instructed = {i["id"]: float(i["x-resonance"]["instructed"])
                           for i in self.definition(RATINGS)["items"]
                           if "instructed" in i.get("x-resonance", {})}

    def definition(self, use, frame=None):
        return next(p["definition"] for p in self.parts.values()
                    if p["use"] == use and frame in (None, p["frame"]))

    def about_in(self, record):
        """The made-up assessment of the kept records has its fifth situation elsewhere."""
        if record["assessment"]["id"] == "sample":
            return dict(self.about, s5="accountability")
        return self.about

    def frames(self, record, use):
        """Of the parts with this use that this role answers, in the order of the assessment."""
        role = record["start"]["role"]
        return [p["frame"] for p in self.parts.values() if (p["use"], p["role"]) == (use, role)]

    def answers(self, record, use, frame=None):
        """Of the first part with this use, or that of a frame, in the order shown: (item id,
        answer)."""
        frame = frame or self.frames(record, use)[0]
        out = []
        for answer in record["answers"]:
            part_id, item = answer["id"].split(":", 1)
            part = self.parts.get(part_id)
            if part and (part["use"], part["frame"]) == (use, frame):
                out.append((item, answer))
        return out

    def in_document_order(self, record):
        """Answered blocks as the document has them, for draws: lists of numbers."""
        given = {item for item, a in self.answers(record, BLOCKS) if a["state"] == "given"}
        return [[self.dimensions.index(s["dimension"])
                 for s in item["x-resonance"]["statements"]]
                for item in self.definition(BLOCKS)["items"] if item["id"] in given]

    def choices(self, record, frame=None):
        """Answered blocks: (best, worst, shown), as numbers of dimensions."""
        def number(statement):
            return self.dimensions.index(self.dimension_of[statement])
        return [(number(a["value"]["best"]), number(a["value"]["worst"]),
                 [number(s) for s in a["order"]])
                for _, a in self.answers(record, BLOCKS, frame) if a["state"] == "given"]

    def ratings(self, record, frame=None):
        return {item: float(a["value"]) for item, a in self.answers(record, RATINGS, frame)
                if a["state"] == "given"}

    def coded(self, driver, ratings, frame=None):
        """The answered items of a driver, the reversed ones turned round."""
        low_high = self.definition(RATINGS, frame)["likert_options"]
        turned = low_high["min"] + low_high["max"]
        return {i: ratings[i] if sign > 0 else turned - ratings[i]
                for i, sign in self.lines(driver, frame).items() if i in ratings}

    def lines(self, driver, frame=None):
        """The items of a driver, each with the sign of its direction."""
        items = self.definition(RATINGS, frame)["scoring"][driver]["items"]
        return {i: sign for i, sign in items.items() if sign}

    def driver_score(self, driver, ratings, frame=None):
        ours = self.definition(RATINGS, frame)["scoring"][driver].get("x-resonance", {})
        values = list(self.coded(driver, ratings, frame).values())
        enough = len(values) >= ours.get("minimum", 1)
        return (mean(values) if enough else None), len(values), float(ours.get("sem", .35))


# ---------------------------------------------------------------- best and worst

def counts(choices, size):
    best, worst, shown = [0] * size, [0] * size, [0] * size
    for b, w, block in choices:
        best[b] += 1
        worst[w] += 1
        for j in block:
            shown[j] += 1
    return best, worst, shown


def count_scores(choices, size):
    best, worst, shown = counts(choices, size)
    return [(b - w) / n if n >= 3 else None for b, w, n in zip(best, worst, shown)]


def shares(u, members, sign):
    e = [math.exp(sign * u[j]) for j in members]
    total = math.fsum(e)
    return [x / total for x in e]


def utilities(choices, size):
    """Ridge sequential logit by Newton's method; returns u and the log likelihood."""
    u = [0.0] * size
    for _ in range(50):
        gradient = [-x / TAU ** 2 for x in u]
        bend = [[(1 / TAU ** 2 if i == j else 0.0) for j in range(size)] for i in range(size)]
        for best, worst, block in choices:
            rest = [j for j in block if j != best]
            gradient[best] += 1
            gradient[worst] -= 1
            for members, sign in ((block, 1), (rest, -1)):
                p = shares(u, members, sign)
                for a, j in enumerate(members):
                    gradient[j] -= sign * p[a]
                    bend[j][j] += p[a]
                    for b, k in enumerate(members):
                        bend[j][k] -= p[a] * p[b]
        step = solve(bend, gradient)
        u = [a + b for a, b in zip(u, step)]
        if max(abs(s) for s in step) < 1e-12:
            break
    like = 0.0
    for best, worst, block in choices:
        rest = [j for j in block if j != best]
        like += math.log(shares(u, block, 1)[block.index(best)])
        like += math.log(shares(u, rest, -1)[rest.index(worst)])
    return u, like


def one_of(chance, members, shares_to):
    """A member by its share; `shares_to` are the shares up to and with each one."""
    return members[bisect.bisect(shares_to, chance.random() * shares_to[-1], 0,
                                 len(members) - 1)]


class Redraw:
    """The same blocks, answered once more by somebody with the utilities u."""

    def __init__(self, u, choices):
        self.blocks = []
        for _, _, block in choices:
            worst_of = {}
            for best in block:
                rest = [j for j in block if j != best]
                worst_of[best] = rest, list(itertools.accumulate(shares(u, rest, -1)))
            self.blocks.append(
                (block, list(itertools.accumulate(shares(u, block, 1))), worst_of))

    def drawn(self, chance):
        out = []
        for block, shares_to_best, worst_of in self.blocks:
            best = one_of(chance, block, shares_to_best)
            out.append((best, one_of(chance, *worst_of[best]), block))
        return out


# ------------------------------------------------- the draws of the record, number by number

def split_mix(seed, count):
    """The first words of SplitMix64."""
    words, rest = [], 2 ** 64 - 1
    for i in range(1, count + 1):
        z = (seed + i * 0x9E3779B97F4A7C15) & rest
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & rest
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & rest
        words.append(z ^ (z >> 31))
    return words


class Twister:
    """MT19937, seeded as in its authors' version of 2002."""

    def __init__(self, seed):
        state = [seed or 1]
        for i in range(1, 624):
            last = state[-1]
            state.append((1812433253 * (last ^ (last >> 30)) + i) & 0xFFFFFFFF)
        self.words = random.Random()
        self.words.setstate((3, tuple(state) + (624,), None))

    def uniform(self):
        return self.words.getrandbits(32) / 2 ** 32

    def below(self, bound):
        scale = 0xFFFFFFFF // bound
        while True:
            pick = self.words.getrandbits(32) // scale
            if pick < bound:
                return pick

    def pick(self, members, chances):
        at, sum_so_far = self.uniform(), 0.0
        for member, chance in zip(members, chances):
            sum_so_far += chance
            if at < sum_so_far:
                return member
        return members[-1]

    def student(self, freedom):
        """Student's t by the polar method."""
        while True:
            u, v = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            w = u * u + v * v
            if 0 < w <= 1:
                return u * math.sqrt(freedom * (w ** (-2 / freedom) - 1) / w)
