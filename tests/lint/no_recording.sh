#!/usr/bin/env bash
# No camera and no microphone: the terminal asks no library for sound or pictures from outside, names no
# device that gives them, and its units may open none.
set -u
cd "$SOURCE" || exit 1
kiosk=$BIN/resonance-kiosk
[ -x "$kiosk" ] || { echo "skipped: there is no resonance-kiosk"; exit 77; }
bad=0
called=$(nm -D --undefined-only "$kiosk" | awk '{ print $2 }')
grep -q '^SDL_CreateWindow' <<<"$called" || { echo "nothing that the terminal calls was found"; exit 1; }
found=$(grep -E '^(SDL_.*(Audio|Camera|Capture|Mic)|snd_|pa_|pw_|v4l|jack_)' <<<"$called")
[ -z "$found" ] || { echo "the terminal calls:"; echo "$found"; bad=1; }
found=$(grep -rnE 'SDL_INIT_(AUDIO|EVERYTHING|CAMERA)|/dev/(video|snd|audio|dsp)' kiosk --include='*.[ch]')
[ -z "$found" ] || { echo "$found"; bad=1; }
for unit in deploy/*.service; do
    [[ $unit == deploy/resonance-desk-own.service ]] && continue # systemd of one person can close no device
    grep -qx 'DevicePolicy=closed' "$unit" || { echo "$unit may open any device"; bad=1; }
done
found=$(grep -HE '^DeviceAllow=.*(video4linux|snd|alsa|sound|/dev/video)' deploy/*.service)
[ -z "$found" ] || { echo "the unit may open: $found"; bad=1; }
[ "$bad" = 0 ] && echo "nothing is seen or heard"
exit "$bad"
