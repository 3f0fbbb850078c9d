# Colleague 2 of eight describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 2
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 102 noise 1.3 pace 6 growth=0.82 candour=-0.71 evidence=0.30 exploration=-1.34 self-direction=-0.17 care=1.65 order=2.17 service=3.15 society=1.00 craft=1.04 build=-1.28 lead=-2.32 rhythm=-0.15 challenge=-1.35 belonging=1.56 recognition=-1.58 learning=3.68 doing=3.04 coaching=3.18 transfer=2.92 skills=3.00 ownership=2.89 accountability=3.64 s7_a=1.6 s7_b=6.1 s7_c=4.1 s7_d=4.7 s2_a=6.4 s2_b=4.7 s2_c=2.5 s2_d=4.0 s4_a=2.6 s4_b=4.6 s4_c=6.2 s4_d=3.1 needed:candour=2.4 needed:growth=1.8 needed:exploration=1.0 needed:order=0.5 needed:care=0.6 needed:learning=4.1 needed:doing=3.8 needed:ownership=4.5
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
