#!/bin/bash
# Attack: whoever can write to archive.db marks results as erased, with or without taking their content away:
# so that nobody reads them, and so that their terminal is told to erase the last copy. Nobody signed for that,
# and it is named; no terminal is told; a freeze, which erases as well, is signed for by somebody.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 3
gone=${handles[0]}
erased org "$gone" >/dev/null || wrong "not erased"
cp -r org whole
again() { rm -rf org && cp -r whole org; }
mark() { # WHAT ELSE IS SET
    again
    id=$(sql org "select hex(record_id) from entry where type = 1 and payload is not null order by arrival limit 1" | tr -dc 0-9A-F)
    sql org "update entry set is_erased = 1790000000 $1 where record_id = x'$id' and type = 1" >/dev/null
}
unsigned='archive.db says of 1 result that it was erased, and nobody signed for that: '

# The content gone: every command says it, and the doctor.
mark ", payload = null"
expect 0 "^WARNING: $unsigned[0-9A-Z-]*; put archive.db back from a copy; .*'resonance audit accept' signs for" desk org list
expect 1 "wrong  *ends  *archive.db says of 1 result that it was erased, and nobody signed for" desk org doctor
# The content still there: whoever enrols would have let the terminal erase it.
for also in "" ", payload = null"; do
    mark "$also"
    expect 1 "$unsigned.*no terminal is told before that is mended" desk org enrol request.json --out told --words "$(cat request.json.words)"
    [ ! -e told ] || wrong "a configuration was made"
done
again
terminal_enrol org request.json config-2 || wrong "what is signed for is not told"
grep -q . config-2/erased.json || wrong "the terminal is not told of the erasure that was signed"

# It is no erasure: whoever wants it erased signs, and then it is.
mark ""
handle=$(handle_list org | grep -v "^$gone$" | head -1)
for handle in $(handle_list org); do erased org "$handle" >.out 2>&1 || wrong "$handle: $(cat .out)"; done
[ "$(ends_rows org)" = 3 ] || wrong "$(ends_rows org) rows are signed, of 3"
expect 0 '3 erased, each with its signed row' desk org doctor
expect 0 '^0 results by day' desk org list

# What an earlier version erased without a row, somebody answers for.
mark ", payload = null"
expect 2 'there is nobody here to ask' setsid -w "$BIN/resonance" audit accept --by "Anna Berg" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
marked=$(sed -n "s/.*$unsigned\([0-9A-Z-]*\).*/\1/p" "$work/.out")
[ -n "$marked" ] || wrong "it is not said what is accepted: $(cat "$work/.out")"
expect 0 '^Accepted by Anna Berg' desk org audit accept --by "Anna Berg" --yes
expect 0 '2 erased, each with its signed row' desk org doctor
grep -q WARNING "$work/.err" && wrong "accepted, and still: $(cat "$work/.err")"
expect 1 'on the ground earlier' desk org show "$marked"
refuse 2 '--ground is asked, retention, order or mistake' desk org erase "$(handle_list org)" --ground earlier --by "Jan Vos" --yes

# A freeze erases as well: who, when and for which profile is signed for each answer.
again
desk org profile collect --count 5 --plain 2>/dev/null >colleagues || wrong "no codes for colleagues"
terminal_enrol org request.json config-3
for n in 1 2 3 4 5; do person_sits config-3 data colleagues "rater $n" $((40 + n)) order=2 || wrong "rater $n does not sit"; done
terminal_collect config-3 data org raters.bundle >/dev/null
refuse 2 'a freeze is agreed by two people: --by NAME --by NAME' desk org profile freeze autumn --yes
refuse 2 'a freeze is agreed by two people: --by NAME --by NAME' desk org profile freeze autumn --by "Jan Vos" --yes
refuse 2 'both names are those of one person; a freeze is agreed by two people' desk org profile freeze autumn --by "Jan Vos" --by "jan  vos" --yes
expect 0 'Froze the profile autumn from 5' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
[ "$(grep -cE '"by":"Jan Vos and Ines Moreno".*"ground":"frozen".*"kind":"erasure".*"why":"autumn [0-9a-f]{64}"' org/ends.jsonl)" = 5 ] || wrong "not each is signed for: $(cat org/ends.jsonl)"
expect 0 '6 erased, each with its signed row' desk org doctor
terminal_enrol org request.json config-4 || wrong "the terminal cannot be told of the freeze"
# The profile is the one that came of them, whoever writes to its file.
expect 0 'Colleagues in the figures: 5' desk org profile show autumn
expect 0 'Frozen by Jan Vos and Ines Moreno.' desk org profile show autumn
grep -q WARNING "$work/.err" && wrong "the profile is signed for, and still: $(cat "$work/.err")"
cp org/profiles/autumn.json kept
python3 - <<'PYTHON'
import re
text = open("org/profiles/autumn.json").read()
changed = re.sub(r'"now":"(-?)0\.(\d)', lambda m: '"now":"%s0.%d' % (m[1], (int(m[2]) + 1) % 10), text, count=1)
assert changed != text
open("org/profiles/autumn.json", "w").write(changed)
PYTHON
desk org vacancy new second --title Second >/dev/null
for command in "profile show autumn" "vacancy open second --profile autumn --sample --yes"; do
    # shellcheck disable=SC2086
    expect 1 'autumn.json is not the profile that was frozen' desk org $command
done
cp kept org/profiles/autumn.json
cp kept org/profiles/winter.json
refuse 1 'nobody signed for the profile winter: it was put there; move .*profiles/winter.json away' desk org profile show winter
refuse 1 'nobody signed for the profile winter' desk org vacancy open second --profile winter --sample --yes
rm org/profiles/winter.json
# And the answers stay away, though the bundle comes again into an archive of before.
put_back whole org
desk org import raters.bundle >/dev/null 2>&1
expect 0 'Colleagues who answered: 0' desk org profile status
finish
