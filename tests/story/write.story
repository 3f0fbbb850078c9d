# A page too low for the question and the keys: first the question is read, then the keys come.
size    1366x768  width-mm 344
comfort text extra-large theme high-contrast
tap     "Start"
code    candidate 3
tap     "next"
tap     "consent-yes"
person  seed 23 noise 0.6 pace 6 words ""
answer  until step story:meaning
hear    "Write, button"
expect  no-text "Delete word"
tap     "field"
expect  text "Delete word"
hear    "A friend asks you what Northwind Ferries wants to do. What would you say? text field, empty"
tap     "Read the question"
hear    "Write, button"
key     Enter
tap     "Read the question"
type    "I once forgot a passenger"
expect  text "Read the question"
wait    6s
kill
comfort text extra-large theme high-contrast
tap     "Start"
code    candidate 3
tap     "Go on"
expect  same
# the words stand there: they are gone on with, and no keys come first
hear    "Next, button"
tap     "next"
expect  step story:contribute
tap     "I prefer not to say"
answer  until step interview:q2
tap     "Write"
tap     "next"
# it may be left empty, so nobody asks; the next part says what it is
expect  screen part
expect  text "Anything to add"
hear    "Go on, button"
tap     "next"
expect  step closing:anything
tap     "Write"
expect  text "Delete word"
key     Escape
expect  no-text "Delete word"
