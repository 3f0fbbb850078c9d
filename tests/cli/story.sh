#!/bin/bash
# `resonance story` and `reason`: an organization tells its own story, a person on the terminal sees it,
# nobody is told another company's, and what people answered before stays readable.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
png=$SOURCE/tests/kit/png.py
form() { (cd org && find assessment -type f -print0 | sort -z | xargs -0 b2sum) >"$1"; }

for command in "story new" "story edit" "story preview" "story remove" reason; do
    # shellcheck disable=SC2086
    expect 0 "Example: resonance $command" "$BIN/resonance" $command --help
done

# Founded without a sample: nobody is asked about a story, no topic has another company's reason.
ORGANIZATION_STORY=none expect 0 'The form has no story of your strategy' organization_new org "Harbour Hospital"
grep -rqi 'sample\|island' org/assessment/story.osd org/assessment/values.osd && wrong "the sample is still there"
[ "$(jq -c '[.parts[] | select(.use == "story" and .role == "candidate")]' org/assessment/assessment.json)" = "[]" ] || wrong "a story is asked about"
expect 0 'Errors: 0' "$BIN/resonance" check org/assessment
desk org doctor | grep -q 'sample' && wrong "the doctor finds a sample"
for file in values.osd drivers.osd assessment.json; do
    diff <(jq 'del(.definition.dimensions[]?["x-resonance"]["why", "agreed", "sample"]) | del(.parts[]? | select(.use == "story" and .role == "candidate"))' \
        "$SOURCE/questionnaires/strategy-fit/$file") "org/assessment/$file" || wrong "$file was changed in other places"
done
refuse 1 'the form has no story' desk org story preview
refuse 1 'the form has no story|the story has 0' desk org story edit remove 1

# A form without a story is a whole form.
desk org profile collect --count 3 --plain >codes 2>/dev/null
desk org vacancy new before --title "Night nurse" >/dev/null
expect 0 'before is open' desk org vacancy open before --without-profile --yes
desk org invite before --count 2 --plain >>codes 2>/dev/null
terminal_request data request.json
terminal_told data "$(desk org key words signing)"
expect 0 'Configuration 1' desk org enrol request.json --words "$(cat request.json.words)" --out config
grep -q 'sample' "$work/.out" && wrong "the desk finds a sample in a form without one"
person_sits config data codes "rater 1" 10 || wrong "a colleague does not finish"
person_sits config data codes "candidate 1" 11 || wrong "a form without a story is not finished"

# All candidates of a vacancy answer the same form.
form before.sums
refuse 1 'the vacancy before is open' desk org story new --title "Where we are going"
refuse 1 'the vacancy before is open' desk org reason care "Nobody waits alone." --by "Ann Lee" --by "Bo Roe"
desk org vacancy close before >/dev/null
refuse 2 '--title and its value' desk org story new
refuse 2 '--title is empty' desk org story new --title " "
refuse 2 'at most 60' desk org story new --title "$(printf 'a word %.0s' {1..9})"
refuse 2 'the title has the character U\+202E' desk org story new --title $'Where \xe2\x80\xaewe go'
refuse 2 'not UTF-8' desk org story new --title $'\xff\xfe'
form after.sums
same before.sums after.sums

expect 0 'Began the story "Where we are going"' desk org story new --title "Where we are going"
grep -q 'stays in the folder forms' "$work/.out" || wrong "what follows for earlier results is not said"
[ "$(find org/forms -mindepth 1 -maxdepth 1 | wc -l)" = 1 ] || wrong "the form as it was is not kept"

# What colleagues said of the form before is not mixed with what they say of this one.
terminal_collect config data org before.bundle >/dev/null
expect 0 'was made before the form changed and is left out' desk org profile status

# What cannot be a scene is refused in one sentence, and nothing has changed.
form before.sums
add() { desk org story edit add --title "${1-A title}" --text "${2-A sentence.}" --picture "${3-door}"; }
refuse 2 'say add, set N, move N M or remove N' desk org story edit paint
refuse 2 'say add, set N, move N M or remove N' desk org story edit set
refuse 2 'named by its number' desk org story edit set one --title T
refuse 2 '--title is empty' add ""
refuse 2 '--text is empty' add T ""
refuse 2 'the title is empty' desk org story edit add --text T --picture door
refuse 2 'needs a picture' desk org story edit add --title T --text T
refuse 2 'at most 400 are read well' add T "$(printf 'a word %.0s' {1..70})"
refuse 2 'a word of 31 letters; at most 30' add T "$(printf 'x%.0s' {1..31})"
refuse 2 'a word of 21 letters; at most 20' add "$(printf 'x%.0s' {1..21})"
refuse 2 'the title has the character U\+202E' add $'T \xe2\x80\xae gnp'
refuse 2 'the title has the character U\+0001' add $'T\x01'
refuse 2 'the title has the character U\+0085' add $'T\xc2\x85'
refuse 2 'the text has the character U\+2066' add T $'A \xe2\x81\xa6text.'
refuse 2 'the text is empty' add T $'\xc2\xa0'
refuse 1 'no picture "harbour"; name a PNG file, or one of bridge, clock' add T T harbour
bad_png() {
    python3 "$png" "$1" "$1.png"
    refuse "$3" "$2" add T T "$1.png"
}
bad_png none 'is not a PNG file' 2
bad_png deep '16 bits' 1
bad_png interlaced 'interlaced' 1
bad_png moving 'moves' 1
bad_png tall 'taller than it is wide' 2
bad_png tiny 'only 8 x 4' 2
bad_png wide '60000 x 60000' 1
bad_png cut 'is broken' 2
bad_png flipped 'is broken' 2
bad_png empty 'is broken' 2
bad_png long-chunk 'is broken' 2
bad_png heavy 'at most 4194304 are accepted' 1
form after.sums
same before.sums after.sums
[ "$(find org/forms -mindepth 1 -maxdepth 1 | wc -l)" = 1 ] || wrong "a refused change kept a form"
nothing_beside org/assessment

# Three scenes, one with a photograph; a text in a file.
printf 'In 1920 three nurses opened a house\nof ten beds.  ' >first.txt
expect 0 '1 +Where we come from' desk org story edit add --title "Where we come from" --text first.txt --picture door
grep -q '^Note on' "$work/.out" && wrong "a plain scene is remarked on"
expect 0 '^Note on the text: It touches faith: "church"' desk org story edit set 1 --text "A ship brings a church bell."
expect 0 '1 +Where we come from' desk org story edit set 1 --text first.txt

# What a killed command left is no earlier form and is taken away by the next change; and a change that
# was made before the command could say so is not made again by repeating it.
half=9999999999.new # of a process that cannot be
mkdir -p "org/assessment.$half/pictures" "org/forms/$(ls org/forms | head -1).$half" "org/assessment.$$.new"
touch "org/assessment.$half/story.osd" "org/vacancies/before.json.$half" "org/keys/recruiter.key.$half"
expect 0 'the same, 0 different|^0 ' desk org rescore --all
form before.sums
refuse 1 'scene 1 is called "Where we come from" already; change it with .resonance story edit set 1' add "Where we come from" "Another."
form after.sums
same before.sums after.sums
[ "$(find org -name '*.new')" = "org/assessment.$$.new" ] || wrong "left behind, or taken from who still writes: $(find org -name '*.new')"
rmdir "org/assessment.$$.new"
python3 "$png" good good.png
expect 0 '2 +What we choose +photo-' add "What we choose" "We open one new ward each year, and close none." good.png
expect 0 '3 +What changed' add "What changed" "The town has grown, and its people live longer." bridge
expect 0 '2 +What changed' desk org story edit move 3 2
expect 0 '3 +What we choose' desk org story edit set 2 --text "The town has grown to twice its size." --picture house
[ -e org/assessment/pictures/bridge.picture ] && wrong "a picture that no scene has is still there"
refuse 1 'no scene 4; the story has 3' desk org story edit remove 4
refuse 1 'no scene 9; the story has 3' desk org story edit move 1 9
refuse 1 'no language "de"' desk org story edit set 1 --language de --title "Woher wir kommen"
refuse 1 'a story of your own with 3 scenes' desk org story new --title "Again"
jq -r '.definition.items[].id' org/assessment/story.osd | head -4 >ids
printf 'scene_1\nscene_3\nscene_2\nmeaning\n' | cmp - ids || wrong "the scenes do not stand in their order"
[ "$(jq -r .version org/assessment/assessment.json)" = "$(jq -r .version "$SOURCE/questionnaires/strategy-fit/assessment.json")" ] ||
    wrong "the form's version changed: norms would not pool"
jq -r .definition.scale_info.version org/assessment/story.osd | grep -qE '^[0-9.]+\+[0-9]+$' || wrong "the story has no version of its own"
expect 0 'Wrote story.html' desk org story preview --out story.html
[ "$(grep -o 'src="data:image/' story.html | wc -l)" = 3 ] || wrong "the page does not show three pictures"
grep -q 'In 1920 three nurses opened a house of ten beds\.' story.html || wrong "the page does not tell the story"
grep -qE '(src|href)="(http|//)' story.html && wrong "the page fetches something"
for kind in large clear bomb text-bomb; do
    python3 "$png" "$kind" "$kind.png"
    expect 0 '4 +T +photo-' add T T "$kind.png"
    expect 0 'What we choose' desk org story edit remove 4
done
[ "$(find org/assessment/pictures -type f | wc -l)" = 3 ] || wrong "pictures of removed scenes are still there"
expect 1 'File too large|disk is full' small_files 1 desk org story edit remove 3
[ "$(jq '[.definition.items[] | select(.["x-resonance"].kind == "scene")] | length' org/assessment/story.osd)" = 3 ] ||
    wrong "a full disk changed the story"
nothing_beside org/assessment

# Reasons: two people, one sentence.
refuse 2 'agreed by two people' desk org reason care "Nobody waits alone." --by "Ann Lee"
refuse 2 'agreed by two people' desk org reason care "Nobody waits alone." --by "Ann Lee" --by "Ann Lee"
refuse 2 'agreed by two people' desk org reason care "Nobody waits alone." --by "Ann Lee" --by " ann lee "
ann_lee() { refuse 2 "$1" desk org reason care "Nobody waits alone." --by "Änn Lee" --by "$2"; }
for other in 'ÄNN  LEE' $'A\xcc\x88nn Lee' $'Änn\xc2\xa0Lee' 'Lee, Änn' 'Lee Änn' 'Änn-Lee.' 'ÄnnLee' 'Änn Lee 2' $'\xef\xbc\xa1\xcc\x88nn Lee'; do
    ann_lee 'both names are those of one person; a reason is agreed by two people' "$other"
done
for other in - '  ' 12 '?!' B 'B 2' $'\xe2\x81\xa0'; do
    ann_lee 'a name has at least 2 letters|the name is empty|the name has the character' "$other"
done
ann_lee 'the name has the character U\+202E, which nobody sees; take it out' $'Bo \xe2\x80\xaeRoe'
ann_lee 'the name is not UTF-8' $'Bo\xff Roe'
refuse 2 'the reason has the character U\+001B' desk org reason care $'Nobody\e[2J waits.' --by "Ann Lee" --by "Bo Roe"
refuse 2 'the reason is empty' desk org reason care $'\xc2\xa0' --by "Ann Lee" --by "Bo Roe"
refuse 1 '"colour" is not a topic' desk org reason colour "Blue." --by "Ann Lee" --by "Bo Roe"
refuse 2 'from 1 to 200' desk org reason care "$(printf 'word %.0s' {1..60})" --by "Ann Lee" --by "Bo Roe"
expect 0 'care: A bell is answered at once. \(Ann Lee and Bo Roe, ' desk org reason care "A bell is answered at once." --by "Ann Lee" --by "Bo Roe"
grep -q '^Note on' "$work/.out" && wrong "a plain reason is remarked on"
expect 0 '^Note on the reason: It touches faith: "religion"\. Where it describes' \
    desk org reason care "Nobody is asked for a religion." --by "Ann Lee" --by "Bo Roe"
expect 0 'care: A bell' desk org reason care "A bell is answered at once." --by "Ann Lee" --by "Bo Roe"
expect 0 'care +Care .*A bell is answered at once' desk org reason
expect 0 'care has no reason now' desk org reason care --remove
desk org reason care "A bell is answered at once." --by "Ann Lee" --by "Bo Roe" >/dev/null

# A person sees them on the terminal, on a large screen and on a small one with the largest letters.
desk org vacancy new after --title "Night nurse" >/dev/null
expect 0 'after is open' desk org vacancy open after --without-profile --yes
desk org invite after --count 2 --plain >codes 2>/dev/null
expect 0 'Configuration 2' desk org enrol request.json --words "$(cat request.json.words)" --out config
longest=$(printf 'Word of eight %.0s' {1..28}) # 392 characters
read_story() {
    cat >"$1.story" <<STORY
size    $2
comfort text $3 theme $4
tap     "Start"
code    candidate $5
tap     "next"
tap     "consent-yes"
person  seed 3$5 noise 0.6 pace 7 words "I would answer the bells"
answer  until step story:scene_1
expect  text "Where we come from"
expect  text "In 1920 three nurses opened a house of ten beds."
expect  no-text "A sample"
shot    $1-1
tap     "next"
expect  step story:scene_3
expect  text "The town has grown to twice its size."
tap     "next"
expect  step story:scene_2
expect  text "What we choose"
shot    $1-2
answer  until screen finish
tap     "next"
STORY
    "$BIN/resonance-story" --config config --data data --codes codes ${SHOTS:+--shots "$SHOTS"} "$1.story" >/dev/null ||
        wrong "a person did not see the story: $1"
}
read_story wide "1920x1080 width-mm 476" normal light 1
desk org vacancy close after >/dev/null
for i in 1 2 3; do
    desk org story edit set $i --text "$longest" --title "$(printf 'A title %.0s' {1..7})" >/dev/null
done
desk org story edit set 2 --text "Verantwortungsbewusstseinslage Verantwortungsbewusstseinslage" \
    --title "Internationalization Internationalization" >/dev/null || wrong "long words were refused"
desk org vacancy new last --title "Night nurse" >/dev/null
desk org vacancy open last --without-profile --yes >/dev/null
desk org invite last --count 1 --plain >codes 2>/dev/null
terminal_enrol org request.json config
cat >narrow.story <<STORY
size    1366x768 width-mm 344
comfort text extra-large theme dark
tap     "Start"
code    candidate 1
tap     "next"
tap     "consent-yes"
person  seed 41 noise 0.6 pace 7 words "I would answer the bells"
answer  until step story:scene_1
shot    narrow-1
tap     "next"
shot    narrow-2
answer  until screen finish
tap     "next"
STORY
"$BIN/resonance-story" --config config --data data --codes codes ${SHOTS:+--shots "$SHOTS"} narrow.story >/dev/null ||
    wrong "the longest scenes do not fit a small screen with the largest letters"

# What was answered with the forms before opens and scores as it did.
terminal_collect config data org all.bundle >/dev/null
expect 0 '4 the same, 0 different' desk org rescore --all
expect 0 'Resonance' desk org report "$(desk org list | awk '/^[0-9]+-[0-9]/ { print $2; exit }')" --format txt
grep -qE '\{[A-Za-z]+\}' "$work/.out" && wrong "a report on an earlier form lacks the organization's own words"

# A form changed by hand after people answered is noticed.
cp -r org/assessment kept && sed -i 's/three nurses/four nurses/' org/forms/*/story.osd org/assessment/story.osd
sed -i 's/We ask because/We ask, because/' org/assessment/closing.osd
expect 1 'another version of the assessment' desk org rescore --all
rm -r org/assessment && mv kept org/assessment

# Out again.
desk org vacancy close last >/dev/null
refuse 1 'scenes .3. would be taken out; repeat with --yes' desk org story remove
expect 0 'nobody is asked about one' desk org story remove --yes
[ "$(jq -c '[.parts[] | select(.use == "story" and .role == "candidate")]' org/assessment/assessment.json)" = "[]" ] || wrong "a story is asked about"
[ -e org/assessment/pictures ] && wrong "the pictures of the story are still there"
expect 0 'Errors: 0' "$BIN/resonance" check org/assessment

# A sample is shown as one, and is never opened to real people by mistake.
expect 0 'A sample of a made-up company is in the form .the story and' organization_new demo "Northwind Ferries"
desk demo vacancy new deck --title Deck >/dev/null
refuse 1 'a sample of a made-up company is in the form .the story and 23 reasons.' desk demo vacancy open deck --without-profile --yes
refuse 1 'this is the sample story of a made-up company' desk demo story edit add --title T --text T --picture door
expect 0 'No reason is a sample now' desk demo reason --remove-samples
refuse 1 'a sample of a made-up company is in the form .the story.' desk demo vacancy open deck --without-profile --yes
expect 0 'Began the story' desk demo story new --title "Ours"
expect 0 'deck is open' desk demo vacancy open deck --without-profile --yes

# The help says the limits that are: what keeps within each is taken, what is beyond is refused.
desk demo vacancy close deck >/dev/null
add() { desk demo story edit add --title "${1-A title}" --text "${2-A sentence.}" --picture "${3-door}"; }
limits=$("$BIN/resonance" story edit --help | tr -s ' \n' ' ')
limit() { # limit WORDS: the number at "N" of these words of the help
    local number
    number=$(grep -oE -- "${1/N/[0-9]+}" <<<"$limits" | head -1 | grep -oE '[0-9]+' | head -1)
    echo "${number:-0}"
}
letters() { printf 'x%.0s' $(seq "$1"); }
words() { printf 'word %.0s' $(seq "$1") | head -c "$1" | sed 's/ $/x/'; } # of so many characters
taken() { # taken ARGUMENTS OF add: and taken out again
    expect 0 '^ +1 ' add "$@"
    desk demo story edit remove 1 >/dev/null
}
title=$(limit 'T up to N characters') text=$(limit 'holds them: up to N characters')
taken "$(words "$title")"
refuse 2 "at most $title are" add "$(words $((title + 1)))"
taken T "$(words "$text")"
refuse 2 "at most $text are" add T "$(words $((text + 1)))"
title=$(limit 'characters, a word up to N;') text=$(limit 'characters, a word up to N --picture')
taken "$(letters "$title")" "$(letters "$text")"
refuse 2 "at most $title fit" add "$(letters $((title + 1)))"
refuse 2 "at most $text fit" add T "$(letters $((text + 1)))"
sides() { # sides WxH: a picture of this size
    python3 "$png" "sides-$1" sides.png
    echo sides.png
}
least=$(limit 'sides of N to') most=$(limit 'to N pixels') all=$(limit 'pixels, N in all')
taken T T "$(sides "${least}x$least")"
refuse 2 'take a larger one' add T T "$(sides "$((least * 2))x$((least - 1))")"
taken T T "$(sides "${most}x$((all / most))")"
refuse 1 'make it smaller' add T T "$(sides "${most}x$((all / most + 1))")"
refuse 1 'make it smaller' add T T "$(sides "$((most + 1))x$least")"
mega=$(limit 'file up to N MB')
heavy() { # heavy BYTES: a good picture, and so many bytes in all
    python3 "$png" good heavy.png
    truncate -s "$1" heavy.png
    echo heavy.png
}
taken T T "$(heavy $((mega << 20)))"
refuse 1 "at most $((mega << 20)) are accepted" add T T "$(heavy $(((mega << 20) + 1)))"
drawn=$(add T T nothing 2>&1 | sed 's/.*or one of //')
[ -n "$drawn" ] && grep -qF "program: $drawn; or" <<<"$limits" || wrong "the help does not name the pictures: $drawn"
scenes=$(limit 'story, up to N,')
for ((i = 1; i <= scenes; i++)); do add "Scene $i" >/dev/null || wrong "scene $i is refused"; done
refuse 1 "a story has at most $scenes scenes" add Beyond
finish
