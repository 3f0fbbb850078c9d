# Colleague 8 of eight describes the place, first as it is, then as the strategy needs it.
size    1920x1080  width-mm 476
expect  screen attract
tap     "Start"
code    rater 8
expect  screen notice
tap     "next"
expect  screen consent
tap     "consent-yes"
expect  screen item
person  seed 108 noise 1.3 pace 6 growth=1.17 candour=-0.04 evidence=0.77 exploration=-0.74 self-direction=-0.09 care=1.96 order=2.49 service=2.87 society=0.71 craft=0.93 build=-1.75 lead=-2.24 rhythm=0.02 challenge=-0.73 belonging=1.58 recognition=-1.57 learning=3.50 doing=2.91 coaching=2.75 transfer=3.34 skills=3.18 ownership=3.11 accountability=3.80 s1_a=3.5 s1_b=6.3 s1_c=3.8 s1_d=4.8 s2_a=6.7 s2_b=5.0 s2_c=2.9 s2_d=3.0 s3_a=5.2 s3_b=4.0 s3_c=5.9 s3_d=2.7 s4_a=3.1 s4_b=5.3 s4_c=6.1 s4_d=2.7 s5_a=4.3 s5_b=5.6 s5_c=2.2 s5_d=5.4 s6_a=6.0 s6_b=2.6 s6_c=2.9 s6_d=6.0 needed:candour=2.3 needed:growth=2.0 needed:exploration=1.0 needed:order=0.5 needed:care=0.7 needed:learning=4.2 needed:doing=4.1 needed:ownership=4.2
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
