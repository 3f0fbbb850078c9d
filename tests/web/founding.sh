#!/bin/bash
# An organization is founded in the browser: only where there is none, on the desk's own machine, by whoever started
# it; what is wrong is said beside its field and makes nothing; a second window founds no second one.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
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

web_start acme --no-browser --assessment "$shipped"
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
python3 -B "$SOURCE/tests/web/founding.py" "$web_open" acme || wrong "founding goes another way"
web_stop || wrong "the desk does not end well"
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
