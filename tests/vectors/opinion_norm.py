"""The norm of the second opinion: what is usual, from candidates' answers, and tables of it pooled.
Written from questionnaires/SCORING.md alone."""

import math

from opinion_basics import count_scores, mean, nearest, number_of, variance

STEP, SHRINK, LEAST, ERROR_LEAST = 10, 30, 30, 60


def covariance(x, y):
    """Of the places where both are there."""
    pairs = [(a, b) for a, b in zip(x, y) if None not in (a, b)]
    if len(pairs) < 2:
        return None
    mx, my = mean([a for a, _ in pairs]), mean([b for _, b in pairs])
    return math.fsum((a - mx) * (b - my) for a, b in pairs) / (len(pairs) - 1)


def present(xs):
    return [x for x in xs if x is not None]


def error_of(levels, lines):
    """SD sqrt(1 - alpha), alpha from the covariances of all pairs of lines."""
    k = len(lines)
    table = [[covariance(a, b) for b in lines] for a in lines]
    own = math.fsum(table[i][i] for i in range(k))
    alpha = k / (k - 1) * (1 - own / math.fsum(x for row in table for x in row))
    return nearest(math.sqrt(variance(present(levels)) * (1 - alpha)), 100) if 0 < alpha < 1 else None


def norm_of(assessment, records, asks_for_caution):
    """From candidates in the order in which they came: count, means, covariances, drivers."""
    size, kept = len(assessment.dimensions), []
    for record in records:
        scores = count_scores(assessment.choices(record), size)
        ratings = assessment.ratings(record)
        levels = [assessment.driver_score(driver, ratings)[0] for driver in assessment.drivers]
        if not asks_for_caution(record) and None not in scores + levels:
            kept.append((scores, ratings))
    kept = kept[:len(kept) - len(kept) % STEP]
    if not kept:
        return {"count": 0}
    columns = list(zip(*[scores for scores, _ in kept]))
    drivers = []
    for driver in assessment.drivers:
        levels = [assessment.driver_score(driver, ratings)[0] for _, ratings in kept]
        rows = [assessment.coded(driver, ratings) for _, ratings in kept]
        lines = [[row.get(line) for row in rows] for line in assessment.lines(driver)]
        drivers.append({"mean": nearest(mean(present(levels)), 100),
                        "sem": error_of(levels, lines)})
    return {"count": len(kept), "mean": [nearest(mean(present(c)), 100) for c in columns],
            "covariance": [nearest(covariance(columns[i], columns[j]), 10000)
                           for i in range(size) for j in range(i + 1)],
            "drivers": drivers}


def table_read(table):
    """A norm as it stands in a vacancy or a file."""
    return {"count": table["count"], "mean": [number_of(d["mean"]) for d in table["dimensions"]],
            "covariance": [number_of(x) for x in table["covariance"]],
            "drivers": [{k: number_of(d[k]) for k in ("mean", "sem")} for d in table["drivers"]]}


def pooled(norms):
    """Each with the weight of its people; errors by their squares."""
    people = sum(n["count"] for n in norms)
    norms = [n for n in norms if n["count"]]
    if len(norms) < 2:
        return norms[0] if norms else {"count": 0}

    def pool(values):
        return None if None in values else math.fsum(
            n["count"] / people * x for n, x in zip(norms, values))

    def squared(x):
        return None if x is None else x * x

    out = {"count": people, "drivers": []}
    for key in ("mean", "covariance"):
        out[key] = [pool(values) for values in zip(*[n[key] for n in norms])]
    for of_driver in zip(*[n["drivers"] for n in norms]):
        error = pool([squared(d["sem"]) for d in of_driver])
        out["drivers"].append({"mean": pool([d["mean"] for d in of_driver]),
                               "sem": None if error is None else math.sqrt(error)})
    return out


def compare_table(check, ours, kept):
    """A table in a vacancy against the answers it was made from."""
    kept = table_read(kept)
    check.same("norm.count", ours["count"], kept["count"])
    if not ours["count"]:
        return
    for key in ("mean", "covariance"):
        check.same(f"norm.{key}, how many", len(ours[key]), len(kept[key]))
        for a, b in zip(ours[key], kept[key]):
            check.same(f"norm.{key}", a, b, 1e-9)
    for a, b in zip(ours["drivers"], kept["drivers"]):
        check.same("norm.drivers.mean", a["mean"], b["mean"], 1e-9)
        check.same("norm.drivers.sem", a["sem"], b["sem"], 1e-9)


def compare_applied(check, basis, table):
    """What a basis carries of the frozen table."""
    norm = table_read(table)
    count = norm["count"]
    check.same("basis.norm_count", count, basis["norm_count"])
    for kept, usual in zip(basis["dimensions"], norm["mean"]):
        check.same("basis.norm", nearest(count / (count + SHRINK) * usual, 10000) if count else 0.0,
                   kept["norm"], 1e-9)
    for kept, usual in zip(basis["drivers"], norm["drivers"]):
        check.same("basis.drivers.norm", usual["mean"] if count >= LEAST else None, kept["norm"], 1e-9)
        check.same("basis.drivers.sem", usual["sem"] if count >= ERROR_LEAST else None, kept["sem"],
                   1e-9)
