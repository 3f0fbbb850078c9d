#!/usr/bin/env bash
# Attack: somebody has taken over the process that draws the screens, and speaks to the ledger's as it does, but names
# another day with each message. The ledger goes by its own clock: no other person's sitting is erased before its time.
set -eu
. "$SOURCE/tests/kit/organization.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
. "$SOURCE/tests/kit/siege.sh"
trap 'rm -rf "$work"' EXIT
siege_open 2
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
printf '%s\n' 'size 1280x720 width-mm 300' 'person seed 5 pace 4 words "Planted words"' 'tap "Start"' 'code candidate 1' 'tap "next"' \
    'tap "consent-yes"' 'answer at-most 3' kill >"$work/story"
"$BIN/resonance-story" --config "$work/config" --data "$work/data" --codes "$work/codes" --from 1 \
    --clock "$(date +%s)000,1000000" "$work/story" >"$work/out" 2>&1 || bad "no draft: $(tail -1 "$work/out")"
cat >"$work/ask.py" <<'PYTHON'
import struct, sys
from duty import Duty
ledger = Duty("ledger", "--config", sys.argv[1], "--data", sys.argv[2])
def waiting():
    return struct.unpack("=Q", ledger.ask("COUNT_DRAFTS")[:8])[0]
ledger.ask("OPEN")
before = waiting()
ledger.ask("EXPIRE", int(float(sys.argv[3]) * 1000), 1)
print(before, waiting())
ledger.end()
PYTHON
# expires WHEN WANTED WHAT: so many drafts wait before and after the ledger was told that it is WHEN
expires() {
    local got
    got=$(PYTHONPATH=$SOURCE/tests/kit python3 "$work/ask.py" "$work/config" "$work/data" "$1" 2>"$work/err") || true
    [ "$got" = "$2" ] && passed=$((passed + 1)) || bad "$3: $got, not $2; $(cat "$work/err")"
}
now=$(date +%s)
expires "$now" "1 1" "a draft of today waits"
expires $((now + 25 * 3600)) "1 1" "whoever names tomorrow erases somebody's sitting"
expires $((now + 20 * 24 * 3600)) "1 1" "whoever names another month erases somebody's sitting"
# That it would be erased in its time: the same with a draft of the day before yesterday.
python3 -c 'import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("UPDATE session SET begun_s = begun_s - 172800, touched_s = touched_s - 172800")
database.commit()' "$work/data/drafts.db"
expires "$now" "1 0" "a draft whose time is over stays"
echo "$passed held, $failed failed"
[ "$failed" = 0 ]
