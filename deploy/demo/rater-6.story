# Colleague 6 of eight describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 6
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 106 noise 1.3 pace 6 growth=1.31 candour=-0.70 evidence=0.69 exploration=-1.28 self-direction=-0.43 care=1.61 order=2.55 service=2.74 society=0.75 craft=1.47 build=-1.35 lead=-2.05 rhythm=-0.29 challenge=-1.18 belonging=1.44 recognition=-1.70 learning=3.27 doing=2.74 coaching=3.09 transfer=2.93 skills=3.49 ownership=3.38 accountability=3.98 s7_a=2.7 s7_b=5.5 s7_c=3.3 s7_d=5.6 s2_a=6.6 s2_b=5.1 s2_c=3.0 s2_d=2.9 s4_a=2.8 s4_b=4.6 s4_c=6.2 s4_d=1.9 needed:candour=2.2 needed:growth=1.9 needed:exploration=1.1 needed:order=0.6 needed:care=0.6 needed:learning=4.2 needed:doing=4.2 needed:ownership=3.9
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
