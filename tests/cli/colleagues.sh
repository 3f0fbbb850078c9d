#!/bin/bash
# Colleagues stay a crowd. An attacker who has everything, the folder of the organization with its
# passphrase and recovery sheet, the terminal and the stick, looks for one colleague's scores after
# the profile was frozen; and before, in what two looks at `profile status`, also on copies of the
# folder, and two profiles give away.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
attack() { python3 "$SOURCE/tests/cli/colleagues.py" "$@"; }
cd "$work" || exit 1
mkdir stick said
organization_new org "Northwind Ferries" >/dev/null || exit 1
terminal_request data stick/request.json
organization_collect org 8 >codes
terminal_enrol org stick/request.json stick/config
cp org.recovery.txt recovery.key

# brought FILE: all results of the terminal come to the desk by the stick, which is cleared as is told
brought() {
    terminal_collect stick/config data org "stick/$1" >said/import.txt
    grep -qx " *stick/$1" said/import.txt || wrong "that the file on the stick is to be deleted is not said"
}
# opened FOLDER FILE...: every payload in these files, opened with the recovery key
opened() {
    local folder=$1 payload
    shift
    mkdir "$folder"
    attack payloads "$folder" "$@" >"$folder.count"
    for payload in "$folder"/*.age; do
        [ -e "$payload" ] || continue
        "$BIN/resonance" age-open --identity recovery.key "$payload" >"${payload%.age}.record" || wrong "$payload is not opened"
        rm "$payload"
    done
}

# Colleague after colleague, with a look after each from the fourth on.
leanings=("" "order=2 care=1 lead=-2" "growth=2 order=1 build=-1" "care=2 craft=2 rhythm=-2" "order=2 service=2" \
    "candour=2 evidence=1 lead=-1" "craft=1 service=1 challenge=2" "belonging=2 order=1 build=-2" "society=2 learning=2 order=1")
for n in 1 2 3 4 5 6 7 8; do
    # shellcheck disable=SC2086
    person_sits stick/config data codes "rater $n" "$((40 + n))" ${leanings[n]} || exit 1
    brought raters.bundle
    desk org profile status >"said/status-$n.txt" || wrong "there is no status of $n"
    [ "$(desk org profile status --json | tr -d '0-9')" = '{"answered":,"next":,"profile_from":}' ] || wrong "a status says more than counts"
    grep -qx "Colleagues who answered: $n" "said/status-$n.txt" || wrong "it is not said that $n answered"
    # What freezing would make of them, and without --yes says of it, on a copy.
    cp -r org org-copy
    desk org-copy profile freeze autumn --by "Jan Vos" --by "Ines Moreno" >"asked-$n.txt" 2>&1 && wrong "a profile was frozen that nobody confirmed"
    if [ "$n" -ge 5 ]; then
        desk org-copy profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes >frozen.txt || wrong "no profile of $n"
        desk org-copy profile show autumn --json >"profile-$n.json" || wrong "no profile of $n"
    fi
    rm -rf org-copy
    [ "$n" != 7 ] || cp -r org seven
    [ "$n" = 8 ] || rm stick/raters.bundle
done

# The answers are there until then, and the search finds them: a control of all that follows.
opened before stick/raters.bundle
[ "$(cat before.count)" = 8 ] || wrong "$(cat before.count) colleagues came"
rm stick/raters.bundle
attack rows $(ls -v before/*.record) >rows.json || wrong "the records cannot be read"
echo '[]' >nobody.json
[ "$(attack search rows.json nobody.json before 2>/dev/null | wc -l)" = 8 ] || wrong "the search misses records"
python3 - <<'PYTHON'
import json, os, random, struct
os.mkdir("planted")
rows = json.load(open("rows.json"))
row = rows[5]["row"]
mixed = random.Random(7).sample(row, len(row))
shapes = {
    "csv": ",".join(map(str, mixed)),
    "strings": json.dumps([str(score) for score in row]),
    "counts": "\t".join(str(round(5 * score)) for score in mixed),
    "percent": " ".join(f"{100 * score:.0f}%" for score in row),
    "table": "\n".join(f"{i} topic {score:.2f} {i / 7:.3f}" for i, score in enumerate(mixed)),
    "minus": " ".join(f"{score:.1f}".replace("-", "\u2212") for score in sorted(row)),
    "objects": json.dumps([{"id": i, "se": .21, "score": score, "shown": 5} for i, score in enumerate(row)]),
}
for name, text in shapes.items():
    open(f"planted/{name}", "w").write("3 7 " + text + " 9 9")
open("planted/doubles", "wb").write(b"abc" + struct.pack("<16d", *mixed) + b"xyz")
PYTHON
attack search rows.json nobody.json planted >planted.txt 2>/dev/null
[ "$(wc -l <planted.txt)" = "$(ls planted | wc -l)" ] || wrong "of $(ls planted | wc -l) planted rows only these are found: $(cat planted.txt)"

# Two looks: nothing but counts. Whoever of seven is erased from a copy, it says the same of the other six.
grep -lE '[0-9][.][0-9]|[-−][0-9]|split|agreed' said/status-*.txt && wrong "a status has figures"
[ "$(grep -hc . said/status-*.txt | sort -u | wc -l)" = 1 ] || wrong "a status says more with more people"
for n in 4 5 6 7 8; do
    step=$((n < 5 ? 0 : n < 8 ? 5 : 8))
    grep -qx "A profile would be made from: $step" said/status-$n.txt || wrong "of $n not $step make a profile"
done
grep -q 'too few' asked-4.txt || wrong "a profile of four is offered"
[ "$(attack handles seven/archive.db | wc -l)" = 7 ] || wrong "there are not seven results"
for handle in $(attack handles seven/archive.db); do
    cp -r seven org-copy
    desk org-copy erase "$handle" --ground asked --by "Anna Berg" --yes >erased.txt || wrong "$handle is not erased"
    desk org-copy profile status >without.txt
    same without.txt said/status-6.txt
    rm -rf org-copy
done
rm -rf seven

# Two profiles: the same until three more came, and then a sum of three.
for n in 6 7; do same profile-5.json profile-$n.json; done
cmp -s profile-5.json profile-8.json && wrong "three more change nothing"
for pair in "5 6" "5 7" "6 7" "5 8" "6 8" "7 8"; do
    read -r from to <<<"$pair"
    attack difference rows.json "profile-$from.json" "profile-$to.json" >"difference-$from-$to.txt"
    attack difference rows.json "profile-$from.json" "profile-$to.json" "$from" "$to" >>"difference-$from-$to.txt"
    grep -H colleague "difference-$from-$to.txt" && wrong "two profiles give a colleague away"
done
[ "$(sort -u difference-5-8.txt)" = "a sum of 3" ] || wrong "the difference of 5 and 8 is: $(cat difference-5-8.txt)"
# The attack is no straw man: without steps it works.
python3 - <<'PYTHON'
import json
rows = [entry["row"] for entry in json.load(open("rows.json")) if entry["part"].endswith("now")]
for count in (5, 6):
    means = [round(20 * sum(column) / count) / 20 for column in zip(*rows[:count])]
    json.dump({"rater_count": count, "dimensions": [{"now": str(mean)} for mean in means]}, open(f"bare-{count}.json", "w"))
PYTHON
attack difference rows.json bare-5.json bare-6.json >bare.txt
grep -q '^colleague 6 is' bare.txt || wrong "the attack finds nobody where it must"

# Frozen, enrolled again, and candidates come: the whole of a small demo.
expect 1 'their single answers be erased for ever' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno"
expect 0 'Erased the single answers of 8 colleagues' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
desk org vacancy new deck --title "Deck officer" --weight 'order=2,the timetable' --by Anna --by Jan >/dev/null
desk org vacancy open deck --yes --sample >said/open.txt || wrong "the vacancy is not open"
desk org invite deck --count 3 --plain >>codes 2>/dev/null
terminal_enrol org stick/request.json stick/config
[ -s stick/config/erased.json ] || wrong "the terminal is not told what to erase"
for n in 1 2; do person_sits stick/config data codes "candidate $n" "$n" order=2 service=1 || exit 1; done
brought all.bundle # and stays on the stick, for what is in it may
"$BIN/resonance-kiosk" --doctor --config stick/config --data data >said/doctor-kiosk.txt 2>&1
grep -q '^ok  *sealed results' said/doctor-kiosk.txt || wrong "the terminal finds its results wrong"
desk org doctor >said/doctor.txt || wrong "the desk finds something wrong"
desk org rescore --all >said/rescore.txt || wrong "not all scores again"
desk org list >said/list.txt
desk org list --cards >said/cards.txt
desk org list --json >said/list.json
desk org profile status >said/status-after.txt
desk org profile show autumn >said/profile.txt
desk org profile show autumn --json >said/profile.json
desk org vacancy show deck >said/vacancy.txt
desk org vacancy show deck --json >said/vacancy.json
desk org norm show >said/norm.txt
for handle in $(grep -o '"handle":"[^"]*"' said/list.json | cut -d'"' -f4); do
    for format in txt html json record; do desk org report "$handle" --format $format --out "said/$handle.$format" >/dev/null; done
    desk org report "$handle" --for interviewer --out "said/$handle.interviewer.txt" >/dev/null
done
[ "$(ls said/*.record | wc -l)" = 2 ] || wrong "there are not two candidates"
opened after org/archive.db data/ledger.db stick/all.bundle
[ "$(cat after.count)" = 6 ] || wrong "$(cat after.count) payloads are left, and two candidates came, in three places"
attack rows after/*.record >own.json || wrong "the records of candidates cannot be read"
rm -f profile-*.json bare-*.json
attack search rows.json own.json org data stick said after org.recovery.txt codes >found.txt 2>looked.txt
[ -s found.txt ] && wrong "a colleague's scores stand in: $(cat found.txt)"
[ "$(cut -d' ' -f1 looked.txt)" -gt 50 ] || wrong "only $(cat looked.txt) were searched"

# Nor their answers, nor the number that tells how their questions were mixed.
for record in before/*.record; do
    grep -aoE '"seed":"[0-9a-f]{16}"' "$record" | cut -d'"' -f4
    tail -c +109 "$record" | tr -d '\000' | grep -aoE '"id":"[a-z-]+:[a-z0-9_]+","kind":"best-worst","order":\[[^]]*\]' | head -3
done | sort -u >traces.txt
[ "$(wc -l <traces.txt)" -gt 24 ] || wrong "there are $(wc -l <traces.txt) traces to search"
[ "$(grep -rlaF -f traces.txt before | wc -l)" = 8 ] || wrong "the traces are not in the records"
grep -rlaF -f traces.txt org data stick said | head -3 >found.txt
[ -s found.txt ] && wrong "traces of a colleague stand in: $(cat found.txt)"

# Who answered before the form changed counts for nothing, and is erased with the others.
organization_new changed "Northwind Ferries" >/dev/null || exit 1
organization_collect changed 6 >codes
terminal_request data-changed request.json
terminal_enrol changed request.json config
person_sits config data-changed codes "rater 1" 51 order=2 || exit 1
desk changed reason care "Nobody waits alone." --by "Ann Lee" --by "Bo Roe" >/dev/null || wrong "the form is not changed"
terminal_enrol changed request.json config
for n in 2 3 4 5 6; do
    # shellcheck disable=SC2086
    person_sits config data-changed codes "rater $n" "$((50 + n))" ${leanings[n]} || exit 1
done
terminal_collect config data-changed changed changed.bundle >/dev/null
expect 1 'from 5 of 6 colleagues for good .*, and the single answers of all 6 be erased' desk changed profile freeze autumn --by "Jan Vos" --by "Ines Moreno"
expect 0 'Erased the single answers of 6' desk changed profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
opened left changed/archive.db
[ "$(cat left.count)" = 0 ] || wrong "$(cat left.count) answers to the earlier form are left"
finish
