#!/usr/bin/env bash
# The desk in the browser with many people in it, beside a bare page of libmicrohttpd of the same size, asked by
# the same client in the same run: the list, the page of a person, 24 people at once, the start up to the first
# byte; and what front and agent hold in memory. Compared is the time that processors have worked, which nothing
# else on the machine changes. To reach: 10 ms for the list and 50 ms for a person, of 10,000. Ten times the bare page
# is not reached: over a connection that stays open a bare one takes 0.01 ms, a list is made in 1.0, a person in 3.9;
# among 15 at once a list takes 2.3, since each writes a row of the log that the others then read.
# COUNT=10000 for more (BIN and SOURCE in the environment: release build). It prints, it never fails.
set -eu
: "${BIN:?folder of the release programs}" "${SOURCE:?folder of the repository}"
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/web_desk.sh"
count=${COUNT:-1000} people=${PEOPLE:-24}
recruiters=$((people < 15 ? people : 15)) # a set holds 16 keys, one is the recovery sheet's; the others interview
export PYTHONPATH=$SOURCE/tests/kit ORGANIZATION_PASSPHRASE
cd "$work"

organization_new org Bench >/dev/null
"$BIN/bench_sealed_copies" request key request
for ((i = 1; i < recruiters; i++)); do desk org key new --label "p$i" >/dev/null; done
web_start org --no-browser
for ((i = recruiters; i < people; i++)); do web_joins org "p$i" "Asks $i" interviewer; done
web_stop
desk org vacancy new deck --title "Deck officer" >/dev/null
terminal_enrol org request config
"$BIN/bench_sealed_copies" seal-each key config "$count" bundle >/dev/null
desk org import bundle >/dev/null
desk org list --json --key recruiter | grep -o '"handle":"[^"]*"' | cut -d'"' -f4 | shuf -n 100 --random-source=<(yes) | sed 's#^#/people/#' >persons

# began: milliseconds from the start of the desk to the first byte of its first answer; the best of five
began() {
    local i from
    for i in 1 2 3 4 5; do
        from=$(date +%s%N)
        web_start org --no-browser
        curl -s -o first -w '%{http_code}\n' "$web_open" >/dev/null
        echo $((($(date +%s%N) - from) / 1000))
        web_stop
    done | sort -n | awk 'NR == 1 { printf "%.1f", $1 / 1000 }'
}
first=$(began)

web_start org --no-browser
python3 -B - "$web_open" "$BIN/resonance" "$people" "$recruiters" >cookies <<'PYTHON'
import os, subprocess, sys, time
from web_desk import Desk
address, program, people = sys.argv[1], sys.argv[2], int(sys.argv[3])

def answered(desk, got):
    """The answer itself, however long the desk is at work on it."""
    while (place := (got.header("Location") + got.header("Refresh").rpartition("url=")[2])).startswith("/wait/"):
        time.sleep(0.2)
        got = desk.get(place)
    return got

for number in range(people):
    if number:
        told = subprocess.run([program, "desk", "--org", "org", "--no-browser"], capture_output=True, text=True,
                              env={**os.environ, "XDG_RUNTIME_DIR": os.getcwd() + "/run"}, check=True).stdout
        address = told.split("\n")[1]
    desk = Desk(address.split("/open/")[0])
    desk.open(address)
    answered(desk, desk.unlock(os.environ["ORGANIZATION_PASSPHRASE"], f"p{number}" if number else "recruiter"))
    answered(desk, desk.get("/people" if number < int(sys.argv[4]) else "/"))  # the list is read when it is first asked for
    print(desk.cookie)
PYTHON
port=${web_home##*:}
mapfile -t cookies <cookies

row() { awk -v what="$1" -v got="$2" -v used="$3" -v bare="$4" 'BEGIN { split(got, a)
    printf "%-28s %8.2f ms of a processor, bare %6.3f: %5.1f times; %7d bytes, median %.1f ms, p99 %.1f\n", what,
        used / a[4], bare / a[4], used / bare, a[3], a[1], a[2] }'; }
# used PID...: milliseconds that a processor has worked for these and the processes that they have started
used() {
    local one
    for one in "$@"; do cat "/proc/$one/task"/*/schedstat; used_by "$one"; done | awk '{ sum += $1 } END { printf "%.3f", sum / 1e6 }'
}
used_by() { local one; for one in $(cat "/proc/$1/task"/*/children); do cat "/proc/$one/task"/*/schedstat; done; }
# beside NAME TIMES ROUTES COOKIE...: these pages, and then a bare one of the size of the last
beside() {
    local name=$1 times=$2 routes=$3 got before after bare_port bare_before
    shift 3
    before=$(used "$web_pid")
    got=$("$BIN/bench_pages" ask "$port" "$times" "$@" <"$routes")
    after=$(used "$web_pid")
    coproc server { exec "$BIN/bench_pages" serve "$(cut -d' ' -f3 <<<"$got")"; }
    read -r bare_port <&"${server[0]}"
    bare_before=$(used "$server_PID")
    "$BIN/bench_pages" ask "$bare_port" "$times" "$@" <"$routes" >/dev/null
    row "$name" "$got" "$(awk "BEGIN { print $after - $before }")" "$(awk "BEGIN { print $(used "$server_PID") - $bare_before }")"
    kill "$server_PID" && wait "$server_PID" 2>/dev/null || true
}
# memory PID: what is resident of a process, and what is its own, in MiB
memory() { awk '/^Rss:/ { rss = $2 } /^Private_(Clean|Dirty):/ { own += $2 } END { printf "%.1f MiB resident, %.1f of it its own", rss / 1024, own / 1024 }' "/proc/$1/smaps_rollup"; }

echo "$count people in the archive, $(nproc) processors"
echo "start to first byte: $first ms (to reach: 150)"
echo /people >list
beside "list, one person" 200 list "${cookies[0]}"
beside "page of a person" 200 persons "${cookies[0]}"
beside "list, $recruiters people at once" 20 list "${cookies[@]:0:recruiters}"
echo / >today
beside "Today, $people people at once" 20 today "${cookies[@]}"
echo /retention >kept
beside "how long all are kept" 20 kept "${cookies[0]}"
echo /doctor >doctor
beside "doctor, who checks all" 5 doctor "${cookies[0]}"
echo "front: $(memory "$web_pid") (to reach: 16)"
agent=$(cut -d' ' -f1 "/proc/$web_pid/task/$web_pid/children")
echo "agent of the first: $(memory "$agent") (to reach: 32)"
web_stop
web_pid= # it has ended
