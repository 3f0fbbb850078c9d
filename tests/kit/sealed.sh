# Functions for scripts that search for what a person typed. Source it.

# planted_word: a word that exists nowhere else; its first eight letters do not either
planted_word() { printf '%04x%04xlantern' "$RANDOM" "$RANDOM"; }

# planted_patterns WORD...: every form a word could be found in, one a line, in hexadecimal: as it
# is, lower and upper case, UTF-16 of both orders, UTF-32, base64 at each of its three places, and
# hexadecimal itself
planted_patterns() {
    local word shape pad
    hex() { od -An -v -tx1 | tr -d ' \n'; }
    for word in "$@"; do
        for shape in "$word" "${word,,}" "${word^^}"; do
            printf %s "$shape" | hex && echo
            printf %s "$shape" | iconv -t UTF-16LE | hex | sed "s/00$//" && echo
            printf %s "$shape" | iconv -t UTF-32LE | hex | sed "s/000000$//" && echo
            printf %s "$shape" | hex | hex && echo
            printf %s "$shape" | hex | tr a-f A-F | hex && echo
            # What stands before and after shares its first and last letters: they are left out.
            for pad in "" x xx; do
                printf %s "$pad$shape" | base64 -w0 | cut -c"$((${#pad} ? 3 + ${#pad} - 1 : 1))"- |
                    tr -d = | sed 's/..$//' | tr -d '\n' | hex && echo
            done
        done
    done | sort -u
}

# planted_control PATTERNS: a search that finds nothing proves something only when it finds what is
# there: every pattern is written to a file of its own and must be found
planted_control() {
    local folder row wanted=0 found
    folder=$(mktemp -d)
    while read -r row; do
        wanted=$((wanted + 1))
        { head -c 3000 /dev/urandom; printf '%b' "$(sed 's/../\\x&/g' <<<"$row")"; head -c 3000 /dev/urandom; } >"$folder/$wanted"
    done <"$1"
    found=$(planted_search "$1" "$folder" | wc -l)
    rm -rf "$folder"
    [ "$found" = "$wanted" ] || {
        echo "the search itself fails: $found of $wanted found" >&2
        return 1
    }
}

# planted_search PATTERNS PATH...: the files below PATH that contain any of them
planted_search() {
    local patterns=$1
    shift
    # UTF-16 holds zero bytes: a pattern is a regular expression of escaped bytes, not text.
    [ -s "$patterns.regex" ] || sed 's/../\\x&/g' "$patterns" | paste -sd'|' >"$patterns.regex"
    LC_ALL=C grep -r -l -a -s -P -f "$patterns.regex" -- "$@"
}
