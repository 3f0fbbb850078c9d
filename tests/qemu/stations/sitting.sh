# Stations of tests/qemu/terminal.sh: somebody sits, the power goes, they go on.

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

# The cord is pulled while a number is being typed: all that was answered before comes back.
station_cut_off() {
    local before
    guided 'After power loss do' 'for one day the code brings answers'
    station_begins
    comes_back "candidate 1" tea:cups
    before=$(answered)
    taps "$(hand_again "candidate 1")" touches 'tap "3"'
    machine_off && machine_on || exit 1
    comes_up
    shows attract
    comes_back "candidate 1" tea:cups
    [ -n "$before" ] && [ "$(answered)" = "$before" ] || wrong "other answers come back than those that were given"
}

# With the code, by touch and keys, to the end.
station_finished() {
    station_begins
    enters 1
    ends "$(enters_told 1)" touches 'tap "next"'
}
# ends STEP...: whoever got so far (taps) answers the rest and seals it; then the first screen stands for the next person
ends() {
    taps "$@" "$(hand_answers "screen check")" 'tap "next"' 'tap "next"' 'tap "next"' 'wait 3s' 'tap "done"'
    shows attract
}
