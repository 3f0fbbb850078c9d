# How sure somebody is, and up to two of five ways to learn: a third is told at once, taken back
# again. Other ways to take part stand in the help of every question. Each page of a sample story says
# that the company is made up.
size    1366x768  width-mm 344
tap     "Start"
code    candidate 10
tap     "next"
tap     "consent-yes"
person  seed 33 noise 0.6 pace 6 words "Words about the story"
answer  until step story:sure_understood
expect  text "An example: this company is not real."
expect  text "How sure are you that you have understood the story?"
tap     "Fairly sure"
tap     "next"
expect  step story:sure_contribute
tap     "help"
expect  text "Other ways to take part"
tap     "Close"
tap     "Not very sure"
tap     "next"
expect  step story:ways
expect  text "Choose up to 2."
tap     "option-shadowing"
tap     "option-coaching"
tap     "option-rotation"
tap     "next"
expect  step story:ways
expect  text "Please choose at most 2."
tap     "option-coaching"
tap     "next"
expect  step interview:q2
expect  no-text "A sample"
