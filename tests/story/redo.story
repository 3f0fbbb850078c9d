# Answers that cannot be read together: offered once to answer the parts again; broken off and
# resumed; the new answers count.
size    1920x1080  width-mm 476
tap     "Start"
code    candidate 1
tap     "next"
tap     "consent-yes"
person  careless pace 1
answer  until screen check
tap     "next"
expect  screen redo
expect  text "It says nothing about you"
# Enter decides neither: nothing has the focus until somebody moves
key     Enter
expect  screen redo
key     Tab
hear    "Answer again, button"
tap     "Help with this screen"
expect  text "The report about you then shows less"
key     Enter
expect  screen redo
shot    redo
tap     "back"
expect  screen check
tap     "next"
tap     "Answer again"
expect  screen item
person  seed 31 noise 0.5 pace 8 words "I would listen first"
answer  2
kill
tap     "Start"
code    candidate 1
tap     "Go on"
expect  same
answer  until step drivers:learning_1
answer  2
tap     "Check answers"
expect  screen check
tap     "next"
expect  screen finish
tap     "back"
tap     "next"
tap     "next"
expect  screen profile
