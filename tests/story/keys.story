# With the keyboard alone: Tab and Enter go everywhere.
size    1920x1080  width-mm 476
expect  screen attract
key     Enter
expect  screen code
code    candidate 7
expect  screen notice
# Enter by habit does not lead over a text that nobody has read: it reads on; at its end it does
key     Enter
expect  screen notice
key     Down Down Down Down
hear    "Next, button"
key     Enter
expect  screen consent
tap     "consent-yes"
expect  screen item
key     Tab Tab Enter
wait    2s
person  seed 71 pace 6 words "Typed with keys"
tap     "Aa  Comfort"
expect  screen comfort
tap     "Close"
expect  screen item
tap     "?  Help"
expect  screen help
key     Enter
expect  screen item
