# Colleague 1 of seven describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 1
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 101 noise 0.7 pace 6 growth=1.11 candour=-0.63 evidence=0.70 exploration=-0.77 self-direction=-0.25 care=2.07 order=2.06 service=2.84 society=1.05 craft=1.26 build=-1.32 lead=-2.57 rhythm=-0.28 challenge=-1.32 belonging=1.33 recognition=-1.65 learning=3.11 doing=2.63 coaching=3.17 transfer=3.25 skills=3.36 ownership=2.90 accountability=4.08
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
tap     "next"
wait    15s
expect  screen attract
