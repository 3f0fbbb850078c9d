#!/usr/bin/env bash
# Every command on a folder takes --json: one value in a line, whatever it says; lists are objects with a named list.
# Tables are as wide as the terminal they show on. The names that completion offers are those that are there, and
# nobody is asked for a passphrase.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
cd "$work" || exit 1
organization_opened 3
desk org key new --label anna >/dev/null || wrong "no second key"
terminal_enrol org request.json config
person_sits config data codes "candidate 1" 11 order=2 || exit 1
terminal_collect config data org all.bundle >/dev/null
handle=$(desk org list --json --key recruiter | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p')
# objects COMMAND...: each line that it puts out is one JSON object
objects() {
    "$@" >said 2>err || { wrong "$*: $(cat err)"; return; }
    python3 -c 'import json, sys
lines = open("said", encoding="utf-8").read().splitlines()
assert lines, "nothing was put out"
for line in lines: assert isinstance(json.loads(line), dict), line' || wrong "$*: no JSON object: $(head -c 300 said)"
}
for words in "organization show" "interview list" "interview agreement --key recruiter" "decide $handle --key recruiter" "key words recruiter" \
    "reason" "vacancy show" "retention due --key recruiter" "terminal list" "person list" "hold" "norm show --key recruiter" \
    "profile status --key recruiter" "audit log" "doctor" "ids results" "vacancy new more --title Deck" "key list"; do
    objects desk org $words --json
done
objects desk org organization show --json
python3 -c 'import json; assert json.load(open("said"))["name"], "no name"' || wrong "organization show has no fields"
objects desk org interview new "$handle" --member recruiter --member anna --key recruiter --json
objects desk org interview list --json
python3 -c 'import json; assert json.load(open("said"))["interviews"][0]["members"] == ["recruiter", "anna"]' || wrong "the list has no name"
objects desk org interview agreement --key recruiter --json
python3 -c 'import json
said = json.load(open("said")); assert said["people"] == 0 and said["alpha"] is None and said["unread"] == 1, said' || wrong "agreement has no fields"
# What is not said as JSON is said so; a failure stays a sentence, and no half value is put out.
objects desk org story preview --out story.html --json
grep -q 'story.html' said || wrong "where the file is is not told"
refuse 2 'json needs --out FILE' desk org story preview --json
refuse 2 'there is no --json here' "$BIN/resonance" score --json x --answers y
refuse 1 'there is no result' desk org decide ZZ-ZZ --key recruiter --json
[ -s "$work/.out" ] && wrong "a failure puts out $(cat "$work/.out")"

# On a terminal a table takes the room there is; in a file it is as ever.
wide() { on_screen bash -c "stty cols $1; exec '$BIN/resonance' vacancy show --org org" | awk '{ if (length($0) > most) most = length($0) } END { print most }'; }
desk org vacancy new long --title "$(printf 'A long title of a vacancy %.0s' {1..6})" >/dev/null || wrong "no long title"
narrow=$(wide 64) broad=$(wide 150)
[ "$narrow" -le 64 ] || wrong "on 64 columns a line has $narrow"
[ "$broad" -le 150 ] && [ "$broad" -gt 88 ] || wrong "on 150 columns the widest line has $broad"
desk org vacancy show >file
[ "$(awk '{ if (length($0) > most) most = length($0) } END { print most }' file)" -le 88 ] || wrong "in a file a line is too wide"

# Names: those that are there.
ids() { "$BIN/resonance" ids "$@" --org org </dev/null; }
same <(ids keys | sort) <(printf 'anna\nrecovery\nrecruiter\n')
[ "$(ids interviews)" = 1 ] || wrong "interviews: $(ids interviews)"
ids results | grep -qxF "$handle" || wrong "the result is not among them"
ids people | grep -qx anna || wrong "anna is not among the people"
[ "$(ids terminals | wc -l)" = 1 ] || wrong "terminals: $(ids terminals)"
ids profiles >/dev/null || wrong "no profiles"
refuse 2 'name what to list' ids stars
. "$SOURCE/deploy/completion/resonance"
completes() {
    COMP_WORDS=(resonance "${@:2}") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _resonance "$BIN/resonance"
    [ "${COMPREPLY[*]}" = "$1" ] || wrong "after 'resonance ${*:2}' comes [${COMPREPLY[*]}], not [$1]"
}
cd org || exit 1
completes "$handle" show "${handle:0:2}"
completes "$handle" decide "${handle:0:2}"
completes "long" vacancy show lo
completes "1" rate ""
completes "anna" list --key an
completes "anna" interview new "$handle" --member an
completes "long" list --vacancy lo
completes "--json" interview list --js
completes "--json" key words --js
completes "anna" person retire an
cd ..
COMP_WORDS=(resonance show --org org "${handle:0:2}")
completes "" show --org org zz
finish
