# Functions for scripts that wait. Source it. What is waited for is always something that can be
# seen, never a time in which it should have happened: no test depends on how fast the machine is.

# wait_for WHAT COMMAND...: until COMMAND succeeds. The limit is no measure of anything: it only ends
# what would hang for ever, and is far beyond what a busy machine takes (WAIT_LIMIT_S, where one is emulated on it).
wait_for() {
    local what=$1 limit=$((SECONDS + ${WAIT_LIMIT_S:-300})) pause=2
    shift
    until "$@"; do
        if [ $SECONDS -ge $limit ]; then
            echo "waited in vain for $what: $(caller 1), $(caller 2)" >&2
            return 1
        fi
        sleep 0.0$pause # ever longer: whoever asks takes time from what is waited for
        [ $pause = 9 ] || pause=$((pause + 1))
    done
}

# is_listening SOCKET: whether somebody answers there; the file is there a moment before
is_listening() { awk -v path="$1" '$4 == "00010000" && $NF == path { found = 1 } END { exit !found }' /proc/net/unix; }
