# Ending on the way: asked first; erased on the spot, the code stays good; then declined consent.
size    1920x1080  width-mm 476
tap     "Start"
code    candidate 8
tap     "next"
tap     "consent-yes"
person  seed 81 pace 6 words "Erase me please"
answer  until step values:b02
tap     "Break or stop"
expect  screen break
expect  text "Stop for now"
tap     "Erase my answers"
expect  screen erase
tap     "No, go back"
expect  screen break
tap     "Erase my answers"
tap     "Yes, erase my answers"
expect  screen wiped
expect  text "Your answers are erased"
expect  text "Your code still works"
wait    30s
expect  screen attract
tap     "Start"
code    candidate 8
expect  screen notice
tap     "next"
tap     "consent-no"
expect  screen declined
