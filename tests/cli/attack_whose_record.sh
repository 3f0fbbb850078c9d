#!/bin/bash
# A colleague fears to be recognized. After their sitting somebody takes the whole disk of the running
# terminal, and has all cards, so knows whose mark each mark of a used code is: which of them belongs to
# which sealed record? For each sitting, one copy of the disk, as it is then: the order of rows, the
# places of marks and records in every file, the log, free pages, drafts, times. Somebody who also has a copy from
# before the sitting sees the one mark and the one record that are new: nothing here helps against that, and it is
# this test's way to know the truth.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite preload
case ${RESONANCE_TEST_SIZE:-commit} in
release | nightly) people=40 ;;
*) people=6 ;;
esac
cd "$work" || exit 1

# What a running terminal has on its disk: it is killed instead of closing its files.
cat >running.c <<'C'
#include <signal.h>
#include <unistd.h>
int sqlite3_close(void *handle);
int sqlite3_close(void *handle)
{
    (void)handle;
    return kill(getpid(), SIGKILL);
}
C
cc -shared -fPIC -O1 -o running.so running.c || exit 1
organization_new org Acme >/dev/null || exit 1
organization_collect org $people >codes
[ "$(grep -c '^rater' codes)" = $people ] || wrong "there are not $people codes"
terminal_request data request.json
terminal_enrol org request.json config
cp -r data disk-0

# sits CARD: to the end, until the screen is anybody's again
sits() {
    cat >story <<STORY
size 1920x1080 width-mm 476
tap "Start"
code rater $1
tap "next"
tap "consent-yes"
person seed $((90 + $1)) pace 7
answer until screen finish
tap "next"
expect screen receipt
wait 3s
tap "done"
expect screen wiped
wait 30s
expect screen attract
STORY
    LD_PRELOAD=$work/running.so "$BIN/resonance-story" --config config --data data --codes codes story >said 2>&1
    [ $? = 137 ] || wrong "the terminal was not killed: $(tail -1 said)"
}
turn=0
for card in $(seq $people | shuf --random-source=<(yes 7)); do
    sits "$card"
    cp -rp data disk-$((++turn))
done
[ -e disk-1/ledger.db-wal ] || wrong "the disk is not that of a running terminal"
python3 "$SOURCE/tests/cli/whose_record.py" $people || faults=$((faults + 1))
tally $people disks that do not tell whose a record is
finish
