#!/usr/bin/env python3
"""Sentences that call a thing by another word than questionnaires/GLOSSARY.md does.

glossary.py ROOT [FILE...]: one a line: file, line, the word, and the word to say. Read are the texts of the
shipped form, the sentences in the program, help texts, the manual's template, guides and manual pages;
or only the FILEs, each as a text that everybody reads. Names of files, options and commands are no
words: what stands between backticks, in capitals after a dash, or as a path, is left out.
"""
import json
import pathlib
import re
import sys

GLOSSARY = "questionnaires/GLOSSARY.md"
# Where candidates and colleagues read; the questions that interviewers ask stand there too.
OF_CANDIDATES = ("questionnaires/strategy-fit", "kiosk/screens", "kiosk/profile", "kiosk/view", "kiosk/sitting")
OF_STAFF = "kiosk/screens/staff" # the pages of a terminal that its staff read
OF_OTHERS = (
    "kiosk/report", "kiosk/app/desk", "kiosk/app/kiosk", "kiosk/app/terminal", "kiosk/app/common",
    "kiosk/author", "kiosk/setup", "kiosk/assessment", "kiosk/questionnaire", "kiosk/lint",
)
TEXTS = ("kiosk/app/desk/command/help", "kiosk/app/desk/command/manual", "deploy/guide", "deploy/man")
# What no person reads as a sentence; and a page for people who know the words of statistics.
LEFT_OUT = ("page_style.c", "resonance-study.1", "words")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
LITERALS = re.compile(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*')
COMMENT = re.compile(r"/\*.*?\*/|^#include.*?$", re.S | re.M)
NO_WORDS = re.compile(r"`[^`]*`|--[a-z-]+|/[\w./-]+|\b[\w-]+\.(?:c|h|json|osd|txt|bundle|md|sh)\b|'resonance[^']*'|\bresonance-\w+")


def table(root):
    """The rows: word to say, pattern of the others, who reads, phrases that are fine."""
    for line in (root / GLOSSARY).read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| ") or len(cells) != 5 or cells[0] == "say":
            continue
        others = [re.escape(word.strip()).replace(r"\*", r"\w*") for word in cells[2].split(",")]
        pattern = re.compile(r"(?<![\w-])(?:" + "|".join(others) + r")(?![\w-])", re.I)
        yield cells[0], pattern, cells[3], re.findall(r'"([^"]*)"', cells[4])


def of_code(path):
    """Texts of literals that follow each other, with a blank in them: a word alone may be a name."""
    code = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group(0)), path.read_text())
    for match in LITERALS.finditer(code):
        text = "".join(LITERAL.findall(match.group(0)))
        if " " in text:
            yield code.count("\n", 0, match.start()) + 1, text


def of_json(path):
    lines = path.read_text().splitlines()
    document = json.loads("\n".join(lines))
    texts = document.get("translations", document.get("texts", {})).get("en", {})
    for key, text in texts.items():
        number = next((i for i, line in enumerate(lines, 1) if line.lstrip().startswith(f'"{key}": ')), 0)
        yield number, text


def read(path):
    if path.suffix in (".c", ".def"):
        return of_code(path)
    if path.suffix in (".osd", ".json"):
        return of_json(path)
    return enumerate(path.read_text().splitlines(), 1)


def files(root):
    """Each file with who reads it."""
    for folder in OF_CANDIDATES + OF_OTHERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".c", ".def", ".osd") or path.name == "assessment.json":
                is_of_candidates = folder in OF_CANDIDATES and root / OF_STAFF not in path.parents
                yield path, "candidates" if is_of_candidates else "staff"
    for folder in TEXTS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".txt", ".md", ".1"):
                yield path, "staff"


def main():
    root = pathlib.Path(sys.argv[1])
    rows = list(table(root))
    given = [(pathlib.Path(name), "candidates") for name in sys.argv[2:]]
    for path, reader in given or files(root):
        if path.name in LEFT_OUT or path.parent.name in LEFT_OUT:
            continue
        for number, text in read(path):
            said = NO_WORDS.sub(" ", text)
            for word, pattern, readers, fine in rows:
                rest = said if readers in ("everybody", reader) else ""
                for phrase in fine:
                    rest = rest.replace(phrase, " ")
                for match in pattern.finditer(rest):
                    name = path.relative_to(root) if path.is_relative_to(root) else path.name
                    print(f'{name}:{number}: "{match.group(0)}": say {word}: {text.strip()[:90]}')


main()
