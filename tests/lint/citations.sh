#!/usr/bin/env bash
# Whoever reads a file finds what it cites. Held against the tree are, in comments and in sentences:
#
#   pages                  names that end in md, and the section that stands after "PAGE, "
#   paths                  what begins with one of the top folders: a file, a folder, or a pattern that fits one
#   modules                in comments and pages: names of code, alone or with folders before them
#   verbs of the study     each has its section in STUDY.md
#
# What programs write when they run (a report, a manifest) has other endings and no top folder before
# it. Where a path goes on with a variable, its folder must be there.
set -eu
cd "$SOURCE"
top='(kiosk|assets|questionnaires|tests|deploy|\.ci)'
bad=0
fault() {
    echo "$*"
    bad=1
}

# What there is, and which of it is text that people wrote for people.
tree=$(find . \( -name .git -o -path ./build \) -prune -o -type f -print | sed 's|^\./||' | LC_ALL=C sort)
mapfile -t texts < <(xargs -d '\n' grep -lI '' <<<"$tree" | grep -vE '\.(osd|json|picture|pem)$|^LICENSE$|^tests/(data|vectors/scorecards|vectors/reports)/')

# found: what has been looked for and is there, for the same names stand in many files. It begins with the ends of all
# paths, folder by folder, as "end NAME".
declare -A found=()
while IFS= read -r name; do found["end $name"]=1; done < <(awk -F/ '
    { for (last = NF; last > 0; last--) { end = ""; for (i = last; i > 0; i--) { end = $i (i < last ? "/" end : ""); print end } } }
' <<<"$tree" | LC_ALL=C sort -u)

# is_there PATTERN [STAR]: something in the tree ends in the path PATTERN, folder by folder, for each of its
# braces; * stands for STAR, else for a part of one name
is_there() {
    local star=${2:-[^/]*} pattern
    case $1 in '' | *[!A-Za-z0-9_./*?,{}@+-]*) return 1 ;; esac
    set -f
    eval "set -- $1" # its braces; nothing else that the shell knows is in it
    set +f
    for pattern; do
        case $pattern in
        *[*?{}]*)
            pattern=$(sed 's/[.+{}]/\\&/g; s/?/./g' <<<"$pattern")
            grep -qE "(^|/)${pattern//\*/$star}(/|\$)" <<<"$tree" || return 1
            ;;
        *) [ -n "${found["end $pattern"]:-}" ] || return 1 ;;
        esac
    done
}

# is_placed NAME: the same where letters stand for what differs, as in lint_word_CODE
is_placed() {
    is_there "$1" || is_there "$(sed -E 's/(^|[_\/])(NAME|CODE|ID|KIND)([_.\/]|$)/\1*\3/g' <<<"$1")"
}

# --- pages ------------------------------------------------------------------------------------------
while IFS=: read -r file line cited; do
    [ -z "${found["page $cited"]:-}" ] || continue
    name=$cited
    if [[ $name =~ (^|/)$top/ ]]; then # after a variable, as in "$SOURCE/..."
        name=$(grep -oE "$top/.*" <<<"$name")
    elif [[ $name == /* || $name == ./* || $name == ../* ]]; then # where it is installed
        name=${name##*/}
    fi
    if is_there "$name"; then found["page $cited"]=1; else fault "$file:$line: cites $name, which is not in the tree"; fi
done < <(grep -noHE '[A-Za-z0-9_./*?{},-]*[A-Za-z0-9_*}]\.md\b' "${texts[@]}" || true)

# --- sections ---------------------------------------------------------------------------------------
# file:line:page:what stands after the comma, over the end of the line, without the marks of a comment
sections() {
    awk '
        function bare(text) {
            sub(/^[ \t]*(\/?\*+|#+|\/\/|\.\\")?[ \t]*/, "", text)
            return text
        }
        # of the first `own` letters of text
        function tell(text, own, file, line,    page) {
            while (match(text, /[A-Z]+\.md"?, ["A-Z0-9]/) && RSTART <= own) {
                own -= RSTART + RLENGTH - 2
                page = substr(text, RSTART, RLENGTH)
                sub(/\.md.*/, ".md", page)
                text = substr(text, RSTART + RLENGTH - 1)
                sub(/^"/, "", text)
                if (text ~ /^[A-Z]+\.md/ || (text ~ /^[0-9]/ && text !~ /^[0-9]+([].:;,)"]|$)/))
                    continue
                print file ":" line ":" page ":" substr(text, 1, 60)
            }
        }
        # a citation is told with the line after it, since it may go on there
        held != "" { tell(held (FNR > 1 ? " " bare($0) : ""), length(held), held_file, held_line); held = "" }
        /[A-Z]+\.md/ { held = bare($0); held_file = FILENAME; held_line = FNR }
        END { if (held != "") tell(held, length(held), held_file, held_line) }' "${texts[@]}"
}
has_section() { # PAGE TEXT
    local heading number name
    while IFS= read -r heading; do
        number=
        [[ ! $heading =~ ^[0-9]+ ]] || number=${BASH_REMATCH[0]}
        name=${heading#"$number". }
        [[ ${2,,} =~ ^"${name,,}"([^a-z]|$) || (-n $number && $2 =~ ^$number([^0-9]|$)) ]] && return 0
    done < <(sed -n 's/^##* //p' "$1")
    return 1
}
while IFS=: read -r file line page text; do
    path=$(grep -E "(^|/)$page\$" <<<"$tree" | head -1)
    [ -z "$path" ] || has_section "$path" "$text" || fault "$file:$line: $page has no section \"$text\""
done < <(sections)

# --- paths ------------------------------------------------------------------------------------------
while IFS=: read -r file line cited; do
    case $file in *.sh) star='.*' ;; *) star= ;; esac # as in find -path
    [ -z "${found["path$star $cited"]:-}" ] || continue
    name=$(grep -oE "$top/.*" <<<"$cited")
    case $name in *[\$%\<\\]) name=${name%/*} ;; esac # a variable: its folder
    name=$(sed -E 's|/\.\*$||; s/[.,:;-]+$//; s|/$||' <<<"$name")
    if [ -e "$name" ] || is_placed "$name" || is_there "$name" "$star"; then
        found["path$star $cited"]=1
    else
        fault "$file:$line: names $name, which is not in the tree"
    fi
done < <(grep -noHE "(^|[^A-Za-z0-9_./}*-]|\\\$SOURCE/|\\\$\{?[A-Z_]*DIR\}?/|SOURCE_DIR \"/)$top/[A-Za-z0-9_./*?{},@+-]*[\$%<\\\\]?" "${texts[@]}" || true)

# --- modules ----------------------------------------------------------------------------------------
comments() {
    awk '
        FNR == 1 {
            inside = 0
            is_script = FILENAME ~ /\.(sh|py|cmake)$|CMakeLists\.txt$/
            is_page = FILENAME ~ /\.(md|txt)$/ && !is_script
        }
        {
            text = is_page || (is_script && /^[ \t]*#/) ? $0 : ""
            for (rest = is_page || is_script ? "" : $0; rest != "";) {
                at = index(rest, inside ? "*/" : "/*")
                if (inside)
                    text = text (at ? substr(rest, 1, at - 1) : rest) " "
                rest = at ? substr(rest, at + 2) : ""
                inside = at ? !inside : inside
            }
            while (match(text, /[a-z][A-Za-z0-9_\/*{},-]*\.(c|h|def|sh|py)/)) {
                before = RSTART > 1 ? substr(text, RSTART - 1, 1) : ""
                name = substr(text, RSTART, RLENGTH)
                text = substr(text, RSTART + RLENGTH)
                if (before !~ /[.$A-Za-z0-9_<\/%]/ && text !~ /^[A-Za-z0-9_>]/)
                    print FILENAME ":" FNR ":" name
            }
        }' "$@"
}
mapfile -t commented < <(printf '%s\n' "${texts[@]}" | grep -E '\.(c|h|def|sh|py|md|cmake)$|CMakeLists\.txt$')
while IFS=: read -r file line name; do
    [ -z "${found["module $name"]:-}" ] || continue
    if is_placed "$name"; then found["module $name"]=1; else fault "$file:$line: names $name, which is not in the tree"; fi
done < <(comments "${commented[@]}")

# --- verbs ------------------------------------------------------------------------------------------
verbs=$(grep -E '(^|/)verbs\.def$' <<<"$tree" | xargs sed -n 's/^VERB("\([^"]*\)".*/\1/p')
[ -n "$verbs" ] || fault "the verbs of the study were not found"
for verb in $verbs; do
    grep -qx "## $verb" questionnaires/STUDY.md || fault "questionnaires/STUDY.md: the verb $verb has no section"
done

[ "$bad" = 0 ] && echo "what is cited is there"
exit "$bad"
