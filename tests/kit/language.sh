# Functions for tests in another language. Source it after organization.sh.

# form_in LANGUAGE WORDS DIR: a copy in DIR of the shipped form that is in LANGUAGE as well: with the
# texts of the file WORDS ({"practice.osd": {KEY: TEXT}}) and the English ones for the rest
form_in() {
    local path
    cp -r "$SOURCE/questionnaires/strategy-fit" "$3"
    chmod -R u+w "$3"
    for path in "$3"/*.osd "$3/assessment.json"; do
        jq --arg language "$1" --arg file "$(basename "$path")" --slurpfile words "$2" \
            'def both: .[$language] = .en + ($words[0][$file] // {});
            if .languages then .languages += [$language] | .texts |= both else .translations |= both end' \
            "$path" >"$path.new"
        mv "$path.new" "$path"
    done
}

# only_inter DIR: lets fontconfig know of Inter only, as on a machine without further fonts
only_inter() {
    local file
    mkdir -p "$1/fonts" "$1/cache"
    for file in $(fc-list :family=Inter file | sed 's/: *$//'); do
        ln -sf "$file" "$1/fonts/"
    done
    printf '<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>\n' "$1/fonts" "$1/cache" >"$1/fonts.conf"
    export FONTCONFIG_FILE=$1/fonts.conf
}
