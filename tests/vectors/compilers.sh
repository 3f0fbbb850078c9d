#!/bin/bash
# The kept sittings score to the same bytes whoever compiled the program, however much it was
# optimized, and whatever the language of the machine: gcc and clang, -O0 and -O2, a locale whose
# decimal point is a comma.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
read -ra flags < <(pkg-config --cflags --libs cmocka gsl | tr '\n' ' ')
cache=$(command -v ccache || true)

# locale_made: a locale of our own with a comma, for machines that have none
locale_made() {
    mkdir "$work/locale"
    localedef -i de_DE -f UTF-8 "$work/locale/de_DE.UTF-8" >/dev/null 2>&1 || [ -e "$work/locale/de_DE.UTF-8/LC_NUMERIC" ]
}

# program_made COMPILER LEVEL: the goldens' test, with everything it needs, as $work/goldens
program_made() {
    local objects=$work/$1$2
    mkdir "$objects"
    (cd "$SOURCE" && find kiosk/base kiosk/measure kiosk/questionnaire kiosk/assessment kiosk/sitting kiosk/scoring tests/unit/scoring_goldens.c -name '*.c' -print0) |
        (cd "$SOURCE" && xargs -0 -P 2 -I {} sh -c 'object=$(echo "$1" | tr / _).o; shift; exec "$@" -o "'"$objects"'/$object"' \
            sh {} $cache "$1" "$2" -std=gnu17 -D_GNU_SOURCE -ffp-contract=off -w -Ikiosk -Itests/kit "-DSOURCE_DIR=\"$SOURCE\"" -c {}) &&
        "$1" -o "$work/goldens" "$objects"/*.o "${flags[@]}" -lm
}

has_comma=0
locale_made && has_comma=1
tried=0
for compiler in gcc clang; do
    command -v "$compiler" >/dev/null || continue
    for level in -O0 -O2; do
        tried=$((tried + 1))
        if ! program_made "$compiler" "$level" >"$work/out" 2>&1; then
            echo "$compiler $level cannot build the test:"
            tail -5 "$work/out"
            bad=1
            continue
        fi
        languages=(C)
        [ "$has_comma" = 0 ] || languages+=(de_DE.UTF-8)
        for language in "${languages[@]}"; do
            if ! LOCPATH=$work/locale LC_ALL=$language "$work/goldens" >"$work/out" 2>&1; then
                echo "$compiler $level, locale $language: other bytes"
                grep -a differs "$work/out"
                bad=1
            fi
        done
    done
done
[ "$tried" -gt 0 ] || { echo "there is no compiler here"; exit 77; }
[ "$has_comma" = 1 ] || echo "no locale with a decimal comma could be made (package locales): only C was tried"
exit $bad
