#!/bin/bash
# Letters that no font has: check, init, enrol, the doctor and the terminal name them, where they
# stand and the package to install, and refuse. So they do with letters that mean nothing.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/language.sh"
cd "$work" || exit 1
language_of() { # FORM: an organization that hires in Thai
    ORGANIZATION_LANGUAGE=th organization_new "$1.org" Acme "$1"
}
doctor() { (ulimit -c 0; "$BIN/resonance-kiosk" --doctor --config config --data data); }
# at_start: what the journal and the screen of a terminal say
at_start() {
    printf '%s\n' 'size 1920x1080 width-mm 476' "$@" >start.story
    "$BIN/resonance-story" --config config --data data --codes codes start.story
}

form_in th "$SOURCE/tests/story/languages/th.json" form || exit 1
expect 0 '^Errors: 0' "$BIN/resonance" check form
language_of form >/dev/null || exit 1
desk form.org vacancy new v --title Trial >/dev/null
desk form.org vacancy open v --without-profile --yes --sample >/dev/null
desk form.org invite v --count 1 --plain >codes 2>/dev/null
terminal_request data request.json
terminal_told data "$(desk form.org key words signing)"
expect 0 'Configuration 1 is in config' desk form.org enrol request.json --words "$(cat request.json.words)" --out config
expect 0 'ok +fonts' doctor
expect 0 holds at_start 'expect screen attract'
cp -r config config-1

(
    only_inter "$work/inter"
    lacking='practice\.osd:[0-9]+:[0-9]+: error: No font here has these letters of "th": . \(U\+0E[0-9A-F]{2}\), .* and others'
    expect 1 "$lacking \(.*\)\. Install fonts-noto-core, here and on each terminal" "$BIN/resonance" check form
    expect 0 'warning: No font here has these letters of "th"' "$BIN/resonance" check form/practice.osd
    expect 0 '^Errors: 0' "$BIN/resonance" check "$SOURCE/questionnaires/strategy-fit"
    cp -r form form2
    expect 1 'could not read all of it on a terminal, places: 1' language_of form2
    [ -e form2.org ] && wrong "a refused init left a folder"
    expect 0 'Made english' "$BIN/resonance" init english --name Acme --contact x@example.org --assessment form \
        --cost low --recovery-out sheet --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
    expect 1 "$lacking" desk form.org enrol request.json --words "$(cat request.json.words)" --out config
    same config config-1
    expect 1 'WRONG fonts: practice.osd, line [0-9]+: No font here has .*Install fonts-noto-core' doctor
    expect 0 holds at_start 'expect screen staff' 'expect text "Please ask a member of staff"' 'expect text "fault 121"'
    exit $faults
)
faults=$((faults + $?))
expect 0 holds at_start 'expect screen attract'

# a name of the organization that nobody could read, and letters that mean nothing anywhere
expect 1 'name of the organization: error: No font here has these letters: . \(U\+20C73\)' \
    "$BIN/resonance" init none --name $'Acme \U20C73' --contact x@example.org \
    --assessment "$SOURCE/questionnaires/strategy-fit" --cost low --recovery-out sheet2 \
    --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
cp -r "$SOURCE/questionnaires/strategy-fit" lost && chmod -R u+w lost
sed -i 's/Open the window\./Don\xEF\xBF\xBDt open it./' lost/practice.osd
expect 1 '^practice.osd:[0-9]+:[0-9]+: error: The letter U\+FFFD is the place of a letter that was lost' "$BIN/resonance" check lost
expect 0 'warning: The letter U\+FFFD' "$BIN/resonance" check lost/practice.osd
expect 1 'could not read all of it on a terminal, places: 1' organization_new lost.org Acme lost
sed -i 's/Water the plants\./\xEF\x82\xA7 Water them./' lost/practice.osd
expect 1 '^practice.osd:[0-9]+:[0-9]+: error: The letter U\+F0A7 is for private use' "$BIN/resonance" check lost
finish
