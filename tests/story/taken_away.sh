#!/usr/bin/env bash
# What is pulled out or removed while somebody sits, on the real terminal under a whole X server. A
# keyboard that goes in the middle of a word, with Shift held, takes no letter along and leaves none
# behind: the keys of the screen write on, and so does the keyboard when it is back. Fonts that are
# removed from the disk are read already: every page looks as before.
set -eu
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/screen.sh"
. "$SOURCE/tests/kit/siege.sh"
. "$SOURCE/tests/kit/writing.sh"
. "$SOURCE/tests/kit/touch_screen.sh"
command -v xinput >/dev/null || {
    echo "skipped: xinput is not installed"
    exit 77
}
trap 'touch_screen_close; rm -rf "$work"' EXIT
writing_open
touch_screen_open "$work/screen"
KEY_E=26 KEY_SHIFT=50 KEY_BACKSPACE=22 # where they lie, to X

# press CODE..., release CODE...: keys of the keyboard that can be pulled out
press() { printf 'press %s\n' "$@" | touches; }
release() { printf 'release %s\n' "$@" | touches; }
hold() { printf 'press %s\n' "$@" | touches_begun; }

pull_out() { xinput disable keyboard && terminal_wait_rest; }
plug_in() { xinput enable keyboard && echo plug | touches; }

touch_terminal "$config" "$data"
person_enters "$work/told" "$writing_code"
writes story:meaning "Stays there"
type_words "Stay"
press $KEY_SHIFT
pull_out
tap_key 53
type_words " ther"
plug_in
press $KEY_E
release $KEY_E
go_on
# A key that is held when the keyboard goes does not go on.
writes story:contribute ""
type_words "All of this is deleted, however long it takes."
hold $KEY_BACKSPACE
pull_out
before=$(writing_picture)
sleep 1
[ "$(writing_picture)" = "$before" ] || bad "a key of a keyboard that is gone goes on"
keys ctrl+a Delete
plug_in
go_on
terminal_quit || bad "the terminal ended with $?"
writing_check

# looks PROGRAM: what the first screen, the page for the code and Help show; `fonts_go` comes between
# the first screen and the others
looks() {
    BIN=$1 touch_terminal "$config" "$data"
    whole_screen
    fonts_go
    tap_on "$work/told" attract - start
    whole_screen
    tap_on "$work/told" code - help
    whole_screen
    terminal_quit
}
whole_screen() { screen_rows 0 $SCREEN_HEIGHT; }
fonts=/usr/share/fonts/opentype/inter
if unshare -rm true 2>/dev/null && [ -d $fonts ]; then
    mkdir "$work/bin" "$work/fonts"
    cp $fonts/* "$work/fonts/"
    cat >"$work/bin/resonance-kiosk" <<PROGRAM
#!/bin/sh
exec unshare -rm sh -c 'mount --bind "$work/fonts" $fonts && exec "\$0" "\$@"' "$BIN/resonance-kiosk" "\$@"
PROGRAM
    chmod +x "$work/bin/resonance-kiosk"
    fonts_go() { :; }
    with=$(looks "$BIN")
    fonts_go() { rm "$work/fonts/"*; }
    without=$(looks "$work/bin")
    [ "$with" = "$without" ] || bad "pages look different when the fonts have been removed"
    [ "$(sort -u <<<"$with" | wc -l)" = 3 ] || bad "three screens were to be seen"
else
    echo "without fonts removed: unshare is not allowed here"
fi
[ $failed = 0 ] && echo "1 passed, 0 failed"
exit $((failed > 0))
