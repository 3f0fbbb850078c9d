# Contact sheets of screens at six sizes, for scripts that check the view of each and let eyes look at the pictures where
# RESONANCE_GALLERY names a folder. Source it first; $work and a story's words in $work/said are those of the script.
[ -z "${RESONANCE_GALLERY:-}" ] || command -v montage >/dev/null || {
    echo "montage is missing: apt-get install imagemagick"
    exit 1
}
SIZES=("1024x600 width-mm 222" "1280x800 width-mm 217" "1366x768 width-mm 256" "1366x768 width-mm 344"
    "1920x1080 width-mm 476" "1080x1920 width-mm 268")
passed=0 failed=0

# see NAME: a step of a story: a picture for the sheet, in the order in which a person meets the screens, where anybody
# wants to look at it
count=0
see() {
    [ -n "${RESONANCE_GALLERY:-}" ] || return 0
    count=$((count + 1))
    printf 'shot "%02d-%s"\n' $count "$1"
}
# sheet_seen NAME COMMAND...: one sheet of the pictures that COMMAND leaves in $work/shots
sheet_seen() {
    local name=$1
    shift
    count=0
    rm -rf "$work/shots"
    mkdir "$work/shots"
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name: $(tail -1 "$work/said")"
    fi
    [ -z "${RESONANCE_GALLERY:-}" ] ||
        montage -label '%t' "$work"/shots/*.png -geometry 480x+6+6 -tile 5x "$RESONANCE_GALLERY/$name.png"
}
