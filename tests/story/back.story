# Going back, changing, preferring not to say, leaving open, coming back from the check, and to it.
size    1366x768  width-mm 344
tap     "Start"
code    candidate 2
tap     "next"
tap     "consent-yes"
person  seed 21 noise 0.5 pace 8 words "Words that came first"
answer  until step drivers:learning_1
tap     "back"
tap     "back"
answer  2
expect  step drivers:learning_1
tap     "I prefer not to say"
tap     "next"
tap     "back"
expect  step drivers:learning_1
answer
tap     "next"
expect  screen blank
tap     "leave-blank"
person  seed 22 noise 0.5 pace 8 words ""
answer  until screen check
expect  text "open"
tap     "back"
expect  screen item
tap     "next"
expect  screen check
kill
tap     "Start"
code    candidate 2
expect  screen resume
tap     "next"
expect  screen check
expect  same
tap     "back"
expect  screen item
kill
tap     "Start"
code    candidate 2
tap     "next"
expect  screen item
tap     "next"
expect  screen check
tap     "Break or stop"
tap     "Stop for now"
wait    25s
expect  screen attract
tap     "Start"
code    candidate 2
tap     "next"
expect  screen check
tap     "next"
kill
tap     "Start"
code    candidate 2
tap     "next"
expect  screen check
tap     "next"
tap     "next"
expect  screen profile
