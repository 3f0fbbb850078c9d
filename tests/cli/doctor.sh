#!/bin/bash
# `resonance-kiosk --doctor` looks and changes nothing: no byte, name or time in the data folder, also beside a
# log that a killed terminal has left, and on a copy that can only be read; it pins no configuration. It says what
# was not collected, to people, to programs (--json) and to what watches many machines (--metrics).
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
skip_without terminal sqlite
cd "$work" || exit 1
organization_opened 4
person_sits config data codes "candidate 1" 11 order=1 || exit 1
person_sits config data codes "candidate 2" 12 order=1 || exit 1
ulimit -c 0
doctor() { "$BIN/resonance-kiosk" --doctor --config "${2:-config}" --data "$1" "${@:3}"; }
state() { (cd "$1" && find . -printf '%p %y %m %U %T@ %s\n' | sort && find . -type f -exec sha256sum {} + | sort); }
# unchanged FOLDER WHAT WORD...: the doctor ends well there, and nothing of the folder is another
unchanged() {
    state "$1" >before
    expect 0 'sealed results' doctor "$1" config "${@:3}"
    grep -qE '^ok    sealed results|"check":"sealed results","state":"ok"' "$work/.out" || wrong "$2: $(grep 'sealed results' "$work/.out")"
    state "$1" >after
    cmp -s before after || wrong "$2: the doctor changes $(diff before after | head -4)"
}

# ---- nothing is made, nothing is changed ----
expect 1 'WRONG data folder: there is no data folder nowhere yet' doctor nowhere
[ -e nowhere ] && wrong "the doctor makes a data folder"
mkdir empty
expect 1 'WRONG data folder: .*there is none' doctor empty
[ -z "$(ls -A empty)" ] || wrong "the doctor makes databases"
unchanged data "a terminal that was ended"
grep -q '^note  results to collect: 2 that the desk has not received' .out || wrong "two results wait, and the doctor says: $(grep collect .out)"
if cc -shared -fPIC -O1 -o kill.so "$SOURCE/tests/kit/kill_at_step.c" -ldl 2>/dev/null && ! nm "$BIN/resonance-story" | grep -q __asan_init; then
    printf '%s\n' 'size 1366x768 width-mm 344' 'tap "Start"' 'code candidate 3' 'tap "next"' 'tap "consent-yes"' 'person seed 3' 'answer until screen finish' >begins.story
    (LD_PRELOAD=./kill.so KILL_AT_STEP=40 exec "$BIN/resonance-story" --config config --data data --codes codes begins.story) >/dev/null 2>&1 || true
    [ -s data/drafts.db-wal ] || wrong "the terminal was killed, and left no log"
    unchanged data "a terminal that was killed"
    unchanged data "a terminal that was killed, as JSON" --json
    python3 -c 'import json; page = json.load(open(".out")); assert (page["sessions"], page["uncollected"]) == (3, 2), page' 2>.err || wrong "what stands in the log is not seen: $(cat .err)"
    cp -r data copy
    rm -f copy/*-shm
    state copy >before
    doctor copy >/dev/null 2>&1
    state copy >after
    cmp -s before after || wrong "a copy without shared memory: the doctor changes $(diff before after | head -4)"
    rm -rf copy
fi
if mkdir disk && mount -t tmpfs -o size=32m tmpfs disk 2>/dev/null; then
    trap 'umount "$work/disk"; rm -rf "$work"' EXIT
    cp -r data disk/
    mount -o remount,ro disk
    expect 1 'WRONG data folder: disk/data cannot be written' doctor disk/data
    grep -q '^ok    sealed results' .out || wrong "what can only be read is not read"
fi
state data >before
as_stranger "$BIN/resonance-kiosk" --doctor --config config --data data >/dev/null 2>&1 && wrong "a stranger may look into the data folder"
state data >after
cmp -s before after || wrong "a stranger's doctor changes the folder"

# ---- a configuration that is only tried is not pinned ----
terminal_enrol org request.json config-next || exit 1
expect 0 'ok    made for this terminal' doctor data config-next
printf '%s\n' 'size 1366x768 width-mm 344' 'expect screen attract' >stands.story
expect 0 holds "$BIN/resonance-story" --config config --data data --codes codes stands.story
expect 0 holds "$BIN/resonance-story" --config config-next --data data --codes codes stands.story
expect 1 'WRONG made for this terminal: the configuration is number [0-9]*, but number' doctor data config

# ---- for programs ----
expect 0 '"check":"clock","state":"ok"' doctor data config-next --json
python3 - .out <<'PY' 2>.err || wrong "the JSON is not what it should be: $(cat .err)"
import json, sys
page = json.load(open(sys.argv[1]))
assert page["ready"] is True and page["uncollected"] >= 2 and page["free_bytes"] > 0, page
assert len(page["organization"].split()) == 8, page
names = [line["check"] for line in page["checks"]]
assert len(set(names)) == len(names) and {"lock", "input devices", "sound", "screen", "fonts", "versions"} <= set(names), names
assert all(line["state"] in ("ok", "note") for line in page["checks"]), page
PY
echo old >figures.prom
expect 0 'ok    clock' doctor data config-next --metrics figures.prom
python3 - figures.prom <<'PY' 2>.err || wrong "the figures are not what they should be: $(cat .err)"
import re, sys
values, types = {}, set()
for line in open(sys.argv[1]):
    if line.startswith("# TYPE "):
        types.add(line.split()[2])
    elif not line.startswith("#"):
        name, value = re.fullmatch(r'(resonance_[a-z_]+(?:\{[a-z]+="[^"\\\n]*"\})?) (-?[0-9]+)\n', line).groups()
        assert name.split("{")[0] in types and name not in values, line
        values[name] = int(value)
assert values["resonance_ready"] == 1 and values["resonance_uncollected_results"] >= 2, values
assert values['resonance_check{check="clock"}'] == 1, values
PY
[ "$(stat -c %a figures.prom)" = 644 ] || wrong "the one who watches cannot read the figures"
expect 1 'WRONG' doctor nowhere config-next --metrics figures.prom
grep -qx 'resonance_ready 0' figures.prom || wrong "what is wrong is not told in figures"
ln -s figures.prom link
refuse 1 'a link stands there' doctor data config-next --metrics link
refuse 2 'metrics needs the name of a file' doctor data config-next --metrics -
nothing_beside figures.prom

# ---- what was collected is no longer waited for ----
terminal_collect config-next data org home.bundle >/dev/null || exit 1
terminal_enrol org request.json config-last || exit 1
expect 0 holds "$BIN/resonance-story" --config config-last --data data --codes codes stands.story
expect 0 '^ok    results to collect: none' doctor data config-last
finish
