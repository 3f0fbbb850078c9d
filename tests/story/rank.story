# Lines that are put in order, in the form of the folder rank: by touch and by keys, with numbers
# taken back and moved, and an order that is not whole kept over a loss of power.
size    1920x1080  width-mm 476
tap     "Start"
code    candidate 1
tap     "next"
tap     "consent-yes"
person  seed 11 noise 0.5 pace 6 words "Words of somebody who sorts"
answer  until step closing:first
expect  text "Choose what comes first, then what comes next."
expect  no-text "Earlier"
tap     "option-learn"
expect  no-text "Earlier"
tap     "option-calm"
tap     "option-view"
expect  text "Earlier"
expect  text "3"
shot    rank-begun
# the second one moves, the first one is taken back: the others move up
tap     "earlier-calm"
tap     "option-learn"
expect  no-text "3"
tap     "help"
expect  text "Earlier and Later change the number of a line"
tap     "Close"
# what is not whole is asked about once, and stays
tap     "next"
expect  screen blank
tap     "Answer it now"
expect  step closing:first
tap     "next"
tap     "back"
expect  step closing:first
kill
tap     "Start"
code    candidate 1
tap     "Go on"
expect  same
expect  step closing:first
expect  text "2"
expect  no-text "3"
tap     "I prefer not to say"
expect  no-text "Earlier"
tap     "I prefer not to say" # too soon for a hand that has rested
expect  no-text "Earlier"
wait    2s
tap     "I prefer not to say"
expect  text "Earlier"
tap     "option-learn"
tap     "option-plan"
key     Tab Shift-Tab Tab Enter # the first key shows where the focus is
expect  no-text "4"
key     Enter
expect  text "4"
wait    1s
tap     "option-share"
expect  text "5"
tap     "later-calm"
shot    rank-whole
tap     "next"
expect  step closing:anything
answer
expect  screen check
tap     "next"
tap     "next"
expect  screen profile
