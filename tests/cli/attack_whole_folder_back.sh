#!/bin/bash
# Attack: whoever can write to the desk's folder puts all of it back to an older state, or so much of it that
# the rest fits: somebody erased is there again, and nothing inside tells. What left the folder tells: a
# terminal's next bundle, its configuration, the receipt of the erasure, the roll.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 2
gone=${handles[0]}
cp -r org yesterday
erased org "$gone" --receipt receipt.txt >/dev/null || wrong "not erased"
terminal_enrol org request.json config
person_sits config data codes "candidate 3" 3 order=2 || exit 1
"$BIN/resonance-kiosk" --export later.bundle --config config --data data >/dev/null || wrong "not exported"
cp -r org today
whole() { rm -rf org && cp -r "$1" org; }
older='this folder is older than it was on 2[0-9-]*, as the organization signed: not all is here that there was then of: '
said() { # by every command that reads, and by the doctor
    expect 0 "^WARNING: $older$1.*'resonance audit accept' says that what is missing is lost" desk org list
    expect 1 "wrong  *ends  *this folder is older than it was" desk org doctor
}
quiet() { # nothing is missing
    expect 0 "$1" "${@:2}"
    grep -q WARNING "$work/.err" && wrong "all is here, and still: $(cat "$work/.err")"
}
quiet 'All that was here when config was signed is here' desk org audit compare config
quiet 'All that was here when receipt.txt was signed is here' desk org audit compare receipt.txt
quiet '1 erased, each with its signed row' desk org doctor
quiet '^1 result by day' desk org list

# The number of the last configuration alone: the roll knows it, and the terminal takes the next one.
echo 0 >org/sequence
terminal_enrol org request.json config-next || wrong "not enrolled"
grep -q '"sequence":3}$' config-next/manifest.json || wrong "a number is given twice: $(grep -o '"sequence":.*' config-next/manifest.json)"

# The receipt that its person kept, and the newest configuration.
whole yesterday
quiet '^2 results by day' desk org list # which is why somebody outside must tell
expect 1 "${older}rows of the log \(.*rows of ends.jsonl \(1\)" desk org audit compare receipt.txt
said 'rows of the log'
whole yesterday
expect 1 "${older}rows of the log \(.*rows of ends.jsonl \(1\), configurations \(2\)" desk org audit compare config
said 'rows of the log'
# The terminal's next bundle: it cannot come in, since its new enrolment is lost, too; why, is said.
whole yesterday
expect 1 "^WARNING: $older" desk org import later.bundle
grep -q 'never enrolled here' "$work/.err" || wrong "the bundle came in: $(cat "$work/.err")"
said 'rows of the log'
# What says so can be removed with the rest; the next stick brings it again.
rm org/seen.jsonl
quiet '^2 results by day' desk org list
expect 1 "^WARNING: $older" desk org import later.bundle
said 'rows of the log'
# A configuration that is written over the newest one says so before anything is signed.
whole yesterday
cp -r config again
desk org enrol request.json --out again --words "$(cat request.json.words)" >.out 2>.err || wrong "not enrolled"
grep -qE "^WARNING: $older" .err || wrong "the newest configuration is written over in silence: $(cat .err)"

# The way back: the newest copy, with what was seen.
whole yesterday
desk org import later.bundle >/dev/null 2>&1
cp org/seen.jsonl today
whole today
quiet '^1 result by day' desk org list
quiet '1 new result' desk org import later.bundle
quiet '1 erased, each with its signed row' desk org doctor

# The way on, where nobody has a newer copy: somebody answers for it, and the terminal comes home.
whole yesterday
expect 1 "^WARNING: $older" desk org import later.bundle
expect 0 '^Accepted by Anna Berg' desk org audit accept --by "Anna Berg" --yes
quiet '^2 results by day' desk org list
expect 1 'nothing is missing here' desk org audit accept --by "Anna Berg" --yes
erased org "$gone" >/dev/null || wrong "not erased again"
terminal_enrol org request.json config-2 || wrong "not enrolled again"
quiet '1 new result' desk org import later.bundle
quiet '^2 results by day' desk org list
person_sits config-2 data codes "candidate 4" 4 order=2 || wrong "the terminal does not take the new configuration"
terminal_collect config-2 data org last.bundle >.out 2>.err || wrong "its bundle does not come home: $(cat .err)"
grep -q WARNING .err && wrong "accepted, and still: $(cat .err)"
quiet 'each signed and linked' desk org doctor
# What was accepted does not cover what comes after it.
whole yesterday
expect 1 "configurations \(4\)" desk org audit compare config-2

# Nobody can make one up, or spoil it in silence.
whole today
cp -r config made
sed -i 's/"log":[0-9]*/"log":9000/' made/anchor.jsonl
expect 1 'is not what the organization signed' desk org audit compare made
: >made/anchor.jsonl
expect 2 'says nothing of this folder' desk org audit compare made
expect 2 'says nothing of this folder' desk org audit compare codes
organization_new other "Northwind Ferries" >/dev/null || exit 1
expect 1 'is not what the organization signed' desk other audit compare config
echo '{"configuration":1} 00' >org/seen.jsonl
expect 0 '^WARNING: seen.jsonl cannot be believed' desk org list

# Not all of it: the ends, the mark and the archive of yesterday beside a roll that knows better.
whole today
for file in ends.jsonl archive.mark log.head; do rm -f "org/$file" && cp "yesterday/$file" org 2>/dev/null; done
put_back yesterday org
expect 0 "^WARNING: $older(rows of the log \([0-9]*\), )?rows of ends.jsonl \(1\)" desk org list
expect 1 'wrong  *ends' desk org doctor
# The end of the roll: the last configuration, with the enrolment that it was for.
whole today
sed -i 'N;$!P;$!D;$d' org/roll.jsonl
expect 0 '^WARNING: roll.jsonl is not what it was on 2[0-9-]*, when it had [0-9]* rows: .*terminals and keys may be missing; put roll.jsonl back' desk org list
expect 1 'wrong  *ends  *roll.jsonl is not what it was' desk org doctor
# The end of the log together with log.head, back to before the last configuration.
whole today
sql org "delete from deed where number > 3" >/dev/null
sql org "select number || ' ' || lower(hex(hash)) from deed where number = 3" | sed "s/[(),']//g" >org/log.head
expect 0 "^WARNING: ${older}rows of the log \(" desk org list
expect 1 'the log is not whole: this folder is older than it was' desk org audit log
expect 1 'wrong  *log' desk org doctor
expect 0 '^Accepted by Anna Berg' desk org audit accept --by "Anna Berg" --yes
quiet 'each follows the one before' desk org audit log
# archive.mark, though nobody was ever erased; and reading, or a bundle, does not make a new one.
whole yesterday
rm org/archive.mark
for command in list "import all.bundle" list; do
    # shellcheck disable=SC2086
    expect 0 '^WARNING: archive.mark was removed' desk org $command
done
expect 1 'wrong  *ends  *archive.mark was removed' desk org doctor
finish
