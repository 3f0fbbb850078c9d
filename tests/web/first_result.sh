#!/bin/bash
# A new HR person, with an empty machine and the browser alone: an organization is founded, a vacancy opened, cards
# printed, a terminal signed for, and the first result read, with at most ten actions beyond typing. An action is a
# command, a press or a printing; IT carries the stick, and the candidate sits at the real terminal.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
. "$SOURCE/tests/kit/wait.sh"
web_need chromium chromedriver weasyprint pdftotext
python=/usr/bin/python3 # the one that Debian's packages are for
"$python" -c 'import selenium' 2>/dev/null || { echo "skipped: python3-selenium is not installed"; exit 77; }
skip_without terminal
if [ -z "${FIRST_RESULT_INSIDE:-}" ]; then
    unshare -rm true 2>/dev/null || { echo "skipped: no mount of one's own here"; exit 77; }
    FIRST_RESULT_INSIDE=1 unshare -rm bash "$0"
    exit
fi
mount -t tmpfs none /mnt && mkdir -p /mnt/stick/resonance/requests || { echo "skipped: no mount of one's own here"; exit 77; }
cd "$work" || exit 1

# IT has set the terminal up and wrote its request to the stick.
terminal_request data "$work/lobby.request" Lobby
cp lobby.request /mnt/stick/resonance/requests/

# What IT and the candidate do between the presses: the steps of the walk ask for it by name.
cat >between <<'SCRIPT'
#!/bin/bash
set -u
. "$SOURCE/tests/kit/organization.sh"
cd "$work" || exit 1
case $1 in
sits) # CARDS.pdf WORDS: the terminal takes its configuration, the candidate sits with the printed card
    pdftotext "$2" - | sed -nE 's/.* · card ([0-9]+)$/\1/p; s/^([0-9A-Z]{5}-[0-9A-Z]{5})$/\1/p' | paste -d' ' - - | sed 's/^/candidate /' >codes
    cp -r /mnt/stick/resonance/configurations/* config
    terminal_told data "$3"
    person_sits config data codes "candidate 1" 11 order=2 || exit 1
    "$BIN/resonance-kiosk" --export /mnt/stick/lobby.bundle --config config --data data
    ;;
esac
SCRIPT
cat >browser <<SCRIPT
#!/bin/sh
printf '%s\n' "\$1" >"$work/shown.new" && mv "$work/shown.new" "$work/shown"
SCRIPT
chmod +x browser between

# The first action: the desk is started where no organization is yet.
XDG_RUNTIME_DIR=$work/run BROWSER=$work/browser "$BIN/resonance" desk --org northwind \
    --assessment "$SOURCE/questionnaires/strategy-fit" >web.out 2>web.err &
web_pid=$!
wait_for "a browser is started" test -s shown || { cat web.out web.err; exit 1; }
export PYTHONPATH=$SOURCE/tests/kit work ORGANIZATION_PASSPHRASE
"$python" -B "$SOURCE/tests/web/first_result.py" "$(cat shown)" "$(cat lobby.request.words)" >walked
got=$?
cat walked
[ $got = 0 ] || wrong "the walk does not come to its end"
[ "$(sed -n 's/^actions: //p' walked)" -le 10 ] || wrong "it takes more than ten actions"

# The guide with pictures names what was pressed, word for word and in this order, and nothing else; its pictures are there, and small.
guide=$SOURCE/deploy/guide/first.html
sed -n 's/^pressed: //p' walked | grep -vE '^[0-9A-Z]+-[0-9A-Z]+$|^Go back$|^Then: enrol the terminals$' >pressed
tr '\n' ' ' <"$guide" | grep -oE '<b>[^<]+</b>' | sed 's/<[^>]*>//g' | grep -vE '^bold$|^Go back$|^Then: enrol the terminals$' | cmp - pressed ||
    wrong "the guide names other buttons than those that were pressed: $(cat pressed)"
for picture in $(grep -oE 'first/[a-z]+\.png' "$guide"); do
    file -b "$SOURCE/deploy/guide/$picture" | grep -q '^PNG image' || wrong "the guide has no picture $picture"
done
[ "$(cat "$SOURCE"/deploy/guide/first/*.png | wc -c)" -le 307200 ] || wrong "the pictures of the guide take more than 300 KiB"

# What was made is whole, and is that of whoever founded it.
desk northwind person list >people.txt
grep -q 'Anna Berg' people.txt || wrong "the owner has no name: $(cat people.txt)"
desk northwind audit log >log.txt || wrong "the log is not whole"
grep -q '^.*anna.*opened vacancy' log.txt || wrong "the log does not say who opened the vacancy: $(cat log.txt)"
grep -q '"keep_days":180' northwind/vacancies/*.json || wrong "nothing says how long results are kept"
desk northwind doctor >doctor.txt 2>&1
grep -E '^ *wrong ' doctor.txt && wrong "something is wrong at the end"
"$BIN/resonance" key sheet sheet.txt --org northwind >tried.txt 2>&1 || wrong "the printed sheet opens nothing: $(cat tried.txt)"
LC_ALL=C grep -rlaF "$(grep -m1 -oE '([A-Z0-9]{4}-){5,}[A-Z0-9]{2,4}' sheet.txt | head -c 19)" northwind && wrong "the recovery key lies in the folder"
web_stop || wrong "the desk does not end well"
finish
