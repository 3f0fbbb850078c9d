"""The organization's side of the second opinion: its profile, from colleagues' answers and as a
record carries it. Written from questionnaires/SCORING.md alone."""

import math

from opinion_basics import (SITUATIONS, correlation, count_scores, mean, nearest, number_of,
                            variance)

STEP_FIRST, STEP = 5, 3
SLIGHT_SKEW = 1.34  # variance of slightly lenient answers to 5 options


def gate_of(column):
    """1 at a mean absolute deviation up to a sixth of the range of 2, .5 up to a quarter."""
    middle = mean(column)
    deviation = mean([abs(x - middle) for x in column]) - 1e-12
    return 1.0 if deviation <= 1 / 3 else .5 if deviation <= .5 else 0.0


def crystallization_of(rows):
    m = len(rows)
    pairs = [correlation(a, b) for i, a in enumerate(rows) for b in rows[:i]]
    return m * mean(pairs) / (1 + (m - 1) * mean(pairs))


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


def grade_of(m, voice, is_flat, least, sure):
    if m < least or is_flat:
        return "none"
    if voice is None or voice < .6:
        return "split"
    return "provisional" if m < sure or voice < .7 else "normal"


# ---------------------------------------------------------------- as a record carries it

class Rows:
    """One description of the organization, as it is or as its strategy needs it: before version
    3 a row of each colleague."""
    least, sure = 3, 5

    def __init__(self, basis, name):
        suffix = "" if name == "now" else "_needed"
        self.values = [number_of(d[name]) for d in basis["dimensions"]]
        self.errors = [None] * len(self.values)
        self.rows = [[float(x) for x in row]
                     for row in basis["rater_scores" + suffix] or [] if None not in row]
        self.gates = [gate_of(column) for column in zip(*self.rows)]
        self.crystallization = float(basis["crystallization" + suffix] or "nan")
        self.count = len(self.rows)

    def drawn(self, chance):
        """By a generator of our own."""
        rows = chance.choices(self.rows, k=self.count)
        return [math.fsum(column) / self.count for column in zip(*rows)]

    def repeated(self, twister):
        """By that of the record."""
        rows = [self.rows[twister.below(self.count)] for _ in range(self.count)]
        return [mean(column) for column in zip(*rows)]


class Means:
    """From version 3 on rounded means with their errors."""
    least, sure = 5, 7

    def __init__(self, basis, name):
        prefix, suffix = ("", "") if name == "now" else ("needed_", "_needed")
        dimensions = basis["dimensions"]
        self.values = [number_of(d[name]) for d in dimensions]
        self.errors = [number_of(d[name + "_se"]) for d in dimensions]
        self.gates = [float(d[prefix + "gate"]) for d in dimensions]
        self.crystallization = float(basis["crystallization" + suffix] or "nan")
        self.count = 0 if None in self.values else basis[
            "rater_count" if name == "now" else "needed_count"]

    def drawn(self, chance):
        freedom = self.count - 1
        return [y + e * chance.gauss(0, 1) / math.sqrt(chance.gammavariate(freedom / 2, 2) / freedom)
                for y, e in zip(self.values, self.errors)]

    def repeated(self, twister):
        return [y + e * twister.student(self.count - 1) for y, e in zip(self.values, self.errors)]


def sides_of(basis):
    kind = Means if basis["scoring_version"] >= 3 else Rows
    return [kind(basis, "now"), kind(basis, "needed")]


def compare_rows(check, basis, sides):
    """What follows from the colleagues' rows."""
    for name, side in zip(("now", "needed"), sides):
        if side.count < 3:
            continue
        check.same(f"basis.crystallization.{name}", crystallization_of(side.rows),
                   basis["crystallization" if name == "now" else "crystallization_needed"])
        for j, column in enumerate(zip(*side.rows)):
            kept = basis["dimensions"][j]
            key = f"basis.dimensions.{kept['id']}"
            check.same(f"{key}.{name}", mean(column), kept[name])
            if name == "now":
                check.same(key + ".sd_now", math.sqrt(variance(column)), kept["sd_now"])
                check.same(key + ".ad_now", mean([abs(x - mean(column)) for x in column]),
                           kept["ad_now"])
                check.same(key + ".gate", side.gates[j], kept["gate"])
    check.same("basis.rater_count", sides[0].count or basis["rater_count"], basis["rater_count"])


def compare_means(check, basis, sides):
    """Numbers as coarse as they must be, and of nobody alone."""
    check.same("basis, single colleagues", [], [k for k in basis if k.startswith("rater_scores")])
    check.same("basis.needed_count", True, basis["needed_count"] <= basis["rater_count"])
    check.same("basis, whole steps", sides[0].count and steps_of(sides[0].count), sides[0].count)
    for name, side in zip(("now", "needed"), sides):
        if not side.count:
            continue
        voice = side.crystallization
        check.same(f"basis.crystallization.{name}", nearest(voice, 100), voice, 1e-12)
        for kept, value, error, gate in zip(basis["dimensions"], side.values, side.errors,
                                            side.gates):
            key = f"basis.dimensions.{kept['id']}.{name}"
            check.same(key, nearest(value, 20), value, 1e-12)
            check.same(key + "_se", max(nearest(error, 20), .05), error, 1e-12)
            check.same(key + ", gate", True, gate in (0, .5, 1))


def compare_basis(check, basis):
    """What follows from what the record carries of the organization."""
    sides = sides_of(basis)
    (compare_means if isinstance(sides[0], Means) else compare_rows)(check, basis, sides)
    now = sides[0]
    is_flat = bool(now.count) and max(now.values) - min(now.values) < 1e-12
    check.same("basis.grade", grade_of(now.count, now.crystallization, is_flat, now.least,
                                       now.sure), basis["grade"])


# ---------------------------------------------------------------- from colleagues' answers

def steps_of(count):
    """How many of so many make a profile: 5, 8, 11 ..."""
    return 0 if count < STEP_FIRST else count - (count - STEP_FIRST) % STEP


def is_profile(scores):
    """Whole and not flat."""
    return None not in scores and math.sqrt(variance(scores)) >= .15


def compare_list(check, key, ours, kept):
    check.same(key + ", how many", len(ours), len(kept))
    for a, b in zip(ours, kept):
        check.same(key, a, b)


def compare_kept_rows(check, assessment, basis, used):
    size = len(assessment.dimensions)
    for frame, name in (("now", "rater_scores"), ("needed", "rater_scores_needed")):
        rows = sorted(count_scores(assessment.choices(p, frame), size) for p in used)
        kept = sorted([float(x) for x in row] for row in basis[name])
        for ours, theirs in zip(rows, kept):
            compare_list(check, f"basis.{name}", ours, theirs)


def mean_errors(columns):
    """Standard errors of means; where all said the same, the pooled spread stands for theirs."""
    spreads = [variance(c) if max(c) > min(c) else 0.0 for c in columns]
    pooled = mean(spreads)
    return [math.sqrt((v or pooled) / len(c)) for v, c in zip(spreads, columns)]


def compare_kept_means(check, assessment, basis, used):
    size = len(assessment.dimensions)
    for frame in ("now", "needed"):
        rows = [count_scores(assessment.choices(p, frame), size) for p in used]
        rows = [row for row in rows if is_profile(row)]
        prefix, suffix = ("", "") if frame == "now" else ("needed_", "_needed")
        if frame == "needed":
            check.same("basis.needed_count", steps_of(len(rows)), basis["needed_count"])
        if steps_of(len(rows)) not in (0, len(rows)):
            continue  # nothing here says who came first
        if len(rows) < 5:
            check.same(f"basis, {frame} without people", [None] * size,
                       [d[frame] for d in basis["dimensions"]])
            continue
        columns = list(zip(*rows))
        check.same("basis.crystallization" + suffix, nearest(crystallization_of(rows), 100),
                   basis["crystallization" + suffix])
        for kept, column, error in zip(basis["dimensions"], columns, mean_errors(columns)):
            key = f"basis.dimensions.{kept['id']}.{frame}"
            check.same(key, nearest(mean(column), 20), kept[frame])
            check.same(key + "_se", max(nearest(error, 20), .05), kept[frame + "_se"])
            check.same(key + ", gate", gate_of(column), kept[prefix + "gate"])


def rwgj_of(rows, lines):
    """Of those who answered all the lines."""
    columns = list(zip(*[list(row.values()) for row in rows if len(row) == lines]))
    q = min(1.0, mean([variance(column) for column in columns]) / SLIGHT_SKEW)
    return len(columns) * (1 - q) / (len(columns) * (1 - q) + q)


def compare_driver(check, assessment, kept, used, has_means):
    key, driver = f"basis.drivers.{kept['id']}", kept["id"]
    least = 5 if has_means else 3
    now, needed = ([x for x in (assessment.driver_score(driver, assessment.ratings(p, frame), frame)[0]
                                for p in used) if x is not None] for frame in ("now", "needed"))
    check.same(key + ".rater_count", len(now), kept["rater_count"])
    for name, levels in (("now", now), ("needed", needed)):
        if len(levels) < least:
            check.same(f"{key}.{name}", None, kept[name])
        elif has_means:
            check.same(f"{key}.{name}", nearest(mean(levels), 20), kept[name])
            error = nearest(math.sqrt(variance(levels) / len(levels)), 20)
            check.same(f"{key}.{name}_se", max(error, .05), kept[name + "_se"])
        else:
            check.same(f"{key}.{name}", mean(levels), kept[name])
    rwgj = rwgj_of([assessment.coded(driver, assessment.ratings(p, "now")) for p in used],
                   len(assessment.lines(driver)))
    check.same(key + ".gate", 1.0 if rwgj >= .5 else 0.0, kept["gate"])
    if not has_means:
        check.same(key + ".sd_now", math.sqrt(variance(now)), kept["sd_now"])
        check.same(key + ".rwgj_slight", rwgj, kept["rwgj_slight"])


def compare_situation(check, assessment, kept, used, has_means):
    key = f"basis.situations.{kept['id']}"
    grids = [{c["row"]: number_of(c["column"]) for c in answer["value"]}
             for answer in (dict(assessment.answers(p, SITUATIONS))[kept["id"]] for p in used)
             if answer["state"] == "given"]
    rows = [[grid[o] for o in assessment.options[kept["id"]]] for grid in grids]
    means = [mean(column) for column in zip(*rows)]
    icc = icc_agreement_k(rows)
    check.same(key + ".is_usable", .7 <= icc <= 1, kept["is_usable"])
    check.same(key + ".icc", nearest(icc, 100) if has_means else icc, kept["icc_agreement_k"])
    if has_means:
        ours = [nearest(x, 20) for x in means]
    else:
        spread = math.sqrt(variance(means))
        ours = [(x - mean(means)) / spread for x in means]
    compare_list(check, key + ".values", ours, kept["values"])


def compare_colleagues(check, assessment, basis, people, asks_for_caution):
    """The frozen profile, from the opened answers of all who described the organization, in the
    order in which they came; `asks_for_caution` tells of a record whether its session does."""
    has_means = basis["scoring_version"] >= 3
    size = len(assessment.dimensions)
    careful = [p for p in people
               if is_profile(count_scores(assessment.choices(p, "now"), size))
               and not asks_for_caution(p)]
    used = careful[:steps_of(len(careful))] if has_means else careful
    check.same("basis.used", len(used), basis["rater_count"])
    check.same("basis.left_out", len(people) - len(careful), basis["left_out_count"])
    (compare_kept_means if has_means else compare_kept_rows)(check, assessment, basis, used)
    for kept in basis["drivers"]:
        compare_driver(check, assessment, kept, used, has_means)
    for kept in basis["situations"]:
        compare_situation(check, assessment, kept, used, has_means)
