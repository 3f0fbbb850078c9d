# The power goes, the terminal starts again and runs on. After 24 hours the answers are gone: the
# code begins anew. Before, it brings them back.
size    1920x1080  width-mm 476
person  seed 9 pace 4 words "Planted words that must stay sealed"
tap     "Start"
code    candidate 9
tap     "next"
tap     "consent-yes"
answer  at-most 4
kill
wait    1400m
tap     "Start"
code    candidate 9
expect  screen resume
kill
wait    60m
tap     "Start"
code    candidate 9
expect  screen notice
