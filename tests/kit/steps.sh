# Functions for scripts in which a program is killed before each of its steps to the disk, one after the
# other. Source it after organization.sh and expect.sh; it goes to the folder `work`, and exits 77 where
# something is missing.
skip_without preload
cd "$work" || exit 1
preload_made kill_at_step kill.so
lines=$ORGANIZATION_PASSPHRASE$'\n'$ORGANIZATION_PASSPHRASE$'\n'$ORGANIZATION_PASSPHRASE

# typed COMMAND...: with as many passphrases as one asks for
typed() { "$BIN/resonance" "$@" --org org --passphrase-fd 9 9<<<"$lines"; }

# sound: the desk and its log; a script may have a further one of its own
sound() {
    expect 0 'set of keys version' desk org doctor
    expect 0 'rows, [0-9]+ of them signed; each follows the one before' desk org audit log
}

# steps NAME LEAST: NAME_typed on copies of the folder `before`, killed before each of its steps, at
# least LEAST, and NAME_again after that
steps() {
    local name=$1 least=$2 at got=1
    for ((at = 1; at < 100; at++)); do
        rm -rf org config
        cp -r before org
        KILL_AT_STEP=$at LD_PRELOAD=$work/kill.so "${name}_typed" >"$work/said" 2>&1
        got=$?
        [ "$got" != 0 ] || break
        [ "$got" = 137 ] || wrong "$name, step $at: ended with $got: $(cat said)"
        sound
        "${name}_again"
        sound
        [ "$faults" = 0 ] || { echo "$name, step $at"; finish; }
    done
    [ "$got" = 0 ] || wrong "$name never ended"
    [ "$at" -gt "$least" ] || wrong "$name has only $((at - 1)) steps"
    tally $((at - 1)) kills
}

# steps_chosen: which steps a script of many tries: each from `first` on, `stride` apart; all of them unless it
# is a commit's test
steps_chosen() {
    first=1 stride=1
    case ${RESONANCE_TEST_SIZE:-commit} in
    release | nightly) return ;;
    esac
    seed=${SEED:-$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')}
    echo "seed $seed; repeat with SEED=$seed"
    first=$((1 + seed % 2)) stride=2
}

# or_says PATTERN COMMAND...: it works, or says the pattern in one sentence
or_says() {
    local pattern=$1
    shift
    "$@" >"$work/said" 2>&1 || grep -q -- "$pattern" said || wrong "$*: $(cat said)"
}
