#!/bin/bash
# What goes wrong is told in one sentence: what, where, how to mend; and the exit code is not 0.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org Acme >/dev/null || exit 1
terminal_request data request.json
mkdir dir
echo junk >junk
resonance() { "$BIN/resonance" "$@"; }
wrong_passphrase() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"words that nobody chose here"; }

# ---- words ----
refuse 2 'there is no command "foo"; see resonance help' resonance foo
refuse 2 'resonance key: say which: new\|rotate\|retire\|share\|recover\|sheet\|passphrase\|list\|export\|words; see resonance help key' resonance key
refuse 2 'resonance vacancy: there is no "shut", only new\|.*; see resonance help vacancy' resonance vacancy shut deck
refuse 2 'there is no "stick" to help with; see resonance help' resonance help stick
refuse 2 '^resonance init: --name needs a value after it; see resonance init --help$' resonance init a --name
refuse 2 '"b" is one word too many: the new folder is needed' resonance init a b
refuse 2 '"stray" cannot stand here; leave it out' "$BIN/resonance-kiosk" stray

# ---- folders ----
refuse 2 '--org needs the folder of an organization' resonance list --org ""
refuse 1 'dir is not the folder of an organization; make one with .resonance init dir' resonance list --org dir
touch file
for way in "list" "desk --no-browser"; do
    # shellcheck disable=SC2086
    refuse 1 'file is a file and not a folder; name the folder of the organization$' resonance $way --org file
done
refuse 1 'nowhere is not the folder' resonance list --org nowhere
refuse 1 'there is no folder of an organization here or above' resonance list
refuse 1 'make folder nowhere/a: the folder around it is not there; make that first' \
    resonance init nowhere/a --name A --contact c --assessment "$SOURCE/questionnaires/strategy-fit" --recovery-out sheet
[ -e sheet ] && wrong "an init that was refused left a sheet"
refuse 1 'dir is not an assessment: there is no assessment.json in it' resonance check dir
refuse 1 'nowhere is not an assessment: there is no such folder' resonance manual --form nowhere
refuse 1 'junk is not an assessment: there is no such folder' resonance manual --form junk
# After a build nothing is installed yet.
[ -e /usr/share/resonance ] ||
    refuse 1 'the assessment that comes with the package is not installed here; .* --assessment questionnaires/strategy-fit$' \
        resonance init a --name A --contact c --recovery-out sheet

# ---- files ----
drivers=$SOURCE/questionnaires/strategy-fit/drivers.osd
refuse 1 'read nowhere: there is no such file' resonance score "$drivers" --answers nowhere
refuse 2 'read dir: this is a folder; name a file' resonance score "$drivers" --answers dir
refuse 2 'read /dev/null: this is not a file' resonance score "$drivers" --answers /dev/null
refuse 1 'write dir: a folder stands there; name a file' resonance manual --form "$SOURCE/questionnaires/strategy-fit" --out dir
refuse 1 'write nowhere/x: there is no folder nowhere; make it first' \
    resonance manual --form "$SOURCE/questionnaires/strategy-fit" --out nowhere/x
refuse 1 'make folder junk: a file stands there; name another' "$BIN/resonance-kiosk" --request r --label L --data junk
refuse 1 'make folder dir/x/y: the folder around it is not there; make that first' desk org enrol request.json --words "$(cat request.json.words)" --out dir/x/y
refuse 2 "^resonance enrol: junk is not what 'resonance-kiosk --request' writes: " desk org enrol junk --out config
refuse 2 'read dir: this is a folder' desk org enrol dir --out config
refuse 1 'nowhere was not imported: read nowhere: there is no such file' desk org import nowhere
refuse 2 'junk was not imported: junk is not a Resonance bundle' desk org import junk
refuse 1 'dir holds no bundle of a terminal' desk org import dir
desk org key export signing >acme.pub
refuse 1 'the signature junk.minisig is not beside it' desk org norm import junk --public-key acme.pub
refuse 1 'there is no imported norm "nobody"; none was imported' desk org norm remove nobody

# ---- keys ----
refuse 1 'the secret of a key "nobody" is not here; see .resonance key list' desk org list --key nobody
refuse 2 '^resonance list: junk: no secret key stands in it: ' desk org list --identity junk
refuse 2 'read dir: this is a folder' desk org list --identity dir
refuse 2 '^resonance age-open: junk: no secret key stands in it: ' resonance age-open --identity junk junk
refuse 1 'the passphrase does not open keys/recruiter.key' wrong_passphrase list
refuse 2 'cannot be read from descriptor 77' resonance list --org org --passphrase-fd 77

# ---- ids ----
refuse 2 'name a result: its reference, or the receipt' desk org show ""
refuse 1 'there is no result ZZ-ZZ; .resonance list. shows those that came' desk org show ZZ-ZZ
refuse 1 'there is no profile "nobody"; none is frozen yet: .resonance profile freeze. makes one' desk org profile show nobody
desk org vacancy new deck --title Deck >/dev/null
refuse 1 'there is no vacancy "nobody"; there are: deck' desk org invite nobody --count 1
desk org vacancy open deck --without-profile --sample --yes >/dev/null
desk org vacancy close deck >/dev/null
refuse 1 'the vacancy deck is not open any more; make a new one' desk org invite deck --count 1
refuse 1 'the vacancy deck is closed already' desk org vacancy close deck

# ---- documents that somebody spoilt ----
cp -r org spoilt
echo junk >spoilt/organization.json
refuse 2 '^resonance list: spoilt/organization.json: ' desk spoilt list
cp org/organization.json spoilt
echo junk >spoilt/vacancies/deck.json
refuse 2 '^resonance vacancy show: spoilt/vacancies/deck.json: ' desk spoilt vacancy show deck

# ---- permissions ----
chmod 755 . org
chmod 644 org/*.json
stranger() { as_stranger "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"; }
chmod 700 org/vacancies
refuse 1 'Permission denied; check its owner and permissions' stranger profile collect --count 1
chmod 600 org/organization.json
refuse 1 'read org/organization.json: Permission denied; check its owner and permissions' stranger list
chmod 700 org
refuse 1 'org: Permission denied; check its owner and permissions' stranger list
finish
