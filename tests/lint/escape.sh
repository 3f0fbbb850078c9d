#!/usr/bin/env bash
# What did not stand in the program goes into a page through page_escape only. In the files that write
# HTML, markup is a literal: buffer_text is given literals, buffer_format nothing but numbers, and
# buffer_add is not called; page_escape is the one place that adds bytes of a text.
set -eu
cd "$SOURCE/kiosk/report/page"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cat >"$room/look.py" <<'PY'
import re, sys

# literals of the style sheet, and the words around a text, which callers write as literals
VARIABLES = {"page_style.c": {"screen_rules", "table_rules", "chart_rules", "print_rules", "name"},
             "page_paper.c": {"rules"}, "page_html_pen.c": {"attributes"},
             "page_markup.c": {"before", "after"}, "page_escape.c": {"name"}}
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
bad = looked = 0


def tell(name, line, why):
    global bad
    bad = 1
    print(f"{name}:{line}: {why}")


def arguments(code, at):
    """The arguments of the call whose bracket opens at `at`."""
    depth, begin, out, i = 0, at + 1, [], at
    while True:
        if code[i] == '"':
            i = LITERAL.match(code, i).end()
            continue
        depth += code[i] in "([{"
        depth -= code[i] in ")]}"
        if depth == 0 or (depth == 1 and code[i] == ","):
            out.append(code[begin:i].strip())
            begin = i + 1
        if depth == 0:
            return out
        i += 1


def is_literal(text):
    """Literals alone, or a choice between literals."""
    rest = LITERAL.sub("", text).strip()
    first, *choices = rest.split("?")
    if not choices:
        return not rest
    return all(part.strip().startswith(":") for part in choices) and choices[-1].strip() == ":"


for path in sys.argv[1:]:
    name = path.rsplit("/", 1)[-1]
    code = re.sub(r"/\*.*?\*/", lambda m: "\n" * m[0].count("\n"), open(path).read(), flags=re.S)
    for call in re.finditer(r"\b(buffer_text|buffer_add|buffer_format|page_markup)\s*(\()", code):
        line = code.count("\n", 0, call.start()) + 1
        given = arguments(code, call.start(2))
        looked += 1
        if given[0].startswith("struct "):
            continue  # the definition itself
        what = call[1]
        if what == "buffer_add" and name != "page_escape.c":
            tell(name, line, "adds bytes without page_escape")
        elif what == "buffer_format" and name != "page_style.c" and re.search(r"%[.*0-9]*s", given[1]):
            tell(name, line, "formats a text into markup: use page_markup")
        elif what == "buffer_text" and given[1] not in VARIABLES.get(name, ()) and not is_literal(given[1]):
            tell(name, line, f"writes {given[1][:40]}, which is no literal")
        elif what == "page_markup":
            for piece in (given[1], given[3]):
                if piece not in VARIABLES.get(name, ()) and not is_literal(piece):
                    tell(name, line, f"takes {piece[:40]} for markup, which is no literal")
print(looked)
sys.exit(bad)
PY
looked=$(python3 "$room/look.py" html/page_*.c paper/page_*.c) || { echo "$looked"; exit 1; }
[ "$looked" -gt 150 ] || { echo "only $looked calls were seen"; exit 1; }
# It must be able to find something: each of these lines is one that it refuses.
while IFS= read -r line; do
    printf 'void f(void)\n{\n    %s\n}\n' "$line" >"$room/bent.c"
    (cd "$room" && python3 look.py bent.c >/dev/null) && { echo "not found: $line"; exit 1; }
done <<'BENT'
buffer_text(out, words);
buffer_text(out, is_new ? words : "");
buffer_text(out, W("<b>"));
buffer_add(out, words);
buffer_format(out, "<b>%s</b>", words);
buffer_format(out, "<b>%.*s</b>", SPAN_ARGS(words));
page_markup(out, words, SPAN(""), "");
page_markup(out, "", SPAN(""), words);
BENT
echo "every text of a page is escaped in one place"
