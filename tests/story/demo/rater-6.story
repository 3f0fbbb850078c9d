# Colleague 6 of seven describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 6
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 106 noise 0.7 pace 6 growth=1.31 candour=-0.70 evidence=0.69 exploration=-1.28 self-direction=-0.43 care=1.61 order=2.55 service=2.74 society=0.75 craft=1.47 build=-1.35 lead=-2.05 rhythm=-0.29 challenge=-1.18 belonging=1.44 recognition=-1.70 learning=3.27 doing=2.74 coaching=3.09 transfer=2.93 skills=3.49 ownership=3.38 accountability=3.98
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
tap     "next"
wait    15s
expect  screen attract
