#!/bin/bash
# `resonance import`, `list`, `rescore`, `profile`, `doctor` on real results: what came is verified,
# what is wrong is told in one sentence and changes nothing.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_new org "Northwind Ferries" >/dev/null || exit 1
terminal_request data request.json
organization_collect org 5 >codes
terminal_enrol org request.json config
for n in 1 2 3 4 5; do person_sits config data codes "rater $n" "$n" order=2 service=1 learning=3 || exit 1; done
terminal_collect config data org raters.bundle >/dev/null
expect 0 'A profile would be made from: 5' desk org profile status
refuse 1 'from 5 colleagues for good .provisional organization profile., and their single answers be erased for ever; repeat with --yes' \
    desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno"
[ -e org/profiles/autumn.json ] && wrong "a profile was frozen that nobody confirmed"
expect 0 'Froze the profile autumn from 5' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
refuse 1 'a frozen profile never changes' desk org profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
expect 0 'provisional organization profile' desk org profile show autumn
desk org vacancy new deck --title "Deck officer" >/dev/null
expect 1 'Profile: .*\(5 colleagues\)' desk org vacancy open deck --sample
expect 0 'Profile autumn' desk org vacancy open deck --yes --sample
grep -q '^Norm: *nobody yet, so figures get no phrase, now or later' "$work/.out" || wrong "with --yes it is not said that there will be no phrase"
expect 0 '^autumn +5 ' desk org profile show
expect 0 '"profiles":\[\{"colleagues":5,"id":"autumn"\}\]' desk org profile show --json
refuse 1 'there is no profile "spring"; there are: autumn' desk org profile show spring
desk org invite deck --count 4 --plain >>codes 2>/dev/null
terminal_enrol org request.json config
person_sits config data codes "candidate 1" 11 order=2 service=2 lead=-2 || exit 1
cp -r data data-back
person_sits config data codes "candidate 2" 12 lead=2 build=2 order=-2 || exit 1
person_sits config data-back codes "candidate 3" 13 order=1 || exit 1
"$BIN/resonance-kiosk" --export all.bundle --all --config config --data data >/dev/null
"$BIN/resonance-kiosk" --export fork.bundle --config config --data data-back >/dev/null
cp -r org org-before

# state ORG: all that counts of an archive, but the order of arrival
state() {
    desk "$1" list --json
    desk "$1" profile status
    desk "$1" rescore --all
}

expect 0 'Example: resonance import' "$BIN/resonance" import --help
refuse 2 'a word is missing' desk org import
refuse 1 'no such file' desk org import nowhere.bundle
refuse 2 'is not a Resonance bundle' desk org import request.json
mkdir empty && refuse 1 'holds no bundle' desk org import empty
head -c 70000 all.bundle >cut.bundle
refuse 1 'cut.bundle was not imported' desk org import cut.bundle
organization_new other "Other Ltd" >/dev/null
refuse 1 'never enrolled here; nothing of it was used' desk other import all.bundle
# One changed bit: in the front nothing is taken; in an entry, that one is named and the others are taken.
bend() {
    cp all.bundle bent.bundle
    byte=$(od -An -t u1 -j $1 -N 1 bent.bundle | tr -d ' ')
    printf "\\x$(printf %02x $((byte ^ 1)))" | dd of=bent.bundle bs=1 seek=$1 conv=notrunc status=none
}
for at in 20 60; do
    bend $at
    expect 1 'bent.bundle was not imported' desk org import bent.bundle
done
for at in 90 200 340; do
    bend $at
    cp -r org-before org-bent
    expect 1 '1 of 14 entries of bent.bundle are damaged' desk org-bent import bent.bundle
    grep -q '^WARNING: entry 1 was left out' .err || wrong "the entry that was changed is not named"
    expect 0 'all.bundle: .* 0 new results, 0 other new entries, 14 were here before' desk org-bent import all.bundle
    rm -rf org-bent
done
bend $(($(stat -c %s all.bundle) - 1020)) # in the content of the last entry
cp -r org-before org-bent
expect 1 '"damaged":1,"failure":"","holes":0,"imported":true' desk org-bent import --json bent.bundle
grep -q 'without content' .err && wrong "content that was changed is told to be missing, too"
expect 0 '^1 result by day' desk org-bent list
expect 0 'all.bundle: .* 14 were here before|all.bundle: .* 1 new result' desk org-bent import all.bundle
expect 0 '^2 results' desk org-bent list
rm -rf org-bent
cp all.bundle bent.bundle
printf 'another hash' | dd of=bent.bundle bs=1 seek=60 conv=notrunc status=none
expect 1 'bent.bundle was not imported: its front does not fit its last entry' desk org import bent.bundle
bend 90 # a damaged entry before it excuses nothing
printf 'another hash' | dd of=bent.bundle bs=1 seek=60 conv=notrunc status=none
expect 1 'bent.bundle was not imported: its front does not fit its last entry' desk org import bent.bundle
expect 1 'disk' small_files 16 desk org import all.bundle
same <(state org) <(state org-before)

# Out of order and with holes, which are told and then filled.
cp -r org-before org-late
bundle_cut all.bundle tail.bundle 12 2
bundle_cut all.bundle middle.bundle 10 2
expect 0 'WARNING: entries 11 to 12 of "Test terminal" have not come' desk org-late import tail.bundle
expect 1 'WARNING: entries 11 to 12' desk org-late doctor
expect 0 'middle.bundle: from "Test terminal", 1 new result' desk org-late import middle.bundle
grep -q 'WARNING: entries' "$work/.err" && wrong "the hole is filled and still told"
expect 0 'signed and linked' desk org-late doctor

mkdir stick && cp all.bundle raters.bundle request.json stick
expect 0 'all.bundle: from "Test terminal", 2 new results' desk org import stick
for name in all raters; do
    grep -qx " *stick/$name.bundle" "$work/.out" || wrong "that stick/$name.bundle is to be deleted is not said"
done
cp org/archive.db once.db
expect 0 '0 new results, 0 other new entries' desk org import all.bundle
grep -q WARNING "$work/.err" && wrong "nothing is missing, and it warns"
expect 0 'WARNING: raters.bundle ends before entry 14' desk org import raters.bundle
same <(state org) <(state org-late)

# A terminal that was put back and went on: its chain forks.
expect 1 'fork.bundle was not imported: .*forked' desk org import fork.bundle
same <(state org) <(state org-late)
expect 1 '1 of 2 bundles were not imported|fork.bundle was not imported' desk org import all.bundle fork.bundle
expect 1 '"failure":"[^"]+".*"imported":false,.*"new":0,' desk org import --json fork.bundle
expect 0 '^\{"bundles":\[\{"failure":"","holes":0,"imported":true,"known":14,"new":0,"path":"all.bundle"\}\]\}$' \
    desk org import --json all.bundle
expect 1 '^fork.bundle was not imported: .*forked' desk org import fork.bundle bent.bundle
expect 1 '^bent.bundle was not imported: ' desk org import fork.bundle bent.bundle
expect 1 ': 2 of 2 bundles were not imported; keep those files' desk org import fork.bundle bent.bundle
expect 1 ': 2 of 3 bundles were not imported; keep those files' desk org import all.bundle fork.bundle bent.bundle

# What the lists say.
desk org list --json >list.json
[ "$(grep -o '"handle"' list.json | wc -l)" = 2 ] || wrong "there are not two results"
grep -q 'pilot form, not for decisions' list.json || wrong "the pilot line is missing"
grep -q '"card"\|"place"\|"asks_for_caution"\|"r"' list.json && wrong "the list can be ranked"
expect 0 'Nobody is ranked' desk org list --vacancy deck
desk org list --cards --json >cards.json
[ "$(grep -o '"card":[0-9]*' cards.json | sort | tr '\n' ' ')" = '"card":1 "card":2 ' ] || wrong "not the two cards"
grep -q resonance cards.json && wrong "cards and figures stand side by side"
refuse 1 'there is no vacancy' desk org list --vacancy desk
expect 0 '2 the same, 0 different' desk org rescore --all
handle=$(sed 's/.*"handle":"\([^"]*\)".*/\1/' list.json)
expect 0 '1 the same, 0 different' desk org rescore "$(echo "$handle" | tr '[:upper:]' '[:lower:]')"
refuse 1 'there is no result' desk org rescore uuu
refuse 2 'name one result, or say --all' desk org rescore
ORGANIZATION_PASSPHRASE="this is not the one" refuse 1 'does not open keys/recruiter.key' desk org list
expect 0 '2 results' desk org list --identity org.recovery.txt
refuse 1 'no such file' desk org list --identity nowhere
refuse 1 'the secret of a key "anna" is not here' desk org list --key anna
desk other key export recruiter >/dev/null
refuse 1 'yours is of another organization, or that file was exchanged' desk org list --identity other.recovery.txt
grep -v '^#' other.recovery.txt >other.key # of age alone: it does not say whose it is
expect 1 "WARNING: 2 results are sealed to other keys.* $handle" desk org list --identity other.key
desk org list >/dev/full 2>"$work/.err" && wrong "a full disk was not noticed"

# A damaged record is named, the others are shown.
cp -r org org-bent
at=$(($(stat -c %s org-bent/archive.db) / 8192 * 4096)) # a page in the middle is of a payload
printf 'XXXX' | dd of=org-bent/archive.db bs=1 seek=$((at + 900)) conv=notrunc status=none
expect 1 'WARNING: result ' desk org-bent list
expect 1 'could not be scored again' desk org-bent rescore --all
expect 1 'wrong +archive' desk org-bent doctor
printf 'not a database at all' >org-bent/archive.db
expect 1 'archive' desk org-bent list
expect 1 'wrong +archive' desk org-bent doctor

# Folders that cannot be read.
cp -r org org-shut
chmod -R go+rX "$work" && chmod 000 org-shut/archive.db org-shut/keys
if as_stranger test -x "$BIN/resonance" 2>/dev/null && as_stranger test -r "$work/org/keyset.json"; then
    expect 1 'cannot be read or written|ermission|cannot be opened' as_stranger "$BIN/resonance" list --org org-shut \
        --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
fi

grep -rqaF -e "I would try it out first" -e "$ORGANIZATION_PASSPHRASE" org data config && wrong "plain words are on the disk"
finish
