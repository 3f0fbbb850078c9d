#!/usr/bin/env bash
# A person types planted words into the real terminal, with keys and taps. At any moment, every file
# it has is searched for them and for the code; it is killed at random moments; what was shown as
# taken is there again. In the end Debian's own age opens the result, and the draft is gone.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/sealed.sh"
case ${RESONANCE_TEST_SIZE:-commit} in
release) kills=500 ;;
nightly) kills=100 ;;
*) kills=15 ;;
esac
# What reaches the disk does not depend on the sanitizer, which looks at the terminal itself.
! nm "$BIN/resonance-kiosk" 2>/dev/null | grep -q __asan_init || kills=$((kills / 3))
. "$SOURCE/tests/kit/siege.sh"
searcher=
finish() {
    [ -z "$searcher" ] || kill "$searcher" 2>/dev/null || true
    screen_close
    rm -rf "$work"
}
trap finish EXIT

# Everything the terminal could write to lies in $work/seen; the desk and the codes do not.
mkdir -p "$work/seen/tmp" "$work/seen/home" "$work/seen/run"
ulimit -c unlimited 2>/dev/null || true # a core dump is the terminal's own to prevent
siege_open 2
data=$work/seen/data config=$work/config
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$config" "${PATIENT[@]}"
code_of() { sed -n "s/^candidate $1 //p" "$work/codes"; }

# Six answers in own words, each with words that exist nowhere else.
words=()
for i in "${!OWN_WORDS[@]}"; do
    words+=("$(planted_word) $(planted_word)")
done
planted=()
for pair in "${words[@]}"; do planted+=($pair); done
for number in 1 2; do
    code=$(code_of $number)
    planted+=("$code" "${code//-/}")
done
planted_patterns "${planted[@]}" >"$work/patterns"
planted_control "$work/patterns"

until_words() { person_until_words "$config" "$data" "$work/codes" "$1"; }
# kept CODE: which answers in own words the draft gives back, before anything is answered
kept() {
    local copy got=0
    copy=$(mktemp -d -p "$work")
    cp -r "$data" "$copy/data"
    printf '%s\n' 'tap "Start"' "code candidate $1" 'expect screen resume' 'tap "next"' tell |
        story_told "$config" "$copy/data" "$work/codes" || got=$?
    rm -rf "$copy"
    return $got
}

until_words 1
until_words 2
person_told "$config" "$data" "$work/codes" 1 >"$work/told"

# The search, again and again: all files below $work/seen, and what the terminal holds open though
# its name is gone.
search_once() {
    planted_search "$work/patterns" "$work/seen" "$work/screen/xvfb.log" || true
    local pid=${1:-}
    [ -z "$pid" ] || find "/proc/$pid/fd" -type l -lname '/*' ! -lname '/dev/*' 2>/dev/null | while read -r fd; do
        planted_search "$work/patterns" "$(readlink -f "$fd")" || true
    done
}
search_loop() {
    local count=0
    while :; do
        search_once "$(cat "$work/pid" 2>/dev/null)" >>"$work/hits" || true
        count=$((count + 1))
        echo $count >"$work/searches.new"
        mv "$work/searches.new" "$work/searches"
        sleep 0.1 # the words are waited for, see below; the rest of the machine has work, too
    done
}
export TMPDIR=$work/seen/tmp HOME=$work/seen/home XDG_RUNTIME_DIR=$work/seen/run XDG_CACHE_HOME=$work/seen/home
screen_open "$work/screen"
terminal_log=$work/seen/terminal.log
: >"$work/hits"
echo 0 >"$work/searches"
search_loop &
searcher=$!

enter() {
    cd "$work/seen" # where a core dump would fall
    terminal_start "$config" "$data"
    echo "$terminal_pid" >"$work/pid"
    cd "$OLDPWD"
    person_enters "$work/told" "$(code_of "$1")"
}
step_of() { sed -n 's/^screen item //p' "$1" | tail -1; }
word_of() {
    local i
    for i in "${!OWN_WORDS[@]}"; do [ "${OWN_WORDS[i]}" != "$1" ] || echo "${words[i]}"; done
}

# searched: a search of all files has begun and ended since this was called
is_searched() { [ "$(cat "$work/searches")" -ge "$1" ]; }
searched() { wait_for "a search" is_searched $(($(cat "$work/searches") + 2)) || bad "no search comes to an end"; }

# Killed at random moments while words are typed and sent, on the second code's draft.
shown=() # steps whose next screen was seen
for ((n = 0; n < kills; n++)); do
    kept 2 >"$work/kept" || {
        bad "kill $n: the code does not bring the draft back"
        break
    }
    for step in "${shown[@]}"; do
        grep -qxF "typed $step $(word_of "$step")" "$work/kept" || bad "kill $n: the answer of $step is lost; wanted: $(word_of "$step"); found: $(grep "^typed $step" "$work/kept")"
    done
    at=$(step_of "$work/kept")
    enter 2
    (
        sleep "0.$(printf %03d $((RANDOM % 600)))"
        kill -9 "$terminal_pid"
    ) &
    # Any older words on the screen are erased, letter by letter or not: two words each.
    xdotool key ctrl+BackSpace ctrl+BackSpace type --delay 3 "$(word_of "$at")" 2>/dev/null || true
    old=$(screen_head)
    if [ "$at" = interview:q3 ]; then
        tap_at "$work/told" item "$at" back 2>/dev/null || true
    else
        tap_at "$work/told" item "$at" next 2>/dev/null || true
    fi
    while is_terminal_alive; do
        if is_screen_another "$old"; then
            shown+=("$at")
            break
        fi
        sleep 0.01
    done
    wait "$terminal_pid" 2>/dev/null || true
    terminal_pid=
    rm -f "$work/pid"
    search_once >>"$work/hits"
done
mapfile -t shown < <(printf '%s\n' "${shown[@]}" | sort -u)
echo "$kills kills; seen as taken: ${shown[*]}"

# The first code's sitting goes to its end in one run.
enter 1
for i in "${!OWN_WORDS[@]}"; do
    enter_item "$work/told" "${OWN_WORDS[i]}"
    type_words "${words[i]}"
    searched # while the words stand on the screen
    tap_on "$work/told" item "${OWN_WORDS[i]}" next || bad "no way on from ${OWN_WORDS[i]}"
done
person_ends "$work/told" || bad "no way to the end"
wait_for "51 searches" is_searched 51 || bad "too few searches"
terminal_quit || bad "the terminal ended with $?"
rm -f "$work/pid"
searched
kill "$searcher"
wait "$searcher" 2>/dev/null || true
searcher=
search_once >>"$work/hits"
echo "$(cat "$work/searches") searches of all files"
[ ! -s "$work/hits" ] || bad "planted words or a code were found in: $(sort -u "$work/hits" | tr '\n' ' ')"
find "$work/seen" -name 'core*' | grep -q . && bad "there is a core dump"

# The result is sealed and the draft of the first code is gone; that of the second one stays.
kept 1 >"$work/kept" 2>&1 && bad "the code opens a draft after the end"
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$config" --data "$data" >/dev/null || bad "no export"
"$BIN/resonance-kiosk" --doctor --config "$config" --data "$data" >"$work/doctor" || true
grep -q '^ok .*sealed results' "$work/doctor" || bad "the doctor finds the ledger wrong"
if command -v sqlite3 >/dev/null; then
    [ "$(sqlite3 "$data/drafts.db" 'SELECT count(*) FROM session')" = 1 ] || bad "drafts.db still holds the draft"
fi
unset TMPDIR

# Debian's age opens the payload with the recovery key: bytes after each header of 240 and
# signature of 64, of the length told in four bytes (fleet/bundle.h).
number_at() { od -An -t u"$2" -j "$1" -N "$2" "$work/bundle" | tr -d ' '; }
at=88 opened=0
grep -o 'AGE-SECRET-KEY-1[0-9A-Z]*' "$work/org.recovery.txt" | head -1 >"$work/recovery.key"
for ((i = 0; i < $(number_at 48 8); i++)); do
    length=$(number_at $((at + 304)) 4)
    if [ "$length" -gt 0 ] && [ "$(number_at $((at + 5)) 1)" = 1 ]; then # a result
        tail -c +$((at + 309)) "$work/bundle" | head -c "$length" >"$work/payload.age"
        age -d -i "$work/recovery.key" "$work/payload.age" >"$work/payload" || bad "age does not open the payload"
        for pair in "${words[@]}"; do grep -aq "$pair" "$work/payload" || bad "the result lacks an answer"; done
        opened=$((opened + 1))
    fi
    at=$((at + 308 + length))
done
[ $opened = 1 ] || bad "$opened results in the bundle instead of one"
tally $kills kills
[ $failed = 0 ] && echo "1 passed, 0 failed"
exit $((failed > 0))
