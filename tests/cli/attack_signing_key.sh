#!/usr/bin/env bash
# The organization's signing key was lost, stolen, or somebody who held it has left: another one takes its place. What the
# key before signed until then counts. Somebody has that key, and what the folder and the sticks were before: nothing that
# they sign afterwards is taken, neither at the desk nor at a terminal, and each is told which key it was signed with.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
old=$ORGANIZATION_PASSPHRASE next="another six words for this key"
# changes ORG OLD NEW [WORD...]: the signing key of ORG is changed
changes() { printf '%s\n%s\n' "$2" "$3" | "$BIN/resonance" key rotate signing --org "$1" --passphrase-fd 0 "${@:4}"; }
# signs ORG WORD...: a command for which the next signing key has to be opened
signs() {
    local org=$1
    shift
    "$BIN/resonance" "$@" --org "$org" --passphrase-fd 9 9<<<"$next"
}
words_of() { desk "$1" key words signing; }
# enrols ORG CONFIG COMMAND: the terminal's next configuration, signed by whoever COMMAND (desk, signs) opens
enrols() { "$3" "$1" enrol request.json --out "$2" --words "$(cat request.json.words)"; }
organization_opened 4
person_sits config data codes "candidate 1" 11 || exit 1
terminal_collect config data org first.bundle >/dev/null
handle=$(desk org list --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["results"][0]["handle"])')
desk org report "$handle" --format record --out record.json >/dev/null || wrong "no record"
desk org erase "$handle" --ground asked --by "Ines Moreno" --why "asked by letter" --yes >/dev/null 2>&1 || desk org erase "$handle" --ground asked --by "Ines Moreno" --yes >/dev/null || wrong "not erased"
person_sits config data codes "candidate 2" 12 || exit 1
before=$(words_of org)
cp -r org org-before
cp -r config config-before
cp -r data data-before

# What cannot be is refused, and nothing is begun.
refuse 1 'does not open' changes org "no such words at all" "$next"
refuse 2 'say nothing of the signing key' changes org "$old" "$next" --until 2030-01-01
refuse 2 'goes with the label signing only' desk org key rotate recruiter --identity org.recovery.txt
organization_new other Other >/dev/null 2>&1
refuse 1 'not that of keys/organization.pub: it is the sheet of another' changes org "$next" "$next" --identity other.recovery.txt
same org-before/keys org/keys
same org-before/roll.jsonl org/roll.jsonl

expect 0 'has another signing key now' changes org "$old" "$next"
after=$(words_of org)
[ -n "$after" ] && [ "$after" != "$before" ] || wrong "the key is the one before"
[ ! -e org/keys.next ] || wrong "something of the change is left"

# All that was signed before counts, and the old passphrase signs nothing.
expect 0 'knows the one before; ask an owner' desk org list
expect 0 'each signed and linked' desk org doctor
expect 0 '[0-9]+ rows, [1-9][0-9]* of them signed' desk org audit log
expect 0 'erased|Erased' desk org audit log
refuse 1 'does not open' desk org retention set deck --days 90
expect 0 . signs org retention set deck --days 90
desk org rescore --all >/dev/null 2>&1 || wrong "records of before are not scored again"

# A person's key learns the next one when its owner has compared the words.
expect 0 'reads the same' desk org key passphrase recruiter
desk org list 2>&1 | grep -q 'knows the one before' && wrong "the key still knows the one before"
"$BIN/resonance" key words signing --org org >/dev/null || wrong "the desk shows no words"

# The terminal: it has missed the change, and goes on with what it has until somebody there names the next words.
signs org enrol request.json --out config-next --words "$(cat request.json.words)" >/dev/null || wrong "not enrolled"
[ -f config-next/successions.jsonl ] || wrong "the configuration does not say how the key was changed"
doctor() { (ulimit -c 0; "$BIN/resonance-kiosk" --doctor --width-mm 400 "$@"); }
expect 1 "another signing key, with the words \"$after\" in the place of \"$before\"" doctor --config config-next --data data
kiosk_told() { "$BIN/resonance-kiosk" --request asked --label Lobby --config "$1" --data "$2" --organization-words "$3"; }
# waits CONFIG DATA: nobody sits by it, and nothing of it is kept
waits() {
    terminal_begins "$1" "$2" >said
    grep -q 'the screen is staff, not attract' said || wrong "line ${BASH_LINENO[0]}: a terminal takes another key without a word: $(cat said)"
}
waits config-next data
refuse 1 'not the words of the organization' kiosk_told config-before data "$after"
refuse 1 'not the words of the organization' kiosk_told config-next data "$(cat request.json.words)"
expect 0 . kiosk_told config-next data "$after"
terminal_begins config-next data >said
person_sits config-next data codes "candidate 3" 13 || wrong "nobody can sit after the change"
terminal_collect config-next data org second.bundle >said || wrong "what was sat before and after does not come home: $(cat said)"
grep -q ' 2 new results' said || wrong "what came is another number: $(cat said)"
expect 0 'All that was here' desk org audit compare config-before
expect 0 'All that was here' desk org audit compare config-next

# The old stick again: refused by name, whatever its number.
person_sits config-before data codes "candidate 4" 14 2>said && wrong "the old configuration is taken again"
expect 1 'a signing key that the organization has replaced' doctor --config config-before --data data
# Whoever has the old key signs a newer one: the same.
cp -r org-before thief
for n in 1 2 3; do enrols thief "stolen-$n" desk >/dev/null 2>&1 || wrong "the thief cannot sign: this shows nothing"; done
expect 1 'a signing key that the organization has replaced' doctor --config stolen-3 --data data
# The thief changes the key as well: two statements of one key. Who knows the right one takes no other.
changes thief "$old" "the words of a thief here" >/dev/null || wrong "the thief cannot change the key: this shows nothing"
signs_thief() { "$BIN/resonance" "${@:2}" --org "$1" --passphrase-fd 9 9<<<"the words of a thief here"; }
for n in 4 5 6; do enrols thief "stolen-$n" signs_thief >/dev/null 2>&1 || wrong "the thief cannot sign: this shows nothing"; done
expect 1 'signed by another organization' doctor --config stolen-6 --data data
# A terminal that knows the key before takes neither before it was told the words.
expect 1 "in the place of \"$before\"" doctor --config stolen-6 --data data-before
waits stolen-6 data-before
refuse 1 'not the words of the organization' kiosk_told stolen-6 data-before "$after"

# A stick with the right statements, signed anew by somebody else.
if command -v minisign >/dev/null; then
    cp -r config-next unsigned
    config_sign_anew unsigned forger
    expect 1 'signed by another organization' doctor --config unsigned --data data-before
fi

# At the desk: an older roll, older keys, another statement.
# desk_refuses PATTERN WHAT COMMAND...: on a copy of the folder in which COMMAND was done
desk_refuses() {
    local pattern=$1 what=$2
    shift 2
    rm -rf copy
    cp -r org copy
    (cd copy && "$@") || wrong "$what: cannot be tried"
    desk copy list >said 2>&1
    [ $? = 1 ] && tr -s ' \n' ' ' <said | grep -qE -- "$pattern" || wrong "$what: $(head -3 said)"
}
put_roll() { cp ../org-before/roll.jsonl .; }
put_keys() { rm -r keys && cp -r ../org-before/keys .; }
# The key of the person who looks is the one that they have, not the one of before.
put_both() { put_roll && cp ../org-before/vacancies/* vacancies && mv keys/recruiter.key . && put_keys && mv recruiter.key keys; }
put_thief() { cp ../thief/roll.jsonl ../thief/people.jsonl . && cp ../thief/vacancies/* vacancies && cp ../thief/keys/organization.pub ../thief/keys/signing.key keys; }
edit_row() { sed -i 's/\\"log\\":[0-9]*/\\"log\\":1/' roll.jsonl; }
cut_after() { python3 -c '
rows = open("roll.jsonl").read().splitlines()
at = [n for n, row in enumerate(rows) if "\"kind\":\"signing\"" in row][0]
open("roll.jsonl", "w").write("".join(row + "\n" for row in rows[:at + 1]))'; }
desk_refuses 'signed with the signing key that the organization replaced|not what the organization signed' "the roll of before" put_roll
desk_refuses 'not what the organization signed: it, or keys/organization.pub, was changed' "the keys of before" put_keys
desk_refuses 'not the key of the organization that yours belongs to' "all of the folder that is signed, of before" put_both
desk_refuses 'not the key of the organization that yours belongs to' "the thief's folder" put_thief
desk_refuses 'line [0-9]+: ' "a statement that was changed" edit_row
# The roll cut to the statement is a beginning of it: what knows how far it had come says so.
rm -rf copy && cp -r org copy && (cd copy && cut_after && cp ../org-before/vacancies/* vacancies)
desk copy list >said 2>&1
grep -qE 'roll.jsonl|older than it was' said || wrong "a roll that was cut is not missed: $(cat said)"
# What the thief signs at the desk with the old key, put behind what is there.
rm -rf copy && cp -r org copy
python3 - <<'APPEND'
row = open("thief/roll.jsonl").read().splitlines()[-1]
open("copy/roll.jsonl", "a").write(row + "\n")
APPEND
expect 1 'roll.jsonl, line [0-9]+|signed with the signing key' desk copy list

# Power: before the row nothing has changed, after it the change is finished, and nothing else is done meanwhile.
rm -rf half && cp -r org-before half && mkdir half/keys.next && echo junk >half/keys.next/organization.pub
expect 0 . desk half list
expect 0 'has another signing key now' changes half "$old" "$next"
# As it stands between the row and the step that makes keys.next the keys.
rm -rf cut && cp -r half cut && mv cut/keys cut/keys.next && cp -r org-before/keys cut/keys && (cd cut && cut_after)
expect 1 'was cut off; .*key rotate signing' desk cut list
expect 1 'was cut off; .*key rotate signing' desk cut retention set deck --days 90
expect 0 'it is finished now' "$BIN/resonance" key rotate signing --org cut --passphrase-fd 9 9</dev/null
[ "$(words_of cut)" = "$(words_of half)" ] || wrong "it is finished with another key"
rm -rf cut && cp -r half cut && rm -rf cut/keys && cp -r org-before/keys cut/keys && (cd cut && cut_after)
expect 1 'keys.next, which the change' "$BIN/resonance" key rotate signing --org cut --passphrase-fd 9 9</dev/null

# Lost: the recovery sheet has the key before, and is enough. Then a terminal that missed both changes learns both.
rm -rf lost && cp -r org-before lost && rm lost/keys/signing.key
printf '%s\n' "$next" | "$BIN/resonance" key rotate signing --org lost --identity org.recovery.txt --passphrase-fd 0 >said 2>&1 || wrong "the sheet does not help: $(cat said)"
changes lost "$next" "a third set of six words" >/dev/null || wrong "the key cannot be changed twice"
printf '%s\n' "a third set of six words" | "$BIN/resonance" enrol request.json --out config-third --words "$(cat request.json.words)" --org lost --passphrase-fd 0 >/dev/null 2>said || wrong "not enrolled: $(cat said)"
[ "$(wc -l <config-third/successions.jsonl)" = 2 ] || wrong "the configuration does not name both changes"
rm -rf late && cp -r data-before late
expect 0 . kiosk_told config-third late "$(words_of lost)"
terminal_begins config-third late >said
expect 0 '^ok .*made for this terminal' doctor --config config-third --data late || true
refuse 1 'not that of keys/organization.pub' "$BIN/resonance" key recover signing --org org --identity org.recovery.txt --passphrase-fd 9 9<<<"$next"
tally $refusals signed by a key that gave way
finish
