# Functions for tests with questionnaires that are no part of the shipped form. Source it.

# scales_form DIR FILE...: a form in DIR of the documents FILE, for candidates only, without any
# best-worst part; its texts are those of the shipped form
scales_form() {
    local dir=$1 file name
    shift
    mkdir -p "$dir"
    for file in "$@"; do cp "$file" "$dir/"; done
    for file in "$@"; do
        name=$(basename "$file" .osd)
        jq -n --arg name "$name" '{id: $name, use: "closing", role: "candidate", frame: "candidate", file: "\($name).osd", title_key: "title"}'
    done | jq -s --slurpfile shipped "$SOURCE/questionnaires/strategy-fit/assessment.json" \
        '. as $parts | $shipped[0] | .parts = $parts | .sealed_bytes = 262144 | del(.simulated)' >"$dir/assessment.json"
}
