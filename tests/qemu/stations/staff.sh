# Stations of tests/qemu/terminal.sh: staff with their PIN and a stick, and an update, beside whoever sits.

# staff BUTTON...: the page for staff is opened by touch, with the PIN, and these are chosen there
staff() {
    local digit steps=('tap "Help with this screen"' 'tap "For staff"')
    for digit in $(fold -w1 <<<$pin); do steps+=("tap \"$digit\""); done
    taps "${steps[@]}" 'tap "Open"' "${@/#/tap }"
}

# Results go home by a stick with exFAT, which the desk does not need to know.
station_collected() {
    guided 'Collect results' 'resonance import STICK/resonance/bundles'
    station_begins
    stick_new stick.img exfat
    machine_do plug stick stick.img
    staff '"Collect results"'
    at "the results are on the stick"
    stick_told home
    machine_do unplug stick
    presses esc
    shows attract
    came_home home 1
}
# came_home FOLDER COUNT: at the desk
came_home() {
    desk org import "$1/resonance/bundles" >imported 2>&1 && grep -q "$2 new result" imported || wrong "the results do not come home: $(cat imported)"
}

station_given_cards() {
    guided 'Update         New codes' 'The next Update lets the terminal drop'
    desk org invite deck --count 1 --plain >>codes 2>/dev/null
    station_begins
    stick_new stick.img
    mmd -i stick.img ::/resonance
    configuration_made
    machine_do plug stick stick.img
    staff '"Take a configuration"'
    at "the new cards are there"
    machine_do unplug stick
    presses esc
    shows attract
}

# Whoever sits is not disturbed, and the next person finds the new program.
station_updated() {
    guided 'A newer one is installed the same way, and taken between two people.'
    station_begins
    begins 3
    stick_new stick.img
    mcopy -i stick.img next.deb ::/resonance-kiosk.deb
    machine_do plug stick stick.img
    inside "an update" 'terminal >/run/before && mounted_stick && apt-get install -y --no-install-recommends /media/stick/resonance-kiosk.deb && umount /media/stick &&
        rest && [ "$(terminal)" = "$(cat /run/before)" ] && dpkg-query -W -f "\${Version}" resonance-kiosk | grep -q next'
    machine_do unplug stick
    at "updated while somebody sits"
    ends "$(hand_again "candidate 3")" touches
    inside "the new program" 'is_another() { [ -n "$(terminal)" ] && [ "$(terminal)" != "$(cat /run/before)" ]; }
        soon "the new program" is_another && rest && ! ls -l /proc/[0-9]*/exe 2>/dev/null | grep "resonance.*deleted"'
    at "the next person finds the new program"
    station_begins
    stick_new stick.img
    machine_do plug stick stick.img
    staff '"Collect results"'
    machine_do unplug stick
    presses esc
    mkdir again && mcopy -s -i stick.img ::/resonance again/ || wrong "no results are on the stick"
    came_home again 1
}
