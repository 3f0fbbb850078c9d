# Stations of tests/qemu/terminal.sh: a blank machine becomes a terminal, without a shell from then on.

# What the package will be, the one after it, and the machine; an organization, whose desk is this build.
station_blank() {
    local image got
    cpack --config "$BUILD/CPackConfig.cmake" -D CPACK_COMPONENTS_ALL=kiosk -B "$work/made" -D CPACK_PACKAGE_DIRECTORY="$work" >log 2>&1 || { cat log; exit 1; }
    rm -rf made
    dpkg-deb -R resonance-kiosk_*.deb next && sed -i 's/^Version: .*/&+next/' next/DEBIAN/control && dpkg-deb -b next next.deb >/dev/null || exit 1
    rm -rf next
    image=$(bash "$here/image.sh" "${RESONANCE_QEMU_CACHE:-$SOURCE/build/qemu}" resonance-kiosk_*.deb)
    got=$?
    [ $got = 0 ] || { echo "$image"; exit $got; }
    scales_form form "$SOURCE/tests/data/scales/tea.osd"
    organization_new org "Northwind Ferries" form >/dev/null 2>&1 || wrong "no organization"
    desk org vacancy new deck --title "Deck officer" >/dev/null
    desk org vacancy open deck --without-profile --yes >/dev/null 2>&1 || wrong "no vacancy"
    desk org invite deck --count 2 --plain >codes 2>/dev/null
    cp --sparse=always "$image" "$machine/disk.qcow2"
    SECONDS=0
    machine_on -loadvm blank || exit 1
    inside "the clock of today" "date -s @$(date +%s) >/dev/null; hwclock -w 2>/dev/null; true"
    inside "the menu of the boot" 'env -i PATH=$PATH update-grub' # as lock and unlock make it anew, without a language
    inside_told state >state.blank
}

# By a stick, with answers for whoever is not there.
station_installed() {
    guided 'apt install --no-install-recommends ./resonance-kiosk_*.deb' 'Tell debconf before Install'
    stick_new stick.img
    mcopy -i stick.img resonance-kiosk_*.deb ::/
    machine_do plug stick stick.img
    inside "the package is installed" 'mounted_stick &&
        printf "resonance-kiosk resonance-kiosk/%s\n" "label string Lobby" "start boolean true" | debconf-set-selections &&
        cd /media/stick &&
        apt-get install -y --no-install-recommends ./resonance-kiosk_*.deb && cd / && umount /media/stick'
    machine_do unplug stick
    station_begins
    shows staff
}

# station_begins: from here on fingers are counted
station_begins() {
    inside "a terminal that listens" 'soon "a terminal" terminal && listens && rest'
    fingers=0
}

# The request goes by a stick, the configuration comes by one.
station_enrolled() {
    guided 'Help, For staff' 'Write the request' 'Take a configuration' 'resonance enrol --all STICK/resonance/requests'
    station_begins
    stick_new stick.img
    machine_do plug stick stick.img
    taps 'tap "Help with this screen"' 'tap "For staff"' 'tap "Write the request"'
    machine_do unplug stick
    at "the request is written"
    mkdir requests && mcopy -i stick.img ::/resonance/requests/* requests/ || wrong "no request is on the stick"
    configuration_made
    presses esc
    machine_do plug stick stick.img
    taps 'tap "Help with this screen"' 'tap "For staff"' 'tap "Take a configuration"'
    machine_do unplug stick
    at "its words are asked for"
    presses tab tab ret
    at "a configuration is taken"
    presses esc
    shows staff # it asks for a locked machine
}
# configuration_made: at the desk, onto the stick
configuration_made() {
    rm -rf configurations
    desk org enrol --all requests --out configurations --words "$("$BIN/bench_sealed_copies" words requests/*.request)" --width-mm $SCREEN_MM --locked --pin-fd 8 8<<<$pin >enrolled 2>&1 ||
        wrong "not enrolled: $(cat enrolled)"
    mcopy -s -i stick.img configurations ::/resonance/ || wrong "no room on the stick"
}
