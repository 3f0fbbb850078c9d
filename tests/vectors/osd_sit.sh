#!/bin/bash
# Questionnaires written by others, on the screens: each is sat to the end by a scripted person at
# three sizes, and all that must always hold on a screen holds after each step. Texts without a
# longest length get one. What cannot be used is refused with its fault.
set -eu
SHARED=${RESONANCE_SHARED:-$SOURCE/../shared}
SAMPLES=$SHARED/osd-samples
[ -d "$SAMPLES" ] || {
    echo "The sample questionnaires are not here: set RESONANCE_SHARED to their folder."
    exit 77
}
command -v minisign >/dev/null || { echo "skipped: minisign is not installed"; exit 77; }
. "$SOURCE/tests/kit/organization.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
organization_new "$work/org" Acme >/dev/null 2>&1
desk "$work/org" vacancy new v --title Trial >/dev/null
desk "$work/org" vacancy open v --without-profile --yes --sample >/dev/null
desk "$work/org" invite v --count 1 --plain >"$work/codes" 2>/dev/null
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
rm -r "$work/data"

# config_with FILE: the configuration with that questionnaire beside the values, signed anew, as no
# desk would: it asks about topics that must not be asked about when people are hired
config_with() {
    rm -rf "$work/data" "$work/sitting"
    cp -r "$work/config" "$work/sitting"
    jq 'walk(if type == "object" and (.type? // "" | IN("short", "long", "number")) and .text_key?
             then .maxlength //= 200 else . end)' "$1" >"$work/sitting/assessment/scale.osd" || return 1
    jq '.parts |= (map(select(.id == "values" or .role != "candidate"))
            + [{id: "scale", use: "closing", role: "candidate", frame: "candidate", file: "scale.osd", title_key: "title"}])
        | .sealed_bytes = 524288' \
        "$work/config/assessment/assessment.json" >"$work/sitting/assessment/assessment.json"
    terminal_request "$work/data" "$work/request"
    sed -i "s/\"device_id\":\"[^\"]*\"/$(grep -o '"device_id":"[^"]*"' "$work/request")/
        s/\"device_key\":\"[^\"]*\"/$(grep -o '"device_key":"[^"]*"' "$work/request")/" "$work/sitting/terminal.json"
    config_sign_anew "$work/sitting" "$work/signer"
}

# sits STEP...: a person at the terminal
sits() {
    printf '%s\n' "$@" >"$work/sitting.story"
    "$BIN/resonance-story" --config "$work/sitting" --data "$work/data" --codes "$work/codes" \
        "$work/sitting.story" >"$work/said" 2>&1
}

# Ratings with a label that is empty are blank boxes so far: whoever mends that takes them off.
waits=' DOSPERT.osd UEQ.osd '
good=0 refused=0 wrong=0 waiting=0
for file in "$SAMPLES"/*.osd; do
    name=$(basename "$file")
    for size in '1920x1080 width-mm 476' '1366x768 width-mm 344' '1080x1920 width-mm 268'; do
        config_with "$file"
        if sits "size $size" 'expect screen staff' 'expect text "Please ask a member of staff"'; then
            refused=$((refused + 1))
            echo "$name is refused: $("$BIN/resonance-kiosk" --doctor --config "$work/sitting" --data "$work/data" 2>&1 |
                sed -n 's/^WRONG \(signed configuration\|fonts\): //p')"
            break
        elif sits "size $size" 'tap "Start"' 'code candidate 1' 'tap "next"' 'tap "consent-yes"' \
            'person seed 3 noise 0.6 pace 6 words "some words of mine"' 'answer until screen finish'; then
            good=$((good + 1))
        elif [[ $waits = *" $name "* ]] && grep -q 'has nothing to say' "$work/said"; then
            waiting=$((waiting + 1))
        else
            wrong=$((wrong + 1))
            echo "$name at $size: $(tail -1 "$work/said")"
        fi
    done
done
echo "$good sat to the end, $refused refused, $waiting wait, $wrong wrong"
[ $((3 * $(wc -w <<<"$waits"))) = "$waiting" ] || {
    echo "take those that pass off the list of those that wait"
    exit 1
}
[ "$wrong" = 0 ] && [ "$good" -gt 50 ]
