#!/usr/bin/env bash
# What is too large gets a sentence, and what is large does not take the memory of the machine: a folder of
# many large documents; a ledger of hundreds of results when a terminal takes another configuration.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_sanitized "the sanitizer takes memory of its own"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
cd "$work" || exit 1

# ---- many large documents ----
assessment_with "$SOURCE/questionnaires/strategy-fit" many
python3 - <<'PY'
document = b'{"osd_version": "1.0", "definition": {"x": [' + b'0,' * 1900000 + b'0]}}'
for n in range(195):
    open(f"many/large{n:03}.osd", "wb").write(document)
PY
refuse 1 'many holds more than 8 MiB of documents' "$BIN/resonance" check many
refuse 1 'many holds more than 8 MiB of documents' "$BIN/resonance" init new --name Acme --contact hr@acme.example --recovery-out recovery.txt --assessment many --cost low --passphrase-fd 9 9<<<"a long enough passphrase"
rm -f many/large*.osd
for n in 0 1; do
    python3 -c 'import sys
sys.stdout.write("{\"osd_version\": \"1.0\", \"definition\": {\"x\": [" + "0," * 1900000 + "0]}}")' >many/large$n.osd
done
"$BIN/resonance" check many >check.txt 2>&1
got=$?
[ $got -le 2 ] || wrong "two large documents end the check with $got: $(tail -1 check.txt)"

# ---- another configuration on a terminal with many results ----
organization_opened 2
person_sits config data codes "candidate 1" 1 order=2 || wrong "no result"
# Codes that are quick to guess are for tests; whoever runs the terminal is told.
expect_any() { # PATTERN COMMAND...: a line of its output, whatever else the machine lacks
    local pattern=$1
    shift
    "$@" >told.txt 2>&1 || true
    grep -qE -- "$pattern" told.txt || wrong "$*: no \"$pattern\""
}
expect_any 'note  codes: codes are quick to guess .*let no real person answer here' "$BIN/resonance-kiosk" --doctor --config config --data data
case ${RESONANCE_TEST_SIZE:-commit} in
commit) count=600 ;;
*) count=10000 ;;
esac
python3 - $count <<'PY'
import os, sqlite3, sys
database = sqlite3.connect("data/ledger.db")
columns = "device_id, epoch, sequence, type, record_id, previous_hash, entry_hash, header, signature, payload"
row = database.execute(f"SELECT {columns} FROM entry WHERE type = 1").fetchone()
last = database.execute("SELECT max(sequence) FROM entry").fetchone()[0]
for n in range(int(sys.argv[1])):
    new = list(row)
    new[2], new[4], new[6] = last + 1 + n, os.urandom(16), os.urandom(32)
    database.execute(f"INSERT INTO entry ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?)", new)
database.commit()
PY
# The memory of a start: what the story tells of itself.
start() { # CONFIG DATA
    printf '%s\n' 'size 1280x720 width-mm 300' 'expect screen attract' tell >story
    "$BIN/resonance-story" --config "$1" --data "$2" --codes codes story >start.txt 2>&1 || wrong "no start: $(tail -1 start.txt)"
    sed -n 's/^memory //p' start.txt
}
cp -r data small && python3 -c 'import sqlite3
database = sqlite3.connect("small/ledger.db")
database.execute("DELETE FROM entry WHERE sequence > 2")
database.commit()
database.execute("VACUUM")'
base=$(start config small)
written() { stat -c %Y.%s data/ledger.db; }
terminal_enrol org request.json config-2
adopted=$(start config-2 data)
echo "$count results: $adopted KiB to take another configuration, $base KiB with one result"
[ $((adopted - base)) -lt 16384 ] || wrong "taking a configuration takes $((adopted - base)) KiB for $count results"
# One is erased at the desk: it goes from where it stands, in the memory of a start.
"$BIN/resonance-kiosk" --export first.bundle --config config --data small >/dev/null || wrong "no export"
desk org import first.bundle >/dev/null || wrong "no import"
handle=$(desk org list --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p' | head -1)
desk org erase "$handle" --ground asked --by "Anna Berg" --yes >/dev/null 2>&1 || desk org erase "$handle" --yes >/dev/null 2>&1 || wrong "no erasure"
terminal_enrol org request.json config-3
erased=$(start config-3 data)
echo "$erased KiB to erase one of them"
[ $((erased - base)) -lt 32768 ] || wrong "erasing takes $((erased - base)) KiB for $count results"
python3 -c 'import sqlite3, sys
sys.exit(sqlite3.connect("data/ledger.db").execute("SELECT count(*) FROM entry WHERE sequence = 2 AND payload IS NOT NULL").fetchone()[0])' || wrong "the terminal has not erased it"
[ -z "$(find data -name 'etilqs*')" ] || wrong "a copy of the ledger is left"
finish
