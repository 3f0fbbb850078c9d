#!/bin/bash
# The n-th call that changes something on the disk fails, for lack of room or because the disk is broken,
# once or from then on: every command ends by itself with a sentence or its work done, nothing is lost,
# the desk is sound afterwards, and the command that is typed again on a sound disk does its work.
set -u
. "$SOURCE/tests/kit/organization.sh"
skip_without preload
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
ulimit -c 0
preload_made fail_disk fail.so
case ${RESONANCE_TEST_SIZE:-commit} in
commit) tries=5 ;;
*) tries=1000 ;; # each of them
esac
lines=$ORGANIZATION_PASSPHRASE$'\n'$ORGANIZATION_PASSPHRASE$'\n'$ORGANIZATION_PASSPHRASE
EIO=5 ENOSPC=28
RANDOM=${SEED:-$$}
echo "seed $RANDOM"

desk() { # the passphrase as often as it is asked for
    local org=$1
    shift
    "$BIN/resonance" "$@" --org "$org" --passphrase-fd 9 9<<<"$lines"
}

organization_new start Acme >/dev/null || exit 1
vacancy_opened start 3 >codes
terminal_request data request.json
terminal_enrol start request.json config
for person in 1 2; do person_sits config data codes "candidate $person" $person order=2 || wrong "person $person"; done
"$BIN/resonance-kiosk" --export one.bundle --config config --data data >/dev/null || wrong "no export"
desk start import one.bundle >/dev/null || wrong "no import"
handle=$(desk start list --json | jq -r '[.. | .handle? // empty] | first')
person_sits config data codes "candidate 3" 3 order=2 || wrong "person 3"
"$BIN/resonance-kiosk" --export two.bundle --config config --data data >/dev/null || wrong "no export"

runs=0
# desk_on LIBRARY COMMAND...: with as many passphrases as one asks for
desk_on() {
    local library=$1
    shift
    env LD_PRELOAD="$library" "$BIN/resonance" "$@" --org org --passphrase-fd 9 >out.txt 2>err.txt 9<<<"$lines"
}
fresh() {
    rm -rf org out
    cp -r start org
}
# faulty NAME RESULTS COMMAND...: RESULTS is how many the desk has afterwards, at the least, and `again_NAME`
# what is typed on the sound disk
faulty() {
    local name=$1 results=$2 total at error code
    shift 2
    fresh
    total=$(FAIL_COUNT=1 desk_on "$PWD/fail.so" "$@"; sed -n 's/^calls //p' err.txt)
    [ "${total:-0}" -gt 1 ] || { wrong "$name: only ${total:-no} calls"; return; }
    for ((at = 1 + (total > tries ? RANDOM % (total / tries) : 0); at <= total; at += total > tries ? total / tries : 1)); do
        for error in $EIO $ENOSPC; do

            fresh
            [ $(((at + error) % 2)) = 0 ] || export FAIL_EVER=1
            FAIL_AT=$at FAIL_WITH=$error desk_on "$PWD/fail.so" "$@"
            code=$?
            unset FAIL_EVER
            runs=$((runs + 1))
            if [ $code -gt 7 ] || { [ $code != 0 ] && [ ! -s err.txt ]; }; then
                wrong "$name: call $at of $total, error $error: ends with $code: $(tail -1 err.txt)"
            fi
            # What was signed and not done is the one thing that may be left, with the way to do it.
            desk org doctor --json >doctor.txt 2>&1 || grep -q "'resonance erase --again' carries out.*\"wrong\":1}" doctor.txt || wrong "$name: call $at of $total, error $error: $(grep -o '[^{]*"wrong","what[^}]*' doctor.txt | head -1)"
            [ "$(desk org list --json | jq '[.. | .handle? // empty] | length')" -ge "$results" ] || wrong "$name: call $at of $total, error $error: results are gone"
            "again_$name" || wrong "$name: call $at of $total, error $error: again: $(tail -1 again.txt)"
            [ "$faults" -lt 10 ] || finish
        done
    done
}
again() { desk org "$@" >again.txt 2>&1; }
done_or() { # PATTERN COMMAND...: it works, or says that it has been done
    local pattern=$1
    shift
    again "$@" || grep -q -- "$pattern" again.txt
}
again_vacancy() { done_or 'already' vacancy new cook --title Cook; }
again_invite() { again invite deck --count 2 --plain; }
again_enrol() { rm -rf out; again enrol request.json --words "$(cat request.json.words)" --out out; }
again_import() { again import two.bundle && [ "$(desk org list --json | jq '[.. | .handle? // empty] | length')" = 3 ]; }
again_erase() { done_or 'no result\|already' erase "$handle" --ground asked --by "Anna Berg" --yes; }
again_report() { again report "$handle" --out report.html; }
again_new() { done_or 'already' key new --label second; }
again_rotate() { again key rotate recruiter; }
faulty vacancy 2 vacancy new cook --title Cook
faulty invite 2 invite deck --count 2 --plain
faulty enrol 2 enrol request.json --words "$(cat request.json.words)" --out out
faulty import 2 import two.bundle
faulty erase 1 erase "$handle" --ground asked --by "Anna Berg" --yes
faulty report 2 report "$handle" --out report.html
faulty new 2 key new --label second
faulty rotate 2 key rotate recruiter
tally $runs failed calls of the disk
finish
