#!/bin/bash
# An organization is founded in the browser: only where there is none, on the desk's own machine, by whoever started
# it; what is wrong is said beside its field and makes nothing; a second window founds no second one.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/wait.sh"
. "$SOURCE/tests/kit/web_desk.sh"
web_need python3 openssl
cd "$work" || exit 1
shipped=$SOURCE/questionnaires/strategy-fit

# Not where something else stands, and not for other machines.
mkdir full && touch full/notes
refuse 1 'full is not the folder of an organization' "$BIN/resonance" desk --org full --no-browser
refuse 1 'house is not the folder of an organization' "$BIN/resonance" desk --org house --listen 127.0.0.1:8443 --name localhost --self-made
refuse 1 'there is no folder nowhere' "$BIN/resonance" desk --org acme --assessment nowhere --no-browser
mkdir -p home/resonance && touch home/resonance/notes
HOME=$work/home refuse 1 'there is no folder of an organization here or above' "$BIN/resonance" desk --no-browser
[ -e house ] && wrong "a refused desk has made a folder"
ln -s nowhere dangling
refuse 1 'dangling is a link that leads to nothing' "$BIN/resonance" desk --org dangling --no-browser
refuse 1 'the folder around it is not there' "$BIN/resonance" desk --org nowhere/acme --no-browser

# What comes into the folder while somebody types their passphrase stays, and nothing is founded over it: neither over
# notes nor over what a second founder has made meanwhile.
mkfifo typed && mkdir late
exec 8<>typed
"$BIN/resonance" init late --name Late --contact hr@late.example --assessment "$shipped" --cost low --recovery-out late.txt --passphrase-fd 9 9<typed >said 2>&1 &
late=$!
is_asked() { grep -q '^0 0x9 ' /proc/$late/syscall; }
wait_for "who asks for the passphrase" is_asked
echo precious >late/notes
echo "$ORGANIZATION_PASSPHRASE" >&8
wait $late && wrong "it is founded over what came meanwhile"
[ "$(cat late/notes)" = precious ] && [ "$(ls -A late)" = notes ] && ! ls -d late.*.new 2>/dev/null || wrong "what came meanwhile does not stay: $(ls -A late)"
grep -q 'something stands at late now' said || wrong "it is not said why: $(cat said)"
exec 8>&-

web_start acme --no-browser --assessment "$shipped"
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
python3 -B "$SOURCE/tests/web/founding.py" "$web_open" acme || wrong "founding goes another way"
# It ends before anybody has printed the sheet: what is open then is known, and ends when somebody says so.
kill -9 "$web_pid"
wait "$web_pid" 2>/dev/null
expect 0 'nobody has said that the recovery sheet was printed' desk acme doctor
web_start acme --no-browser
python3 -B "$SOURCE/tests/web/founding.py" "$web_open" acme held || wrong "the sheet is not asked for"
web_stop || wrong "the desk does not end well"
expect 0 'anna +holds the sheet +recovery' desk acme audit log
expect 0 '' desk acme doctor
grep -q "recovery sheet" .out && wrong "the doctor asks for a sheet that is held"
[ "$(stat -c %a acme/organization.json acme/keys/anna.key | paste -sd' ')" = "600 600" ] || wrong "others can read what was made"
expect 0 'Anna Berg' desk acme person list
expect 0 'each follows the one before' desk acme audit log

# Whom an address of this machine is of use to stands beside it.
expect 0 'It opens on this machine only' desk acme person invite ben --name "Ben Okafor" --role interviewer --at http://127.0.0.1:1
desk acme person invite cleo --name "Cleo Marsh" --role interviewer --at https://hr.acme.example >invited.txt || wrong "nobody is invited"
grep -q "this machine only" invited.txt && wrong "an address for all is called one of this machine"

# Once it is there, the same start asks for the passphrase, wherever the window comes from.
web_start acme --no-browser
python3 -B "$SOURCE/tests/web/founding.py" "$web_open" acme again || wrong "it can be founded again"
web_stop || wrong "the desk does not end well"
finish
