# Colleague 7 of seven describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 7
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 107 noise 0.7 pace 6 growth=1.04 candour=-0.88 evidence=0.27 exploration=-1.18 self-direction=-0.22 care=2.04 order=2.26 service=3.03 society=0.94 craft=1.29 build=-1.46 lead=-2.18 rhythm=-0.34 challenge=-1.05 belonging=1.17 recognition=-1.70 learning=3.56 doing=2.91 coaching=3.18 transfer=3.27 skills=3.29 ownership=3.15 accountability=3.61
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
tap     "next"
wait    15s
expect  screen attract
