# Stations of tests/qemu/terminal.sh: somebody sits.

# A touch screen that is plugged in again is heard from its first touch on: somebody begins with it.
station_begun() {
    machine_do unplug tablet
    machine_do add tablet usb-tablet
    inside "a touch screen that was plugged in again" 'soon "a server that listens to it" is_listened "USB Tablet"'
    station_begins
    begins 1
    lands "$(hand_again "candidate 1")" touches "$(hand_answers "step tea:cups")"
    comes_back "candidate 1" tea:cups
}
# begins NUMBER: whoever has this card consents, and comes past the page of the part to what is asked first: its order is drawn
# then, and a scripted person who comes back on a copy of it finds the same
begins() {
    enters "$1"
    taps "$(enters_told "$1")" touches 'tap "next"' 'tap "consent-yes"' 'tap "next"'
}
# enters NUMBER: whoever has this card begins, and types what stands on it; enters_told NUMBER: the same, for a scripted person
enters() {
    taps 'tap "Start"'
    types "$(code "$1")"
    presses ret
}
enters_told() { printf '%s\n' 'tap "Start"' "code candidate $1"; }
