# Functions for scripts that test the desk in the browser. Source it after organization.sh and
# expect.sh. The desk that runs is the real one; its address is told instead of shown.

# web_need PROGRAM...: ends the script as skipped where one of them is not installed
web_need() {
    local program
    for program in "$@"; do
        command -v "$program" >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
    done
}

# web_organization ORG COUNT: an organization with the results of COUNT scripted people
web_organization() {
    local org=$1 count=$2 i
    organization_new "$org" Acme >/dev/null || exit 1
    vacancy_opened "$org" "$count" >"$work/codes"
    [ "$count" -gt 0 ] || return 0
    terminal_request "$work/data" "$work/request.json"
    terminal_enrol "$org" "$work/request.json" "$work/config"
    for ((i = 1; i <= count; i++)); do
        person_sits "$work/config" "$work/data" "$work/codes" "candidate $i" $((10 + i)) order=2 || exit 1
    done
    terminal_collect "$work/config" "$work/data" "$org" "$work/all.bundle" >/dev/null
}

# web_clock: lets a script move the steady clock of the desks that it starts from now on
web_clock() {
    skip_without preload
    export CLOCK_SHIFT=$work/shift
    echo 0 >"$CLOCK_SHIFT"
    web_preload=$work/shift_clock.so
    preload_made shift_clock "$web_preload"
}

# web_start ORG [WORD...]: starts the desk; its address that opens once is in $web_open, the rest of it in
# $web_home, its process in $web_pid, what it says in $work/web.out and $work/web.err
web_start() {
    local org=$1 tries
    shift
    : >"$work/web.out"
    env ${web_preload:+LD_PRELOAD=$web_preload} XDG_RUNTIME_DIR="$work/run" \
        "$BIN/resonance" desk --org "$org" "$@" >"$work/web.out" 2>"$work/web.err" &
    web_pid=$!
    export WEB_PID=$web_pid # for time_passes of web_desk.py
    for ((tries = 0; tries < 600; tries++)); do
        web_open=$(grep -m 1 '^http' "$work/web.out") && break
        [ -d "/proc/$web_pid" ] || break
        sleep 0.1
    done
    web_home=${web_open%/open/*}
    [ -n "$web_open" ] || { echo "the desk does not start:"; cat "$work/web.out" "$work/web.err"; exit 1; }
}

# web_stop: ends it as somebody at a terminal would
web_stop() {
    kill -INT "$web_pid" 2>/dev/null
    wait "$web_pid"
}

web_pid= web_preload=
mkdir -p -m 700 "$work/run"
trap '[ -z "$web_pid" ] || kill "$web_pid" 2>/dev/null; chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT

# web_joins ORG LABEL NAME ROLE: somebody is invited, makes a key on the page of the running desk with the
# passphrase of the organization, and is signed for
web_joins() {
    local address token words
    address=$(desk "$1" person invite "$2" --name "$3" --role "$4" --at "$web_home" | grep -om 1 '/join/[0-9a-f]*')
    token=$(curl -sf "$web_home$address" | grep -om 1 'name="token" value="[0-9a-f]*"' | grep -o '[0-9a-f]\{32\}')
    words=$(curl -s -H "Origin: $web_home" "$web_home$address" --data-urlencode "token=$token" \
        --data-urlencode "passphrase=$ORGANIZATION_PASSPHRASE" --data-urlencode "again=$ORGANIZATION_PASSPHRASE" |
        tr '\n' ' ' | grep -oE 'sign for you:.*' | sed 's/<[^>]*>/ /g' | grep -oE '[a-z]+( [a-z]+){7}' | sed -n '/^sign/!p' | head -1)
    desk "$1" person accept "$2" --words "$words" >/dev/null || { echo "$2 was not signed for"; exit 1; }
}
