# Nobody touches the screen: asked kindly, then hidden, then suspended; the code brings all back.
size    1920x1080  width-mm 476
tap     "Start"
code    candidate 4
tap     "next"
tap     "consent-yes"
person  seed 41 pace 5 words "Hidden while nobody is here"
answer  until step values:b04
wait    5m
expect  screen idle
expect  text "In 45 seconds the screen will be hidden"
wait    30s
expect  text "In 15 seconds the screen will be hidden"
tap     "I am still here"
expect  screen item
wait    5m
expect  screen idle
key     Down
expect  screen item
wait    5m
expect  screen idle
wait    60s
expect  screen hidden
expect  no-text "What do you look for"
code    candidate 5
expect  screen hidden
expect  text "This code is right, but this device is in use"
expect  no-text "What do you look for"
code    AAAAA-AAAAA
expect  text "not known here"
code    candidate 4
expect  screen item
wait    6m
expect  screen hidden
wait    16m
expect  screen attract
tap     "Start"
code    candidate 4
expect  screen resume
tap     "next"
expect  screen item
answer  until screen check
