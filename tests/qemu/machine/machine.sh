# Functions for an emulated machine whose disk is $machine/disk.qcow2. Source it. It is emulated as a whole, so that any
# computer can run it, and its clock goes by what it has done: a busy computer makes it slow, and nothing in it late.
# Where there is KVM, RESONANCE_QEMU_ACCEL=kvm makes it quick.

machine_keyboard="-device usb-kbd,id=keyboard" # nothing: an old one, which firmware hears at once
# machine_on [WORD...]: the power goes on, until it is off, or would start again; or it goes on from a snapshot: -loadvm NAME
machine_on() {
    rm -f "$machine"/{qmp,agent}
    local how=(-accel tcg,thread=single -icount "shift=3,sleep=on")
    [ "${RESONANCE_QEMU_ACCEL:-tcg}" = tcg ] || how=(-accel "$RESONANCE_QEMU_ACCEL")
    qemu-system-x86_64 "${how[@]}" -cpu max -m 768 -nodefaults -display none \
        -drive "file=$machine/disk.qcow2,if=virtio,cache=writeback" -device VGA,edid=on,xres=1280,yres=800 \
        -device qemu-xhci,id=usb,p2=8,p3=8 -device usb-tablet,id=tablet $machine_keyboard \
        -device virtio-serial -chardev "socket,id=agent,path=$machine/agent,server=on,wait=off" \
        -device virtserialport,chardev=agent,name=agent -qmp "unix:$machine/qmp,server=on,wait=off" \
        -serial "file:$machine/serial.log" -rtc base=utc -no-reboot "$@" >>"$machine/qemu.log" 2>&1 7>&- &
    machine_pid=$!
    until [ -S "$machine/qmp" ] && [ -S "$machine/agent" ]; do
        kill -0 "$machine_pid" 2>/dev/null || { cat "$machine/qemu.log"; return 1; }
        sleep 0.05
    done
}
# machine_do WORD...: as machine.py says; machine_run < SCRIPT: in the machine, once it can
machine_do() { python3 "$here/machine.py" "$machine" "$@"; }
machine_run() { machine_do run; }
# machine_stands: it is on; else whoever waits for what it shows would wait in vain
machine_stands() {
    kill -0 "${machine_pid:-0}" 2>/dev/null && return
    echo "the machine is off"
    exit 1
}
# machine_off: as when somebody pulls the cord; machine_wait_off: until it has gone off by itself
machine_off() {
    [ -z "${machine_pid:-}" ] || kill -9 "$machine_pid"
    machine_wait_off
}
machine_wait_off() {
    [ -z "${machine_pid:-}" ] || { wait "$machine_pid" || true; } 2>/dev/null # bash would tell of the kill
    machine_pid=
}
