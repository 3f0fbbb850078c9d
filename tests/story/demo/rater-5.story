# Colleague 5 of seven describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 5
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 105 noise 0.7 pace 6 growth=0.93 candour=-0.97 evidence=0.27 exploration=-1.25 self-direction=-0.28 care=2.12 order=2.14 service=2.59 society=1.07 craft=1.19 build=-1.62 lead=-2.50 rhythm=-0.20 challenge=-0.97 belonging=1.27 recognition=-1.74 learning=3.13 doing=3.05 coaching=3.02 transfer=3.00 skills=3.40 ownership=2.88 accountability=4.04
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
tap     "next"
wait    15s
expect  screen attract
