#!/bin/bash
# A bundle in which every entry bears its terminal's signature, and which is no chain all the same:
# whoever has the key of a terminal cannot leave out, put between or reorder what it wrote.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
"$BIN/bench_sealed_copies" request key request.json
terminal_enrol org request.json config
terminal_enrol org request.json config # its second enrolment
for fault in none link epoch place empty; do "$BIN/bench_sealed_copies" forge key $fault $fault.bundle; done

expect 1 'link.bundle was not imported: .* broken at entry 2: it does not name the entry before it' desk org import link.bundle
expect 1 'epoch.bundle was not imported: .* broken at entry 3' desk org import epoch.bundle # back to an earlier enrolment
expect 1 'place.bundle was not imported: entry 2 belongs to another place' desk org import place.bundle
expect 0 '3 other new entries, 0 were here before' desk org import none.bundle

# The same in two bundles: what is wrong is found with what came before.
bundle_cut none.bundle first.bundle 0 1
bundle_cut epoch.bundle newer.bundle 0 2
bundle_cut epoch.bundle older.bundle 2 1
bundle_cut link.bundle unlinked.bundle 1 2
organization_new other Acme >/dev/null
terminal_enrol other request.json other-config
terminal_enrol other request.json other-config
"$BIN/bench_sealed_copies" forge key empty empty.bundle other-config
cp -r other third
cp -r other fourth
expect 0 '1 other new entry' desk other import first.bundle
expect 1 'unlinked.bundle was not imported: .* broken at entry 2' desk other import unlinked.bundle
expect 0 '2 other new entries' desk third import newer.bundle
expect 1 'older.bundle was not imported: .* broken at entry 3' desk third import older.bundle

# Not forged, but poorer than what the terminal wrote.
expect 0 'WARNING: empty.bundle brings 1 result without content' desk fourth import empty.bundle
expect 0 'empty.bundle: .* 0 new results, 0 other new entries, 3 were here before' desk fourth import empty.bundle
grep -q 'without their content' "$work/.err" && wrong "what is known is told as new"
tally $refusals refused forgeries
finish
