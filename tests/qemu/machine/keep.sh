# Functions that keep how far the play on the machine has come, so that one station of it can be tried alone. Source it
# after machine.sh. $machine is the folder of the machine, $work all that stands beside it.

# keep_open: $work and $machine, which a run after this one finds again where RESONANCE_QEMU_KEEP names a folder; keep_close
keep_open() {
    if [ -n "${RESONANCE_QEMU_KEEP:-}" ]; then
        rm -rf "$work"
        work=$(mkdir -p "$RESONANCE_QEMU_KEEP/work" && cd "$RESONANCE_QEMU_KEEP/work" && pwd)
    fi
    machine=$(dirname "$work")/$(basename "$work").machine
    mkdir -p "$machine"
}
keep_close() { [ -n "${RESONANCE_QEMU_KEEP:-}" ] || rm -rf "$work" "$machine"; }
# keep_here NAME: all as it is now; keep_back NAME: as it was then
keep_here() {
    [ -n "${RESONANCE_QEMU_KEEP:-}" ] && [ -n "${machine_pid:-}" ] || return 0
    machine_do save "behind-$1" && tar -C "$work" -cf "$RESONANCE_QEMU_KEEP/$1.tar" .
}
keep_back() {
    [ -e "${RESONANCE_QEMU_KEEP:-/nowhere}/$1.tar" ] || { echo "nothing is kept behind the station \"$1\" (RESONANCE_QEMU_KEEP=FOLDER keeps it)"; exit 2; }
    find "$work" -mindepth 1 -delete
    tar -C "$work" -xf "$RESONANCE_QEMU_KEEP/$1.tar"
    machine_on -loadvm "behind-$1" || exit 1
    SECONDS=0
}
