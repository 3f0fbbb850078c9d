# A portrait screen, in the dark theme.
size    1080x1920  width-mm 268
comfort text extra-large theme dark
shot    portrait-attract
tap     "Start"
shot    portrait-code
code    candidate 6
shot    portrait-notice
tap     "next"
tap     "consent-yes"
person  seed 51 pace 9 words "Upright screen, same answers"
answer  until step values:b03
shot    portrait-best-worst
answer  until step drivers:learning_2
shot    portrait-rating
answer  until screen check
shot    portrait-check
tap     "next"
tap     "next"
expect  screen profile
shot    portrait-profile
tap     "next"
shot    portrait-receipt
