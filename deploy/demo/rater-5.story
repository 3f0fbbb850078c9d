# Colleague 5 of eight describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 5
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 105 noise 1.3 pace 6 growth=0.93 candour=-0.97 evidence=0.27 exploration=-1.25 self-direction=-0.28 care=2.12 order=2.14 service=2.59 society=1.07 craft=1.19 build=-1.62 lead=-2.50 rhythm=-0.20 challenge=-0.97 belonging=1.27 recognition=-1.74 learning=3.13 doing=3.05 coaching=3.02 transfer=3.00 skills=3.40 ownership=2.88 accountability=4.04 s7_a=3.0 s7_b=6.0 s7_c=3.7 s7_d=4.8 s2_a=6.7 s2_b=4.9 s2_c=1.7 s2_d=4.2 s4_a=2.6 s4_b=4.6 s4_c=5.7 s4_d=2.2 needed:candour=2.5 needed:growth=2.2 needed:exploration=1.0 needed:order=0.5 needed:care=1.0 needed:learning=4.3 needed:doing=4.2 needed:ownership=4.4
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
