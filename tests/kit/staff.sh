# What staff have beside a terminal: a stick in its helper, and the machine in another. Source it after siege.sh and wait.sh.
stick=$work/stick incoming=$work/incoming
helper= machine=
staff_end() {
    local process
    for process in $helper $machine; do
        kill -9 "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
}
# stick_started: an empty one, in $stick; machine_started: what it is asked for is seen in $work/clock, a file that stands
# for its clock, and in $work/end, the folder that systemd watches elsewhere: nothing here ends the machine
stick_started() {
    mkdir -p "$incoming" "$stick"
    "$BIN/resonance-stick" --socket "$work/socket" --folder "$stick" --incoming "$incoming" 2>"$work/helper.err" &
    helper=$!
    wait_for "the helper" is_listening "$work/socket"
}
machine_started() {
    mkdir "$work/end"
    "$BIN/resonance-machine" --socket "$work/machine" --clock "$work/clock" --end "$work/end" 2>"$work/machine.err" &
    machine=$!
    wait_for "the helper of the machine" is_listening "$work/machine"
}
