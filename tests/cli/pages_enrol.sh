#!/bin/bash
# Terminals get their signed configuration from a stick, on a page of the desk: new ones by the words that stand
# there, known ones without, each with a PIN where one is typed; and never what was changed after it was shown.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal
if [ -z "${ENROL_INSIDE:-}" ]; then
    unshare -rm true 2>/dev/null || { echo "skipped: no mount of one's own here"; exit 77; }
    ENROL_INSIDE=1 unshare -rm bash "$0"
    exit
fi
mount -t tmpfs none /mnt && mkdir -p /mnt/stick/resonance/requests || { echo "skipped: no mount of one's own here"; exit 77; }
cd "$work" || exit 1
organization_new org Acme >/dev/null || wrong "no organization"
. "$SOURCE/tests/kit/desk_asked.sh"
desk_asked_begin org
right=passphrase=${ORGANIZATION_PASSPHRASE// /%20} requests=/mnt/stick/resonance/requests made=/mnt/stick/resonance/configurations
blanks() { echo "${1// /%20}"; }
configurations() { find $made -name manifest.json 2>/dev/null | wc -l; }

# A folder without a request is named, whatever is sent.
answers 200 GET /terminals none.html
has none.html "Nothing of this stick is used."
answers 422 POST /terminals none.html token=x digest=0 "$right"
has none.html "holds no file that ends in .request or .json"

# A new one: its words, who will read, and what is new stand there; nothing is signed by looking.
terminal_request lobby $requests/lobby.request Lobby
mv $requests/lobby.request.* .
words=$(cat lobby.request.words)
answers 200 GET /terminals new.html
for said_there in "$words" "which is new" "What is answered there will open for: recruiter (recruiter), recovery (recovery)"; do has new.html "$said_there"; done
has new.html "The same words stand there: sign for it"
[ "$(configurations)" = 0 ] || wrong "looking makes a configuration"
digest=$(seen new.html)
answers 422 POST /terminals wrong.html token=x "digest=$digest" "same=$(blanks "$words")" passphrase=wrong
has wrong.html "That passphrase does not sign; type it again."
answers 422 POST /terminals wrong.html token=x "digest=$digest" "same=$(blanks "$words")" pin=123456 again=123456 "$right"
has wrong.html "A PIN has 6 to 12 digits, not all the same and not one after the other."
answers 422 POST /terminals wrong.html token=x "digest=$digest" "same=$(blanks "$words")" pin=402917 again=402971 "$right"
has wrong.html "The two PINs differ; type both again."
answers 422 POST /terminals wrong.html token=x "digest=$digest" "$right"
has wrong.html "Compare the eight words of each new terminal, and say so here."
answers 422 POST /terminals wrong.html token=x "digest=$digest" "same=$(blanks "$words" | sed 's/^[a-z]*/zebra/')" "$right"
[ "$(configurations)" = 0 ] || wrong "it was signed with other words"

# What changes after it was shown is not signed: another request on the stick, a vacancy that was opened meanwhile.
cp $requests/lobby.request whole
request_made $requests/lobby.request
answers 422 POST /terminals changed.html token=x "digest=$digest" "same=$(blanks "$words")" "$right"
has changed.html "Nothing was signed for this time."
mv whole $requests/lobby.request
rm -f $requests/*.words
vacancy_opened org 1 >codes
answers 422 POST /terminals changed.html token=x "digest=$digest" "same=$(blanks "$words")" "$right"
has changed.html "is not what was shown"
has changed.html "the vacancy deck, Deck officer"
[ "$(configurations)" = 0 ] || wrong "it was signed although something is new"

# Signed: the terminal takes it and somebody sits there; its PIN is the one that was typed; the log says so.
answers 200 POST /terminals signed.html token=x "digest=$(seen changed.html)" "same=$(blanks "$words")" pin=402917 again=402917 "$right"
has signed.html "The signed configurations lie on the stick"
has signed.html "$(desk org key words signing | grep -oE '[a-z]+( [a-z]+){7}' | head -1)"
has signed.html "Its configuration lies on the stick: take it there"
cp -r $made/* config
mv $made away
answers 200 GET /terminals taken.html
has taken.html "Nothing new since its last configuration"
lacks taken.html "lies on the stick: take it there"
mv away $made
grep -q '"staff_pin"' config/terminal.json || wrong "the terminal has no PIN"
grep -rq 402917 org config out && wrong "the PIN itself lies somewhere"
terminal_told lobby "$(desk org key words signing)"
person_sits config lobby codes "candidate 1" 11 order=2 || wrong "nobody sits there"
"$BIN/resonance-kiosk" --export /mnt/stick/lobby.bundle --config config --data lobby >/dev/null || wrong "no bundle"
desk org audit log >log.txt
grep -q 'enrolled *Lobby' log.txt || wrong "the log does not say it: $(tail -3 log.txt)"

# One press brings in whatever lies there, and whoever came is one press away.
answers 200 POST /import brought.html token=x all=yes
has brought.html "All of it is here."
[ "$(grep -oc '<a href="/people/[0-9A-Z-]*"' out/brought.html)" -ge 1 ] || wrong "whoever came is not there to be read"
rm /mnt/stick/lobby.bundle
answers 200 POST /import again.html token=x all=yes
has again.html "No bundle of a terminal lies on a stick here."

# Known ones want no words; of two new ones each wants its own tick; one that comes with another key is refused.
answers 200 GET /terminals known.html
has known.html "which is known with these words"
has known.html "Sign their configurations"
for name in Pier Yard; do
    terminal_request ${name,} $requests/${name,}.request $name
    mv $requests/${name,}.request.words ${name,}.words
    rm $requests/${name,}.request.data
done
answers 200 GET /terminals two.html
digest=$(seen two.html)
answers 422 POST /terminals one.html token=x "digest=$digest" "same=$(blanks "$(cat pier.words)")" "$right"
has one.html "Compare the eight words of each new terminal, and say so here."
answers 200 POST /terminals both.html token=x "digest=$digest" "same=$(blanks "$(cat pier.words)")" "same=$(blanks "$(cat yard.words)")" "$right"
[ "$(configurations)" = 3 ] || wrong "there are $(configurations) configurations"
[ "$(desk org terminal list --json | jq -r '.terminals[] | .label' | sort | paste -sd' ')" = "Lobby Pier Yard" ] || wrong "not all three are signed for"
grep -q '"staff_pin"' $made/*/terminal.json || wrong "the PIN of before is gone"
sed 's/"device_key":"..../"device_key":"0000/' $requests/lobby.request >other && mv other $requests/lobby.request
answers 200 GET /terminals forged.html
has forged.html "came here before with another key"
has forged.html "Nothing of this stick is used."
lacks forged.html "Sign their configurations"

# Two sticks: the second waits.
mkdir -p /mnt/other/resonance/requests
rm $requests/lobby.request
mv $requests/pier.request /mnt/other/resonance/requests/
answers 200 GET /terminals sticks.html
has sticks.html "Another stick holds requests, too"

# More new ones than a page can compare are not shown; and a link on a stick leads nowhere else.
rm -r /mnt/other $requests/*
for ((number = 10; number < 35; number++)); do request_made $requests/$number.request 00112233445566778899aabbccddee$number; done
answers 200 GET /terminals many.html
has many.html "More than 24 new terminals have a request on this stick."
lacks many.html "The same words stand there: sign for it"
mv $requests elsewhere && ln -s "$work/elsewhere" $requests
answers 200 GET /terminals link.html
has link.html "No stick with the request of a terminal is here."

# A stick that is full signs for nothing, and says so; with room on it the same press is done.
rm $requests
mkdir /mnt/full && mount -t tmpfs -o size=64k none /mnt/full && mkdir -p /mnt/full/resonance/requests || wrong "no small stick"
terminal_request quay /mnt/full/resonance/requests/quay.request Quay
mv /mnt/full/resonance/requests/quay.request.* .
cp org/roll.jsonl roll.before
answers 200 GET /terminals full.html
filled=(POST /terminals full.html token=x "same=$(blanks "$(cat quay.request.words)")" "$right")
answers 422 "${filled[@]}" "digest=$(seen full.html)"
has full.html "the disk is full; free some space and repeat."
has full.html "Nothing was signed for this time."
same org/roll.jsonl roll.before
[ -z "$(ls -A /mnt/full/resonance/configurations 2>/dev/null)" ] || wrong "something half written lies on the stick"
answers 200 GET /terminals none.txt form=txt
lacks none.txt "Quay Since"
mount -o remount,size=20m /mnt/full
answers 200 "${filled[@]}" "digest=$(seen full.html)"
has full.html "The signed configurations lie on the stick"
[ "$(find /mnt/full/resonance/configurations -name manifest.json | wc -l)" = 1 ] || wrong "no configuration lies there"

# A folder that does not give way when the desk has signed already: that is said, and the form is there to sign once more.
held=$(echo /mnt/full/resonance/configurations/*)
cp -r "$held" kept
mount -t tmpfs none "$held" && cp kept/manifest.json "$held" || wrong "nothing holds its place"
answers 200 GET /terminals half.html
answers 422 POST /terminals half.html token=x "digest=$(seen half.html)" "$right"
has half.html "The desk has signed, but not all configurations lie on the stick."
has half.html "Sign their configurations"
umount "$held"
answers 200 POST /terminals half.html token=x "digest=$(seen half.html)" "$right"
has half.html "The signed configurations lie on the stick"
desk_asked_end
finish
