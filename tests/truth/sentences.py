#!/usr/bin/env python3
"""The sentences that people read, one a line: where it stands, a tab, the sentence.

sentences.py ROOT: those of the texts of the shipped assessment, of the program's own words in screens,
profiles, reports, what is spoken and all that the desk shows (its pages, what stands before them, what
commands add to a page), and of the fixed words of the manual. Words that are no sentence of
ours are left out: the statements, options and labels of the questions, the names of topics and drivers
with what they mean, the scenes of the story, and names of controls and columns of up to three words.
"""
import json
import pathlib
import re
import sys

FORM = "questionnaires/strategy-fit"
WORDS_IN = ("kiosk/app/desk", "kiosk/app/front", "kiosk/app/kiosk", "kiosk/interview", "kiosk/measure", "kiosk/profile", "kiosk/qr",
            "kiosk/report", "kiosk/screens", "kiosk/sitting", "kiosk/view")
MANUAL = "kiosk/app/desk/command/manual"
NEVER_ANSWERED = ("inst", "section")
MARKED = re.compile(r'\bW[SN]?\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
# A sentence ends at . or ? before a blank and a capital letter, a digit, a quote or a place.
END = re.compile(r"(?<=[.?])\s+(?=[A-Z0-9“{(−])")


def sentences(text):
    """The sentences of a text; an abbreviation of this house would have to be spelt out."""
    for sentence in END.split(" ".join(text.split())):
        if len(sentence.split()) > 3 or sentence.endswith((".", "?", ":")):
            yield sentence


def keys_in(value, name):
    """Every text that stands under the key NAME, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name and isinstance(inner, str):
                yield inner
            else:
                yield from keys_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_in(inner, name)


def asked(definition):
    """Text keys of what is asked and answered: no sentences about the program."""
    for dimension in definition.get("dimensions", []):
        yield dimension.get("name")
        yield dimension.get("description")
    yield from definition.get("likert_options", {}).get("labels", [])
    for item in definition["items"]:
        ours = item.get("x-resonance", {})
        for part in ("statements", "options", "columns"):
            for inner in (item, ours):
                yield from keys_in(inner.get(part, []), "text_key")
                yield from (word for word in inner.get(part, []) if isinstance(word, str))
        yield from item.get("rows", [])
        yield from item.get("likert_labels", [])
        if ours.get("kind") == "scene":
            yield ours.get("title_key")
        if ("kind" in ours or item.get("type") not in NEVER_ANSWERED) and "instructed" not in ours:
            yield item.get("text_key")


def of_document(root, path, left_out, texts):
    for key, text in texts.items():
        if key != "LANGUAGE" and key.split("@")[0] not in left_out:
            for sentence in sentences(text):
                yield f"{path.relative_to(root)}:{key}", sentence


def of_form(root):
    for path in sorted((root / FORM).iterdir()):
        if path.name == "assessment.json":
            assessment = json.loads(path.read_text())
            yield from of_document(root, path, (), assessment["texts"]["en"])
        elif path.suffix == ".osd":
            document = json.loads(path.read_text())
            left_out = set(asked(document["definition"]))
            yield from of_document(root, path, left_out, document["translations"]["en"])


def of_program(root):
    for folder in WORDS_IN:
        for path in sorted((root / folder).rglob("*.[cd]*")):
            for match in MARKED.finditer(path.read_text()):
                text = "".join(LITERAL.findall(match.group(1)))
                text = text.replace("\\n", " ").replace('\\"', '"')
                for sentence in sentences(text):
                    yield str(path.relative_to(root)), sentence


def of_manual(root):
    """Paragraphs, lines of lists and rows of tables of the templates; headings and places say nothing."""
    for path in sorted((root / MANUAL).glob("*.md")):
        for paragraph in path.read_text().split("\n\n"):
            paragraph = re.sub(r"^\{\{[?!][^}]*\}\}", "", paragraph.strip())
            if paragraph.startswith("#") or re.fullmatch(r"\{\{[a-z_]+\}\}", paragraph):
                continue
            lines = paragraph.splitlines()
            for text in lines if re.match(r"\||1\.", paragraph) else [paragraph]:
                text = re.sub(r"^\d+\. ", "", text).replace("**", "")
                if not text.startswith("|---"):
                    for sentence in sentences(text):
                        yield str(path.relative_to(root)), sentence


def main():
    root = pathlib.Path(sys.argv[1])
    seen = set()
    for found in (of_form, of_program, of_manual):
        for row in found(root):
            if row not in seen:
                seen.add(row)
                print("\t".join(row))


main()
