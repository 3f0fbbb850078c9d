#!/bin/bash
# Who needs a new passphrase is offered six words, other ones each time; they are shown once, what is
# typed is never shown, and they open what they were chosen for.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
cd "$work" || exit 1
# chooses FILE PRESENT COMMAND...: what was on the screen goes to FILE, the words to `chosen`
chooses() {
    local file=$1 present=$2
    shift 2
    python3 "$SOURCE/tests/kit/chooser.py" "$present" "$BIN/resonance" "$@" >"$file" 2>&1 || wrong "$*: $(cat "$file")"
    chosen=$(sed -n 's/^words: //p' "$file")
    [ "$(wc -w <<<"$chosen")" = 6 ] || wrong "$*: offered are \"$chosen\""
    [ "$(tail -n +2 "$file" | grep -cF "$chosen")" = 1 ] || wrong "$*: the words are shown not once"
    [ -z "$present" ] || ! grep -qF "$present" "$file" || wrong "$*: the present passphrase is shown"
}
opens() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$given"; }

chooses founded "" init org --name "Acme" --contact "hr@example.org" --customer passenger \
    --assessment "$SOURCE/questionnaires/strategy-fit" --cost low --recovery-out sheet.txt
first=$chosen
given=$first expect 0 '' opens profile status
given="${first% *}" expect 1 'does not open keys/recruiter.key' opens profile status
chooses made "$first" key new --label anna --org org
second=$chosen
[ "$first" != "$second" ] || wrong "the same words are offered again"
given=$second expect 0 '' opens profile status --key anna
grep -q 'six words, or 14 characters or more' made || wrong "the rule is not said"
chooses other "$second" key passphrase anna --org org
given=$second expect 1 'does not open keys/anna.key' opens profile status --key anna
given=$chosen expect 0 '' opens profile status --key anna
chooses rotated "$first" key rotate recruiter --org org
grep -q 'opened the signing key, too' rotated || wrong "it is not said that the old passphrase signs no more"
# An old passphrase signs nothing any more, the new one does.
given=$first expect 1 'does not open keys/signing.key' opens key retire anna
given=$chosen expect 0 'Retired the key anna' opens key retire anna
for words in "$first" "$second" "$chosen"; do
    grep -rqF "$words" org sheet.txt && wrong "a passphrase is on the disk"
done
given=$chosen$'\n'"thirteen char"
refuse 1 'at least 14 characters; six plain words' opens key new --label ben
finish
