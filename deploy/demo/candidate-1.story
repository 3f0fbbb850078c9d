# Candidate 1 of three, from the first screen to the wiped one.
size    1920x1080  width-mm 476
expect  screen attract
shot    candidate-1-attract
tap     "Start"
code    candidate 1
expect  screen notice
shot    candidate-1-notice
tap     "next"
expect  screen consent
tap     "consent-yes"
person  seed 11 noise 0.6 pace 7 growth=1.00 candour=-0.92 evidence=0.62 exploration=-0.99 self-direction=-0.11 care=1.80 order=2.40 service=2.52 society=0.84 craft=1.27 build=-1.18 lead=-2.28 rhythm=0.03 challenge=-0.78 belonging=1.35 recognition=-1.18 learning=4.38 doing=4.01 coaching=3.81 transfer=3.87 skills=4.13 ownership=4.17 accountability=4.39 s7_a=-1.4 s7_b=1.4 s7_c=-0.5 s7_d=1.2 s2_a=1.1 s2_b=1.1 s2_c=-0.7 s2_d=-0.2 s4_a=-0.2 s4_b=0.7 s4_c=0.9 s4_d=-1.3 words "I would ask the people on deck what slows them down and try one small change each week"
expect  screen item
answer  until step values:b05
shot    candidate-1-best-worst
answer  until screen check
shot    candidate-1-check
tap     "next"
expect  screen finish
tap     "next"
expect  screen profile
shot    candidate-1-profile
tap     "next"
expect  screen receipt
shot    candidate-1-receipt
wait    2s
tap     "I have my receipt"
expect  screen wiped
wait    25s
expect  screen attract
