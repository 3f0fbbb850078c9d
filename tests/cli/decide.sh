#!/usr/bin/env bash
# A decision is a named person's, with a reason of their own; the figure alone is none. It is kept with its
# history, the log knows it, and the letter tells the person the reason, what the program did, and how to
# disagree.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_opened 1
person_sits config data codes "candidate 1" 11 order=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
handle=$(desk org list --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
good="Told us how the late check on the cormorant was put right, and who learned from it."

expect 0 'Example: resonance decide' "$BIN/resonance" decide --help
expect 0 'Nothing is decided about' desk org decide "$handle"
refuse 1 'nothing is decided about' desk org decide "$handle" --letter
decide() { desk org decide "$handle" "$@"; }
refuse 2 'a decision is offer, next, decline or withdrawn' decide --as hire --by "Ines Moreno" --reason "$good" --not-the-figure
refuse 2 'a decision has a person who does it' decide --as offer --reason "$good" --not-the-figure
refuse 2 'a name has at least' decide --as offer --by "-" --reason "$good" --not-the-figure
refuse 2 'a decision has its reason' decide --as offer --by "Ines Moreno" --not-the-figure
refuse 2 'the figure of the program is not the reason' decide --as offer --by "Ines Moreno" --reason "$good"
refuse 2 'name the decision' decide --by "Ines Moreno" --reason "$good"
for figure in "Resonance is too low." "R = 0.12, below our limit of 0.3" "Her score is under the average of all others."; do
    refuse 1 'never the only reason' decide --as decline --by "Ines Moreno" --reason "$figure" --not-the-figure
done
expect 0 'Nothing is decided about' decide

expect 0 'next, by Ines Moreno' decide --as next --by "Ines Moreno" --reason "$good" --not-the-figure
expect 0 'offer, by Per Holm' decide --as offer --by "Per Holm" --not-the-figure \
    --reason "The second talk showed how she leads a watch at night."
decide >history
[ "$(grep -cE 'next, by Ines Moreno|offer, by Per Holm' history)" = 2 ] || wrong "the history is not whole: $(cat history)"
expect 0 'decided' desk org audit log
desk org audit log | grep -q cormorant && wrong "the log tells the reason"
grep -q cormorant org/archive.db && wrong "the reason lies open in the archive"
decide --identity org.recovery.txt >by-sheet || wrong "the recovery sheet does not open the decision"
same history by-sheet

# When the key of the one who decided is lost, what they decided is still theirs.
rm -rf other
cp -r org other
desk other key recover recruiter --identity org.recovery.txt >/dev/null || wrong "not recovered"
desk other decide "$handle" >said 2>&1
same history said

for format in txt html; do
    expect 0 'Wrote letter' decide --letter --format $format --out letter.$format
    [ "$(stat -c %a letter.$format)" = 600 ] || wrong "others can read the letter"
    tr '\n' ' ' <letter.$format | tr -s ' ' >said
    # what the law asks: decision, reason, who, what the program did, to explain, to disagree, copy,
    # correction and erasure, how long it is kept, the authority, whom to ask
    for words in "We would like to offer you this work." "she leads a watch at night" "Per Holm decided this on 2" \
        "No computer decided about you" "the program compared" "is not the reason: this person has confirmed it" "ask us to explain this decision" \
        "disagree with it" "A person reads it and answers you" "a copy of your answers" "to erase them" "How long we keep" \
        "data protection authority" "$handle"; do
        grep -qF "$words" said || wrong "the letter ($format) does not say: $words"
    done
    grep -qE '[0-9]\.[0-9]{2}' said && [ $format = txt ] && wrong "the letter tells a figure"
done
contact=$(desk org organization show | grep -oE '[^ ]+@[^ ,]+' | head -1)
[ -z "$contact" ] || grep -qF "$contact" letter.txt || wrong "the letter does not say whom to ask"

# What was decided cannot be changed or dropped without being noticed.
for change in "DELETE FROM paper WHERE kind = 'decision' AND version = 2" \
    "UPDATE paper SET version = 3 - version + 10 WHERE kind = 'decision'; UPDATE paper SET version = version - 10 WHERE kind = 'decision'" \
    "UPDATE paper SET body = (SELECT body FROM paper WHERE kind = 'decision' AND version = 1) WHERE kind = 'decision' AND version = 2"; do
    rm -rf other
    cp -r org other
    sqlite3 other/archive.db "$change"
    desk other decide "$handle" >said 2>&1 && ! cmp -s said history && wrong "taken as it is: $change"
done
rm -rf other
cp -r org other
python3 - other/archive.db <<'PYTHON'
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
(body,) = base.execute("SELECT body FROM paper WHERE kind = 'decision' AND version = 2").fetchone()
base.execute("UPDATE paper SET body = ? WHERE kind = 'decision' AND version = 2", (body[:-1] + bytes([body[-1] ^ 1]),))
base.commit()
PYTHON
expect 1 'altered|damaged|not made by' desk other decide "$handle"

# Who is held and asks to be erased is locked away, and the decision with them: no recruiter reads it any
# more, the recovery sheet does, and one that is dropped is missed. It goes when the hold is released.
rm -rf held other
cp -r org held
desk held hold "$handle" --reason "A charge is open" --by "Jan Vos" >/dev/null || wrong "not held"
desk held erase "$handle" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "not locked away"
expect 1 'locked away' desk held decide "$handle"
desk held decide "$handle" --identity org.recovery.txt >locked || wrong "the recovery sheet does not open the decision of who is locked away"
same history locked
[ "$(sqlite3 held/archive.db "SELECT group_concat(DISTINCT substr(CAST(body AS TEXT), 1, 21)) FROM paper")" = age-encryption.org/v1 ] ||
    wrong "a decision of who is locked away is not sealed once more"
cp -r held other
sqlite3 other/archive.db "DELETE FROM paper WHERE version = 2"
expect 1 'the log knows of 2 decisions' desk other decide "$handle" --identity org.recovery.txt
desk held hold "$handle" --release --reason "The charge is closed" --by "Jan Vos" --yes >/dev/null || wrong "not released"
[ "$(sqlite3 held/archive.db "SELECT count(*) FROM paper")" = 0 ] || wrong "a decision is left after the release"

# Of people who try the questions out nothing is decided; with the person the decision is erased.
desk org erase "$handle" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "not erased"
[ "$(sqlite3 org/archive.db "SELECT count(*) FROM paper")" = 0 ] || wrong "a decision is left after the erasure"
expect 1 'erased' desk org decide "$handle"
finish
