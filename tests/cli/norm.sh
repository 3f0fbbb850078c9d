#!/bin/bash
# `resonance norm`, and what `vacancy open` makes of it: what is usual is worked out from results of
# the form, frozen for good, given to others as a signed table, and taken from them.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
command -v minisign >/dev/null || { echo "skipped: minisign is not installed"; exit 77; }
cd "$work" || exit 1
for command in show export import remove; do
    expect 0 "Example: resonance norm $command" "$BIN/resonance" norm $command --help
done

# answered ORG COUNT: so many made-up people answer the form of ORG, and their results are brought
answered() {
    "$BIN/bench_sealed_copies" request "$1.key" "$1.request"
    terminal_enrol "$1" "$1.request" "$1.config"
    "$BIN/bench_sealed_copies" seal "$1.key" "$1.config" "$2" "$1.bundle"
    desk "$1" import "$1.bundle" >/dev/null || wrong "nothing came to $1"
}
# keyless ORG WORD...: where nobody can be asked for a passphrase
keyless() {
    local org=$1
    shift
    setsid -w "$BIN/resonance" "$@" --org "$org" </dev/null
}
# exports ORG FILE: two keys, so two passphrases
exports() {
    "$BIN/resonance" norm export "$2" --org "$1" --passphrase-fd 9 \
        9<<<"$ORGANIZATION_PASSPHRASE"$'\n'"$ORGANIZATION_PASSPHRASE"
}

# Nobody has answered yet: no key is needed, and it is said what is missing.
organization_new acme "Acme Ltd." >/dev/null 2>&1 || exit 1
expect 0 '^People: +0, as of ' keyless acme norm show
grep -q '^Missing: *30 people, until results get a phrase' "$work/.out" || wrong "what is missing is not said"
refuse 1 'the norm of this organization is made from 0 people; at least 30 are needed' keyless acme norm export table
desk acme vacancy new first --title First --pilot >/dev/null
expect 0 'first is open' keyless acme vacancy open first --without-profile --sample --yes
grep -q '"norm":{' acme/vacancies/first.json && wrong "nobody is a norm"
desk acme vacancy show first | grep -q '^Pilot:' || wrong "the pilot is not shown"

# Forty have: the means are those of their records, and a key is needed.
answered acme 40
desk acme vacancy new second --title Second >/dev/null
cp acme/vacancies/second.json draft.json
refuse 2 'nobody here to ask for the passphrase' keyless acme vacancy open second --without-profile --sample --yes
ORGANIZATION_PASSPHRASE="this is not the one" refuse 1 'does not open keys/recruiter.key' \
    desk acme vacancy open second --without-profile --sample --yes
same acme/vacancies/second.json draft.json
expect 0 '^People: +40, as of ' desk acme norm show
desk acme norm show --identity acme.recovery.txt | cmp -s - "$work/.out" || wrong "the recovery sheet tells something else"
desk acme norm show --json >norm.json
for handle in $(desk acme list --json | grep -o '"handle":"[^"]*"' | cut -d'"' -f4); do
    desk acme report "$handle" --format record | grep -o '"dimensions":\[[^]]*\]' | tail -1 | tr '{' '\n' |
        sed -nE 's/.*"id":"([^"]*)".*"score":"([^"]*)".*/\1 \2/p'
done | awk '{ sum[$1] += $2; n[$1]++ } END { for (id in sum) printf "%s %d %.9f\n", id, n[id], sum[id] / n[id] }' >means.txt
grep -o '"dimensions":\[[^]]*\]' norm.json | tr '{' '\n' | sed -nE 's/.*"id":"([^"]*)","mean":"([^"]*)".*/\1 \2/p' >told.txt
[ "$(wc -l <told.txt)" = 16 ] || wrong "there are $(wc -l <told.txt) topics"
awk 'NR == FNR { mean[$1] = $3; n[$1] = $2; next }
    { apart = mean[$1] - $2; if (n[$1] != 40 || apart > .0050001 || apart < -.0050001) print $1, n[$1], mean[$1], "is told as", $2 }' \
    means.txt told.txt >apart.txt
[ -s apart.txt ] && wrong "$(cat apart.txt)"

# Frozen when the vacancy opens, for good; the next one takes what is usual then.
expect 1 'second by repeating it with --yes' desk acme vacancy open second --without-profile --sample
same acme/vacancies/second.json draft.json
expect 0 'second is open' desk acme vacancy open second --without-profile --sample --yes
grep -q '"norm":{"count":40,' acme/vacancies/second.json || wrong "the norm is not in the vacancy"
grep -q '"norm_count":40' acme/vacancies/second.json || wrong "the norm is not in the basis of the vacancy"
cp acme/vacancies/second.json second.json
exports acme acme.table >"$work/.out" || wrong "nothing was exported"
"$BIN/resonance" key export signing --org acme >acme.pub
minisign -qVm acme.table -p acme.pub || wrong "minisign does not take the signature"
cmp -s acme.table <(desk acme norm show --json | head -c -1) || wrong "the table is not what is shown"
grep -q '"count":40,.*"sources":\["Acme Ltd."\]' acme.table || wrong "the table does not say who and how many"
[ "$(grep -o '"mean"' acme.table | wc -l)" = 23 ] || wrong "the table holds more than 16 topics and 7 drivers"

# Too few may not leave; a norm that comes makes up for them.
organization_new beta "Beta" >/dev/null 2>&1
answered beta 25
expect 0 '20 people; 5 more wait' desk beta norm show
expect 1 'the norm of this organization is made from 20 people; at least 30 are needed' exports beta table
expect 1 'nowhere' exports acme nowhere/table
[ -e table ] || [ -e table.minisig ] && wrong "a refused export left a file"

# taken FILE KEY: `norm import` into beta; refused ones leave nothing
taken() { desk beta norm import "$1" --public-key "$2"; }
"$BIN/resonance" key export signing --org beta >beta.pub
cp acme.table alone.table
refuse 1 'alone.table.minisig' taken alone.table acme.pub
refuse 1 'nowhere' taken nowhere acme.pub
refuse 2 '--public-key' desk beta norm import acme.table
refuse 2 'neither a file with a public key' taken acme.table RWnokey
refuse 2 'neither a file with a public key' taken acme.table acme.table
refuse 1 'acme.table: signed with key' taken acme.table beta.pub
sed 's/"count":40/"count":90/' acme.table >bent.table
cp acme.table.minisig bent.table.minisig
refuse 1 'bent.table: ' taken bent.table acme.pub
refuse 1 'people of Acme Ltd., who are counted here' desk acme norm import acme.table --public-key acme.pub

# signed FILE COMMENT: the table signed by a key of the test's own, with this comment
minisign -G -W -p own.pub -s own.key >/dev/null 2>&1
signed() { minisign -S -s own.key -m "$1" -t "$2" >/dev/null 2>&1; }
made=$(grep -o '"made":"[^"]*"' acme.table | cut -d'"' -f4)
sed 's/"count":40/"count":29/' acme.table >few.table
signed few.table "resonance norm strategy-fit $(grep -o '"form_version":"[^"]*"' acme.table | cut -d'"' -f4) of 29 people, $made"
refuse 1 'few.table: the norm is made from 29 people; at least 30 are needed' taken few.table own.pub
sed 's/"form_version":"[^"]*"/"form_version":"0.9.9"/' acme.table >old.table
signed old.table "resonance norm strategy-fit 0.9.9 of 40 people, $made"
refuse 1 'the norm is of the form strategy-fit 0.9.9, and this organization uses' taken old.table own.pub
cp acme.table other.table
signed other.table "something else"
refuse 1 'a signature.*something else|is one for something else' taken other.table own.pub
echo '{}' >none.table
signed none.table "resonance norm"
refuse 2 'none.table: ' taken none.table own.pub
# changed NAME SED: the table changed and signed by a key of the test's own, as its comment has to be
changed() {
    sed -E "$2" acme.table >"$1.table"
    cmp -s acme.table "$1.table" && wrong "$1: the test changes nothing"
    signed "$1.table" "resonance norm strategy-fit $(jq -r .form_version "$1.table") of $(jq -r .count "$1.table") people, $(jq -r .made "$1.table")"
}
while IFS='|' read -r code pattern sed; do
    changed bent "$sed"
    refuse "$code" "$pattern" taken bent.table own.pub
done <<'LIST'
1|the norm is made from 45 people, and norms grow in steps of 10; ask|s/"count":40/"count":45/
1|the norm is made from 31 people|s/"count":40/"count":31/
2|the name of a source of the norm is empty|s/"Acme Ltd."/""/
2|the name of a source of the norm is empty|s/"Acme Ltd."/"  "/
2|the name of a source of the norm has no letter|s/"Acme Ltd."/"-, -"/
2|the name of a source of the norm has the character U.202E|s/"Acme Ltd."/"Acme \xe2\x80\xaeLtd."/
2|the name of a source of the norm has the character U.001B|s/"Acme Ltd."/"Acme \\u001b Ltd."/
2|the norm counts the people of Other twice; ask|s/"Acme Ltd."/"Other","Other"/
2|the norm counts the people of ACME, ltd twice|s/"Acme Ltd."/"Acme Ltd.","Cargo","ACME, ltd"/
2|the day on which the norm was made is not a day|s/"made":"[^"]*"/"made":"2026-02-31"/
2|the day on which the norm was made is not a day|s/"made":"[^"]*"/"made":"yesterday"/
1|the norm was made on 9998-01-01, which is in the future; ask|s/"made":"[^"]*"/"made":"9998-01-01"/
1|the norm was made on 1999-01-01, before there was a form to answer|s/"made":"[^"]*"/"made":"1999-01-01"/
LIST
# One organization under another spelling is the same.
changed own 's/"Acme Ltd."/"BETA."/'
refuse 1 'people of Beta, who are counted here' taken own.table own.pub
[ -e beta/norms ] && [ -n "$(ls beta/norms)" ] && wrong "a refused norm is there: $(ls beta/norms)"

expect 1 'File too large|disk is full' small_files 1 taken acme.table acme.pub
[ -e beta/norms/acme-ltd.json ] && wrong "half a norm is there"
expect 0 'Imported as acme-ltd: 40 people from Acme Ltd.' taken acme.table acme.pub
nothing_beside beta/norms/acme-ltd.json
refuse 1 'a norm of the same source or figures is here as acme-ltd' taken acme.table "$(sed -n 2p acme.pub)"
for other in "ACME  ltd" $'Acme\xc2\xa0Ltd' "Ltd., Acme" 'Cargo","acme ltd.' 'Acme Holding'; do # the last one: the same figures
    changed other "s/\"Acme Ltd.\"/\"$other\"/"
    refuse 1 'a norm of the same source or figures is here as acme-ltd' taken other.table own.pub
done
expect 0 '^People: +60, as of ' desk beta norm show
grep -q '^Imported: *acme-ltd: 40 people from Acme Ltd.' "$work/.out" || wrong "where it comes from is not told"
expect 0 '1 imported, each with its signature' desk beta doctor
desk beta vacancy new deck --title Deck >/dev/null
desk beta vacancy open deck --without-profile --sample --yes >/dev/null || wrong "it cannot be opened"
grep -q '"norm":{"count":60,.*"sources":\["Beta","Acme Ltd."\]' beta/vacancies/deck.json || wrong "the two are not pooled"
exports beta pooled >/dev/null 2>&1 && wrong "what was imported makes up for people who are not here"

# What was changed later is met when it is used.
cp beta/norms/acme-ltd.json kept.json
sed -i 's/\\"count\\":40/\\"count\\":90/' beta/norms/acme-ltd.json
cmp -s kept.json beta/norms/acme-ltd.json && wrong "the test changes nothing"
refuse 1 'norms/acme-ltd.json was changed since it was signed for' desk beta norm show
expect 0 '^Signed for' desk beta organization sign --yes
refuse 1 'norms/acme-ltd.json: ' desk beta norm show
desk beta vacancy new purser --title Purser >/dev/null
refuse 1 'norms/acme-ltd.json: ' desk beta vacancy open purser --without-profile --sample --yes
expect 1 '^wrong +norms' desk beta doctor
cp kept.json beta/norms/acme-ltd.json
expect 0 '^Signed for' desk beta organization sign --yes

# The same on pages: a table that lies on a stick, with the key that came by another way; no other file is ever opened.
if unshare -rm true 2>/dev/null; then
    mkdir -p out
    secret=passphrase=${ORGANIZATION_PASSPHRASE// /%20}
    key=$(sed -n 2p acme.pub | sed 's/+/%2B/g; s,/,%2F,g; s/=/%3D/g')
    # answers CODE METHOD ROUTE FILE [NAME=VALUE]...: of a desk with a stick at /mnt
    answers() {
        local code=$1
        shift
        said=$(unshare -rm bash -c 'mount -t tmpfs none /mnt && cp acme.table acme.table.minisig alone.table /mnt && exec "$@"' - \
            "$BIN/desk_answer" beta out recruiter 2>took 9<<<"$ORGANIZATION_PASSPHRASE" <<<"$*")
        [ "${said%% *}" = "$code" ] || wrong "$*: $said, wanted $code: $(tail -1 took)"
    }
    has() { tr -s ' \n' '  ' <"out/$1" | grep -qF -- "$2" || wrong "$1 does not say \"$2\""; }
    answers 200 GET /norms norms.html
    for words in "acme-ltd: 40 people from Acme Ltd." "/mnt/acme.table" "Remove it"; do has norms.html "$words"; done
    grep -q alone out/norms.html && wrong "a table without a signature can be chosen"
    answers 422 POST /norms wrong.html token=x act=remove name=acme-ltd passphrase=wrong
    has wrong.html "That passphrase does not sign"
    answers 422 POST /norms wrong.html token=x act=remove "$secret"
    has wrong.html "Choose one."
    [ -e beta/norms/acme-ltd.json ] || wrong "a refused form removed the table"
    answers 303 POST /norms removed.html token=x act=remove name=acme-ltd "$secret"
    has removed.html.next "The table is removed."
    expect 0 '^People: +20, as of ' desk beta norm show
    for table in /etc/passwd /mnt/alone.table "$PWD/acme.table"; do
        answers 422 POST /norms wrong.html token=x act=bring "table=$table" "key=$key" "$secret"
        has wrong.html "Choose one that lies there now."
    done
    answers 422 POST /norms wrong.html token=x act=bring table=/mnt/acme.table key=acme.pub "$secret"
    has wrong.html "That is no public key of minisign."
    answers 422 POST /norms wrong.html token=x act=bring table=/mnt/acme.table "key=$(sed -n 2p beta.pub | sed 's/+/%2B/g; s,/,%2F,g; s/=/%3D/g')" "$secret"
    has wrong.html "igned with key"
    answers 303 POST /norms taken.html token=x act=bring table=/mnt/acme.table "key=$key" "$secret"
    has taken.html.next "The table is taken."
    expect 0 '^Imported: *acme-ltd: 40 people from Acme Ltd.' desk beta norm show
else
    echo "skipped in part: no mount of one's own here"
fi

# A new form has another norm: the table waits, unused.
sed -i 's/"version": "[^"]*"/"version": "0.0.0"/' beta/assessment/assessment.json
expect 0 'of another form, so not used' desk beta norm show
grep -q '^People: *0' "$work/.out" || wrong "results of another form are counted"
grep -q WARNING "$work/.err" && wrong "results of another form are told"

refuse 1 'no imported norm "acme"; there are: acme-ltd' desk beta norm remove acme
refuse 1 'no imported norm' desk beta norm remove ../keyset
expect 0 'Removed the norm acme-ltd' desk beta norm remove acme-ltd
refuse 1 'no imported norm "acme-ltd"' desk beta norm remove acme-ltd
same acme/vacancies/second.json second.json
finish
