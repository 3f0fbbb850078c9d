# Candidate 3 of three, from the first screen to the wiped one.
size    1920x1080  width-mm 476
expect  screen attract
shot    candidate-3-attract
tap     "Start"
code    candidate 3
expect  screen notice
shot    candidate-3-notice
tap     "next"
expect  screen consent
tap     "consent-yes"
person  seed 13 noise 0.6 pace 7 growth=0.26 candour=0.28 evidence=0.07 exploration=-0.07 self-direction=-0.46 care=0.46 order=0.26 service=1.13 society=0.51 craft=-0.16 build=0.28 lead=-1.35 rhythm=-0.21 challenge=-0.47 belonging=-0.01 recognition=-1.26 learning=3.73 doing=3.15 coaching=4.21 transfer=3.65 skills=3.84 ownership=3.02 accountability=3.94 s7_a=-1.2 s7_b=1.1 s7_c=-0.3 s7_d=0.5 s2_a=1.3 s2_b=1.2 s2_c=-1.4 s2_d=-0.8 s4_a=-0.3 s4_b=0.5 s4_c=0.9 s4_d=-1.2 words "I would write down what I learn and pass it on to the next watch"
expect  screen item
answer  until step values:b05
shot    candidate-3-best-worst
answer  until screen check
shot    candidate-3-check
tap     "next"
expect  screen finish
tap     "next"
expect  screen profile
shot    candidate-3-profile
tap     "next"
expect  screen receipt
shot    candidate-3-receipt
wait    2s
tap     "I have my receipt"
expect  screen wiped
wait    25s
expect  screen attract
