# Extra-large text on a small screen: nothing is cut, everything can be reached.
size    1366x768  width-mm 344
comfort text extra-large theme light
shot    large-attract
tap     "Start"
shot    large-code
code    candidate 5
shot    large-notice
tap     "next"
tap     "consent-yes"
person  seed 51 pace 9 words "Large letters, same answers"
answer  until step values:b03
shot    large-best-worst
answer  until step drivers:learning_2
shot    large-rating
answer  until screen check
shot    large-check
tap     "next"
tap     "next"
expect  screen profile
shot    large-profile
tap     "next"
shot    large-receipt
