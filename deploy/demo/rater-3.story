# Colleague 3 of eight describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 3
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 103 noise 1.3 pace 6 growth=0.92 candour=-0.72 evidence=0.22 exploration=-0.93 self-direction=-0.49 care=1.71 order=2.53 service=2.85 society=0.67 craft=1.16 build=-1.44 lead=-2.61 rhythm=0.03 challenge=-1.46 belonging=1.45 recognition=-1.48 learning=3.11 doing=2.97 coaching=3.22 transfer=3.05 skills=2.91 ownership=2.83 accountability=3.71 s7_a=1.7 s7_b=6.3 s7_c=3.6 s7_d=4.7 s2_a=5.8 s2_b=6.1 s2_c=3.2 s2_d=2.8 s4_a=2.7 s4_b=5.1 s4_c=6.5 s4_d=2.5 needed:candour=2.4 needed:growth=2.2 needed:exploration=1.2 needed:order=0.4 needed:care=0.7 needed:learning=4.4 needed:doing=4.1 needed:ownership=4.4
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
