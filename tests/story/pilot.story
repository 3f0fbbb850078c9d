# Somebody tries the form out for a vacancy that is a pilot: no word speaks of an application.
size    1920x1080  width-mm 476
tap     "Start"
code    candidate 1
expect  screen notice
expect  text "You help us to try it out, and we decide nothing about you."
expect  text "What happens to your answers"
expect  no-text "Who decides"
expect  no-text "People decide"
expect  no-text "application"
expect  no-text "for this vacancy"
expect  no-text "interview"
tap     "next"
expect  screen consent
tap     "consent-no"
expect  screen declined
expect  no-text "application"
tap     "next"
