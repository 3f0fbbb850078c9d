# For stations of tests/qemu/terminal.sh: staff with their PIN.

# staff BUTTON...: the page for staff is opened by touch, with the PIN, and these are chosen there
staff() {
    local digit steps=('tap "Help with this screen"' 'tap "For staff"')
    for digit in $(fold -w1 <<<$pin); do steps+=("tap \"$digit\""); done
    taps "${steps[@]}" 'tap "Open"' "${@/#/tap }"
}
