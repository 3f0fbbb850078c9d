#!/usr/bin/env bash
# Somebody has the signing key that the organization replaced, and the folder of that day. They use it before anybody
# knows the next key, after it, with a stick of yesterday, with a fork of the chain, between two changes, and file by file
# in the folder of now. What they do ends with the next key; nothing of it goes on unseen, and nobody else loses anything.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
old=$ORGANIZATION_PASSPHRASE next="another six words for this key" third="a third set of six words" stolen="the words of a thief here"
# opened PASSPHRASE ORG WORD...: what needs the signing key of ORG
opened() { "$BIN/resonance" "${@:3}" --org "$2" --passphrase-fd 9 9<<<"$1"; }
changes() { printf '%s\n%s\n' "$2" "$3" | "$BIN/resonance" key rotate signing --org "$1" --passphrase-fd 0; }
# enrols PASSPHRASE ORG CONFIG: the terminal's next configuration
enrols() { opened "$1" "$2" enrol request.json --out "$3" --words "$(cat request.json.words)"; }
words_of() { desk "$1" key words signing; }
number_of() { grep -o '"sequence":[0-9]*' "$1/manifest.json" | grep -o '[0-9]*$'; }
doctor() { (ulimit -c 0; "$BIN/resonance-kiosk" --doctor --width-mm 400 "$@"); }
told() { "$BIN/resonance-kiosk" --request asked --label Lobby --config "$1" --data "$2" --organization-words "$3"; }
made_for='^ok .*made for this terminal'
# is_ours CONFIG DATA: the doctor says that the terminal would take it
is_ours() { doctor --config "$1" --data "$2" | grep -q "$made_for"; }
organization_opened 6
person_sits config data codes "candidate 1" 21 || exit 1
terminal_collect config data org first.bundle >/dev/null
cp -r org thief
cp -r data data-asleep # a terminal that nobody switches on for a year
person_sits config data-asleep codes "candidate 2" 22 || exit 1
before=$(words_of org)

# ---- before anybody knows the next key: the thief's configurations have the highest number, and one is in use ----
printf "%s\n%s\n" "$old" "the six words of a helper key" | "$BIN/resonance" key new --label helper --org thief --passphrase-fd 0 >said 2>&1 || wrong "the thief cannot make a key: this shows nothing: $(cat said)"
for n in 1 2 3 4 5 6 7; do enrols "$old" thief "stolen-$n" >said 2>&1 || wrong "the thief cannot sign: this shows nothing: $(cat said)"; done
cp -r data data-caught
terminal_begins stolen-7 data-caught >said
is_ours stolen-7 data-caught || wrong "the thief's configuration is not in use: this shows nothing"
expect 0 . changes org "$old" "$next"
after=$(words_of org)
enrols "$next" org config-next >/dev/null || wrong "not enrolled"
[ "$(number_of stolen-7)" -gt "$(number_of config-next)" ] || wrong "the thief's number is not higher: this shows nothing"
refuse 1 'not the words of the organization' told stolen-7 data-caught "$after"
expect 0 . told config-next data-caught "$after"
person_sits config-next data-caught codes "candidate 3" 23 || wrong "a number of the key before keeps the next key's configuration out"
expect 1 'a signing key that the organization has replaced' doctor --config stolen-7 --data data-caught

# ---- the power goes while the next key is kept: it is kept, or all is as before ----
for step in 1 2 3 4; do
    rm -rf data-cut && cp -r data data-cut
    python3 - data-cut/ledger.db "$step" <<'CUT'
import sqlite3, sys
ledger = sqlite3.connect(sys.argv[1])
ledger.execute("CREATE TABLE counted (n INTEGER)")
for event in ("INSERT", "UPDATE"):
    ledger.execute(f"CREATE TRIGGER cut_{event} BEFORE {event} ON identity WHEN (SELECT count(*) FROM counted) >= {int(sys.argv[2]) - 1} BEGIN SELECT RAISE(ABORT, 'cut'); END")
    ledger.execute(f"CREATE TRIGGER count_{event} AFTER {event} ON identity BEGIN INSERT INTO counted VALUES (1); END")
ledger.commit()
CUT
    told config-next data-cut "$after" >/dev/null 2>&1
    python3 -c 'import sqlite3, sys
ledger = sqlite3.connect(sys.argv[1])
for name, in ledger.execute("SELECT name FROM sqlite_schema WHERE type = \"trigger\"").fetchall(): ledger.execute(f"DROP TRIGGER {name}")
ledger.execute("DROP TABLE counted")
ledger.commit()' data-cut/ledger.db
    is_ours config data-cut || is_ours config-next data-cut || wrong "cut off at step $step nothing is taken any more"
    expect 0 . told config-next data-cut "$after"
    is_ours config-next data-cut || wrong "after a cut at step $step the next key is not taken"
done

# ---- two changes: whoever missed one, both or none, and the sticks in between ----
expect 0 . changes org "$next" "$third"
last=$(words_of org)
enrols "$third" org config-third >/dev/null || wrong "not enrolled"
# The one that was caught knows the second key, the one that sleeps the first.
expect 0 . told config-third data-caught "$last"
person_sits config-third data-caught codes "candidate 4" 24 || wrong "from the second key to the third: nobody can sit"
refuse 1 'not the words of the organization' told config-third data-asleep "$after"
expect 1 "in the place of \"$before\"" doctor --config config-third --data data-asleep
expect 0 . told config-third data-asleep "$last"
person_sits config-third data-asleep codes "candidate 5" 25 || wrong "from the first key to the third: nobody can sit"
for data in data-caught data-asleep; do
    for stick in config stolen-7 config-next; do
        expect 1 'a signing key that the organization has replaced' doctor --config $stick --data $data
        is_ours $stick $data && wrong "$stick is taken by $data"
    done
done
# What was answered meanwhile comes home, whoever signed the configuration of that day. Two disks of one terminal are told.
terminal_collect config-third data-asleep org asleep.bundle >said || wrong "what was answered before the long sleep does not come home: $(cat said)"
grep -q ' 2 new results' said || wrong "what came is another number: $(cat said)"

# ---- a fork of the chain: the thief names a next key as well, and builds on it ----
expect 0 . changes thief "$old" "$stolen"
for n in 8 9; do enrols "$stolen" thief "stolen-$n" >/dev/null 2>&1 || wrong "the thief cannot sign: this shows nothing"; done
for data in data-caught data-asleep; do expect 1 'signed by another organization' doctor --config stolen-9 --data $data; done
# Statements of both branches in one file, and each order of the real ones: not what was signed, or no chain.
real=$(cat config-third/successions.jsonl) theirs=$(cat stolen-9/successions.jsonl)
[ "$(wc -l <<<"$real")" = 2 ] && [ "$(wc -l <<<"$theirs")" = 1 ] || wrong "the statements are others than they should be"
# forged NAME LINE...: the last configuration with these statements, under the manifest of the organization
forged() {
    rm -rf "$1" && cp -r config-third "$1" && printf '%s\n' "${@:2}" >"$1/successions.jsonl"
    expect 1 'is not the file that was signed' doctor --config "$1" --data data
}
forged only-second "$(sed -n 2p <<<"$real")"
forged turned "$(sed -n 2p <<<"$real")" "$(sed -n 1p <<<"$real")"
forged both-branches "$(sed -n 1p <<<"$real")" "$theirs"
forged twice "$(sed -n 1p <<<"$real")" "$(sed -n 1p <<<"$real")" "$(sed -n 2p <<<"$real")"
# The same, signed by somebody with a key of their own, which no statement names.
if command -v minisign >/dev/null; then
    for name in only-second turned both-branches twice; do
        config_sign_anew $name forger
        expect 1 'signed by another organization|the change of the signing key|named again|missing, or they stand' doctor --config $name --data data
        is_ours $name data && wrong "$name is taken"
    done
fi

# ---- file by file: what the thief did on their copy, in the place of ours ----
opened "$stolen" thief retention set deck --days 30 >/dev/null 2>&1 || wrong "the thief cannot set anything: this shows nothing"
tried=0
cp -r org ours
enrols "$third" ours config-ours >/dev/null || wrong "not enrolled"
readers() { grep -o 'age1[0-9a-z]*' "$1/keyset.json" | sort; }
readers config-ours >readers-ours
while IFS= read -r file; do
    cmp -s "thief/$file" "org/$file" && continue
    rm -rf copy config-copy && cp -r org copy && mkdir -p "copy/$(dirname "$file")" && cp "thief/$file" "copy/$file"
    tried=$((tried + 1))
    # The next configuration is refused, or it opens for the same keys and is signed by ours.
    if enrols "$third" copy config-copy >said 2>&1; then
        readers config-copy | cmp -s - readers-ours || wrong "with the thief's $file others read: $(cat said)"
        cmp -s config-copy/organization.pub config-ours/organization.pub || wrong "with the thief's $file another key signs"
        cmp -s config-copy/successions.jsonl config-ours/successions.jsonl || wrong "with the thief's $file the changes of the key are others"
    else
        [ "$(grep -c . said)" -gt 0 ] || wrong "with the thief's $file it fails without a word"
    fi
done < <(cd thief && find . -type f | sort)
[ $tried -ge 8 ] || wrong "only $tried files of the thief's differ: this shows little"
# All but the keys, and all but the roll: not taken.
for kept in keys roll.jsonl; do
    rm -rf copy && cp -r thief copy && rm -rf "copy/$kept" && cp -r "org/$kept" "copy/$kept"
    desk copy list >said 2>&1 && wrong "the thief's folder with our $kept is taken: $(head -3 said)"
done
tally $refusals signed by a key that gave way
finish
