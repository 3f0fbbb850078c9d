# Colleague 1 of eight describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 1
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 101 noise 1.3 pace 6 growth=1.11 candour=-0.63 evidence=0.70 exploration=-0.77 self-direction=-0.25 care=2.07 order=2.06 service=2.84 society=1.05 craft=1.26 build=-1.32 lead=-2.57 rhythm=-0.28 challenge=-1.32 belonging=1.33 recognition=-1.65 learning=3.11 doing=2.63 coaching=3.17 transfer=3.25 skills=3.36 ownership=2.90 accountability=4.08 s7_a=2.0 s7_b=5.6 s7_c=3.4 s7_d=6.0 s2_a=6.3 s2_b=5.7 s2_c=2.2 s2_d=3.8 s4_a=3.3 s4_b=4.6 s4_c=5.8 s4_d=1.9 needed:candour=2.0 needed:growth=1.8 needed:exploration=0.9 needed:order=0.4 needed:care=0.5 needed:learning=4.2 needed:doing=4.3 needed:ownership=4.4
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
