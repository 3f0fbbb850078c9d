#!/bin/bash
# The desk's copy of a result rots, or somebody who can write to its folder says in archive.db that a
# result was erased which must be kept. What the desk has not whole, no terminal is told to let go of:
# it comes home once more; and for a result that is held nothing is signed at all.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 3
sql() { sqlite3 "$1/archive.db" "$2"; }
# here: how many sealed results the terminal has
here() { sqlite3 data/ledger.db 'SELECT count(*) FROM entry WHERE type = 1 AND payload IS NOT NULL'; }
all=$(here)
[ "$all" = 3 ] || wrong "the terminal has $all results"
place=$(sql org 'SELECT sequence FROM entry WHERE type = 1 ORDER BY sequence LIMIT 1')

# One bit of one payload.
sql org "UPDATE entry SET payload = CAST(substr(payload, 1, 500) || CASE substr(payload, 501, 1) WHEN x'58' THEN x'59' ELSE x'58' END || substr(payload, 502) AS BLOB) WHERE type = 1 AND sequence = $place"
held=$(desk org list 2>&1 | sed -n 's/^WARNING: result \([^:]*\):.*/\1/p')
[ -n "$held" ] || wrong "what rotted is not named"
terminal_enrol org request.json config
terminal_begins config data >told.txt
grep -q "\"missing\":\[{\"sequence\":$place}\]" config/received.json || wrong "received: $(cat config/received.json)"
[ "$(here)" = 1 ] || wrong "the terminal keeps $(here) results instead of the one that rotted at the desk"
expect 0 'sealed and read back' "$BIN/resonance-kiosk" --export again.bundle --all --config config --data data
expect 0 'again.bundle: ' desk org import again.bundle
expect 0 '^3 the same, 0 different' desk org rescore --all
expect 0 'each signed and linked' desk org doctor

# A result that is held, and a flag that says it was erased.
expect 0 '' desk org hold "$held" --reason "A complaint is open" --by "Anna Berg"
sql org "UPDATE entry SET payload = NULL, is_erased = 20000 WHERE type = 1 AND sequence = $place"
rm -rf config
expect 1 "result $held is held, but archive.db says that it was erased" desk org enrol request.json --words "$(cat request.json.words)" --out config
[ ! -e config ] || wrong "a configuration was made"
# The same flag on one that is not held: nobody signed for that, and no terminal is told.
sql org "UPDATE entry SET is_erased = 0 WHERE type = 1 AND sequence = $place"
sql org "UPDATE entry SET payload = NULL, is_erased = 20000 WHERE type = 1 AND sequence <> $place"
expect 1 'archive.db says of 2 results that they were erased, and nobody signed for that: .*no terminal is told before that is mended' \
    desk org enrol request.json --words "$(cat request.json.words)" --out config
[ ! -e config ] || wrong "a configuration was made"
tally $refusals refused forgeries
finish
