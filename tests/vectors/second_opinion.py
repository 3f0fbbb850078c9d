#!/usr/bin/env python3
"""A second opinion: scores opened records again, from the published formulas alone.

    second_opinion.py --assessment FOLDER [--raters FOLDER] RECORD.json ...

Written from questionnaires/RECORD.md, questionnaires/FORMAT.md and questionnaires/SCORING.md,
beside and not after the C code: two programs that agree are less likely to share a mistake. Each record is the canonical JSON of a sitting. What is compared, and how closely:

  every number of the scorecard that follows from the answers     1e-6 (they have 6 decimals)
  what is drawn by chance (se, se_z), with another generator      DRAWN_TOLERANCE of its size
  and again with the generator and the seed of the record         1e-6
  the ends of the interval, from our R and the kept se_z          1e-6
  with --raters (the opened records of all colleagues): the basis, from the raters' answers

Prints one line a record and one line a difference; leaves with 1 if there is any."""

import argparse
import bisect
import itertools
import json
import math
import os
import random
import sys

DRAWS = 4000
DRAWN_TOLERANCE = 0.10  # 1,000 and 4,000 draws: 2.5 % of chance, four times
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

    def answers(self, record, use, frame=None):
        """Of the parts with this use, in the order shown: (item id, answer)."""
        out = []
        for answer in record["answers"]:
            part_id, item = answer["id"].split(":", 1)
            part = self.parts.get(part_id)
            if part and part["use"] == use and frame in (None, part["frame"]):
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
        definition = self.definition(RATINGS, frame)
        low_high = definition["likert_options"]
        turned = low_high["min"] + low_high["max"]
        items = definition["scoring"][driver]["items"]
        return {i: ratings[i] if sign > 0 else turned - ratings[i]
                for i, sign in items.items() if sign and i in ratings}

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


# ---------------------------------------------------------------- the figure

def gate_of(column):
    """1 at a mean absolute deviation up to a sixth of the range of 2, .5 up to a quarter."""
    middle = mean(column)
    deviation = mean([abs(x - middle) for x in column]) - 1e-12
    return 1.0 if deviation <= 1 / 3 else .5 if deviation <= .5 else 0.0


def icc_agreement_k(rows):
    """Two-way, agreement, mean of the raters; rows: raters, columns: options."""
    k, n = len(rows), len(rows[0])
    grand = mean([x for row in rows for x in row])
    options = [mean(column) for column in zip(*rows)]
    raters = [mean(row) for row in rows]
    msr = k * math.fsum((x - grand) ** 2 for x in options) / (n - 1)
    msc = n * math.fsum((x - grand) ** 2 for x in raters) / (k - 1)
    mse = math.fsum((x - options[j] - raters[i] + grand) ** 2
                    for i, row in enumerate(rows)
                    for j, x in enumerate(row)) / ((n - 1) * (k - 1))
    return (msr - mse) / (msr + (msc - mse) / n)


def is_used(assessment, record):
    """Whole and not flat as it is, and careful: at most one family of flags."""
    scores = count_scores(assessment.choices(record, "now"), len(assessment.dimensions))
    return (None not in scores and math.sqrt(variance(scores)) >= .15
            and not record["scorecard"]["quality"]["asks_for_caution"])


def compare_colleagues(check, assessment, basis, folder):
    """The frozen profile, from the opened answers of all who described the organization."""
    people = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            people.append(json.load(file))
    size = len(assessment.dimensions)
    used = [p for p in people if is_used(assessment, p)]
    check.same("basis.used", len(used), basis["rater_count"])
    check.same("basis.left_out", len(people) - len(used), basis["left_out_count"])
    for frame, name in (("now", "rater_scores"), ("needed", "rater_scores_needed")):
        rows = sorted(count_scores(assessment.choices(p, frame), size) for p in used)
        kept = sorted([float(x) for x in row] for row in basis[name])
        for ours, theirs in zip(rows, kept):
            for a, b in zip(ours, theirs):
                check.same(f"basis.{name}", a, b)
    for kept in basis["drivers"]:
        key, driver = f"basis.drivers.{kept['id']}", kept["id"]
        now, needed = ([assessment.driver_score(driver, assessment.ratings(p, frame), frame)[0]
                        for p in used] for frame in ("now", "needed"))
        items = [list(assessment.coded(driver, assessment.ratings(p, "now")).values())
                 for p in used]
        q = min(1.0, mean([variance(column) for column in zip(*items)]) / 1.34)
        rwgj = len(items[0]) * (1 - q) / (len(items[0]) * (1 - q) + q)
        check.same(key + ".now", mean(now), kept["now"])
        check.same(key + ".needed", mean(needed), kept["needed"])
        check.same(key + ".sd_now", math.sqrt(variance(now)), kept["sd_now"])
        check.same(key + ".rwgj_slight", rwgj, kept["rwgj_slight"])
        check.same(key + ".gate", 1.0 if rwgj >= .5 else 0.0, kept["gate"])
    for kept in basis["situations"]:
        key = f"basis.situations.{kept['id']}"
        grids = [{c["row"]: float(c["column"]) for c in
                  dict(assessment.answers(p, SITUATIONS))[kept["id"]]["value"]}
                 for p in used]
        rows = [[grid[o] for o in assessment.options[kept["id"]]] for grid in grids]
        means = [mean(column) for column in zip(*rows)]
        spread = math.sqrt(variance(means))
        icc = icc_agreement_k(rows)
        for ours, theirs in zip(means, kept["values"]):
            check.same(key + ".values", (ours - mean(means)) / spread, theirs)
        check.same(key + ".icc", icc, kept["icc_agreement_k"])
        check.same(key + ".is_usable", .7 <= icc <= 1, kept["is_usable"])


def crystallization_of(rows):
    m = len(rows)
    pairs = [correlation(a, b) for i, a in enumerate(rows) for b in rows[:i]]
    return m * mean(pairs) / (1 + (m - 1) * mean(pairs))


def compare_basis(check, basis):
    """What follows from the raters' rows that the record carries."""
    sides = [Side(basis, "now"), Side(basis, "needed")]
    for name, side in zip(("now", "needed"), sides):
        if len(side.raters) < 3:
            continue
        check.same(f"basis.crystallization.{name}", crystallization_of(side.raters),
                   basis["crystallization" if name == "now" else "crystallization_needed"])
        for j, column in enumerate(zip(*side.raters)):
            kept = basis["dimensions"][j]
            key = f"basis.dimensions.{kept['id']}"
            check.same(f"{key}.{name}", mean(column), kept[name])
            if name == "now":
                check.same(key + ".sd_now", math.sqrt(variance(column)), kept["sd_now"])
                check.same(key + ".ad_now", mean([abs(x - mean(column)) for x in column]),
                           kept["ad_now"])
                check.same(key + ".gate", side.gates[j], kept["gate"])
    m, voice = len(sides[0].raters), sides[0].crystallization
    grade = ("none" if m < 3 else "split" if voice < .6 else
             "provisional" if m < 5 or voice < .7 else "normal")
    check.same("basis.grade", grade, basis["grade"])
    check.same("basis.rater_count", m or basis["rater_count"], basis["rater_count"])


class Side:
    """One description of the organization: as it is, or as its strategy needs it."""

    def __init__(self, basis, name):
        suffix = "" if name == "now" else "_needed"
        self.values = [number_of(d[name]) for d in basis["dimensions"]]
        self.raters = [[float(x) for x in row]
                       for row in basis["rater_scores" + suffix] or [] if None not in row]
        self.gates = [gate_of(column) for column in zip(*self.raters)]
        self.crystallization = float(basis["crystallization" + suffix] or "nan")


def importance_weights(basis, side, scores):
    """Normalized over what was answered, and the share of all weight that is."""
    full = [float(d["importance"]) * g for d, g in zip(basis["dimensions"], side.gates)]
    kept = [w if s is not None else 0.0 for w, s in zip(full, scores)]
    if not math.fsum(kept):
        return [0.0] * len(scores), 0.0
    return [w / math.fsum(kept) for w in kept], math.fsum(kept) / math.fsum(full)


def state_of(basis, side, scores, share):
    """The first rule that forbids a figure; else whether it is provisional."""
    known = [s for s in scores if s is not None]
    if len(side.raters) < 3:
        return "no-profile"
    if len(basis["dimensions"]) < 8:
        return "too-few-dimensions"
    if not side.crystallization >= .60:
        return "split"
    if sum(float(d["importance"]) * g > 0
           for d, g in zip(basis["dimensions"], side.gates)) < 8:
        return "too-few-agreed"
    if math.sqrt(variance(side.values)) < 1e-9:
        return "flat-organization"
    if len(known) < .75 * len(scores) or share < .75 - 1e-12:
        return "too-few-answers"
    if math.sqrt(variance(known)) < .15:
        return "flat-person"
    if len(side.raters) < 5 or side.crystallization < .70:
        return "provisional"
    return "given"


def figure_r(scores, organization, norm, weights):
    used = [j for j, w in enumerate(weights) if w > 0]
    return correlation([scores[j] - norm[j] for j in used],
                       [organization[j] - norm[j] for j in used], [weights[j] for j in used])


def phrase_of(low, high):
    if low >= .30:
        return "clearly-aligned"
    if high <= -.30:
        return "clearly-different"
    if low > 0:
        return "leaning-aligned"
    return "leaning-different" if high < 0 else "not-clear"


def drawn_se(choices, u, sides, norm, weights_of, seed):
    """se of each score, and se_z per side: answers simulated, raters drawn again."""
    chance = random.Random(seed)
    redraw = Redraw(u, choices)
    size = len(norm)
    zs, drawn = [[] for _ in sides], [[] for _ in range(size)]
    for _ in range(DRAWS):
        scores = count_scores(redraw.drawn(chance), size)
        for j, s in enumerate(scores):
            drawn[j].append(s)
        for z, side, weights in zip(zs, sides, weights_of):
            if not side.raters or not any(weights):
                continue
            rows = chance.choices(side.raters, k=len(side.raters))
            organization = [math.fsum(column) / len(rows) for column in zip(*rows)]
            r = figure_r(scores, organization, norm, weights)
            if r is not None:
                z.append(fisher(r))
    se = [math.sqrt(variance(d)) if d[0] is not None else None for d in drawn]
    return se, [math.sqrt(variance(z)) if len(z) > 1 else None for z in zs]


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


def repeated_se(blocks, u, sides, norm, weights_of, seed):
    """What drawn_se gives, with the thousand draws of the record itself."""
    size, first = len(norm), split_mix(seed, 1)[0]
    drawn, zs = [], []
    for side, weights in zip(sides or [None], weights_of):
        answers, raters = Twister(first & 0xFFFFFFFF), Twister(first >> 32)
        drawn, z = [[] for _ in range(size)], []
        for _ in range(1000):
            choices = []
            for block in blocks:
                best = answers.pick(block, shares(u, block, 1))
                rest = [j for j in block if j != best]
                choices.append((best, answers.pick(rest, shares(u, rest, -1)), block))
            scores = count_scores(choices, size)
            for j, s in enumerate(scores):
                drawn[j].append(s)
            if not side or not side.raters or not any(weights):
                continue
            rows = [side.raters[raters.below(len(side.raters))] for _ in side.raters]
            r = figure_r(scores, [mean([row[j] for row in rows]) for j in range(size)],
                         norm, weights)
            if r is not None:
                z.append(fisher(r))
        zs.append(math.sqrt(variance(z)) if len(z) > 1 else None)
    return [math.sqrt(variance(d)) if d[0] is not None else None for d in drawn], zs


# ---------------------------------------------------------------- response quality

def longest_run(values):
    """None ends a run."""
    longest = run = 0
    last = None
    for value in values:
        run = 0 if value is None else run + 1 if value == last else 1
        last = value
        longest = max(longest, run)
    return longest


def scatter(assessment, record):
    """Pooled within drivers, as a share of the standard deviation of blind ratings."""
    ratings, scale = assessment.ratings(record), assessment.definition(RATINGS)["likert_options"]
    squares = degrees = 0
    for driver in assessment.drivers:
        values = list(assessment.coded(driver, ratings).values())
        if len(values) > 1:
            squares += math.fsum((x - mean(values)) ** 2 for x in values)
            degrees += len(values) - 1
    count = scale["max"] - scale["min"] + 1
    return math.sqrt(squares / degrees / ((count ** 2 - 1) / 12)) if degrees >= 10 else None


def quality_of(assessment, record, choices, like):
    out = {}
    ratings = [(i, a) for i, a in assessment.answers(record, RATINGS)]
    plain = [(i, a) for i, a in ratings if i not in assessment.instructed]
    blocks = [a for _, a in assessment.answers(record, BLOCKS)]
    given_blocks = [a for a in blocks if a["state"] == "given"]
    given = [a for _, a in plain if a["state"] == "given"]
    out["fast_rating_share"] = (
        mean([a["spent_ms"] < 2000 for a in given]) if given else None)
    out["fast_block_share"] = (
        mean([a["spent_ms"] < 5000 for a in given_blocks]) if given_blocks else None)
    out["longest_run"] = longest_run(
        [float(a["value"]) if a["state"] == "given" else None for _, a in plain])
    places = [a["order"].index(a["value"]["best"]) if a["state"] == "given" else None
              for a in blocks]
    out["longest_position_run"] = longest_run(places)
    taken = [places.count(k) for k in range(4)]
    out["position_p"] = None
    if given_blocks:
        expected = len(given_blocks) / 4
        out["position_p"] = chi_square_3_upper(
            math.fsum((n - expected) ** 2 / expected for n in taken))
    out["rlh"] = math.exp(like / (2 * len(choices))) if choices else None
    values = [float(a["value"]) for a in given]
    out["irv"] = math.sqrt(variance(values)) if len(values) > 1 else None
    checks = [(i, a) for i, a in ratings
              if i in assessment.instructed and a["state"] == "given"]
    out["instructed_count"] = len(checks)
    out["instructed_wrong"] = sum(float(a["value"]) != assessment.instructed[i]
                                  for i, a in checks)
    flags = {
        "time": any((out[k] or 0) >= .30 for k in ("fast_rating_share", "fast_block_share")),
        "runs": (out["longest_run"] >= 10 or out["longest_position_run"] >= 9
                 or (out["position_p"] is not None and out["position_p"] < .001)),
        "consistency": out["rlh"] is not None and out["rlh"] < .40}
    if int(record["scorecard"]["scoring_version"]) >= 2:
        out["rating_scatter"] = scatter(assessment, record)
        flags["scatter"] = (out["rating_scatter"] or 0) >= .80
    flags["instructed"] = out["instructed_wrong"] >= 2
    out["flags"] = [name for name, applies in flags.items() if applies]
    out["asks_for_caution"] = len(out["flags"]) >= 2
    return out


# ---------------------------------------------------------------- the comparison

class Comparison:
    def __init__(self, name):
        self.name, self.values, self.differences = name, 0, 0

    def tell(self, key, ours, kept):
        self.differences += 1
        print(f"{self.name}: {key}: ours {ours}, kept {kept}")

    def same(self, key, ours, kept, tolerance=1e-6):
        self.values += 1
        if isinstance(ours, (int, float)) and not isinstance(ours, bool):
            if kept is None or not abs(float(kept) - ours) <= tolerance:
                self.tell(key, ours, kept)
        elif ours != kept:
            self.tell(key, ours, kept)

    def drawn(self, key, ours, kept):
        self.same(key, ours, kept, (ours or 0) * DRAWN_TOLERANCE + 1e-6)


def compare_figure(check, name, kept, state, r, raw, person, organization, se_z, again):
    check.same(f"{name}.state", state, kept["state"])
    if state not in ("given", "provisional"):
        for key in ("r", "low", "high", "se_z", "phrase", "raw_r"):
            check.same(f"{name}.{key}", None, kept[key])
        return
    check.same(f"{name}.r", r, kept["r"])
    check.same(f"{name}.raw_r", raw, kept["raw_r"])
    check.same(f"{name}.normativeness_person", person, kept["normativeness_person"])
    check.same(f"{name}.normativeness_organization", organization,
               kept["normativeness_organization"])
    check.drawn(f"{name}.se_z", se_z, kept["se_z"])
    check.same(f"{name}.se_z, draw by draw", again, kept["se_z"])
    ends = [math.tanh(fisher(r) + k * 1.96 * float(kept["se_z"])) for k in (-1, 1)]
    check.same(f"{name}.low", ends[0], kept["low"], 2e-6)
    check.same(f"{name}.high", ends[1], kept["high"], 2e-6)
    check.same(f"{name}.phrase", phrase_of(*ends), kept["phrase"])


def compare_resonance(check, assessment, record, choices, u):
    basis, card = record["basis"], record["scorecard"]
    size = len(assessment.dimensions)
    best, worst, shown = counts(choices, size)
    scores = count_scores(choices, size)
    sides = [Side(basis, "now"), Side(basis, "needed")] if basis else []
    norm = [float(d["norm"]) for d in basis["dimensions"]] if basis else [0.0] * size
    weighed = [importance_weights(basis, side, scores) if side.raters else ([0.0] * size, 0.0)
               for side in sides] or [([0.0] * size, 0.0)]
    weights = weighed[0][0]
    of_sides = [w for w, _ in weighed]
    se, se_z = drawn_se(choices, u, sides, norm, of_sides, check.name)
    se_again, se_z_again = repeated_se(assessment.in_document_order(record), u, sides, norm,
                                       of_sides, int(record["start"]["seed"], 16))
    for j, kept in enumerate(card["dimensions"]):
        key = f"dimensions.{kept['id']}"
        check.same(key + ".id", assessment.dimensions[j], kept["id"])
        for name, ours in (("best", best[j]), ("worst", worst[j]), ("shown", shown[j]),
                           ("score", scores[j]), ("weight", weights[j])):
            check.same(f"{key}.{name}", ours, kept[name])
        check.drawn(key + ".se", se[j], kept["se"])
        check.same(key + ".se, draw by draw", se_again[j], kept["se"])
        if not basis:
            continue
        now, needed = sides[0].values[j], sides[1].values[j]
        check.same(key + ".organization", now, kept["organization"])
        check.same(key + ".needed", needed, kept["needed"])
        check.same(key + ".gate", float(basis["dimensions"][j]["gate"]), kept["gate"])
        adds = None not in (scores[j], needed) and scores[j] > now and needed > now
        check.same(key + ".add", (needed - now if adds else 0.0)
                   if scores[j] is not None and needed is not None else None, kept["add"])
    for k, name in enumerate(("now", "needed")):
        if not basis:
            check.same(name + ".state", "no-profile", card[name]["state"])
            continue
        weights, share = weighed[k]
        state = state_of(basis, sides[k], scores, share)
        parts = [None] * 4
        if state in ("given", "provisional"):
            y, flat = sides[k].values, [0.0] * size
            parts = [figure_r(scores, y, norm, weights), figure_r(scores, y, flat, weights),
                     figure_r(scores, norm, flat, weights), figure_r(y, norm, flat, weights)]
        compare_figure(check, name, card[name], state, *parts, se_z[k], se_z_again[k])


def compare_drivers(check, assessment, record):
    basis, card = record["basis"], record["scorecard"]
    ratings = assessment.ratings(record)
    values = {}
    for place, kept in enumerate(card["situations"]):
        answer = dict(assessment.answers(record, SITUATIONS)).get(kept["id"])
        key = basis and basis["situations"][place]
        score = None
        if key and key["is_usable"] and answer and answer["state"] == "given":
            v = dict(zip(assessment.options[kept["id"]], map(float, key["values"])))
            score = ((v[answer["value"]["most"]] - v[answer["value"]["least"]])
                     / (max(v.values()) - min(v.values())))
        driver = assessment.about_in(record)[kept["id"]]
        check.same(f"situations.{kept['id']}.driver", driver, kept["driver"])
        check.same(f"situations.{kept['id']}.score", score, kept["score"])
        if score is not None:
            values.setdefault(driver, []).append(score)
    for place, kept in enumerate(card["drivers"]):
        key = f"drivers.{kept['id']}"
        score, answered, sem = assessment.driver_score(kept["id"], ratings)
        check.same(key + ".id", assessment.drivers[place], kept["id"])
        check.same(key + ".answered", answered, kept["answered"])
        check.same(key + ".score", score, kept["score"])
        check.same(key + ".sem", sem, kept["sem"])
        of = values.get(kept["id"])
        check.same(key + ".situations", mean(of) if of else None, kept["situations"])
        gap = gap_se = None
        flag = "none"
        their = basis and basis["drivers"][place]
        check.same(key + ".organization", float(their["now"]) if their else None,
                   kept["organization"])
        if their and score is not None:
            gap = float(their["now"]) - score
            gap_se = math.sqrt(sem ** 2 + float(their["sd_now"]) ** 2 / their["rater_count"])
            if float(their["gate"]) > 0 and abs(gap) >= .5 and abs(gap) > 1.96 * gap_se:
                flag = "may-miss" if gap < 0 else "may-find-more"
        check.same(key + ".gap", gap, kept["gap"])
        check.same(key + ".gap_se", gap_se, kept["gap_se"])
        check.same(key + ".flag", flag, kept["flag"])


def compare_record(check, assessment, record):
    card = record["scorecard"]
    choices = assessment.choices(record)
    u, like = utilities(choices, len(assessment.dimensions))
    if record["basis"]:
        compare_basis(check, record["basis"])
    compare_resonance(check, assessment, record, choices, u)
    compare_drivers(check, assessment, record)
    for key, ours in quality_of(assessment, record, choices, like).items():
        check.same("quality." + key, ours, card["quality"][key])
    check.same("seed", record["start"]["seed"], card["seed"])
    check.same("rater_count", (record["basis"] or {"rater_count": 0})["rater_count"],
               card["rater_count"])
    check.same("duration_ms", sum(a["spent_ms"] for a in record["answers"]),
               card["duration_ms"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assessment", required=True)
    parser.add_argument("--raters")
    parser.add_argument("records", nargs="+")
    words = parser.parse_args()
    assessment = Assessment(words.assessment)
    values = differences = 0
    for path in words.records:
        check = Comparison(os.path.basename(path))
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
            record = record.get("record", record)  # as it is, or inside a report
        compare_record(check, assessment, record)
        if words.raters:
            compare_colleagues(check, assessment, record["basis"], words.raters)
        values += check.values
        differences += check.differences
    print(f"{len(words.records)} records, {values} values, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
