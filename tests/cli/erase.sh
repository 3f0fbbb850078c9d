#!/bin/bash
# `resonance erase`, to the end: the desk's copy goes at once, the terminal's when it takes its next
# configuration, and nothing else goes with it: chain, drafts, other people's results.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_opened 5
[ -e config/erased.json ] && wrong "nothing was erased, and the terminal is told of it"

# sealed ENTRY: pieces of the payload of this entry of all.bundle, as one pattern: several, since a file of
# a database cuts a payload into pages, and without line feeds, at which grep cuts
sealed() {
    local at=88 i
    length_at() { od -An -t u4 -j $((at + 304)) -N 4 all.bundle | tr -d ' '; }
    for ((i = 1; i < $1; i++)); do at=$((at + 308 + $(length_at))); done
    for i in 30000 40000 50000 60000; do
        od -An -v -tx1 -w1 -j $((at + 308 + i)) -N 1000 all.bundle |
            awk '$1 == "0a" { n = 0; text = ""; next } { text = text "\\x" $1 } ++n == 20 { print text; exit }'
    done | paste -sd'|'
}
# stands PATTERN FOLDER: whether these bytes are in any file below it
stands() { LC_ALL=C grep -rqaP -- "$1" "$2"; }
# started CONFIG: the terminal takes this configuration
started() {
    terminal_begins "$1" data >begun.txt
    "$BIN/resonance-kiosk" --doctor --config "$1" --data data >told.txt 2>&1
    grep -q '^ok  *made for this terminal' told.txt && grep -q '^ok  *sealed results' told.txt ||
        wrong "the terminal is not well: $(cat told.txt)"
}
handle_of() { desk org list --cards --json | tr '{' '\n' | sed -n "s/^\"card\":$1,.*\"handle\":\"\([^\"]*\)\".*/\1/p"; }

person_sits config data codes "candidate 1" 1 order=1 || exit 1
person_sits config data codes "candidate 2" 2 order=2 || exit 1
cat >away.story <<'STORY'
size 1920x1080 width-mm 476
tap "Start"
code candidate 3
tap "next"
tap "consent-yes"
person seed 3 words "Back soon"
answer until step values:b05
kill
STORY
"$BIN/resonance-story" --config config --data data --codes codes away.story >/dev/null || exit 1
terminal_collect config data org all.bundle >/dev/null
first=$(sealed 2) second=$(sealed 4)
for pattern in "$first" "$second"; do
    stands "$pattern" data && stands "$pattern" org || wrong "what was sealed is not where it must be"
done
# One more, which is not home yet: of what is, the terminal drops its copies in any case.
person_sits config data codes "candidate 5" 5 order=2 || exit 1
"$BIN/resonance-kiosk" --export all.bundle --config config --data data >/dev/null || wrong "nothing is exported"
third=$(sealed 7)
stands "$third" data || wrong "what was sealed is not where it must be"
cp -r data data-before

# The desk erases; the terminal knows nothing of it yet, and then does the same.
gone=$(handle_of 1) day=$(date -u +%F)
expect 0 'Its terminal erases its copy' desk org erase "$gone" --ground asked --by "Anna Berg" --yes
day="($day|$(date -u +%F))"
stands "$first" org && wrong "the desk still has what it erased"
started config
stands "$first" data || wrong "the terminal erased what nobody told it to"
cp -r config config-before
terminal_enrol org request.json config
[ "$(grep -o '"record":' config/erased.json | wc -l)" = 1 ] || wrong "the terminal is told of $(cat config/erased.json)"
request_made other.json
terminal_enrol org other.json other-config
[ -e other-config/erased.json ] && wrong "another terminal is told, too"
started config
stands "$first" data && wrong "the terminal still has what was erased"
stands "$third" data || wrong "another person's result went, too"
expect 1 'number 1, but number 2 was here before' "$BIN/resonance-kiosk" --doctor --config config-before --data data
# What cannot be opened any more says why; a second erase says when; and less than a handle names nobody.
refuse 1 "result $gone: its content was erased here on $day, .* and cannot come back" desk org report "$gone"
for word in "--ground asked --yes" ""; do
    expect 0 "^$gone was erased already on $day, on the ground asked, by Anna Berg\.$" desk org erase "$gone" $word
done
for short in "${gone%?}" "${gone:0:2}" "${gone:0:1}"; do
    refuse 2 'is too short to name a result' desk org erase --ground asked --by "Anna Berg" --yes "$short"
done
refuse 2 'is too short to name a result' desk org show "${gone:0:2}"

# All else goes on: the chain, the draft, new people.
"$BIN/resonance-kiosk" --export all.bundle --all --config config --data data >/dev/null || wrong "nothing is exported"
expect 0 '1 new result, 1 other new entry, 5 were here before' desk org import all.bundle
grep -q WARNING "$work/.err" && wrong "what was erased on purpose is a warning: $(cat "$work/.err")"
printf '%s\n' 'size 1920x1080 width-mm 476' 'tap "Start"' 'code candidate 3' 'expect screen resume' >back.story
"$BIN/resonance-story" --config config --data data --codes codes back.story >/dev/null || wrong "the draft is gone"
person_sits config data codes "candidate 4" 4 order=1 || wrong "nobody can sit there any more"
terminal_collect config data org all.bundle >/dev/null
expect 0 'signed and linked' desk org doctor
expect 0 '^3 results by day' desk org list
grep -q '^1 more without content' "$work/.out" || wrong "the erased one is not counted"

# A terminal put back to a copy of before erases again.
rm -rf data
cp -r data-before data
stands "$first" data || wrong "the copy is none"
started config
stands "$first" data && wrong "a terminal that was put back keeps what was erased"

# A list that was changed is refused.
sed -i 's/"record":"0/"record":"1/; t; s/"record":"./"record":"0/' config/erased.json
"$BIN/resonance-kiosk" --doctor --config config --data data >told.txt 2>&1
grep -q 'erased.json is not the file that was signed' told.txt || wrong "a changed list is taken: $(cat told.txt)"
finish
