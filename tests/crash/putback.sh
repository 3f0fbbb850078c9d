#!/usr/bin/env bash
# The disk of a terminal is put back from a backup and people go on sitting there: its chain has forked. The
# desk refuses that until the terminal is enrolled anew; then the results of both branches come home, by
# name, and every list says which they are.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
cd "$work" || exit 1
organization_opened 8
sits() { person_sits config data codes "candidate $1" "$1" order=2 || wrong "person $1 could not answer"; }
export_to() { "$BIN/resonance-kiosk" --export "$1" --config config --data data >/dev/null || wrong "no export"; }
# enrolled_anew: each enrolment is another epoch
enrolled_anew() {
    rm -rf config.old && mv config config.old
    terminal_enrol org request.json config
    cp -r org org.enrolled
    grep -q '"epoch":2' config/terminal.json || wrong "the enrolment is no new epoch"
}
sits 1
sits 2
cp -r data backup
sits 3
sits 4
export_to first.bundle
expect 0 '4 new results' desk org import first.bundle
rm -rf data && cp -r backup data
sits 5
sits 6
sits 7
export_to second.bundle
cp -r org org-before
refuse 1 'second.bundle was not imported: .*forked.*keep both files, enrol it anew, then import again: both branches come home' desk org import second.bundle
same <(desk org list --json) <(desk org-before list --json)

enrolled_anew
expect 0 'second.bundle: .* 3 new results' desk org import second.bundle
grep -q 'WARNING: the chain of "Test terminal" has two branches from entry 5 on: .* The results of both are here: ..-..,' .err || { wrong "import does not name the branches"; cat .err; }
expect 0 '^7 results' desk org list
grep -q 'WARNING: the chain of "Test terminal" has two branches from entry 5 on' .err || wrong "the list does not name the branches"
named=$(sed -n 's/.*both are here: //p' .err | head -1 | tr ',' '\n' | grep -c '..-..')
[ "$named" = 5 ] || wrong "$named results are named instead of the 5 behind the fork"
expect 0 'two branches from entry 5' desk org doctor
expect 0 '7 the same, 0 different' desk org rescore --all
# Again, in any order, and on another desk that has met the branches the other way round.
expect 0 '0 new results, 0 other new entries, 10 were here before' desk org import second.bundle
expect 0 '0 new results, 0 other new entries, 8 were here before' desk org import first.bundle
cp -r org.enrolled other
python3 - <<'PY'
import sqlite3
database = sqlite3.connect("other/archive.db")
database.execute("DELETE FROM entry")
database.commit()
PY
expect 0 '5 new results' desk other import second.bundle
expect 0 '2 new results' desk other import first.bundle
handles() { desk "$1" list --json 2>/dev/null | grep -o '"handle":"[^"]*"' | sort; }
same <(handles org) <(handles other)
# The terminal goes on in its new enrolment.
sits 8
export_to third.bundle
expect 0 'third.bundle: .* 1 new result' desk org import third.bundle
expect 0 '^8 results' desk org list
finish
