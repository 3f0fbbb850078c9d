#!/bin/bash
# What anybody can read of a result without a key, and what stands in it: the day and not the hour, of
# colleagues, who are not anonymous when they were seen at the terminal, and of candidates, whose hours
# would stand before and after a colleague's in the chain.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
organization_collect org 2 >codes
vacancy_opened org 2 >>codes
noon=1794830400 # UTC
hour=$((noon + 3 * 3600)) midnight=$((noon - 12 * 3600))
grep -o 'AGE-SECRET-KEY-1[0-9A-Z]*' org.recovery.txt | head -1 >recovery.key

# times WHO: what the headers of a terminal say where WHO gave answers and another of the same kind
# ended at once, both at 15:17
times() {
    rm -rf data config bundle
    terminal_request data request.json
    terminal_enrol org request.json config
    cat >story <<STORY
size 1920x1080 width-mm 476
clock $((hour + 17 * 60))
tap "Start"
code $1 1
tap "next"
tap "consent-yes"
person seed 3 words "Nobody knows when"
answer until screen finish
tap "next"
kill
clock $((hour + 17 * 60))
tap "Start"
code $1 2
tap "next"
tap "consent-yes"
tap "break"
tap "Erase my answers"
tap "Yes, erase my answers"
kill
STORY
    "$BIN/resonance-story" --config config --data data --codes codes story >said || wrong "$(tail -1 said)"
    "$BIN/resonance-kiosk" --export bundle --config config --data data >/dev/null
    local at=88 n
    number_at() { od -An -t u"$2" -j "$1" -N "$2" bundle | tr -d ' '; }
    for ((n = $(number_at 48 8); n > 0; n--)); do
        number_at $((at + 48)) 8
        at=$((at + 308 + $(number_at $((at + 304)) 4)))
    done | sort -u
}
for role in candidate rater; do
    [ "$(times $role)" = $midnight ] || wrong "the header of a $role says $(times $role) instead of $midnight"

    # Inside, under the seal, it stands no finer.
    at=$(grep -abo 'age-encryption.org/v1' bundle | cut -d: -f1)
    tail -c +$((at + 1)) bundle | head -c "$(od -An -t u4 -j $((at - 4)) -N 4 bundle)" >payload.age
    "$BIN/resonance" age-open payload.age --identity recovery.key >payload || wrong "the payload does not open"
    for time in finished started; do
        [ "$(grep -aoE "\"${time}_unix_ms\":[0-9]*" payload)" = "\"${time}_unix_ms\":${midnight}000" ] ||
            wrong "the record of a $role says $(grep -aoE "\"${time}_unix[^,]*" payload)"
    done
done
desk org import bundle >/dev/null || wrong "the colleagues did not come"
finish
