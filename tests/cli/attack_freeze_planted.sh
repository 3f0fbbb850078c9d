#!/bin/bash
# Attack: whoever can write to the folder of the desk puts a note there that a freeze had begun, which names a profile
# of theirs and answers of their choice, so that somebody who goes on with it erases those and makes that. Or they
# change the note of a freeze that was really cut off. Nobody goes on with it, and nothing is erased.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_new start Acme >/dev/null || exit 1
{
    organization_collect start 5
    vacancy_opened start 1
} >codes
terminal_request data request.json
terminal_enrol start request.json config
for n in 1 2 3 4 5; do person_sits config data codes "rater $n" "$n" order=2 service=1 learning=3 || exit 1; done
person_sits config data codes "candidate 1" 6 lead=2 || exit 1
terminal_collect config data start six.bundle >/dev/null
left() { # ORG: how many sealed results its archive holds
    python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM entry WHERE type = 1 AND payload IS NOT NULL").fetchone()[0])' "$1/archive.db"
}
freeze=(profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes)
cp -r start whole
expect 0 'Erased the single answers of 5' desk whole "${freeze[@]}"

# nobody_goes_on ORG SENTENCE [ID]: whoever meets the note is told; all six results stay, and no profile is made
nobody_goes_on() {
    refuse 1 "$2" desk "$1" profile freeze "${3:-autumn}" --by "Jan Vos" --by "Ines Moreno" --yes
    refuse 1 "$2" desk "$1" profile status
    expect 1 "wrong +profiles" desk "$1" doctor
    [ "$(left "$1")" = 6 ] || wrong "$(left "$1") results are left of 6: $2"
    [ ! -e "$1/profiles/autumn.json" ] && [ ! -e "$1/profiles/winter.json" ] || wrong "a profile is made: $2"
}
# note ORG [SENTENCE OF PYTHON]: what an earlier version would have written for all results of the archive
note() {
    mkdir -p "$1/profiles"
    python3 - "$1" "${2:-}" <<'PYTHON'
import json, sqlite3, sys
ids = sorted(row[0].hex() for row in sqlite3.connect(sys.argv[1] + "/archive.db").execute("SELECT record_id FROM entry WHERE type = 1"))
note = {"colleagues": 5, "profile": json.load(open("whole/profiles/autumn.json")), "results": [{"record": one} for one in ids]}
exec(sys.argv[2])
open(sys.argv[1] + "/profiles/autumn.freezing", "w").write(json.dumps(note, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
PYTHON
}
planted='profiles/autumn.freezing: nobody signed for this freeze: it was put there, or an earlier version began it and erased no answer yet; move the file away, and freeze again'
cp -r start org && note org
nobody_goes_on org "$planted"
note org 'note["results"] = note["results"][:1]'
nobody_goes_on org "$planted"
# The way on that is named leads on.
mv org/profiles/autumn.freezing kept.freezing
expect 0 'Froze the profile autumn from 5 colleagues' desk org "${freeze[@]}"
[ "$(left org)" = 1 ] || wrong "$(left org) results are left instead of the candidate's"

# One that was really cut off, while another program held the archive: changed, renamed, of another organization.
rm -rf org && cp -r start org
python3 - <<'PYTHON' &
import os, sqlite3, time
archive = sqlite3.connect("org/archive.db", isolation_level=None)
archive.execute("BEGIN IMMEDIATE")
open("held", "w").close()
while not os.path.exists("let-go"):
    time.sleep(.05)
archive.execute("ROLLBACK")
archive.close()
PYTHON
until [ -e held ]; do sleep .05; done
expect 1 'archive' desk org "${freeze[@]}"
touch let-go
wait
[ -e org/profiles/autumn.freezing ] && [ "$(left org)" = 6 ] || wrong "it was not cut off in between"
cp -r org cut
changed='profiles/autumn.freezing is not what the organization signed'
for change in 's/"colleagues":5/"colleagues":4/' 's/"record":"./"record":"/' 's/"record":"0/"record":"1/' 's/"grade":"[a-z]*"/"grade":"none"/' \
    's/.$//' 's/ [0-9a-f]*$/ 00/' 's/"id":"autumn",//'; do
    rm -rf org && cp -r cut org
    sed -i -E "$change" org/profiles/autumn.freezing
    cmp -s org/profiles/autumn.freezing cut/profiles/autumn.freezing && continue
    nobody_goes_on org 'profiles/autumn.freezing (is not what the organization signed|holds no signed statement)'
done
[ "$refusals" -ge 12 ] || wrong "too little was changed: $refusals"
rm -rf org && cp -r cut org && mv org/profiles/autumn.freezing org/profiles/winter.freezing
expect 2 'of another profile than its name says' desk org profile freeze winter --by "Jan Vos" --by "Ines Moreno" --yes
[ "$(left org)" = 6 ] || wrong "answers are erased for another profile"
rm -rf org && cp -r cut org
ORGANIZATION_PASSPHRASE="quite another passphrase" organization_new evil Acme >/dev/null
cp evil/keys/organization.pub org/keys/organization.pub
nobody_goes_on org 'is not what the organization signed|is not the key of the organization'

# The one of an earlier version, which signed the ends and no note, goes on; with another profile it does not.
sed -E 's/"id":"autumn",//; s/ [0-9a-f]{128}$//' cut/profiles/autumn.freezing >unsigned
rm -rf org && cp -r cut org
sed 's/"rater_count":5/"rater_count":6/' unsigned >org/profiles/autumn.freezing
cmp -s unsigned org/profiles/autumn.freezing || expect 1 'nobody signed for this freeze|freeze of a profile' desk org "${freeze[@]}"
cp unsigned org/profiles/autumn.freezing
expect 0 'Went on with a freeze that was cut off' desk org "${freeze[@]}"
cmp -s org/profiles/autumn.json whole/profiles/autumn.json || wrong "it is another profile"
[ "$(left org)" = 1 ] || wrong "$(left org) results are left instead of the candidate's"
tally $refusals freezes refused
finish
