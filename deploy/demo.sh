#!/usr/bin/env bash
# The whole road in one go, on a fresh Debian 12: installs what is missing, builds, makes a sample
# organization, lets eight colleagues, forty people of a pilot and three candidates sit down at the
# real screens, brings the sealed results home, opens them and writes the reports.
# With a display it then opens the kiosk for you, in a window.
set -eu
cd "$(dirname "$0")/.."
programs="resonance resonance-kiosk resonance-story"
deploy/install-packages.sh build
echo "Building."
mkdir -p build
{ cmake --preset release && cmake --build --preset release -j "$(nproc)" --target $programs; } >build/demo.log 2>&1 || {
    tail -40 build/demo.log
    echo "The build failed, see above." >&2
    exit 1
}
bin=$PWD/build/release/bin
demo=$PWD/build/demo
rm -rf "$demo"
mkdir -p "$demo/shots" "$demo/reports"
. deploy/demo/organization.sh

say() { printf '\n-- %s\n' "$*"; }

say "An organization: keys, assessment, a terminal"
organization_new "$demo/org" "Northwind Ferries"
terminal_request "$demo/data" "$demo/request.json"

say "Forty people try the form out, so that it is known what is usual"
desk "$demo/org" vacancy new pilot --title "Trying out the form" --pilot
desk "$demo/org" vacancy open pilot --without-profile --yes --sample
desk "$demo/org" invite pilot --count 40 --plain >"$demo/codes-pilot.txt"
organization_collect "$demo/org" 8 >"$demo/codes.txt"
terminal_enrol "$demo/org" "$demo/request.json" "$demo/config"
people_sit "$demo/config" "$demo/data" "$demo/codes-pilot.txt" 40

say "Eight colleagues describe the place, as it is and as its strategy needs it"
"$bin/resonance-story" --config "$demo/config" --data "$demo/data" --codes "$demo/codes.txt" \
    deploy/demo/rater-?.story
terminal_collect "$demo/config" "$demo/data" "$demo/org" "$demo/first.bundle"
rm "$demo/first.bundle"
desk "$demo/org" profile status
desk "$demo/org" profile freeze autumn --by "Jan Vos" --by "Ines Moreno" --yes
desk "$demo/org" norm show

say "A vacancy with three invitations, and what is frozen into it"
desk "$demo/org" vacancy new deck-officer --title "Deck officer, Harbour line" \
    --weight 'order=2,the timetable is a promise' --weight 'service=2,passengers come first' \
    --by "Anna Berg" --by "Jan Vos"
desk "$demo/org" vacancy open deck-officer --profile autumn --yes --sample
desk "$demo/org" vacancy show deck-officer
desk "$demo/org" invite deck-officer --count 4 --plain >>"$demo/codes.txt"
terminal_enrol "$demo/org" "$demo/request.json" "$demo/config"

say "Three candidates, through the same screens"
"$bin/resonance-story" --config "$demo/config" --data "$demo/data" --codes "$demo/codes.txt" \
    --shots "$demo/shots" deploy/demo/candidate-?.story

say "Home to the desk: verified, opened, scored again"
terminal_collect "$demo/config" "$demo/data" "$demo/org" "$demo/all.bundle"
desk "$demo/org" list --vacancy deck-officer
desk "$demo/org" rescore --all
for handle in $(desk "$demo/org" list --vacancy deck-officer --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p'); do
    for format in html txt json; do
        desk "$demo/org" report "$handle" --format "$format" --out "$demo/reports/$handle.$format"
    done
done

say "What to look at"
ls -1 "$demo"/reports/* "$demo"/shots/*
say "The desk in the browser: $bin/resonance desk --org $demo/org (its passphrase: $ORGANIZATION_PASSPHRASE)"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "The kiosk opens now. Your access code: $(sed -n 's/^candidate 4 //p' "$demo/codes.txt")"
    exec "$bin/resonance-kiosk" --config "$demo/config" --data "$demo/data" --windowed 1600x900
fi
say "No display here, so the kiosk stays closed. To open it: $bin/resonance-kiosk --config $demo/config --data $demo/data --windowed 1600x900"
