"""Scores that the documents of an assessment define themselves, again: written from
questionnaires/FORMAT.md (Scoring) and SCORING.md (Scales) alone."""

import math
import re

from opinion_basics import mean

KEPT_BELOW = 1e12
METHODS = ("mean_coded", "sum_coded", "sum_correct", "max", "min", "sd", "weighted_sum",
           "weighted_mean")
COMPARED = ("resonance", "drivers")
TOKEN = re.compile(r"\s*(\d+\.?\d*|\.\d+|(?:answer|parameter|score|computed)\.[\w\u0080-\U0010ffff-]+"
                   r"|[a-z_]+|==|!=|<=|>=|[-+*/()<>,])")


def number_in(text):
    """The whole text is a number, or there is none."""
    try:
        return float(text.strip()) if text is not None and text.strip() else None
    except ValueError:
        return None


class Document:
    """One part's definition with the answers of a record to it."""

    def __init__(self, part_id, definition, answers):
        self.definition, self.answers = definition, answers
        self.part_id = part_id
        self.items = {item["id"]: item for item in definition["items"]}
        self.blocks = {name: block for name, block in (definition.get("scoring") or {}).items()
                       if isinstance(block, dict) and name[:1] != "_"
                       and name != "answer_categories"}
        self.computed = {name: entry for name, entry in (definition.get("computed") or {}).items()
                         if isinstance(entry, dict)}
        self.found, self.open = {}, set()

    def row(self, name):
        """(grid, row, number of the row) that a name such as GRID_2 means."""
        grid, _, place = name.rpartition("_")
        item = self.items.get(grid)
        if not item or item.get("type") != "grid" or not place.isdigit():
            return None
        return item, int(place) - 1

    def texts(self, name):
        """The texts that stand for the answer to an item or a row."""
        if name not in self.items:
            grid, at = self.row(name) or (None, None)
            answer = self.answers.get(grid["id"]) if grid else None
            if not answer or answer["state"] not in ("given", "partial"):
                return []
            of_row = {cell["row"]: cell["column"] for cell in answer["value"]}
            column = of_row.get(grid["rows"][at])
            return [] if column is None else [column]
        answer = self.answers.get(name)
        if not answer or answer["state"] != "given":
            return []
        value = answer["value"]
        if isinstance(value, list):
            return [v["column"] if isinstance(v, dict) else v for v in value]
        if isinstance(value, dict):
            return list(value.values())
        if self.items[name]["type"] == "number":
            value = value.strip().replace(",", ".")
        return [value] if value.strip() else []

    def range_of(self, name):
        """Lowest and highest of a likert, vas or grid; None for all other items."""
        item, usual = self.items.get(name), self.definition.get("likert_options") or {}
        if item is None:
            found = self.row(name)
            item = found and found[0]
        if item is None:
            return None
        if item["type"] == "vas":
            return item.get("min", 0), item.get("max", 100)
        if item["type"] == "grid":
            values = [float(c.get("value", i + 1)) if isinstance(c, dict) else i + 1
                      for i, c in enumerate(item["columns"])]
            return min(values), max(values)
        if item["type"] != "likert":
            return None
        points = item.get("likert_points", usual.get("points"))
        low = item.get("likert_min", usual.get("min", 1))
        labels = item.get("likert_labels", usual.get("labels"))
        high = item.get("likert_max", usual.get("max"))
        if high is None:
            high = low + (points or (len(labels) if labels else 5)) - 1
        return low, high

    def coded(self, block, name, sign):
        if block["method"] == "sum_correct":
            table = block.get("correct_answers", {}).get(name, [])
            texts = self.texts(name)
            accepted = {str(text).strip().casefold() for text in table}
            return float(any(t.strip().casefold() in accepted for t in texts)) if texts else None
        texts = self.texts(name)
        value = number_in(texts[0]) if len(texts) == 1 else None
        if value is None:
            return None
        limits = self.range_of(name)
        maps = block.get("value_map") or {}
        table = maps.get(name, maps.get("default"))
        place = value - (limits[0] if limits else 1)
        if table and place == int(place) and 0 <= place < len(table):
            value = table[int(place)]
        return limits[0] + limits[1] - value if sign < 0 and limits else value

    def block(self, name):
        """(value, inputs used)"""
        if name in self.found:
            return self.found[name]
        block = self.blocks[name]
        if block["method"] not in METHODS:
            return None, 0
        items = block.get("items") or {}
        signs = items if isinstance(items, dict) else \
            {i: (block.get("item_coding") or {}).get(i, 1) for i in items}
        inputs, of_items = [], []
        others = block.get("scores") or []
        for other in others:
            value = self.block(other)[0]
            if value is not None and signs.get(other, 1):
                inputs.append((other, signs.get(other, 1) * value))
        for item, sign in signs.items():
            value = self.coded(block, item, sign) if sign and item not in others else None
            if value is not None:
                inputs.append((item, value))
                of_items.append(value)
        value = self.method(block, inputs)
        if value is not None:
            value = self.transformed(block, value, of_items)
        self.found[name] = value, len(inputs)
        return self.found[name]

    @staticmethod
    def method(block, inputs):
        values, method = [v for _, v in inputs], block["method"]
        least = (block.get("x-resonance") or {}).get("minimum", 1)
        if len(values) < max(1, least):
            return None
        weights = block.get("weights") or {}
        weighed = [(weights[i], v) for i, v in inputs if i in weights]
        whole = math.fsum(w for w, _ in weighed)
        centre = mean(values)
        return {
            "mean_coded": lambda: centre, "sum_coded": lambda: math.fsum(values),
            "sum_correct": lambda: math.fsum(values), "max": lambda: max(values),
            "min": lambda: min(values),
            "sd": lambda: math.sqrt(mean([(v - centre) ** 2 for v in values])),
            "weighted_sum": lambda: math.fsum(w * v for w, v in weighed) if weighed else None,
            "weighted_mean": lambda: math.fsum(w * v for w, v in weighed) / whole if whole else None,
        }.get(method, lambda: None)()

    @staticmethod
    def transformed(block, value, items):
        for step in block.get("transform") or []:
            by = step["value"]
            if isinstance(by, str):
                if not items and by != "n":
                    return None
                centre = mean(items) if items else 0
                by = {"n": lambda: len(items), "mean": lambda: centre,
                      "sum": lambda: math.fsum(items), "min": lambda: min(items),
                      "max": lambda: max(items), "range": lambda: max(items) - min(items),
                      "sd": lambda: math.sqrt(mean([(v - centre) ** 2 for v in items]))}[by]()
            value = {"add": value + by, "subtract": value - by, "multiply": value * by,
                     "divide": value / by if by else value}[step["op"]]
        return value

    def named(self, word):
        kind, _, name = word.partition(".")
        if kind == "score":
            return self.block(name)[0] if name in self.blocks else None
        if kind == "computed":
            return self.value_of(name)
        if kind == "parameter":
            entry = (self.definition.get("parameters") or {}).get(name)
            entry = entry.get("default") if isinstance(entry, dict) else entry
            return None if entry is None else number_in(str(entry))
        texts = self.texts(name)
        return number_in(texts[0]) if len(texts) == 1 else None

    def value_of(self, name):
        """What is computed from other values; a circle has none."""
        entry = self.computed.get(name)
        if entry is None or name in self.open:
            return None
        self.open.add(name)
        value = Expression(entry["expression"], self.named).value()
        self.open.discard(name)
        if value is not None and entry.get("type") == "boolean":
            value = float(value != 0)
        return value

    def scores(self):
        """(id, inputs used, score) of each block and then of each computed value."""
        out = [(f"{self.part_id}:{name}", self.block(name)[1], self.block(name)[0])
               for name in self.blocks]
        out += [(f"{self.part_id}:{name}", None, self.value_of(name)) for name in self.computed]
        return [(i, n, s if s is not None and abs(s) < KEPT_BELOW else None) for i, n, s in out]


class Expression:
    """or, and, not, comparison, sum, product, sign; None where anything is missing."""

    def __init__(self, text, named):
        self.words, self.named, self.at = TOKEN.findall(text), named, 0

    def take(self, *words):
        if self.at < len(self.words) and self.words[self.at] in words:
            self.at += 1
            return self.words[self.at - 1]
        return None

    def value(self):
        return self.either()

    def chain(self, part, words, of):
        left = part()
        while True:
            word = self.take(*words)
            if not word:
                return left
            right = part()
            left = None if None in (left, right) else of[word](left, right)

    def either(self):
        return self.chain(self.both, ["or"], {"or": lambda a, b: float(a != 0 or b != 0)})

    def both(self):
        return self.chain(self.negated, ["and"], {"and": lambda a, b: float(a != 0 and b != 0)})

    def negated(self):
        if not self.take("not"):
            return self.compared()
        value = self.negated()
        return None if value is None else float(value == 0)

    def compared(self):
        left = self.sums()
        word = self.take("==", "!=", "<=", ">=", "<", ">", "in", "not_in")
        if not word:
            return left
        right = self.sums()
        if None in (left, right):
            return None
        return float({"==": left == right, "in": left == right, "!=": left != right,
                      "not_in": left != right, "<=": left <= right, ">=": left >= right,
                      "<": left < right, ">": left > right}[word])

    def sums(self):
        return self.chain(self.terms, ["+", "-"],
                          {"+": lambda a, b: a + b, "-": lambda a, b: a - b})

    def terms(self):
        return self.chain(self.signed, ["*", "/"],
                          {"*": lambda a, b: a * b, "/": lambda a, b: a / b if b else None})

    def signed(self):
        minus = self.take("-")
        value = self.atom()
        return -value if minus and value is not None else value

    def atom(self):
        word = self.words[self.at]
        self.at += 1
        if word == "(":
            value = self.either()
            self.take(")")
            return value
        if word in ("count", "sum", "abs", "min", "max"):
            return self.function(word)
        if word in ("true", "false"):
            return float(word == "true")
        return self.named(word) if "." in word and not word[0].isdigit() else float(word)

    def function(self, word):
        self.take("(")
        values = [self.either()]
        while self.take(","):
            values.append(self.either())
        self.take(")")
        known = [v for v in values if v is not None]
        if word == "count":
            return float(len(known))
        if not known:
            return None
        return {"sum": math.fsum, "abs": lambda v: abs(v[0]), "min": min, "max": max}[word](known)


def compare_scales(check, assessment, record):
    """Of the role's own parts, in the order of the assessment; from version 3 on."""
    card, wanted = record["scorecard"], []
    for part_id, part in assessment.parts.items():
        if part["role"] == record["start"]["role"] and part["use"] not in COMPARED + ("practice",):
            answers = {a["id"].split(":", 1)[1]: a for a in record["answers"]
                       if a["id"].split(":", 1)[0] == part_id}
            wanted += Document(part_id, part["definition"], answers).scores()
    if card["scoring_version"] < 3 or not wanted:
        check.same("scales", None, card.get("scales"))
        return
    kept = card.get("scales") or []
    check.same("scales, ids", [name for name, _, _ in wanted], [row["id"] for row in kept])
    for (name, answered, score), row in zip(wanted, kept):
        check.same(f"scales.{name}.answered", answered, row["answered"])
        check.same(f"scales.{name}.score", score, row["score"])
