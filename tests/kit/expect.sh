# Functions for scripts that test commands. Source it; end with `finish`.
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
faults=0 refusals=0 # of commands that were to refuse

# wrong SENTENCE: one more fault
wrong() {
    echo "line ${BASH_LINENO[1]}: $1"
    faults=$((faults + 1))
}

# expect CODE PATTERN COMMAND...: the exit code, and a line of its output
expect() {
    local code=$1 pattern=$2 got
    shift 2
    [ "$code" = 0 ] || refusals=$((refusals + 1))
    "$@" >"$work/.out" 2>"$work/.err"
    got=$?
    if [ "$got" != "$code" ] || ! cat "$work/.out" "$work/.err" | grep -qE -- "$pattern"; then
        wrong "$*: exit $got, wanted $code and \"$pattern\", but got:"
        head -20 "$work/.out" "$work/.err"
    fi
}

# refuse CODE PATTERN COMMAND...: the same, and nothing but one sentence is said, on standard error
refuse() {
    expect "$@"
    shift 2
    if [ -s "$work/.out" ] || [ "$(wc -l <"$work/.err")" != 1 ]; then
        wrong "$*: more than one sentence:"
        head -20 "$work/.out" "$work/.err"
    fi
}

# same A B: two files or folders are the same
same() {
    diff -r "$1" "$2" >"$work/.diff" || wrong "$1 and $2 differ: $(head -3 "$work/.diff")"
}

# nothing_beside PATH: no half-written file of it is left
nothing_beside() {
    local left
    left=$(ls -d "$1".*.new "$1".*.old 2>/dev/null)
    [ -z "$left" ] || wrong "left behind: $left"
}

# as_stranger COMMAND...: without the rights of the super user, so that permissions count
as_stranger() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
    else
        "$@"
    fi
}

# on_screen COMMAND...: with a terminal of its own, as a person sees it; what is said there, on standard output
on_screen() {
    python3 -c 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))' "$@" </dev/null | tr -d '\r'
    return "${PIPESTATUS[0]}"
}

# small_files KIB COMMAND...: no file may grow beyond this size, as on a disk that is full by then
small_files() (
    trap '' XFSZ
    ulimit -f "$1"
    shift
    "$@"
)

finish() {
    [ "$faults" = 0 ] && echo "holds"
    exit $((faults > 0))
}
