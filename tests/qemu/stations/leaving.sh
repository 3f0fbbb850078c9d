# Stations of tests/qemu/terminal.sh: the machine is given back.

# All that the lock has changed is what it was, byte for byte.
station_unlocked() {
    local file
    guided 'unlock gives everything back'
    inside "unlock" 'resonance-kiosk unlock'
    inside_told state >state.after
    for file in unlocked after; do
        grep -E '^[^/]|^/(etc|boot)/' state.$file | grep -vE '(^| )/etc/resonance' >machine.$file
    done
    cmp -s machine.unlocked machine.after || wrong "unlock leaves: $(diff machine.unlocked machine.after | head -8)"
}

station_purged() {
    guided 'apt purge resonance-kiosk; it unlocks the machine, and asks about sealed results.'
    inside "the package is purged" 'echo "resonance-kiosk resonance-kiosk/erase-results boolean true" | debconf-set-selections
        apt-get purge -y resonance-kiosk &&
        ! systemctl list-units --all --no-legend "resonance*" | grep . && ! pgrep -x Xorg && ! pgrep -f resonance- && ! systemctl --failed --no-legend | grep . &&
        ! debconf-show resonance-kiosk 2>&1 | grep resonance-kiosk/'
    inside_told state >state.after
    cmp -s state.blank state.after || wrong "a purge leaves: $(diff state.blank state.after | head -8)"
}
