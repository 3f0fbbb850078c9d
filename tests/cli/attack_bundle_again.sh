#!/bin/bash
# Attack: the bundle of an erased person is imported again, into the same archive, into one that was begun
# anew, from the terminal itself, and for a person who was locked away. Nobody comes home.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 3
gone=${handles[0]} locked=${handles[1]} stays=${handles[2]}
erased org "$gone" >/dev/null || wrong "not erased"
desk org hold "$locked" --reason "A charge is open" --by "Jan Vos" >/dev/null || wrong "not held"
erased org "$locked" >/dev/null || wrong "not locked away"

# away ORG: only the third can be read there, and no other content stands in the archive
away() {
    [ "$(handle_list "$1")" = "$stays" ] || wrong "others can be read: $(handle_list "$1")"
    [ "$(sql "$1" "select count(*) from entry where type = 1 and payload is not null")" = "(1,)" ] || wrong "their content is in the archive"
    expect 1 'on the ground asked, and cannot come back' desk "$1" show "$gone"
    expect 1 'locked away on .*; only the recovery sheet opens it' desk "$1" show "$locked"
}
away org
expect 0 '0 new results, 0 other new entries, 6 were here before' desk org import all.bundle
away org

# The archive is begun anew, as after its loss, and all bundles are brought.
cp -r org anew
rm anew/archive.db*
expect 1 . desk anew doctor
expect 0 'WARNING: what is held must be kept, and its content is not in archive.db: '"$locked" desk anew list
expect 0 '3 new results' desk anew import all.bundle
# Who was erased does not come; what must be kept does, is shown to nobody, and is locked away again.
[ "$(handle_list anew)" = "$stays" ] || wrong "others can be read: $(handle_list anew)"
expect 0 'WARNING: content that was erased or locked away is in archive.db again, of 1 result:' desk anew list
expect 1 'only the recovery sheet opens it' desk anew show "$locked"
expect 0 '^Carried out again what was signed, for 1 result that' desk anew erase --again
expect 0 'report on' desk anew show "$locked" --identity org.recovery.txt
away anew
expect 0 '^Nothing had come back' desk anew erase --again
# The terminal hears of it all the same, and drops its copies.
terminal_enrol anew request.json config-2
[ "$(grep -o '"record":' config-2/erased.json | wc -l)" = 2 ] || wrong "the terminal is told of $(cat config-2/erased.json)"
"$BIN/resonance-kiosk" --export late.bundle --config config-2 --data data >/dev/null || wrong "nothing is exported"
expect 0 '0 new results' desk anew import late.bundle
away anew
finish
