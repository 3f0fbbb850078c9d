#!/usr/bin/env bash
# Attack: whoever can write to a folder with a database lays a link in its place. Root, who looks at a terminal or writes
# its request, and whoever opens a folder of the desk, would make a file where the link leads, or change one there.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_opened 1
terminal_begins config data >/dev/null

# That it is what SQLite does: without this program, the file is made.
mkdir outside
ln -s "$work/outside/made" other.db
python3 -c 'import sqlite3; sqlite3.connect("other.db").execute("CREATE TABLE one (number)")'
[ -s outside/made ] || wrong "SQLite follows no link: this test shows nothing"
rm outside/made

# refused DATABASE TARGET COMMAND...: nothing is made or changed where the link leads
refused() {
    local database=$1 target=$2 before=none
    shift 2
    mv "$database" away.db
    rm -f "$database"-wal "$database"-shm
    ln -s "$target" "$database"
    [ ! -e "$target" ] || before=$(cksum <"$target")
    expect 1 'it is a link' "$@"
    [ "$([ -e "$target" ] && cksum <"$target" || echo none)" = "$before" ] || wrong "$*: $target was made or changed"
    [ -z "$(ls outside)" ] || wrong "$*: $(ls outside) was made"
    rm "$database"
    mv away.db "$database"
}
kiosk() { "$BIN/resonance-kiosk" --config config --data data "$@"; }
for target in "$work/outside/made" "$work/copy.db"; do
    cp data/ledger.db copy.db
    refused data/ledger.db "$target" kiosk --request asked --label Lobby
    refused data/ledger.db "$target" kiosk --export bundle
    refused data/drafts.db "$target" kiosk --request asked --label Lobby
    cp org/archive.db copy.db
    refused org/archive.db "$target" desk org list
    refused org/archive.db "$target" desk org audit log
done
[ ! -e asked ] && [ ! -e bundle ] || wrong "something was written all the same"

# A whole folder may stand elsewhere: people move their data to another disk.
mv data moved
ln -s moved data
expect 0 . kiosk --request asked --label Lobby
tally $refusals links refused
finish
