#!/usr/bin/env python3
"""A second opinion: scores opened records again, from the published formulas alone.

    second_opinion.py --assessment FOLDER [--once] [--raters FOLDER]
                      [--norm VACANCY.json --people FOLDER ...] RECORD.json ...

Written from questionnaires/RECORD.md, questionnaires/FORMAT.md and questionnaires/SCORING.md,
beside and not after the C code: two programs that agree are less likely to share a mistake. Each
record is the canonical JSON of a sitting. What is compared, and how closely:

  every number of the scorecard that follows from the answers     1e-9 beyond its 6 decimals
  what is drawn by chance (se, se_z), with another generator      DRAWN_TOLERANCE of its size
  and again with the generator and the seed of the record         1e-9 beyond its 6 decimals
  with --once                                                     nothing with another generator
  with --raters (the opened records of all colleagues, in the order of their names): the basis,
  and the colleagues' own scorecards
  with --norm (a vacancy that is open) and --people (the opened records of the candidates whose
  answers its norm was made from, in the order of their names; a folder for each table that was
  pooled): the frozen norm, and what the basis carries of it

Prints a line for each difference and one with the sums; leaves with 1 if there is any."""

import argparse
import json
import math
import os
import random
import sys

from opinion_basics import (BLOCKS, RATINGS, SITUATIONS, Assessment, Redraw, Twister,
                            chi_square_3_upper, correlation, count_scores, counts, fisher, holm,
                            mean, normal_both, number_of, shares, split_mix, utilities, variance)
from opinion_norm import compare_applied, compare_table, norm_of, pooled
from opinion_organization import compare_basis, compare_colleagues, sides_of
from opinion_scales import compare_scales

DRAWS = 4000
DRAWN_TOLERANCE = 0.10  # 1,000 and 4,000 draws: 2.5 % of chance, four times
ROUNDED = 5e-7 + 1e-9
Z975 = 1.959963984540054
NORM_LEAST, RLH_LEAST = 30, .40


# ---------------------------------------------------------------- the figure

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
    if not side.count or (basis["grade"] == "none" and basis["rater_count"] < side.least):
        return "no-profile"
    if basis["grade"] == "none":
        return "flat-organization"
    if len(basis["dimensions"]) < 8:
        return "too-few-dimensions"
    if side.count < side.least:
        return "no-profile"
    if not side.crystallization >= .60:
        return "split"
    if sum(float(d["importance"]) * g > 0
           for d, g in zip(basis["dimensions"], side.gates)) < 8:
        return "too-few-agreed"
    if len(known) < .75 * len(scores) or share < .75 - 1e-12:
        return "too-few-answers"
    if math.sqrt(variance(known)) < .15:
        return "flat-person"
    if math.sqrt(variance(side.values)) < 1e-9:
        return "flat-organization"
    if side.count < side.sure or side.crystallization < .70:
        return "provisional"
    return "given"


def figure_r(scores, organization, norm, weights):
    used = [j for j, w in enumerate(weights) if w > 0]
    return correlation([scores[j] - norm[j] for j in used],
                       [organization[j] - norm[j] for j in used], [weights[j] for j in used])


def phrase_of(basis, rlh, low, high):
    if basis["scoring_version"] >= 3 and basis["norm_count"] < NORM_LEAST:
        return "unsaid-norm"
    if basis["scoring_version"] >= 3 and rlh < RLH_LEAST:
        return "unsaid-choices"
    if low >= .30:
        return "clearly-aligned"
    if high <= -.30:
        return "clearly-different"
    if low > 0:
        return "leaning-aligned"
    return "leaning-different" if high < 0 else "not-clear"


def spread(values):
    return math.sqrt(variance(values)) if len(values) > 1 else None


def drawn_se(choices, u, sides, norm, weights_of, check):
    """se of each score, and se_z per side: answers simulated, the organization drawn again."""
    if check.is_once:
        return [None] * len(norm), [None] * len(sides)
    chance = random.Random(check.name)
    redraw = Redraw(u, choices)
    size = len(norm)
    zs, drawn = [[] for _ in sides], [[] for _ in range(size)]
    for _ in range(DRAWS):
        scores = count_scores(redraw.drawn(chance), size)
        for j, s in enumerate(scores):
            drawn[j].append(s)
        for z, side, weights in zip(zs, sides, weights_of):
            if side.count and any(weights):
                r = figure_r(scores, side.drawn(chance), norm, weights)
                if r is not None:
                    z.append(fisher(r))
    return [spread(d) if d[0] is not None else None for d in drawn], [spread(z) for z in zs]


def repeated_scores(blocks, u, size, seed):
    """The scores of the thousand simulated sittings of the record itself; None before they are
    answered three times."""
    urns = []
    for block in blocks:
        rests = {best: [j for j in block if j != best] for best in block}
        urns.append((block, shares(u, block, 1),
                     {best: (rest, shares(u, rest, -1)) for best, rest in rests.items()}))
    answers, drawn = Twister(seed), []
    for _ in range(1000):
        choices = []
        for block, chances, worst_of in urns:
            best = answers.pick(block, chances)
            choices.append((best, answers.pick(*worst_of[best]), block))
        drawn.append(count_scores(choices, size))
    return drawn


def repeated_se(blocks, u, sides, norm, weights_of, seed):
    """What drawn_se gives, with the thousand draws of the record itself."""
    first = split_mix(seed, 1)[0]
    drawn, zs = repeated_scores(blocks, u, len(norm), first & 0xFFFFFFFF), []
    for side, weights in zip(sides, weights_of):
        raters, z = Twister(first >> 32), []
        for scores in drawn if side.count and any(weights) else []:
            r = figure_r(scores, side.repeated(raters), norm, weights)
            if r is not None:
                z.append(fisher(r))
        zs.append(spread(z))
    return [spread(d) if d[0] is not None else None for d in zip(*drawn)], zs


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


def scatter(assessment, ratings):
    """Pooled within drivers, as a share of the standard deviation of blind ratings."""
    scale = assessment.definition(RATINGS)["likert_options"]
    squares = degrees = 0
    for driver in assessment.drivers:
        values = list(assessment.coded(driver, ratings).values())
        if len(values) > 1:
            squares += math.fsum((x - mean(values)) ** 2 for x in values)
            degrees += len(values) - 1
    count = scale["max"] - scale["min"] + 1
    return math.sqrt(squares / degrees / ((count ** 2 - 1) / 12)) if degrees >= 10 else None


def blocks_quality(assessment, record, frame):
    """Of one part: signs, and how many answers there are and how many of them fast."""
    blocks = [a for _, a in assessment.answers(record, BLOCKS, frame)]
    given = [a for a in blocks if a["state"] == "given"]
    places = [a["order"].index(a["value"]["best"]) if a["state"] == "given" else None
              for a in blocks]
    choices = assessment.choices(record, frame)
    out = {"longest_position_run": longest_run(places), "position_p": None, "rlh": None,
           "blocks": len(given), "fast_blocks": sum(a["spent_ms"] < 5000 for a in given)}
    if given:
        expected = len(given) / 4
        out["position_p"] = chi_square_3_upper(math.fsum(
            (places.count(k) - expected) ** 2 / expected for k in range(4)))
        _, like = utilities(choices, len(assessment.dimensions))
        out["rlh"] = math.exp(like / (2 * len(choices)))
    return out


def ratings_quality(assessment, record, frame):
    lines = assessment.answers(record, RATINGS, frame)
    plain = [a for i, a in lines if i not in assessment.instructed]
    given = [a for a in plain if a["state"] == "given"]
    values = [float(a["value"]) for a in given]
    checks = [(i, float(a["value"])) for i, a in lines
              if i in assessment.instructed and a["state"] == "given"]
    return {"longest_run": longest_run(
                [float(a["value"]) if a["state"] == "given" else None for a in plain]),
            "irv": spread(values),
            "rating_scatter": scatter(assessment, assessment.ratings(record, frame)),
            "instructed_count": len(checks),
            "instructed_wrong": sum(x != assessment.instructed[i] for i, x in checks),
            "ratings": len(given), "fast_ratings": sum(a["spent_ms"] < 2000 for a in given)}


SUMS = ("blocks", "fast_blocks", "ratings", "fast_ratings", "instructed_count",
        "instructed_wrong")
LEAST_OF = ("position_p", "rlh", "irv")


def worse(parts):
    """Of two parts of a kind what is added up, or the worse of both."""
    out = dict.fromkeys(SUMS + ("longest_run", "longest_position_run"), 0)
    for part in parts:
        for key, value in part.items():
            if key in SUMS:
                out[key] += value
            elif out.get(key) is None or (value is not None and
                                          (value < out[key]) == (key in LEAST_OF)):
                out[key] = value
    for share, fast, all_of in (("fast_rating_share", "fast_ratings", "ratings"),
                                ("fast_block_share", "fast_blocks", "blocks")):
        out[share] = out[fast] / out[all_of] if out[all_of] else None
    return out


def flags_of(version, signs):
    """The families of signs that apply."""
    p, rlh = signs.get("position_p"), signs.get("rlh")
    is_scattered = (signs.get("rating_scatter") or 0) >= .80
    has_wrong = signs["instructed_wrong"] > 0
    families = {
        "time": any((signs[k] or 0) >= .30 for k in ("fast_rating_share", "fast_block_share")),
        "runs": signs["longest_run"] >= 10 or version < 3 and (
            signs["longest_position_run"] >= 9 or p is not None and p < .001),
        "consistency": rlh is not None and rlh < RLH_LEAST,
        "scatter": version == 2 and is_scattered,
        "instructed": signs["instructed_wrong"] >= 2 or version >= 3 and is_scattered and has_wrong}
    if version >= 3 and any(families.values()) and is_doubted(signs):
        families["consistency"] = True
    return [name for name, applies in families.items() if applies]


def is_doubted(signs):
    """Choices hardly better than blind ones: they count beside another sign."""
    return signs.get("rlh") is not None and signs["rlh"] < .43


def is_concerned(version, signs, flags):
    """Whether the signs of the whole stem from this part."""
    own = flags_of(version, signs)
    if version >= 3 and "consistency" in flags and is_doubted(signs):
        return True
    return bool(set(own) & set(flags)) or "instructed" in flags and signs["instructed_wrong"] > 0


def quality_of(assessment, record, version):
    blocks = [blocks_quality(assessment, record, f) for f in assessment.frames(record, BLOCKS)]
    ratings = [ratings_quality(assessment, record, f) for f in assessment.frames(record, RATINGS)]
    out = worse(blocks + ratings)
    out["flags"] = flags_of(version, out)
    out["asks_for_caution"] = len(out["flags"]) >= 2
    if version >= 3:
        for key, parts in (("withheld_resonance", blocks), ("withheld_drivers", ratings)):
            out[key] = out["asks_for_caution"] and any(
                is_concerned(version, worse([part]), out["flags"]) for part in parts)
    if version < 2:
        del out["rating_scatter"]
    return {k: v for k, v in out.items()
            if k not in ("blocks", "fast_blocks", "ratings", "fast_ratings")}


# ---------------------------------------------------------------- topics, from version 3 on

def topic_ps(sides, scores, se, importances):
    """Of each dimension that is one the adjusted p of the difference."""
    y, errors, gates = sides[0].values, sides[0].errors, sides[0].gates
    return holm([None if None in (s, y[j], e) or not gates[j] > 0 or not importances[j] > 0
                 else normal_both((s - y[j]) / math.hypot(e, errors[j]))
                 for j, (s, e) in enumerate(zip(scores, se))])


def relation_of(sides, j, s, e, p):
    """The list in which dimension j stands, of a person's score s with the error e."""
    y, y_error = sides[0].values[j], sides[0].errors[j]
    need, need_error = sides[1].values[j], sides[1].errors[j]
    if p is None:
        return "none"
    if (need is not None and sides[1].gates[j] > 0
            and need - y >= Z975 * math.hypot(need_error, y_error)
            and s - y > math.hypot(e, y_error)
            and s <= need + Z975 * math.hypot(e, need_error)):
        return "also-looks-for"
    if p < .05:
        return "differs"
    return "fits" if s > e and y > y_error else "none"


# ---------------------------------------------------------------- the comparison

class Comparison:
    def __init__(self, path, words):
        self.name, self.is_once = os.path.basename(path), words.once
        self.values = self.differences = 0

    def tell(self, key, ours, kept):
        self.differences += 1
        print(f"{self.name}: {key}: ours {ours}, kept {kept}")

    def same(self, key, ours, kept, tolerance=ROUNDED):
        self.values += 1
        if isinstance(ours, (int, float)) and not isinstance(ours, bool):
            if kept is None or not abs(float(kept) - ours) <= tolerance:
                self.tell(key, ours, kept)
        elif ours != kept:
            self.tell(key, ours, kept)

    def drawn(self, key, ours, kept):
        if not self.is_once:
            self.same(key, ours, kept, (ours or 0) * DRAWN_TOLERANCE + 1e-6)


def compare_figure(check, name, kept, basis, rlh, state, parts, se_z, again):
    check.same(f"{name}.state", state, kept["state"])
    names = ("r", "raw_r", "normativeness_person", "normativeness_organization")
    if state not in ("given", "provisional"):
        for key in names + ("low", "high", "se_z", "phrase"):
            check.same(f"{name}.{key}", None, kept[key])
        return
    for key, ours in zip(names, parts):
        check.same(f"{name}.{key}", ours, kept[key])
    check.drawn(f"{name}.se_z", se_z, kept["se_z"])
    check.same(f"{name}.se_z, draw by draw", again, kept["se_z"])
    ends = [math.tanh(fisher(parts[0]) + k * 1.96 * again) for k in (-1, 1)]
    check.same(f"{name}.low", ends[0], kept["low"])
    check.same(f"{name}.high", ends[1], kept["high"])
    check.same(f"{name}.phrase", phrase_of(basis, rlh, *ends), kept["phrase"])


def compare_figures(check, record, sides, scores, norm, weighed, drawn, rlh):
    basis, card = record["basis"], record["scorecard"]
    flat = [0.0] * len(scores)
    is_withheld = card["quality"].get("withheld_resonance")
    for k, name in enumerate(("now", "needed")):
        if not basis:
            check.same(name + ".state", "no-profile", card[name]["state"])
            continue
        weights, share = weighed[k]
        state, parts = state_of(basis, sides[k], scores, share), [None] * 4
        if state in ("given", "provisional"):
            y = sides[k].values
            parts = [figure_r(scores, y, norm, weights), figure_r(scores, y, flat, weights),
                     figure_r(scores, norm, flat, weights), figure_r(y, norm, flat, weights)]
            state = "withheld" if is_withheld else state
        compare_figure(check, name, card[name], basis, rlh, state, parts, *drawn[k])


def compare_against(check, key, kept, basis, sides, j, score, topic):
    """What a dimension says of the organization."""
    now, needed = sides[0].values[j], sides[1].values[j]
    check.same(key + ".organization", now, kept["organization"])
    check.same(key + ".needed", needed, kept["needed"])
    check.same(key + ".gate", float(basis["dimensions"][j]["gate"]), kept["gate"])
    if basis["scoring_version"] >= 3:
        check.same(key + ".organization_se", sides[0].errors[j], kept["organization_se"])
        check.same(key + ".needed_se", sides[1].errors[j], kept["needed_se"])
        check.same(key + ".p", topic[0], kept["p"])
        check.same(key + ".relation", topic[1], kept["relation"])
        return
    adds = None not in (score, needed) and score > now and needed > now
    check.same(key + ".add", (needed - now if adds else 0.0)
               if score is not None and needed is not None else None, kept["add"])


def compare_resonance(check, assessment, record, rlh):
    basis, card = record["basis"], record["scorecard"]
    choices = assessment.choices(record)
    size = len(assessment.dimensions)
    u, _ = utilities(choices, size)
    best, worst, shown = counts(choices, size)
    scores = count_scores(choices, size)
    sides = sides_of(basis) if basis else []
    norm = [float(d["norm"]) for d in basis["dimensions"]] if basis else [0.0] * size
    weighed = [importance_weights(basis, side, scores) if side.count else ([0.0] * size, 0.0)
               for side in sides] or [([0.0] * size, 0.0)]
    of_sides = [w for w, _ in weighed]
    se, se_z = drawn_se(choices, u, sides, norm, of_sides, check)
    se_again, se_z_again = repeated_se(assessment.in_document_order(record), u, sides, norm,
                                       of_sides, int(record["start"]["seed"], 16))
    has_topics = (basis and basis["scoring_version"] >= 3 and sides[0].count and rlh is not None
                  and rlh >= RLH_LEAST and not card["quality"]["withheld_resonance"])
    importances = [float(d["importance"]) for d in basis["dimensions"]] if basis else []
    ps = topic_ps(sides, scores, se_again, importances) if has_topics else [None] * size
    for j, kept in enumerate(card["dimensions"]):
        key = f"dimensions.{kept['id']}"
        check.same(key + ".id", assessment.dimensions[j], kept["id"])
        for name, ours in (("best", best[j]), ("worst", worst[j]), ("shown", shown[j]),
                           ("score", scores[j]), ("weight", weighed[0][0][j])):
            check.same(f"{key}.{name}", ours, kept[name])
        check.drawn(key + ".se", se[j], kept["se"])
        check.same(key + ".se, draw by draw", se_again[j], kept["se"])
        if basis:
            topic = ps[j], relation_of(sides, j, scores[j], se_again[j], ps[j])
            compare_against(check, key, kept, basis, sides, j, scores[j], topic)
    compare_figures(check, record, sides, scores, norm, weighed, list(zip(se_z, se_z_again)), rlh)


def compare_old_situations(check, assessment, record):
    """Before version 3: keyed. Gives the scores of each driver."""
    basis, of_driver = record["basis"], {}
    answers = dict(assessment.answers(record, SITUATIONS))
    for place, kept in enumerate(record["scorecard"]["situations"]):
        answer, key, score = answers.get(kept["id"]), basis and basis["situations"][place], None
        if key and key["is_usable"] and answer and answer["state"] == "given":
            v = dict(zip(assessment.options[kept["id"]], map(float, key["values"])))
            score = ((v[answer["value"]["most"]] - v[answer["value"]["least"]])
                     / (max(v.values()) - min(v.values())))
        check.same(f"situations.{kept['id']}.score", score, kept["score"])
        if score is not None:
            of_driver.setdefault(kept["driver"], []).append(score)
    return of_driver


def compare_situations(check, assessment, record):
    """From version 3 on: what people here find of both ways."""
    basis, answers = record["basis"], dict(assessment.answers(record, SITUATIONS))
    for place, kept in enumerate(record["scorecard"]["situations"]):
        answer = answers.get(kept["id"])
        key = basis and basis["situations"] and basis["situations"][place]
        found = {}
        if key and answer and answer["state"] == "given":
            found = dict(zip(assessment.options[kept["id"]], map(number_of, key["values"])))
        for way in ("most", "least"):
            check.same(f"situations.{kept['id']}.{way}",
                       found.get(answer["value"][way]) if found else None, kept[way])


def old_gap(their, score, sem):
    gap = float(their["now"]) - score
    gap_se = math.hypot(sem, float(their["sd_now"]) / math.sqrt(their["rater_count"]))
    is_said = float(their["gate"]) > 0 and abs(gap) >= .5 and abs(gap) > Z975 * gap_se
    return gap, gap_se, ("may-miss" if gap < 0 else "may-find-more") if is_said else "none"


def new_gaps(basis, levels, is_withheld):
    """gap, error, p, flag of each driver; G is what all applicants ask for beyond any place."""
    of_here = [number_of(d["now"]) for d in basis["drivers"]]
    usual = [here - float(d["norm"]) for here, d in zip(of_here, basis["drivers"])
             if here is not None and d["norm"] is not None]
    taken_off = mean(usual) if usual else 0.0
    gaps = [None if None in (here, score) else here - score - taken_off
            for here, (score, _) in zip(of_here, levels)]
    errors = [None if gap is None else math.hypot(sem, float(d["now_se"]))
              for gap, (_, sem), d in zip(gaps, levels, basis["drivers"])]
    ps = [None] * len(gaps)
    if basis["norm_count"] >= NORM_LEAST and not is_withheld:
        ps = holm([normal_both(gap / error) if gap is not None and float(d["gate"]) > 0 else None
                   for gap, error, d in zip(gaps, errors, basis["drivers"])])
    flags = ["none" if p is None or p >= .05 or abs(gap) < .5 else
             "may-miss" if gap < 0 else "may-find-more" for gap, p in zip(gaps, ps)]
    return list(zip(gaps, errors, ps, flags))


def compare_drivers(check, assessment, record):
    basis, card = record["basis"], record["scorecard"]
    version, ratings = card["scoring_version"], assessment.ratings(record)
    levels = [assessment.driver_score(d["id"], ratings) for d in card["drivers"]]
    has_means = basis and basis["drivers"] and version >= 3
    sems = [number_of(basis["drivers"][i]["sem"]) if has_means else None
            for i in range(len(levels))]
    of_driver, new = {}, None
    for kept in card["situations"]:
        check.same(f"situations.{kept['id']}.driver", assessment.about_in(record)[kept["id"]],
                   kept["driver"])
    if version >= 3:
        compare_situations(check, assessment, record)
        check.same("sem_assumed", None in sems, card["sem_assumed"])
    else:
        of_driver = compare_old_situations(check, assessment, record)
    if has_means:
        new = new_gaps(basis, [(score, own or sem) for (score, _, sem), own in zip(levels, sems)],
                       card["quality"]["withheld_drivers"])
    for place, (kept, (score, answered, sem)) in enumerate(zip(card["drivers"], levels)):
        key, their = f"drivers.{kept['id']}", basis and basis["drivers"] and basis["drivers"][place]
        gap, gap_se, p, flag = None, None, None, "none"
        if new:
            gap, gap_se, p, flag = new[place]
        elif their and score is not None:
            gap, gap_se, flag = old_gap(their, score, sem)
        for name, ours in (("id", assessment.drivers[place]), ("answered", answered),
                           ("score", score), ("sem", sems[place] or sem), ("gap", gap),
                           ("organization", number_of(their["now"]) if their else None),
                           ("gap_se", gap_se), ("flag", flag)):
            check.same(f"{key}.{name}", ours, kept[name])
        if version >= 3:
            check.same(key + ".p", p, kept["p"])
        else:
            of = of_driver.get(kept["id"])
            check.same(key + ".situations", mean(of) if of else None, kept["situations"])


def compare_record(check, assessment, record):
    card = record["scorecard"]
    quality = quality_of(assessment, record, card["scoring_version"])
    for key, ours in quality.items():
        check.same("quality." + key, ours, card["quality"][key])
    check.same("quality, keys", sorted(quality), sorted(card["quality"]))
    rlh = blocks_quality(assessment, record, None)["rlh"]
    if record["basis"]:
        compare_basis(check, record["basis"])
    compare_resonance(check, assessment, record, rlh)
    compare_drivers(check, assessment, record)
    compare_scales(check, assessment, record)
    check.same("seed", record["start"]["seed"], card["seed"])
    check.same("rater_count", (record["basis"] or {"rater_count": 0})["rater_count"],
               card["rater_count"])
    check.same("duration_ms", sum(a["spent_ms"] for a in record["answers"]),
               card["duration_ms"])


def records_in(folder):
    """All of a folder, in the order of their names."""
    out = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            out.append((name, json.load(file)))
    return out


def checks_of(words):
    """A finished comparison for each record, and for the norm."""
    assessment = Assessment(words.assessment)

    def asks_for_caution(record, version=3):
        return quality_of(assessment, record, version)["asks_for_caution"]

    raters = records_in(words.raters) if words.raters else []
    for name, record in raters:
        check = Comparison(name, words)
        compare_record(check, assessment, record)
        yield check
    for path in words.records:
        check = Comparison(path, words)
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
        compare_record(check, assessment, record)
        if raters:
            version = record["basis"]["scoring_version"]
            compare_colleagues(check, assessment, record["basis"], [r for _, r in raters],
                               lambda rater: asks_for_caution(rater, version))
        yield check
    if words.norm:
        check = Comparison(words.norm, words)
        with open(words.norm, encoding="utf-8") as file:
            vacancy = json.load(file)
        norms = [norm_of(assessment, [record for _, record in records_in(folder)],
                         asks_for_caution) for folder in words.people]
        compare_table(check, pooled(norms), vacancy["norm"])
        compare_applied(check, vacancy["basis"], vacancy["norm"])
        yield check


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assessment", required=True)
    parser.add_argument("--once", action="store_true")
    parser.add_argument("--raters")
    parser.add_argument("--norm")
    parser.add_argument("--people", action="append", default=[])
    parser.add_argument("records", nargs="*")
    count = values = differences = 0
    for check in checks_of(parser.parse_args()):
        count += 1
        values += check.values
        differences += check.differences
    print(f"{count} compared, {values} values, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
