# A whole sitting, as most people go through it.
size    1920x1080  width-mm 476
expect  screen attract
hear    "Start, button"
expect  text "You will need the access code on your card."
tap     "Start"
expect  screen code
code    candidate 1
expect  screen notice
expect  text "Before you start"
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 7 noise 0.6 pace 6 growth=1 order=2 lead=-1 learning=4 doing=3.5 words "Planted canary words, only for the recruiter"
answer  until screen check
tap     "next"
expect  screen finish
tap     "back"
expect  screen check
tap     "next"
tap     "next"
expect  screen profile
tap     "In numbers"
tap     "What matters"
tap     "next"
expect  screen receipt
# not at once: it does not come back
tap     "I have my receipt"
expect  screen receipt
wait    2s
tap     "I have my receipt"
expect  screen wiped
wait    25s
expect  screen attract
# the same code again: it was used
tap     "Start"
code    candidate 1
expect  screen code
expect  text "already been used"
