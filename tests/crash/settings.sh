#!/bin/bash
# `organization edit`, `retention set` and `norm remove` are killed before each of their steps to the disk: what is
# settled is what it was or what it was to be, signed for; or the file is named, and one command signs for it.
# Typed again, each goes through.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/steps.sh"
organization_new start Acme >/dev/null || exit 1
vacancy_opened start 1 >/dev/null
organization_new other Other >/dev/null || exit 1
for org in start other; do
    "$BIN/bench_sealed_copies" request $org.key $org.request
    terminal_enrol $org $org.request $org.config
done
"$BIN/bench_sealed_copies" seal other.key other.config 40 other.bundle
desk other import other.bundle >/dev/null || wrong "nothing came"
"$BIN/resonance" norm export usual --org other --passphrase-fd 9 9<<<"$lines" >/dev/null || wrong "no norm"
"$BIN/resonance" key export signing --org other >other.pub
desk start norm import usual --public-key other.pub >/dev/null || wrong "not imported"
desk start retention set deck --days 90 >/dev/null || wrong "no days"
cp -r start before

# settled FILE: either all commands go on, or each names FILE and one signs for it
settled() {
    if ! desk org list >said 2>&1; then
        grep -q "$1 \(was changed since it was signed for\|was signed for and is missing\|says that\)" said || wrong "$1: $(cat said)"
        expect 0 '^Signed for' desk org organization sign --yes
    fi
    expect 0 '^0 results' desk org list
}
edit_typed() { typed organization edit --contact people@example.org; }
edit_again() {
    settled organization.json
    expect 0 '^Contact: +(hr|people)@example.org' desk org organization show
    expect 0 '^Changed' edit_typed
    grep -q people@example.org org/organization.json || wrong "not changed in the end"
    expect 0 '^0 results' desk org list
}
days_typed() { typed retention set deck --days 30; }
days_again() {
    settled vacancies/deck.json
    expect 0 'are kept 30 days' days_typed
    expect 0 '^0 results' desk org list
}
remove_typed() { typed norm remove other; }
remove_again() {
    settled norms/other.json
    remove_typed >said 2>&1 || grep -q 'there is no imported norm' said || wrong "remove again: $(cat said)"
    [ ! -e org/norms/other.json ] || wrong "it is still there"
    expect 0 '^0 results' desk org list
}
# The doctor names the file meanwhile: nothing else may be wrong.
sound() {
    desk org doctor >said 2>&1
    grep '^wrong' said | grep -v '^wrong *settings' && wrong "the doctor finds something else"
    expect 0 'rows, [0-9]+ of them signed; each follows the one before' desk org audit log
}
steps edit 2
steps days 2
steps remove 2
finish
