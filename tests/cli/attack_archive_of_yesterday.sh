#!/bin/bash
# Attack: archive.db of yesterday is put back, in good faith or not, with or without what stands beside it.
# Who was erased since is shown by no command, every command that reads says so, and one makes it good.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/ends.sh"
ends_open 3
gone=${handles[0]} locked=${handles[1]} stays=${handles[2]}
cp -r org yesterday
erased org "$gone" >/dev/null || wrong "not erased"
desk org hold "$locked" --reason "A charge is open" --by "Jan Vos" >/dev/null || wrong "not held"
erased org "$locked" >/dev/null || wrong "not locked away"
person_sits config data codes "candidate 4" 4 order=2 || exit 1
terminal_collect config data org later.bundle >/dev/null
"$BIN/resonance-kiosk" --export later.bundle --config config --data data >/dev/null 2>&1
cp -r org today
put_back yesterday org

# Whatever reads the archive says both: what came back, and what is missing.
back='^WARNING: content that was erased or locked away is in archive.db again, of 2 results: .* nobody is shown it; .resonance erase --again. carries out what was signed$'
day="$(date -u +%F)|$(date -u -d tomorrow +%F)" # where midnight comes between
short='^WARNING: archive.db is shorter than it was on ('$day'): entry 8 of "Test terminal" was there and is missing; an older copy was put back, or rows were cut off; import the bundles of this terminal again'
said_by() { # CODE COMMAND...
    expect "$1" "$back" desk "${@:2}"
    grep -qE "$short" "$work/.err" || wrong "${*:2}: the missing entries are not said: $(cat "$work/.err")"
}
said_by 0 org list
said_by 0 org list --cards
said_by 0 org show "$stays"
said_by 0 org report "$stays"
said_by 0 org rescore --all
said_by 1 org rescore "$gone"
said_by 0 org profile status
said_by 0 org norm show
said_by 0 org hold
said_by 0 org retention due
said_by 1 org audit log
said_by 1 org show "$gone"
said_by 1 org report "$locked"
said_by 1 org doctor
grep -q 'wrong  *ends .*content that was erased' "$work/.out" || wrong "the doctor does not say it: $(cat "$work/.out")"
[ "$(handle_list org)" = "$stays" ] || wrong "they are read: $(handle_list org)"
expect 1 'cannot come back' desk org show "$gone" --identity org.recovery.txt
# Reading does not make it forgotten, and neither does a bundle that holds less.
said_by 0 org list
bundle_cut all.bundle half.bundle 0 2
said_by 0 org import half.bundle
said_by 0 org list

# The way to mend it: what was signed is carried out, what is missing comes with the next bundle.
expect 0 '^Carried out again what was signed, for 2 results that had come back' desk org erase --again
[ "$(sql org "select count(*) from entry where type = 1 and payload is not null")" = "(1,)" ] || wrong "the content is still there"
expect 0 'report on' desk org show "$locked" --identity org.recovery.txt
expect 1 'only the recovery sheet opens it' desk org show "$locked"
expect 0 '1 new result' desk org import later.bundle
expect 0 '^2 results by day' desk org list
grep -q WARNING "$work/.err" && wrong "mended, and still: $(cat "$work/.err")"
# What was in the log since yesterday is lost with the archive, and stays missed until somebody says so.
expect 1 "the log is not whole.*'resonance audit accept' says that rows which are missing are lost" desk org audit log
expect 1 "wrong  *log  *who did what here" desk org doctor
tr '\n' ' ' <"$work/.out" | tr -s ' ' |
    grep -q "share again what 'resonance key share' had let a key open; 'resonance audit accept' says that rows which are missing are lost" ||
    wrong "the doctor does not name the way out: $(cat "$work/.out")"
expect 0 'Accepted by Anna Berg' desk org audit accept --by "Anna Berg" --yes
expect 0 '1 erased, each with its signed row, and 1 held' desk org doctor

# Of each result there is one end: erasing the one alone, once more, does the same.
rm -rf org && cp -r today org && put_back yesterday org
expect 0 "^$gone was erased already" desk org erase "$gone"
[ "$(sql org "select count(*) from entry where type = 1 and payload is not null")" = "(1,)" ] || wrong "the content is still there"

# With it, what was signed is taken away, cut, put back or changed.
beside() { # WHAT TO DO, what is said
    rm -rf org && cp -r today org && put_back yesterday org
    (cd org && eval "$1")
    expect "$2" "$3" desk org list
    expect 1 "\"about\":\"(archive|ends)\",[^}]*${3#^WARNING: }" desk org doctor --json
}
beside 'rm ends.jsonl' 0 "^WARNING: ends.jsonl is not what it was on ($day), when it had 3 rows"
beside 'sed -i \$d ends.jsonl' 0 '^WARNING: ends.jsonl is not what it was on'
beside 'sed -i 2,3d ends.jsonl' 0 '^WARNING: ends.jsonl is not what it was on'
beside 'sed -i 2d ends.jsonl' 1 'ends.jsonl, line 2: a statement before it was changed or is missing'
beside 'sed -i 1s/asked/order/ ends.jsonl' 1 'ends.jsonl, line 2: a statement before it was changed'
beside 'sed -i "3s/Anna Berg/Jan Vos/" ends.jsonl' 1 'ends.jsonl is not what the organization signed'
beside 'rm archive.mark' 0 '^WARNING: archive.mark was removed'
beside 'sed -i "1s/.\"ends\":3/{\"ends\":0/" archive.mark' 0 '^WARNING: archive.mark cannot be believed'
beside 'sed -i 1d archive.mark' 0 '^WARNING: archive.mark cannot be believed'
# Neither is made forgotten by the next erasure or import.
beside 'rm ends.jsonl' 0 'ends.jsonl is not what it was'
erased org "$stays" >/dev/null 2>&1 || wrong "nothing can be erased any more"
expect 0 'ends.jsonl is not what it was' desk org import later.bundle
# The newest copy makes it good.
cp today/ends.jsonl org/ends.jsonl
expect 0 "$back" desk org list
finish
