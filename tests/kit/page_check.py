"""What must hold of every page of the desk: page_check.py ROUTES FILE...

Well-formed; one h1; headings in order; each control has its words; links lead to routes of the desk
only; no rules, scripts or handlers of its own; no link that would put people in order; nothing that a
page of results must not say.
"""
import html.parser
import re
import sys

VOID = {"meta", "link", "input", "img", "br", "hr"}
DRAWN = {"line", "rect", "circle", "path"}
# words of a verdict or an order, which no page may hold
FORBIDDEN = re.compile(r"\b(best match|match score|percent match|top candidates?|(?<!nobody is )rank(?:ed|ing) by|sort(ed)? by|cut-?off|"
                       r"passed the|failed the|recommended|score of \d|highest|lowest)\b", re.I)


# a page names no command and no option, but where it speaks to whoever runs the machine
COMMAND = re.compile(r"(?<![\w-])--[a-z]|['“]resonance [a-z]|see resonance ")
FOR_IT = {"All is well", "Nothing is wrong, but look at these", "Something is wrong", "Help"}


class Page(html.parser.HTMLParser):
    def __init__(self, routes):
        super().__init__()
        self.routes, self.faults, self.open, self.ids = routes, [], [], set()
        self.headings, self.labels, self.controls, self.text = [], set(), [], []
        self.mains, self.said, self.title = 0, False, ""

    def fault(self, why):
        self.faults.append(f"line {self.getpos()[0]}: {why}")

    def handle_startendtag(self, tag, given):
        if tag not in DRAWN | {"rect"}:
            self.fault(f"<{tag}/>")
        self.attributes(tag, dict(given))

    def handle_starttag(self, tag, given):
        attributes = dict(given)
        self.said = self.said and tag != "a"
        self.attributes(tag, attributes)
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag):
        if tag == "a" and not self.said:
            self.fault("a link without words")
        if not self.open or self.open[-1][0] != tag:
            self.fault(f"</{tag}> closes {self.open[-1][0] if self.open else 'nothing'}")
        elif self.open:
            self.open.pop()

    def attributes(self, tag, given):
        for name, value in given.items():
            if name == "style" or name.startswith("on"):
                self.fault(f"<{tag} {name}>")
            if name == "id":
                if value in self.ids:
                    self.fault(f"the id {value} twice")
                self.ids.add(value)
        if tag in ("script", "style", "iframe", "object", "embed", "base"):
            self.fault(f"<{tag}>")
        for name in ("href", "src", "action"):
            if name in given:
                self.address(tag, given[name])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.mains += tag == "main"
        if tag == "label":
            self.labels.add(given.get("for"))
        if tag in ("input", "textarea", "select") and given.get("type") != "hidden":
            self.controls.append((given.get("id"), given.get("type"), [name for name, _ in self.open]))
        if tag == "a" and any(name == "thead" for name, _ in self.open):
            self.fault("a link in the head of a table would put people in order")
        if tag == "img" and "alt" not in given:
            self.fault("a picture without words")
        if tag == "svg" and given.get("aria-hidden") != "true" and not given.get("aria-label") and \
                not any(name == "svg" for name, _ in self.open):
            self.fault("a drawing without words that is not silent")

    def address(self, tag, address):
        plain = address.split("?")[0].split("#")[0]
        if address.startswith("#"):
            return
        if not plain.startswith("/") or plain.startswith("//") or "\\" in address:
            self.fault(f"{address} leads elsewhere")
        elif not plain.startswith("/s/") and plain != "/lock" and not any(r.fullmatch(plain) for r in self.routes):
            self.fault(f"{address} is no route")

    def handle_data(self, data):
        self.said = self.said or bool(data.strip())
        self.text.append(data)
        if self.open and self.open[-1][0] == "h1":
            self.title += data

    def end(self):
        self.close()
        if self.open:
            self.fault(f"<{self.open[-1][0]}> is never closed")
        if self.headings.count(1) != 1:
            self.fault(f"{self.headings.count(1)} headings of the first level")
        for before, after in zip(self.headings, self.headings[1:]):
            if after > before + 1:
                self.fault(f"a heading of level {after} after one of level {before}")
        if self.mains != 1:
            self.fault(f"{self.mains} main parts")
        for name, kind, around in self.controls:
            if name not in self.labels and "label" not in around:
                self.fault(f"a control ({name}) without a label")
            if kind in ("radio", "checkbox") and "fieldset" not in around:
                self.fault(f"a choice ({name}) outside of a group")
        found = FORBIDDEN.search(" ".join(self.text))
        if found:
            self.fault(f"says \"{found[0]}\"")
        found = COMMAND.search(" ".join(self.text))
        if found and self.title.strip() not in FOR_IT:
            self.fault(f"names a command or an option: \"{found[0]}\"")


def main():
    routes = [re.compile(re.escape(line.strip()).replace(r"\*", "[A-Za-z0-9%-]+")) for line in open(sys.argv[1])]
    bad = 0
    for file in sys.argv[2:]:
        page = Page(routes)
        page.feed(open(file, encoding="utf-8").read())
        page.end()
        for fault in page.faults:
            print(f"{file}: {fault}")
            bad = 1
    return bad


sys.exit(main())
