# The pictures of the README. After deploy/demo.sh has made its organization:
#
#   build/release/bin/resonance-story --config build/demo/config --data build/demo/data \
#       --codes build/demo/codes.txt --shots build/demo/shots deploy/demo/pictures.story
#   for name in start best-worst profile; do
#       convert build/demo/shots/$name.png -resize 1280x -dither None -colors 56 \
#           -strip -define png:compression-level=9 PNG8:assets/readme/$name.png
#   done
# desk.png: the first candidate of "resonance desk --org build/demo/org", in a window of 1440 by 900.
size    1920x1080  width-mm 476
expect  screen attract
shot    start
tap     "Start"
code    candidate 4
tap     "next"
tap     "consent-yes"
person  seed 23 noise 0.8 pace 8 growth=1.2 candour=0.4 care=1.6 order=2.2 service=2.4 society=0.9 craft=1.1 build=-1.1 lead=-2.0 challenge=-0.6 belonging=1.3 recognition=-1.2 learning=4.4 doing=4.0 coaching=3.8 transfer=3.6 skills=4.1 ownership=4.2 accountability=4.5 words "I would ask the people at the counter what slows them down, and try one small change each week"
answer  until step values:b06
answer
tap     "back"
expect  step values:b06
shot    best-worst
answer  until screen check
tap     "next"
tap     "next"
expect  screen profile
shot    profile
