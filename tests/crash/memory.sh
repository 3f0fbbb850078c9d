#!/usr/bin/env bash
# When a person has gone and all is wiped, the memory of all processes of the terminal is searched for what
# was typed and for the code. The key that signs and the secret of the device are there all the time: in
# guarded memory of the process that keeps the ledger only, and nowhere in the one that shows the screens,
# whose answers that process never has. Needs the rights of root: nobody else may read it.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/sealed.sh"
[ "$(id -u)" = 0 ] || {
    echo "skipped: only root may read the memory of the terminal"
    exit 77
}
skip_sanitized "the sanitizer keeps terabytes of its own in memory; the release build is searched"
. "$SOURCE/tests/kit/siege.sh"
trap 'screen_close; rm -rf "$work"' EXIT
siege_open 2
data=$work/data config=$work/config
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
code_of() { sed -n "s/^candidate $1 //p" "$work/codes"; }
words=() beginnings=()
for i in "${!OWN_WORDS[@]}"; do
    words+=("$(planted_word)")
    beginnings+=("${words[i]:0:8}")
done
planted_patterns "${beginnings[@]}" $(cut -d" " -f3 "$work/codes") $(cut -d" " -f3 "$work/codes" | tr -d -) >"$work/patterns"
planted_control "$work/patterns"
for number in 1 2; do person_until_words "$config" "$data" "$work/codes" $number; done
person_told "$config" "$data" "$work/codes" 1 >"$work/told"
# The other way out: really leave, and erase.
cp -r "$data" "$work/copy"
printf '%s\n' 'tap "Start"' 'code candidate 2' 'tap "next"' 'tap "break"' tell 'tap "erase"' tell |
    story_told "$config" "$work/copy" "$work/codes" | sed 's/^\(screen [a-z]*\) .*/\1 -/' >>"$work/told"

# memory_hits [PID]: one line "REGION COUNT" for each region of memory that holds any pattern, of the
# process PID (the one with the screens)
memory_hits() {
    local range rights rest from to pid=${1:-$terminal_pid}
    rm -rf "$work/memory"
    mkdir "$work/memory"
    while read -r range rights rest; do
        from=$((16#${range%-*})) to=$((16#${range#*-}))
        case "$rights $rest" in r*\[vvar\]* | r*\[vsyscall\]*) continue ;; r*) ;; *) continue ;; esac
        dd if="/proc/$pid/mem" of="$work/memory/$range" iflag=skip_bytes,count_bytes skip=$from count=$((to - from)) bs=1M status=none 2>/dev/null || true
    done <"/proc/$pid/maps"
    [ "$(du -s "$work/memory" | cut -f1)" -gt 3000 ] || {
        echo "the memory cannot be read" >&2
        return 1
    }
    planted_search "$work/patterns" "$work/memory" | while read -r file; do
        printf '%s %s\n' "$(grep "^$(basename "$file")" "/proc/$pid/maps")" \
            "$(LC_ALL=C grep -a -o -P -c -f "$work/patterns.regex" "$file")"
    done
}

# nothing_left WHAT: no region may hold any of it now
nothing_left() {
    local pid
    terminal_wait_rest
    for pid in $(terminal_parts); do memory_hits "$pid"; done >"$work/after"
    [ -z "${RESONANCE_KEEP:-}" ] || cp -r "$work/memory" "$RESONANCE_KEEP/$1"
    [ -s "$work/after" ] || return 0
    echo "FAILED: found after $1, by region (seed $seed):"
    cat "$work/after"
    exit 1
}

# secrets_guarded WHEN: no copy of them lies in memory that may reach the swap or a core dump, and none at
# all where the screens are
secrets_guarded() {
    local got=0
    terminal_wait_rest
    python3 "$SOURCE/tests/kit/secrets.py" "$(terminal_part ledger)" "${known:-$data/ledger.db}" >"$work/secrets" 2>&1 || got=$?
    for pid in $terminal_pid $(terminal_part starter) $(terminal_part uplink); do
        [ "$got" != 0 ] || python3 "$SOURCE/tests/kit/secrets.py" "$pid" "${known:-$data/ledger.db}" nowhere >"$work/secrets" 2>&1 || got=$?
    done
    [ "$got" = 0 ] && return 0
    [ "$got" = 1 ] && echo "FAILED: $1, outside guarded memory:" || echo "FAILED: $1, the search finds nothing:"
    cat "$work/secrets"
    exit 1
}

command -v python3 >/dev/null || {
    echo "skipped: python3 is not installed"
    exit 77
}
screen_open "$work/screen"
# An identity that this very process has made, and written into a file that it swept.
data=$work/new
mkdir -m 700 "$data"
terminal_start "$config" "$data"
secrets_guarded "made new"
terminal_quit
data=$work/data
terminal_start "$config" "$data"
secrets_guarded "after the start"
grep -qE '^Max core file size +0 +0 ' "/proc/$terminal_pid/limits" || {
    echo "FAILED: the terminal may leave a core dump"
    exit 1
}
person_enters "$work/told" "$(code_of 1)"
type_words "${words[0]}"
is_typed() { memory_hits >"$work/during" && [ -s "$work/during" ]; }
wait_for "the words in memory" is_typed || {
    echo "FAILED: the search finds nothing while the words stand on the screen"
    exit 1
}
tap_on "$work/told" item "${OWN_WORDS[0]}" next
# They are sealed where the screens are: the process that has just kept them has not seen them.
for part in ledger uplink starter; do
    memory_hits "$(terminal_part $part)" >"$work/during"
    [ ! -s "$work/during" ] || { echo "FAILED: the answers in the $part"; cat "$work/during"; exit 1; }
done
for i in 1 2 3 4 5; do
    enter_item "$work/told" "${OWN_WORDS[i]}"
    type_words "${words[i]}"
    tap_on "$work/told" item "${OWN_WORDS[i]}" next
done
secrets_guarded "while a person writes"
person_ends "$work/told"
nothing_left finish
secrets_guarded "after a seal"
terminal_wait_first
person_enters "$work/told" "$(code_of 2)"
type_words "${words[0]} ${words[1]}"
tap_on "$work/told" item "${OWN_WORDS[0]}" break
# The upper part of the next page is the same, so it is not waited for as another screen.
hand_rests
tap_at "$work/told" break - erase && terminal_wait_rest && hand_taken
tap_on "$work/told" erase - erase-sure
nothing_left leaving
secrets_guarded "after leaving"
terminal_quit
# Where the system gives a credential, they are opened with it, and are no more in the file than they were.
cp "$data/ledger.db" "$work/known.db"
known=$work/known.db
mkdir -m 700 "$work/given"
head -c 32 /dev/urandom >"$work/given/resonance-ledger"
for time in sealing opening; do
    CREDENTIALS_DIRECTORY=$work/given terminal_start "$config" "$data"
    secrets_guarded "$time with a credential"
    terminal_quit
done
python3 - "$known" "$data" <<'PYTHON'
import os, sqlite3, sys
rows = dict(sqlite3.connect(sys.argv[1]).execute("SELECT name, sealed FROM identity WHERE name IN ('signing-key', 'device-secret')"))
for name in os.listdir(sys.argv[2]):
    held = open(os.path.join(sys.argv[2], name), "rb").read()
    for what, secret in rows.items():
        if secret[:16] in held or secret[16:32] in held:
            sys.exit(f"FAILED: the {what} is in {name} still")
PYTHON
echo "1 passed, 0 failed"
