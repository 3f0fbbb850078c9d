#!/usr/bin/env bash
# Attack: whoever can write to a folder with a database lays a journal beside it that names a file of somebody else.
# SQLite deletes such a file once it has rolled the database back: whoever reads a list, or looks at a terminal as
# root, would lose whatever they own. The desk and the terminal do nothing with such a database, and say what to do.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_opened 1
terminal_begins config data >/dev/null
planted() { python3 "$SOURCE/tests/kit/journal_planted.py" "$1" precious; }
echo "years of work" >precious
cp precious kept

# That it is what SQLite takes: without this program, the file goes.
sqlite3 other.db 'CREATE TABLE one (number); INSERT INTO one VALUES (1)'
planted other.db
python3 -c 'import sqlite3; sqlite3.connect("other.db").execute("SELECT * FROM one").fetchall()'
[ ! -e precious ] || wrong "SQLite does nothing with such a journal: this test shows nothing"
cp kept precious

# refused DATABASE COMMAND...: the sentence (the desk's doctor breaks its lines), and everything is where it was
refused() {
    local database=$1
    planted "$database"
    cp "$database-journal" journal
    shift
    expect 1 "$database-journal names another" "$@"
    tr -s ' \n' ' ' <.out | cat - .err | grep -q "file, which would be deleted; this program did not make it: take it away" || wrong "$*: it is not said what to do"
    cmp -s precious kept || wrong "$*: the file is gone"
    cmp -s journal "$database-journal" || wrong "$*: the journal is not where it was"
    rm -f "$database-journal"
}
cp -r org before
refused org/archive.db desk org list
refused org/archive.db desk org doctor
refused org/archive.db desk org audit log
refused org/archive.db desk org enrol request.json --out config-2 --words "$(cat request.json.words)"
[ ! -e config-2 ] || wrong "a configuration was made"
refused data/ledger.db "$BIN/resonance-kiosk" --doctor --config config --data data
refused data/ledger.db "$BIN/resonance-kiosk" --export bundle --config config --data data
refused data/drafts.db "$BIN/resonance-kiosk" --doctor --config config --data data
same before/archive.db org/archive.db

# Without it all goes on, and a journal of its own kind, which names nothing, is rolled back as ever.
expect 0 '^0 results' desk org list
head -c 512 /dev/zero >org/archive.db-journal
expect 0 '^0 results' desk org list
tally $refusals journals refused
finish
