# Stations of tests/qemu/terminal.sh: whoever stands in front of it, before the lock and after it.

# Before it, keys lead to a login, and one switches the machine off.
station_open() {
    inside_told state >state.unlocked
    machine_do save unlocked
    machine_do key alt-sysrq-r ctrl-alt-f1
    inside "before the lock, keys lead to a login" 'soon "another terminal of the kernel" grep -qx tty1 /sys/class/tty/tty0/active && soon "a login" pgrep -t tty1 agetty'
    machine_do load unlocked
    machine_do key power
    machine_wait_off
    machine_on -loadvm unlocked || exit 1
}

# Staff start it again, by touch. A vandal at the boot menu finds its editor, its command line and all but the terminal
# behind a passphrase; then whoever comes next starts it.
station_locked() {
    local keys
    guided 'resonance-kiosk lock' 'Then restart.' 'screen, restart, shutdown need no shell.'
    inside "the lock" 'resonance-kiosk lock && ! resonance-kiosk verify && sync'
    grep -q "The way back: the terminal's page for staff, with its PIN" inside && grep -q 'was not started again' inside || wrong "lock says: $(cat inside)"
    at "locked, and not started again"
    station_begins
    is_going=yes
    staff '"This machine"' '"Restart the machine"' '"Yes, restart the machine"'
    machine_wait_off
    is_going=
    # Firmware asks a keyboard at the USB so rarely that a busy computer needs minutes for each key.
    machine_keyboard= machine_on || exit 1
    wait_for "the boot menu" is_menu_reached
    for keys in e c 'down ret'; do # the editor, the command line, another program to start
        machine_do key $keys
        wait_for "a passphrase that is asked for" is_written 'Enter username'
        machine_do key x ret
        wait_for "the passphrase" is_written 'Enter password'
        machine_do key x ret
        wait_for "the menu again" is_written 'GNU GRUB'
    done
    machine_do key up ret # whoever comes next
    machine_do add keyboard usb-kbd
    comes_up 'resonance-kiosk verify && ! grep -q "init=\|single\|rescue" /proc/cmdline'
    shows attract
}

# is_menu_reached: Escape, in time, brings it; is_written WORDS: by a screen of letters
is_menu_reached() {
    machine_do key esc
    is_written 'GNU GRUB'
}
is_written() {
    machine_stands
    sleep 0.5 # to read a screen stops the machine for a while
    machine_do text | grep "$1" >/dev/null
}

# Then the same machine as before it: nobody pays for what a vandal has typed.
station_attacked() {
    local processes
    processes=$(runs)
    machine_do save locked
    machine_do key alt-sysrq-{r,e,i,s,u,b,k,o,f,g,v} ctrl-alt-{f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12} alt-{f1,f2,f7,left,right,tab,f4} ctrl-alt-{delete,delete,delete,delete,delete,delete,delete,delete,backspace,esc} \
        ctrl-c ctrl-z ctrl-d ctrl-backslash print pause power sleep wake meta_l menu
    machine_do power
    machine_do add strange usb-kbd
    machine_do storm "${SEED:-1}" 2000
    machine_do unplug strange
    inside "2,000 hostile events" 'soon "its own terminal of the kernel" grep -qx tty7 /sys/class/tty/tty0/active &&
        systemctl is-active resonance-kiosk resonance-ledger && ! pgrep agetty && ! pgrep -t tty1 && [ -z "$(systemctl list-jobs --no-legend)" ] && listens && rest'
    [ "$(runs)" = "$processes" ] || wrong "what runs is another: $(runs), not $processes"
    at "2,000 hostile events"
    machine_do load locked
}
# runs: what runs there, and how often it was started again
runs() { inside_told 'pgrep -u resonance-kiosk,resonance-ledger,resonance-uplink | sort -n | paste -sd" "; systemctl show -p NRestarts --value resonance-kiosk resonance-ledger resonance-uplink | paste -sd" "'; }
