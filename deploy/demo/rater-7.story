# Colleague 7 of eight describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 7
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 107 noise 1.3 pace 6 growth=1.04 candour=-0.88 evidence=0.27 exploration=-1.18 self-direction=-0.22 care=2.04 order=2.26 service=3.03 society=0.94 craft=1.29 build=-1.46 lead=-2.18 rhythm=-0.34 challenge=-1.05 belonging=1.17 recognition=-1.70 learning=3.56 doing=2.91 coaching=3.18 transfer=3.27 skills=3.29 ownership=3.15 accountability=3.61 s7_a=2.2 s7_b=5.7 s7_c=3.4 s7_d=6.0 s2_a=6.3 s2_b=6.0 s2_c=1.6 s2_d=4.2 s4_a=4.1 s4_b=4.6 s4_c=6.4 s4_d=2.5 needed:candour=1.9 needed:growth=2.1 needed:exploration=0.9 needed:order=0.6 needed:care=0.8 needed:learning=4.2 needed:doing=4.3 needed:ownership=4.0
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
