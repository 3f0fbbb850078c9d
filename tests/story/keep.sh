#!/usr/bin/env bash
# A person takes receipt and profile away, on the real terminal: another program (zbar) reads the QR codes
# off the screen, and a real print queue of CUPS prints the page. Both are the same text, which is that of
# the person's own result; what does not print says so and loses nothing; and then nothing of it is left.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/print_queue.sh"
command -v zbarimg >/dev/null || {
    echo "skipped: zbarimg is not installed (zbar-tools)"
    exit 77
}
trap 'print_queue_close; screen_close; rm -rf "$work"' EXIT
print_queue_open

# An organization that five colleagues have described, and a terminal with the queue "lobby".
data=$work/data config=$work/config org=$work/org
organization_new "$org" "Siege" >/dev/null 2>&1
organization_collect "$org" 5 >"$work/codes"
terminal_request "$data" "$work/request"
terminal_enrol "$org" "$work/request" "$config"
organization_described "$org" "$config" "$data" "$work/codes"
desk "$org" vacancy new deck --title "Deck" >/dev/null
desk "$org" vacancy open deck --profile autumn --yes --sample >/dev/null 2>&1
desk "$org" invite deck --count 2 --plain >"$work/codes" 2>/dev/null
terminal_enrol "$org" "$work/request" "$config" --printer lobby
grep -q '"printer":"lobby"' "$config/terminal.json" || bad "the configuration names no printer"

# Where things stand: a scripted person goes the same way on a copy.
secret="unheard of zebra"
story_told "$config" "$data" "$work/codes" >/dev/null <<STORY
tap "Start"
code candidate 1
tap "next"
tap "consent-yes"
person seed 7 pace 4 noise 0.4 order=-2 service=-2 build=2 lead=2 exploration=1 words "$secret"
answer until screen check
kill
STORY
cp -r "$data" "$work/copy"
printf '%s\n' tell 'tap "Start"' 'code candidate 1' 'tap "next"' tell 'tap "next"' tell 'tap "next"' tell 'tap "next"' tell \
    'tap "keep"' tell 'tap "show"' tell |
    story_told "$config" "$work/copy" "$work/codes" | sed 's/^\(screen [a-z]*\) .*/\1 -/' >"$work/told"
# The pages of the QR codes come last there, with their own buttons.
awk '/^screen keep/ { n++ } { if (n < 2) print >intro; else print >codes }' intro="$work/told.intro" codes="$work/told.codes" "$work/told"

screen_open "$work/screen"
terminal_log=$work/log
terminal_start "$config" "$data"
tap_on "$work/told.intro" attract - start
xdotool type --delay 4 "$(sed -n 's/^candidate 1 //p' "$work/codes")"
press_on Return
press_on Return
for screen in check finish profile; do tap_on "$work/told.intro" $screen - next; done

# codes_read FILE: reads all QR codes with another program, one after the other, until the last says that
# it is; what they hold, without their heads
codes_read() {
    local part=1 count=1
    : >"$1"
    tap_on "$work/told.intro" keep - show || return 1
    while :; do
        zbarimg -q --raw -S "*.disable" -S qrcode.enable "xwd:$screen_picture" >"$work/code" 2>/dev/null || { bad "QR code $part is not read"; return 1; }
        [[ $(head -1 "$work/code") =~ ^Part\ $part\ of\ ([0-9]+)$ ]] || { bad "QR code $part begins with $(head -1 "$work/code")"; return 1; }
        count=${BASH_REMATCH[1]}
        tail -n +2 "$work/code" | sed '$ { /^$/d }' >"$work/body"
        [ "$part" -gt 1 ] || receipt_alone "$work/body"
        cat "$work/body" >>"$1"
        [ "$part" -lt "$count" ] || break
        part=$((part + 1))
        # Heading and code are another one, the upper quarter may begin alike.
        hand_rests
        tap_at "$work/told.codes" keep - next && hand_taken && wait_for "QR code $part" is_code_shown "$part"
    done
    echo "$count QR codes, $(wc -c <"$1") bytes"
}
# receipt_alone FILE: the first code holds receipt and reference, and nothing of the profile
receipt_alone() {
    grep -q '^Your receipt: ' "$1" && grep -q '^Reference: ' "$1" || bad "the first code is not the receipt: $(cat "$1")"
    ! grep -qE 'matters|Resonance|: you ' "$1" || bad "the first code holds more than the receipt: $(cat "$1")"
}
is_code_shown() { zbarimg -q --raw -S "*.disable" -S qrcode.enable "xwd:$screen_picture" 2>/dev/null | head -1 | grep -q "^Part $1 of"; }

# From the receipt: refused, then printed, then read.
tap_on "$work/told.intro" receipt - keep
cupsreject -r "no paper" lobby
tap_on "$work/told.intro" keep - print
terminal_wait_rest
[ ! -e "$print_queue/tray/paper" ] || bad "a queue that refuses has printed"
grep -q 'printing: lp did not take it for the queue lobby' "$work/log" || bad "the log does not say why nothing is printed"
cupsaccept lobby
tap_on "$work/told.intro" keep - back
tap_on "$work/told.intro" receipt - keep
hand_rests
tap_at "$work/told.intro" keep - print && hand_taken
print_queue_printed
terminal_wait_rest
tap_on "$work/told.intro" keep - back
tap_on "$work/told.intro" receipt - keep
codes_read "$work/read"
paper=$print_queue/tray/paper
words() { tr -s ' \n' '\n' <"$1" | sed '/^$/d'; }
diff <(words "$work/read") <(words "$paper") >"$work/diff" || { bad "paper and QR codes differ"; head -5 "$work/diff"; }
[ "$(LC_ALL=C.UTF-8 wc -L <"$paper")" -le 76 ] || bad "a line of the paper is too long"
grep -qi zebra "$paper" "$work/read" && bad "own words are on the copy"

# memory_holds: what of the copy lies in the memory of the terminal; its words of no person do not count
memory_holds() { python3 "$SOURCE/tests/kit/memory_find.py" "$terminal_pid" "$work/wanted"; }
grep -E '^(Your receipt|Reference|Most alike|Most different)|: you .*; this' "$work/read" | sed 's/^Your receipt: //' >"$work/wanted"
[ "$(wc -l <"$work/wanted")" -ge 18 ] || bad "only $(wc -l <"$work/wanted") lines are looked for"
is_searched=
if [ "$(id -u)" = 0 ] && ! grep -q '^RESONANCE_SANITIZE:BOOL=ON' "${BUILD:-$SOURCE/build/release}/CMakeCache.txt"; then
    is_searched=yes # the sanitizer keeps what was freed, and only root may read
    memory_holds >"$work/during"
    [ -s "$work/during" ] || bad "the search finds nothing while the copy is on the screen"
fi

# It is this person's result, as the desk opens it; and when they are gone nothing of it is left.
tap_on "$work/told.codes" keep - next # Done
sleep 2.2
tap_on "$work/told.intro" receipt - done
terminal_wait_rest
[ -z "$is_searched" ] || memory_holds >"$work/after"
[ ! -s "$work/after" ] || { bad "still in memory:"; cat "$work/after"; }
grep -rlF -- "$(head -1 "$work/wanted")" "$data" && bad "the receipt lies on the disk"
[ -z "$(find "$print_queue/spool" -type f)" ] || bad "the print queue keeps what it printed"
terminal_kill # what was sealed is there even so
export LC_ALL=C.UTF-8 # for the words
terminal_collect "$config" "$data" "$org" "$work/all.bundle" >/dev/null
handle=$(sed -n 's/^Reference: //p' "$work/read")
desk "$org" report "$handle" --format txt >"$work/report" 2>/dev/null || bad "the desk knows no result $handle"
receipt=$(sed -n 's/^Your receipt: //p' "$work/read")
grep -qF -- "$receipt" "$work/report" || bad "the report has another receipt"
compared=0
while IFS=: read -r name rest; do
    value=$(sed -n 's/^ you \(−\{0,1\}[0-9.]*\),.*/\1/p' <<<"$rest")
    [ -n "$value" ] || continue
    grep -F -- "${name:0:20}" "$work/report" | grep -qF -- "$value" || bad "$name: the report does not say $value"
    compared=$((compared + 1))
done <"$work/read"
[ "$compared" -ge 16 ] || bad "only $compared figures are on the copy"
[ "$failed" = 0 ] || exit 1
echo "1 passed, 0 failed"
