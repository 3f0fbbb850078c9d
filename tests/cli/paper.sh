#!/bin/bash
# Reports on paper: a PDF of the real program that makes them, tagged, in order, with every mark that the
# figures ask for, the summary on the first sheet alone; what makes it sees no environment and no network.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
for program in weasyprint qpdf pdftotext pdftocairo pdfinfo python3; do
    command -v $program >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done
cd "$work" || exit 1
organization_new org 'Acme & <Sons>' >/dev/null 2>&1 || wrong "no organization"
desk org vacancy new deck --title 'Deck <b>officer</b>' >/dev/null || wrong "no vacancy"
"$BIN/bench_sealed_copies" request key request
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal key config 3 bundle
desk org import bundle >/dev/null || wrong "nothing came"
mapfile -t handles < <(desk org list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4)
one=${handles[0]}

# The words in order, in our language, with a title, for a screen reader too.
expect 0 'Wrote one.pdf' desk org report "$one" --format pdf --out one.pdf
[ "$(stat -c %a one.pdf)" = 600 ] || wrong "others can read it"
qpdf --check one.pdf >check.txt 2>&1 || wrong "qpdf: $(head -3 check.txt)"
pdfinfo one.pdf >info.txt
grep -q '^Tagged: *yes' info.txt || wrong "it is not tagged"
grep -q "^Title: *$one" info.txt || wrong "its title is not the reference"
qpdf --qdf one.pdf plain.pdf 2>/dev/null
for words in '/Lang (en)' '/DisplayDocTitle true' 'pdfuaid:part="1"'; do grep -aqF "$words" plain.pdf || wrong "it lacks $words"; done
pdftotext one.pdf words.txt
pages=$(sed -n 's/^Pages: *//p' info.txt)
[ "$(grep -c "Bench$" words.txt)" = "$pages" ] || wrong "the running head is not on every sheet"
[ "$(grep -c '^Pilot form, not for decisions$' words.txt)" = "$pages" ] || wrong "the pilot line is not on every sheet"
[ "$(grep -c "For the recruiter · $one · copy 1 · printed $(date -u +%Y-)" words.txt)" = "$pages" ] || wrong "copy and day are not on every sheet"
awk '/^Beside us today/ && !a {a = NR} /^What matters$/ && !b {b = NR} /^How they like to work$/ && !c {c = NR} /^Resonance$/ && !d {d = NR}
     /^How each answer counted$/ && !e {e = NR} /^Technical appendix$/ && !f {f = NR}
     END {exit !(a && a < b && b < c && c < d && d < e && e < f)}' words.txt || wrong "its parts are not in order"
pdftotext -f 1 -l 1 one.pdf first.txt
pdftotext -f 2 -l 2 one.pdf second.txt
grep -q '^Can this session be relied on?' first.txt || wrong "the summary does not end on the first sheet"
grep -q '^Resonance$' second.txt || wrong "the whole report does not begin on the second sheet"

# As many dots, boxes and arrows as the record has figures for: on the first sheet, and in all.
cat >marks.py <<'PY'
import json, re, subprocess, sys
card = json.load(open(sys.argv[2]))["scorecard"]
known = lambda rows, key: sum(row.get(key) is not None for row in rows)
figures = sum(card[frame]["state"] == "given" for frame in ("now", "needed"))
topics, drivers = card["dimensions"], card["drivers"]

def drawn(*pages):
    subprocess.run(["pdftocairo", "-svg", *pages, sys.argv[1], "marks.svg"], check=True)
    paths = re.findall(r"<path[^>]*>", open("marks.svg").read())
    dots = sum("fill:rgb(2.35" in path and " C " in path for path in paths)
    boxes = sum("stroke-width:1.4;" in path or "stroke-width:1.05;" in path for path in paths if "stroke:rgb(0%,0%,0%)" in path and " C " in path)
    return dots, boxes
pages = int(sys.argv[3])
seen = [drawn("-f", str(page), "-l", str(page)) for page in range(1, pages + 1)]
first, all_dots, all_boxes = seen[0], sum(s[0] for s in seen), sum(s[1] for s in seen)
here, work = known(topics, "organization"), known(drivers, "organization")
wanted_first = (figures + known(topics, "score") + 1, here + 1)
wanted = (wanted_first[0] + (card["now"]["state"] == "given") + known(topics, "score") + known(drivers, "score") + 2,
          wanted_first[1] + here + work + 2)
print("first sheet", first, "all", (all_dots, all_boxes), "topics", len(topics), "drivers", len(drivers))
sys.exit(first != wanted_first or (all_dots, all_boxes) != wanted or len(topics) < 10)
PY
desk org report "$one" --format record --out one.json >/dev/null
python3 marks.py one.pdf one.json "$pages" >marks.txt || wrong "marks are missing: $(cat marks.txt)"
# It must be able to find something: one figure more in the record than was drawn.
python3 -c 'import json; r = json.load(open("one.json")); r["scorecard"]["dimensions"].append(r["scorecard"]["dimensions"][0]); json.dump(r, open("more.json", "w"))'
python3 marks.py one.pdf more.json "$pages" >/dev/null && wrong "a missing mark is not noticed"

# Who interviews gets no figure; each copy has its number; it is in the log before.
expect 0 'Wrote two.pdf' desk org report "$one" --for interviewer --format pdf --out two.pdf
pdftotext two.pdf two.txt
grep -q "For the interviewer · $one · copy 2" two.txt || wrong "the second copy is not called so"
grep -qE '[−-]?[0-9]\.[0-9]{2}|Resonance$' two.txt && wrong "an interviewer is given a figure"
[ "$(desk org audit log | grep -c "printed  *$one")" = 2 ] || wrong "what was printed is not in the log"

# All of a vacancy; what is there stays, and the rest goes on.
mkdir all
echo mine >"all/${handles[1]}.pdf"
expect 0 '2 reports written into all; 1 was there before' desk org report --all --format pdf --out all
[ "$(cat "all/${handles[1]}.pdf")" = mine ] || wrong "what was there is gone"
qpdf --check "all/${handles[2]}.pdf" >/dev/null 2>&1 || wrong "one of many is no PDF"
expect 0 '3 reports written into texts; 0 were there before' desk org report --all --format txt --out texts
same <(desk org report "$one") "texts/$one.txt"
expect 0 '0 reports written into none' desk org report --all --vacancy nobody --format txt --out none
refuse 2 'name one result, or say --all' desk org report
refuse 2 'name one result, or say --all' desk org report "$one" --all --out all
refuse 2 'writes into a folder: --out FOLDER' desk org report --all --format pdf
refuse 1 'a folder|not a folder|already there|stands' desk org report --all --format txt --out one.pdf

# Another program in its place tells what it was given; and one that is not there is said in one sentence.
unshare --mount true 2>/dev/null || { echo "skipped in part: no mount of one's own here"; finish; }
instead() { unshare --mount bash -c 'mount --bind "$1" /usr/bin/weasyprint && shift && "$@"' - "$@"; }
cat >spy <<'PY'
#!/usr/bin/python3
import os, socket, sys
sys.stdin.buffer.read()
try:
    socket.socket()
    print("network: open")
except OSError as e:
    print("network:", e.strerror)
print("environment:", sorted(os.environ))
print("open:", sorted(os.listdir("/proc/self/fd")))
PY
chmod 755 spy
SECRET=canary instead spy "$BIN/resonance" report "$one" --org org --format pdf --out spied --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE" >/dev/null || wrong "the spy was not run"
grep -q '^network: Operation not permitted' spied || wrong "it can reach a network: $(head -1 spied)"
grep -qE "^environment: \['LC_ALL'(, 'LC_CTYPE')?\]" spied || wrong "it is given: $(sed -n 2p spied)"
grep -qE "^open: \['0', '1', '2', '3'\]" spied || wrong "it is given files: $(sed -n 3p spied)" # 3 is the folder that is listed
printf '#!/bin/sh\nexit 1\n' >broken
chmod 755 broken
refuse 1 'weasyprint made no PDF of it' instead broken "$BIN/resonance" report "$one" --org org --format pdf --out no.pdf --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
: >absent
chmod 644 absent
refuse 1 'install weasyprint, or print the page' instead absent "$BIN/resonance" report "$one" --org org --format pdf --out no.pdf --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
[ -e no.pdf ] && wrong "a PDF that was not made is there"
finish
