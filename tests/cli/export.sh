#!/bin/bash
# Tables that leave the desk: the same figures as in the list, by arrival, the log line first; no text of
# anybody becomes a formula, in CSV or in a workbook; without names nobody can be found.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
for program in python3 jq; do command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }; done
cd "$work" || exit 1
count=12
organization_new org Acme >/dev/null 2>&1 || wrong "no organization"
desk org vacancy new deck --title 'Deck officer' >/dev/null || wrong "no vacancy"
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
cp -r org few
"$BIN/bench_sealed_copies" seal key config 3 three
desk few import three >/dev/null || wrong "nothing came"
refuse 1 'below 5 nobody is without a name' desk few export scores
"$BIN/bench_sealed_copies" seal key config $count bundle
desk org import bundle >/dev/null || wrong "nothing came"
expect 0 'Example: resonance export' "$BIN/resonance" export --help
refuse 2 'the table is people, scores or log' desk org export everything
refuse 2 'csv, xlsx or json' desk org export people --format xls

# The cells of a workbook, read without the program that wrote it: rows of (kind, value); f: a formula.
cat >cells.py <<'PY'
import re, sys, xml.etree.ElementTree as tree, zipfile
name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
texts = ["".join(t.text or "" for t in si.iter(name + "t")) for si in tree.fromstring(book.read("xl/sharedStrings.xml"))]
sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))
formulas = len(list(sheet.iter(name + "f")))
at = lambda ref: sum((ord(c) - 64) * 26 ** i for i, c in enumerate(reversed(re.match("[A-Z]+", ref)[0]))) - 1
for row in sheet.iter(name + "row"):
    cells = {}
    for cell in row.iter(name + "c"):
        value = cell.find(name + "v")
        if value is not None:
            cells[at(cell.get("r"))] = texts[int(value.text)] if cell.get("t") == "s" else float(value.text)
    print([cells.get(i, "") for i in range(max(cells) + 1)])
sys.exit(formulas)
PY

# One table, three ways: the same people, by arrival, with the figures of the list and their ranges.
for format in csv xlsx json; do expect 0 "Wrote people.$format" desk org export people --format $format --out people.$format; done
[ "$(stat -c %a people.xlsx)" = 600 ] || wrong "others can read it"
desk org list --json >list.json
python3 cells.py people.xlsx >cells.txt || wrong "a workbook holds formulas"
python3 - <<'PY' || wrong "the tables do not agree"
import ast, csv, json, sys
rows = list(csv.DictReader(open("people.csv", newline="")))
data = json.load(open("people.json"))
listed = {row["handle"]: row for row in json.load(open("list.json"))["results"]}
cells = [ast.literal_eval(line) for line in open("cells.txt")]
assert len(rows) == len(data) == len(listed) == len(cells) - 1 == 12, (len(rows), len(data), len(listed), len(cells))
assert [row["arrival"] for row in data] == sorted(row["arrival"] for row in data)
given = 0
for row, one, line in zip(rows, data, cells[1:]):
    line += [""] * (len(row) - len(line))
    assert row["reference"] == one["reference"] == line[1] and row["reference"] in listed
    for i, key in enumerate(one):
        if isinstance(one[key], (int, float)):
            assert float(row[key]) == one[key] and abs(line[i] - one[key]) < 1e-9, key
        elif one[key] is None:
            assert row[key] == "" == line[i], key
        else:
            assert row[key] == one[key] == line[i], key
    assert (one["figure"] is None) == (one["range_low"] is None) == (one["range_high"] is None)
    given += one["figure"] is not None
    # No figure has more decimals than it is told with, and who cannot be told apart from whom is told as in the list.
    assert all(one[key] is None or one[key] == round(one[key], 2) for key in ("figure", "range_low", "range_high")), one
    if "not_told_apart_from" in listed[one["reference"]]:
        assert set(listed[one["reference"]]["not_told_apart_from"]) >= set((one["not_told_apart_from"] or "").split(" and ")[0].split(", ")) - {""}, one
assert given > 3, given
assert any(one["not_told_apart_from"] for one in data)
PY
[ "$(desk org audit log | grep -c 'exported  *table people')" = 3 ] || wrong "what went out is not in the log"

# Without names: no reference, card, day or arrival, another order each time, the same scores.
expect 0 'Wrote scores.csv' desk org export scores --out scores.csv
desk org export scores --format json --out again.json >/dev/null
for handle in $(jq -r '.results[].handle' list.json); do grep -qF "$handle" scores.csv again.json && wrong "$handle stands in a table without names"; done
head -1 scores.csv | grep -qE 'reference|card|day|arrival|vacancy|figure' && wrong "its columns tell who: $(head -1 scores.csv)"
python3 - <<'PY' || wrong "the scores are not those of the records, or their order tells"
import csv, json
rows = list(csv.DictReader(open("scores.csv", newline="")))
again = json.load(open("again.json"))
key = lambda row: tuple(sorted((k, round(float(v), 6)) for k, v in row.items() if k != "person" and v not in ("", None)))
assert sorted(map(key, rows)) == sorted(map(key, again)) and len(rows) == 12
assert [key(row) for row in rows] != [key(row) for row in again]
assert [row["person"] for row in rows] == [str(i) for i in range(1, 13)]
PY

# What somebody typed stands in the log, too; here as whoever can write the folder puts it there.
cp -r org bent
python3 - <<'PY'
import sqlite3
base = sqlite3.connect("bent/archive.db")
table = [row[0] for row in base.execute("select name from sqlite_master where type = 'table'") if "deed" in row[0]][0]
last = base.execute(f"select max(number) from {table}").fetchone()[0]
corpus = ["=1+1", "+1", "-1", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', 'a "quoted", comma', "two\nlines", "' before", "ünï çödé ‮x"]
columns = [row[1] for row in base.execute(f"pragma table_info({table})")]
row = dict(zip(columns, base.execute(f"select * from {table} where number = ?", (last,)).fetchone()))
for i, text in enumerate(corpus, 1):
    row.update(number=last + i, about=text)
    base.execute(f"insert into {table} ({','.join(columns)}) values ({','.join('?' * len(columns))})", [row[c] for c in columns])
base.commit()
PY
for format in csv xlsx; do expect 0 "log is not whole" desk bent export log --format $format --out log.$format; done
python3 cells.py log.xlsx >log.txt || wrong "a typed text became a formula in the workbook"
# The library that writes workbooks is loaded for them only: where it cannot be, all else works.
mkdir empty
for library in /usr/lib/*/libxlsxwriter.so.[0-9]*; do : >"empty/$(basename "$library")"; done
LD_LIBRARY_PATH=$PWD/empty refuse 1 'export: libxlsxwriter\.so\.[0-9]+, which writes workbooks, cannot be loaded: install the package resonance again, or take the table as CSV$' \
    desk org export people --format xlsx --out none.xlsx
[ ! -e none.xlsx ] || wrong "half a workbook is left"
LD_LIBRARY_PATH=$PWD/empty expect 0 'Wrote none.csv' desk org export people --format csv --out none.csv
python3 - <<'PY' || wrong "a typed text begins a formula in the CSV"
import ast, csv
rows = list(csv.reader(open("log.csv", newline="")))
cells = [ast.literal_eval(line) for line in open("log.txt")]
assert len(rows) == len(cells) - 1, (len(rows), len(cells)) # that the first went out is in the second
bad = [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n")]
assert not bad, bad
marked = [cell for row in rows for cell in row if cell[:1] == "'" and cell[1:2] in "=+-@\t\r"]
assert len(marked) >= 8, marked
assert any(row[5] == 'a "quoted", comma' for row in rows if len(row) > 5)
assert any(line[5] == "=1+1" for line in cells if len(line) > 5)
PY

# Each person has words beside their figure: a phrase, or why there is none.
jq -e 'length == 12 and all(.in_words != null and (.in_words | length) > 0)' people.json >/dev/null || wrong "people have no words: $(jq -c '.[0]' people.json)"

# Another program opens it, where it is installed.
if command -v soffice >/dev/null; then
    soffice -env:UserInstallation="file://$work/office" --headless --convert-to csv --outdir opened people.xlsx >/dev/null 2>&1 && [ "$(wc -l <opened/people.csv)" = 13 ] || wrong "LibreOffice does not open it"
fi

# The page gives the same bytes, and nothing under other names.
mkdir out
printf '%s\n' "GET /export export.html" "GET /export/people.csv people.csv" "GET /export/people.xlsx people.xlsx" "GET /export/log.json log.json" \
    "GET /export/people.xls none.html" "GET /export/keys.csv keys.html" | "$BIN/desk_answer" org out 2>/dev/null 9<<<"$ORGANIZATION_PASSPHRASE" | cut -d' ' -f1 | paste -sd' ' >said
[ "$(cat said)" = "200 200 200 200 404 404" ] || wrong "the pages answer $(cat said)"
same out/people.csv people.csv
python3 cells.py out/people.xlsx | diff -q - cells.txt >/dev/null || wrong "the workbook of the page is another one"
jq -e 'map(select(.what == "exported" and .about == "table people")) | length >= 5' out/log.json >/dev/null || wrong "the page's tables are not in the log"
ls -d /dev/shm/resonance-table-* 2>/dev/null && wrong "a workbook was left in memory"
finish
