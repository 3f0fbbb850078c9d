#!/bin/bash
# What people will see of a form, as pictures: each page once, as the terminal itself paints it, at the size,
# in the letters, colours and language that are named; by a program that knows no key and opens no network.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 77; }
cd "$work" || exit 1
form=$SOURCE/questionnaires/strategy-fit
resonance() { "$BIN/resonance" "$@"; }
# size FILE: WIDTHxHEIGHT, as its own header says
size() { python3 -c 'import struct, sys; head = open(sys.argv[1], "rb").read(24); assert head[:8] == b"\x89PNG\r\n\x1a\n"; print("%dx%d" % struct.unpack(">II", head[16:24]))' "$1"; }

# All pages of a candidate, each item once, in the order of the form.
expect 0 'Pictures in all: [0-9]+\.' resonance preview "$form" --out all --size 960x540
ls all >there
for page in attract code notice consent check finish comfort help break part-values part-story; do
    grep -qE "^[0-9]{3}-$page\.png$" there || wrong "no picture of $page"
done
for part in values drivers situations story; do
    grep -qE "^[0-9]{3}-$part-" there || wrong "no item of $part"
done
same <(sed -nE 's/^[0-9]{3}-(values-b[0-9]+)\.png$/\1/p' there) <(printf 'values-b%02d\n' {1..20})
[ "$(sed 's/^[0-9]*-//' there | sort | uniq -d)" = "" ] || wrong "a page is there twice"
[ "$(wc -l <there)" -gt 70 ] || wrong "only $(wc -l <there) pages"
for picture in all/*; do [ "$(size "$picture")" = 960x540 ] || { wrong "$picture: $(size "$picture")"; break; }; done

# One page alone.
resonance preview "$form" --out once --page attract --size 640x480 --organization "Northwind Ferries" >/dev/null || wrong "no single page"
[ "$(ls once)" = attract.png ] || wrong "one page was asked for: $(ls once)"

# Letters, colours, screen and role change it; the same words give the same bytes.
for look in "--text extra-large" "--theme dark" "--theme high-contrast" "--inches 10.1" "--organization Kestrel" ""; do
    name="look-${look//[^a-z0-9]/}"
    # shellcheck disable=SC2086
    resonance preview "$form" --out "$name" --page consent --size 1024x600 $look >/dev/null || wrong "not painted: $look"
    sha256sum <"$name/consent.png"
done >sums
[ "$(sort -u sums | wc -l)" = 6 ] || wrong "two looks are the same picture"
resonance preview "$form" --out again --page consent --size 1024x600 >/dev/null
same again/consent.png look-/consent.png
expect 0 '^001-attract' resonance preview "$form" --out raters --role colleague --size 640x480
ls raters | grep -q 'values-now' || wrong "a colleague's pages are not there"
ls raters | grep -q -- '-story-' && wrong "a colleague sees the story"
# Whoever was hired sees the notice and the parts of a check-in, and nobody else does.
resonance preview "$form" --out newcomers --role newcomer --size 640x480 >newcomers.txt || wrong "a newcomer's pages are not painted"
for page in code notice consent check finish; do grep -qE "^[0-9]{3}-$page\.png$" newcomers.txt || wrong "a newcomer sees no $page"; done
for page in values-later-b01 contribution-contribute contribution-sure_contribute; do grep -qE -- "^[0-9]{3}-$page" newcomers.txt || wrong "a newcomer sees no $page"; done
grep -qE -- '-(story|situations|interview|values-now|values)-b?[0-9a-z]*\.png' newcomers.txt && wrong "a newcomer sees the questions of others"
for role in candidate colleague newcomer; do resonance preview "$form" --out "notice-$role" --role $role --page notice --size 1024x600 >/dev/null; sha256sum <"notice-$role/notice.png"; done | sort -u >notices
[ "$(wc -l <notices)" = 3 ] || wrong "two roles read the same notice"
refuse 2 'a role is candidate, colleague or newcomer, not "owner"' resonance preview "$form" --out none --role owner

# One questionnaire by itself: its items and nothing around them.
expect 0 'Pictures in single: [0-9]+\.' resonance preview "$form/closing.osd" --out single --size 640x480
ls single | grep -qE 'attract|consent|check' && wrong "a questionnaire by itself has no notice"

# Nothing is written over, and what is wrong is one sentence.
refuse 1 'all is not empty; name a new or empty folder' resonance preview "$form" --out all
refuse 2 'a size is WIDTHxHEIGHT, each from 320 to 4096' resonance preview "$form" --out none --size 12x99999
refuse 2 'a theme is light, dark, high-contrast or low-glare, not "pink"' resonance preview "$form" --out none --theme pink
refuse 2 'given in inches, 5 to 100' resonance preview "$form" --out none --inches 0
refuse 2 'the form is not written in "xx"' resonance preview "$form" --out none --language xx
refuse 2 'there is no page "values-b99"' resonance preview "$form" --out none --page values-b99
refuse 1 'there is no nowhere' resonance preview nowhere --out none
echo '{' >broken.osd
refuse 2 'broken.osd has faults' resonance preview broken.osd --out none
refuse 2 'a folder cannot go to standard output' resonance preview "$form" --out -
ln -s all link
refuse 1 'link is a link or a device' resonance preview "$form" --out link
refuse 2 'out' resonance preview "$form"

# Where the painter is missing, the desk says what to install, and nothing is left behind.
mkdir alone && cp "$BIN/resonance" alone
refuse 1 'install resonance-painter' alone/resonance preview "$form" --out none

[ -e none ] && wrong "a picture that was refused left its folder"

# The painter calls nothing of a network and of keys, and the desk nothing of letters and surfaces.
# The sanitizers keep what is never called.
nm "$BIN/resonance-painter" | grep -q __asan_init ||
    ! nm -D --undefined-only "$BIN/resonance-painter" | grep -E ' (connect|listen|getaddrinfo|crypto_|sqlite3_)' || wrong "the painter calls these"
ldd "$BIN/resonance" | grep -iE 'sdl|libX11' && wrong "the desk links a screen"
finish
