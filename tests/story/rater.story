# A colleague describes the place twice; no profile is shown, only thanks and a receipt.
size    1920x1080  width-mm 476
tap     "Start"
code    rater 1
expect  screen notice
tap     "next"
tap     "consent-yes"
person  seed 61 noise 0.5 pace 6 order=2 service=1 learning=3
answer  until step values-needed:b04
shot    rater-needed
answer  until step effectiveness:s2
shot    rater-grid
answer  until screen check
tap     "next"
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
wait    25s
expect  screen attract
