# Wrong codes: told in one sentence; five are free, then one waits; a right one still works.
size    1920x1080  width-mm 476
tap     "Start"
code    AAAAA-AAAAA
expect  screen code
expect  text "not known here"
code    AAAAA-AAAAB
code    AAAAA-AAAAC
code    AAAAA-AAAAD
code    AAAAA-AAAAE
code    AAAAA-AAAAF
expect  text "You can try again in"
wait    20s
code    candidate 3
expect  screen notice
