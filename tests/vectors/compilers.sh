#!/bin/bash
# The kept sittings score to the same bytes whoever compiled the program, however much it was
# optimized, and whatever the language of the machine: the program of this build (-O2), and the same
# from its compiler at -O0, each with a locale whose decimal point is a comma. The release build is
# gcc's; that with the sanitizers and that of the preset clang have their own turns.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
read -ra flags < <(pkg-config --cflags --libs cmocka gsl libutf8proc | tr '\n' ' ')
cache=$(command -v ccache || true)

# locale_made: a locale of our own with a comma, for machines that have none
locale_made() {
    mkdir "$work/locale"
    localedef -i de_DE -f UTF-8 "$work/locale/de_DE.UTF-8" >/dev/null 2>&1 || [ -e "$work/locale/de_DE.UTF-8/LC_NUMERIC" ]
}

# program_made: the goldens' test, with everything it needs, as $work/goldens
program_made() {
    local objects=$work/objects
    mkdir "$objects"
    (cd "$SOURCE" && find kiosk/base kiosk/chain kiosk/measure kiosk/questionnaire kiosk/assessment kiosk/sitting kiosk/scoring tests/unit/scoring_goldens.c -name '*.c' -print0) |
        (cd "$SOURCE" && xargs -0 -P "$(nproc)" -I {} sh -c 'object=$(echo "$1" | tr / _).o; shift; exec "$@" -o "'"$objects"'/$object"' \
            sh {} $cache "$compiler" -O0 -std=gnu17 -D_GNU_SOURCE -ffp-contract=off -w -Ikiosk -Itests/kit "-DSOURCE_DIR=\"$SOURCE\"" -c {}) &&
        "$compiler" -o "$work/goldens" "$objects"/*.o "${flags[@]}" -lm
}

# scores_the_same TITLE PROGRAM
scores_the_same() {
    local language
    for language in "${languages[@]}"; do
        if ! LOCPATH=$work/locale LC_ALL=$language "$2" >"$work/out" 2>&1; then
            echo "$1, locale $language: other bytes"
            grep -a differs "$work/out"
            bad=1
        fi
    done
}

compiler=$(sed -n 's/^CMAKE_C_COMPILER:[A-Z]*=//p' "$BUILD/CMakeCache.txt")
languages=(C)
if locale_made; then
    languages+=(de_DE.UTF-8)
else
    echo "no locale with a decimal comma could be made (package locales): only C was tried"
fi
scores_the_same "$compiler, as built" "$BIN/unit_scoring_goldens"
if program_made >"$work/out" 2>&1; then
    scores_the_same "$compiler -O0" "$work/goldens"
else
    echo "$compiler -O0 cannot build the test:"
    tail -5 "$work/out"
    bad=1
fi
exit $bad
