#!/bin/bash
# The strategy story and the reasons of topics in the browser: an owner begins it in place of the sample, adds,
# changes, moves and takes out scenes, each beside the screen of the terminal that shows it; on what was read, or
# not at all; and not while a vacancy is open.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
cd "$work" || exit 1
organization_new org 'Kestrel <Water>' >/dev/null 2>&1 || wrong "no organization"
. "$SOURCE/tests/kit/desk_asked.sh"
desk_asked_begin org
right=passphrase=${ORGANIZATION_PASSPHRASE// /%20}
# page ROUTE: asks for it, and keeps what it carries for its form
page() { answers 200 GET "$1" page.html && digest=$(seen page.html); }
titles() { grep -o '<a href="/story/[0-9]*">[^<]*' out/page.html | sed 's/.*>//'; }

# The sample is said to be one, and does not change; its screen is painted all the same.
page /story
has page.html "This story is a sample: it tells of a made-up company."
[ "$(titles | wc -l)" = 4 ] || wrong "$(titles | wc -l) scenes of the sample"
answers 200 GET /story/1 sample.html
has sample.html "This scene is of the sample"
lacks sample.html "<form method=\"post\" action=\"/story/1\""
answers 403 GET /story/add add.html
answers 404 GET /story/5 none.html
answers 404 GET /story/x none.html

# Begun, and two scenes: what is wrong is said at the field, with everything typed kept.
answers 422 POST /story wrong.html token=x "digest=$digest" title=
answers 303 POST /story none.html token=x "digest=$digest" title=From%20well%20to%20%3Ctap%3E
has none.html.next "The story is begun."
[ "${said##* }" = /story/add ] || wrong "it goes on to ${said##* }"
page /story
has page.html "It has no scene yet, so nobody is asked about it."
has page.html "From well to &lt;tap&gt;"
page /story/add
answers 422 POST /story/add wrong.html token=x "digest=$digest" title=One%20%3Cwell%3E text= picture=house
has wrong.html 'value="One &lt;well&gt;"'
answers 422 POST /story/add wrong.html token=x "digest=$digest" title=One text=Two picture=nothing
has wrong.html "There is no picture"
answers 303 POST /story/add none.html token=x "digest=$digest" title=One%20%3Cwell%3E text=In%201908%20our%20town%20drilled%20one. picture=house
has none.html.next "The scene is added."
page /story/add
answers 303 POST /story/add none.html token=x "digest=$digest" title=The%20pump text=It%20broke.%20Neighbours%20carried%20buckets. picture=hands
page /story
[ "$(titles)" = "One &lt;well&gt;
The pump" ] || wrong "the scenes are: $(titles)"

# Changed on what was read only: a command beside it makes the form that is open an old one.
page /story/1
desk org story edit set 2 --title "The pump broke" >/dev/null || wrong "no command beside it"
answers 422 POST /story/1 stale.html token=x "digest=$digest" title=Other text=Other picture=map
has stale.html "Somebody has changed the story meanwhile"
has stale.html 'value="Other"'
page /story/1
answers 303 POST /story/1 none.html token=x "digest=$digest" title=One%20well text=They%20drilled%20it%20in%201908. picture=map
has none.html.next "The scene is changed."
page /story/1
has page.html 'value="One well"'
has page.html "They drilled it in 1908."

# What a careful reader would say of the words stands at the field, and stops nothing.
answers 303 POST /story/1 none.html token=x "digest=$digest" title=One%20well "text=Our%20church%20and%20its%20pregnant%20members%20drilled%20it." picture=map
page /story/1
has page.html "Note: "

# Moved and taken out.
answers 303 POST /story/1 none.html token=x "digest=$digest" act=place to=2
has none.html.next "The scene stands there now."
[ "${said##* }" = /story/2 ] || wrong "it goes on to ${said##* }"
page /story
[ "$(titles | head -1)" = "The pump broke" ] || wrong "it was not moved: $(titles)"
page /story/1
has page.html "This cannot be undone."
answers 422 POST /story/1 wrong.html token=x "digest=$digest" act=place to=9
answers 303 POST /story/1 none.html token=x "digest=$digest" act=place to=out
has none.html.next "The scene is taken out."
page /story
[ "$(titles)" = "One well" ] || wrong "it was not taken out: $(titles)"

# The screen of the terminal: the picture that resonance-painter makes of the same page, in each look.
desk org story edit set 1 --text "They drilled it in 1908." >/dev/null || wrong "not set"
"$BIN/resonance" preview org/assessment --out there --size 960x540 --organization 'Kestrel <Water>' >/dev/null || wrong "no preview"
answers 200 GET /story/1/kiosk.png kiosk.png
[ "$said" = "200 image/png kiosk.png" ] || wrong "the picture came as: $said"
cmp out/kiosk.png there/*-story-scene_*.png || wrong "the picture beside the words is not what a terminal shows"
page /story/1
has page.html 'src="/story/1/kiosk.png?look=usual"'
for look in small large dark; do
    answers 200 GET /story/1/kiosk.png "look-$look.png" look=$look
    cmp -s out/kiosk.png "out/look-$look.png" && wrong "$look looks as usual"
done
answers 404 GET /story/2/kiosk.png none.png

# A reason: a topic, a sentence, two people; taken away again.
answers 200 GET /reasons reasons.html
has reasons.html "A sample"
answers 422 POST /reasons wrong.html token=x topic=order reason=The%20timetable%20is%20a%20promise. by1=Ines%20Moreno by2=
has wrong.html "Write the two people who agreed on it."
answers 422 POST /reasons wrong.html token=x topic=order reason=The%20timetable%20is%20a%20promise. by1=Ines%20Moreno by2=Ines%20Moreno
answers 422 POST /reasons wrong.html token=x reason=x by1=A by2=B
has wrong.html "Choose the topic that this reason is for."
answers 303 POST /reasons none.html token=x topic=order "reason=The%20tap%20%3Cruns%3E%20at%20five." by1=Ines%20Moreno by2=Per%20Holm
has none.html.next "The reason is saved."
answers 200 GET /reasons reasons.html
has reasons.html "The tap &lt;runs&gt; at five."
has reasons.html "Ines Moreno and Per Holm"
answers 303 POST /reasons none.html token=x topic=order reason=
has none.html.next "The reason is removed."
answers 200 GET /reasons reasons.html
lacks reasons.html "at five."

# While a vacancy is open the form is fixed: said before, and refused.
desk org vacancy new deck --title Deck >/dev/null && desk org vacancy open deck --without-profile --sample --yes >/dev/null || wrong "no open vacancy"
page /story/1
has page.html "The story does not change while a vacancy is open"
cp -r org/assessment before
ask POST /story/1 refused.html token=x "digest=$digest" title=Late text=Late picture=map
[ "${said%% *}" = 422 ] || wrong "it was changed while a vacancy is open: $said"
ask POST /reasons refused.html token=x topic=order reason=Late. by1=Ines%20Moreno by2=Per%20Holm
[ "${said%% *}" = 422 ] || wrong "a reason was changed while a vacancy is open: $said"
same before org/assessment
desk org vacancy close deck >/dev/null

# Taken out as a whole, with the passphrase.
page /story/remove
has page.html "This cannot be undone."
answers 422 POST /story/remove wrong.html token=x "digest=$digest" passphrase=no
answers 303 POST /story/remove none.html token=x "digest=$digest" "$right"
has none.html.next "The story is removed."
page /story
[ -z "$(titles)" ] || wrong "scenes are there still"
desk org check org/assessment >/dev/null 2>&1 || "$BIN/resonance" check org/assessment >/dev/null || wrong "the form is broken"

# Where the painter is missing, that is said in its place.
mkdir alone && cp "$BIN/desk_answer" alone
organization_new other Other >/dev/null 2>&1
printf '%s\n' "GET /story/1 alone.html" "GET /story/1/kiosk.png alone.png" | alone/desk_answer other out 9<<<"$ORGANIZATION_PASSPHRASE" >told 2>/dev/null
has alone.html "Install resonance-painter"
grep -q '^200 .*alone.png' told && wrong "a picture was made without a painter"
desk_asked_end
finish
