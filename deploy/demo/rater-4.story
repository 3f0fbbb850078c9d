# Colleague 4 of eight describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 4
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 104 noise 1.3 pace 6 growth=1.31 candour=-0.96 evidence=0.67 exploration=-0.78 self-direction=-0.12 care=1.73 order=2.25 service=2.87 society=0.95 craft=0.93 build=-1.41 lead=-2.16 rhythm=-0.04 challenge=-1.45 belonging=1.57 recognition=-1.94 learning=3.30 doing=2.87 coaching=3.55 transfer=2.90 skills=3.45 ownership=3.13 accountability=3.79 s7_a=2.5 s7_b=5.4 s7_c=3.9 s7_d=5.0 s2_a=6.1 s2_b=4.8 s2_c=2.3 s2_d=3.1 s4_a=2.6 s4_b=5.7 s4_c=6.7 s4_d=2.4 needed:candour=2.4 needed:growth=1.8 needed:exploration=1.1 needed:order=0.7 needed:care=0.8 needed:learning=4.1 needed:doing=4.0 needed:ownership=4.0
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
