#!/usr/bin/env bash
# Disks that are full, read-only, not there or not ours, at every step of a sitting: no new sitting
# begins, a running one is told or finished, what was shown as taken is there when the disk is well.
# A small disk of its own is made in memory, which only root may.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
case ${RESONANCE_TEST_SIZE:-commit} in
release) rooms=400 ;;
nightly) rooms=80 ;;
*) rooms=8 ;;
esac
. "$SOURCE/tests/kit/siege.sh"
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=$((72 + rooms / 4))m tmpfs "$disk" 2>/dev/null || {
    rm -rf "$work"
    echo "skipped: no disk can be made here"
    exit 77
}
finish() {
    screen_close
    umount "$disk" 2>/dev/null || umount -l "$disk" || true
    rm -rf "$work"
}
trap finish EXIT
good() { passed=$((passed + 1)); }
ulimit -c 0

siege_open 20
data=$disk/data
terminal_request "$data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config" "${PATIENT[@]}"

play() { # DATA < STORY
    {
        echo "size 1280x720 width-mm 300"
        cat
    } >"$work/story"
    "$BIN/resonance-story" --config "$work/config" --data "$1" --codes "$work/codes" "$work/story" 2>&1
}
# fill BYTES: the disk until only so many are left; empty: all of that away again
free_bytes() { echo $(($(stat -f -c '%a * %S' "$disk"))); }
fill() {
    rm -f "$disk/ballast"
    local room=$(($(free_bytes) - $1))
    [ $room -le 0 ] || head -c $room /dev/zero >"$disk/ballast"
}
empty() { rm -f "$disk/ballast"; }
# doctor_says PATTERN NAME: one line that is wrong, and an exit code of 1
doctor_says() {
    local code=0 said
    said=$(DISPLAY=:0 "$BIN/resonance-kiosk" --doctor --config "$work/config" --data "${3:-$data}" 2>/dev/null) || code=$?
    said=$(grep '^WRONG' <<<"$said" | grep -v 'core dumps\|clock\|must be right first\|swap' | head -1) || true
    [ $code = 1 ] && grep -qE "$1" <<<"$said" && good || bad "$2: the doctor ends with $code and says: $said"
}
staff() { # NAME DATA FAULT
    play "$2" >"$work/out" <<STORY && good || bad "$1: $(tail -1 "$work/out")"
expect screen staff
expect text "fault $3"
STORY
}

# ---- less than 64 MiB: nobody begins, and who has begun goes on to the end ----
play "$data" >"$work/out" <<'STORY' || bad "a sitting on a disk with room: $(tail -1 "$work/out")"
tap "Start"
code candidate 1
tap "next"
tap "consent-yes"
person seed 5 words "On a disk that fills"
answer until step values:b05
kill
STORY
fill $((60 * 1024 * 1024))
doctor_says '64 MiB.*free some space' "little room"
play "$data" >"$work/out" <<'STORY' && good || bad "little room: $(tail -1 "$work/out")"
tap "Start"
code candidate 2
expect screen code
expect text "number: 106."
STORY
play "$data" >"$work/out" <<'STORY' && good || bad "a running sitting in little room: $(tail -1 "$work/out")"
tap "Start"
code candidate 1
expect screen resume
tap "next"
person seed 6 words "In little room"
answer until screen check
tap "next"
tap "next"
expect screen profile
STORY
empty

# ---- full at some moment of a sitting: told, nothing lost, finished when there is room ----
for ((n = 0; n < rooms; n++)); do
    candidate=$((3 + n % 16))
    [ "$candidate" != 3 ] || [ $n = 0 ] || {
        desk "$work/org" invite siege --count 16 --plain >"$work/codes.more" 2>/dev/null
        awk '{$2 = NR + 2; print}' "$work/codes.more" >"$work/codes.new"
        grep -E '^candidate (19|20) ' "$work/codes" >>"$work/codes.new"
        mv "$work/codes.new" "$work/codes"
        terminal_enrol "$work/org" "$work/request" "$work/config.new" "${PATIENT[@]}"
        rm -rf "$work/config" && mv "$work/config.new" "$work/config"
    }
    answered=$((RANDOM % 70)) left=$(((n % 4) * 4096 * (RANDOM % 12)))
    {
        printf '%s\n' 'tap "Start"' "code candidate $candidate" 'tap "next"' 'tap "consent-yes"'
        printf '%s\n' "person seed $RANDOM words \"Before it was full\"" "answer at-most $answered" tell kill
    } | play "$data" >"$work/before" || bad "room $n: $(tail -1 "$work/before")"
    fill $left
    # As many items as go; the first one that cannot be saved is told, on the item itself.
    {
        printf '%s\n' 'tap "Start"' "code candidate $candidate" 'expect screen resume' 'tap "next"'
        printf '%s\n' "person seed $RANDOM words \"While it is full\""
        for _ in 1 2 3 4 5 6 7 8; do printf '%s\n' tell 'answer at-most 1'; done
    } | play "$data" >"$work/full" || true
    grep -q "a bug" "$work/full" && bad "room $n ($left left, after $answered): $(tail -1 "$work/full")"
    empty
    {
        printf '%s\n' 'tap "Start"' "code candidate $candidate" 'expect screen resume' 'tap "next"' tell
        printf '%s\n' "person seed $RANDOM words \"There is room again\"" 'answer until screen check' 'tap "next"' 'tap "next"' 'expect screen profile'
    } | play "$data" >"$work/after" && good || bad "room $n ($left left, after $answered): $(tail -1 "$work/after")"
    # No answer in own words that was there before may be gone.
    while read -r row; do
        cut -d' ' -f2 <<<"$row" | grep -qF -f - "$work/after" || bad "room $n: $row is lost"
    done < <(grep '^typed story\|^typed interview\|^typed closing' "$work/before" || true)
done

# ---- full while a person stands at the real terminal: at an answer, and at the seal ----
screen_open "$work/screen"
person_until_words "$work/config" "$data" "$work/codes" 19
person_told "$work/config" "$data" "$work/codes" 19 >"$work/told"
cp -r "$data" "$work/copy"
printf '%s\n' 'tap "Start"' 'code candidate 20' tell 'tap "next"' tell | story_told "$work/config" "$work/copy" "$work/codes" >>"$work/told"
terminal_start "$work/config" "$data"
person_enters "$work/told" "$(sed -n 's/^candidate 19 //p' "$work/codes")"
is_told() { [ "$(screen_rows 0 $SCREEN_HEIGHT)" != "$1" ]; }
# stays SCREEN STEP: the tap on Next leaves the person where they are, with a word about why
stays() {
    local before
    before=$(screen_rows 0 $SCREEN_HEIGHT)
    fill 0
    hand_rests
    tap_at "$work/told" "$1" "$2" next
    terminal_wait_rest
    wait_for "a word" is_told "$before" || bad "$1 $2: nothing is told on a full disk"
    hand_taken
    [ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/full-$1.png"
    empty
}
for step in "${OWN_WORDS[@]}"; do
    enter_item "$work/told" $step
    type_words "words of $step"
    [ $step != story:contribute ] || stays item $step
    tap_on "$work/told" item $step next || bad "no way on from $step"
done
tap_on "$work/told" check closing:anything next
stays finish closing:anything
for screen in finish profile; do
    tap_on "$work/told" $screen closing:anything next && good || bad "no way on from $screen when there is room again"
done
receipt_taken "$work/told" && good || bad "no way on from the receipt when there is room again"
# At the consent: with ever more room, until there is enough to begin with.
terminal_wait_first
tap_on "$work/told" attract - start
xdotool type --delay 4 "$(sed -n 's/^candidate 20 //p' "$work/codes")"
press_on Return
reads_on "$work/told" notice - next
for left in 0 4096 8192 12288 16384 20480 24576 28672 32768 40960 49152 57344; do
    fill $left
    hand_rests
    # The word about a failure moves the button: the focus goes with it, so Enter is sent.
    if [ $left = 0 ]; then tap_at "$work/told" consent - consent-yes; else xdotool key Return; fi
    terminal_wait_rest
    hand_taken
done
empty
# has_begun: the sitting can be gone on with; whoever is still at the consent presses once more
has_begun() {
    hand_rests
    xdotool key Return
    terminal_wait_rest
    hand_taken
    play "$data" >"$work/out" <<'STORY'
tap "Start"
code candidate 20
expect screen resume
STORY
}
wait_for "a sitting" has_begun && good || bad "begun while the disk filled: $(tail -1 "$work/out")"
[ -z "${RESONANCE_SHOTS:-}" ] || import -window root "$RESONANCE_SHOTS/full-consent.png"
terminal_quit || bad "the terminal ended with $?"

# ---- not there, not ours, read-only ----
fill 0
rm -rf "$disk/fresh"
doctor_says 'there is no data folder' "a data folder on a full disk" "$disk/fresh"
staff "a data folder on a full disk" "$disk/fresh" 1
empty
rm -rf "$disk/fresh"
: >"$work/file"
doctor_says 'file' "a file in place of the data folder" "$work/file"
mount -o remount,ro "$disk"
doctor_says 'cannot be written|read-only|permissions' "a read-only data folder"
staff "a read-only data folder" "$data" 1
mount -o remount,rw "$disk"
for name in drafts.db ledger.db; do
    cp -r "$data" "$work/damaged"
    head -c 20000 /dev/urandom | dd of="$work/damaged/$name" bs=1 seek=0 conv=notrunc status=none
    rm -f "$work/damaged/$name"-*
    doctor_says 'damaged|program|none of' "$name overwritten" "$work/damaged"
    staff "$name overwritten" "$work/damaged" 1
    rm -rf "$work/damaged"
done

# ---- in the end: every sealed result comes home, in order ----
"$BIN/resonance-kiosk" --export "$work/bundle" --config "$work/config" --data "$data" >/dev/null || bad "no export"
desk "$work/org" import "$work/bundle" >"$work/out" 2>&1 || bad "the desk does not take the results: $(tail -1 "$work/out")"
tally $rooms full disks
echo "$passed passed, $failed failed"
exit $((failed > 0))
