# Candidate 2 of three, from the first screen to the wiped one.
size    1920x1080  width-mm 476
expect  screen attract
shot    candidate-2-attract
tap     "Start"
code    candidate 2
expect  screen notice
shot    candidate-2-notice
tap     "next"
expect  screen consent
tap     "consent-yes"
person  seed 12 noise 0.6 pace 7 growth=-0.61 candour=0.82 evidence=-0.17 exploration=0.47 self-direction=0.58 care=-1.32 order=-1.63 service=-2.28 society=-0.48 craft=-0.63 build=1.34 lead=2.02 rhythm=-0.27 challenge=0.56 belonging=-1.06 recognition=1.45 learning=2.89 doing=4.57 coaching=2.25 transfer=2.82 skills=3.49 ownership=4.49 accountability=3.82 s7_a=0.1 s7_b=-0.1 s7_c=-0.4 s7_d=0.2 s2_a=-0.3 s2_b=0.2 s2_c=0.8 s2_d=0.4 s4_a=-0.2 s4_b=-0.5 s4_c=-0.8 s4_d=-0.1 words "I would build a new line in the harbour and lead it myself"
expect  screen item
answer  until step values:b05
shot    candidate-2-best-worst
answer  until screen check
shot    candidate-2-check
tap     "next"
expect  screen finish
tap     "next"
expect  screen profile
shot    candidate-2-profile
tap     "next"
expect  screen receipt
shot    candidate-2-receipt
wait    2s
tap     "I have my receipt"
expect  screen wiped
wait    25s
expect  screen attract
