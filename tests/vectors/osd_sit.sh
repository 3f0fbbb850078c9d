#!/bin/bash
# Questionnaires written by others, on the screens, as they are: each is sat to the end by a scripted
# person, and all that must always hold on a screen holds after each step. Every night all of them on
# screens of 10, 15.6 and 24 inches and on one that stands upright, with very large letters; before a
# commit some, at one size each. What cannot be used is refused with its fault. RESONANCE_SCALES names another folder of such files, for all there are.
set -eu
SHARED=${RESONANCE_SHARED:-$SOURCE/../shared}
SAMPLES=${RESONANCE_SCALES:-$SHARED/osd-samples}
[ -d "$SAMPLES" ] || {
    echo "skipped: the sample questionnaires are not here; set RESONANCE_SHARED to their folder"
    exit 77
}
for tool in minisign jq; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/scales.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scales_form "$work/form" "$SOURCE/tests/data/scales/tea.osd"
organization_new "$work/org" Acme "$work/form" >/dev/null 2>&1
desk "$work/org" vacancy new v --title Trial >/dev/null
desk "$work/org" vacancy open v --without-profile --yes >/dev/null
desk "$work/org" invite v --count 1 --plain >"$work/codes" 2>/dev/null
terminal_request "$work/data" "$work/request"
terminal_enrol "$work/org" "$work/request" "$work/config"
rm -r "$work/data"

# config_with FILE: the configuration with that questionnaire for its only part, signed anew, as no
# desk would: many ask about topics that must not be asked about when people are hired
config_with() {
    rm -rf "$work/data" "$work/sitting"
    cp -r "$work/config" "$work/sitting"
    cp "$1" "$work/sitting/assessment/scale.osd"
    rm "$work/sitting/assessment/tea.osd"
    jq '.parts |= map(.file = "scale.osd" | .id = "scale") | .sealed_bytes = 1048576' \
        "$work/config/assessment/assessment.json" >"$work/sitting/assessment/assessment.json"
    terminal_request "$work/data" "$work/request"
    sed -i "s/\"device_id\":\"[^\"]*\"/$(grep -o '"device_id":"[^"]*"' "$work/request")/
        s/\"device_key\":\"[^\"]*\"/$(grep -o '"device_key":"[^"]*"' "$work/request")/" "$work/sitting/terminal.json"
    config_sign_anew "$work/sitting" "$work/signer"
    terminal_told "$work/data" "$(public_words "$work/signer.pub")"
}

# sits STEP...: a person at the terminal
sits() {
    printf '%s\n' "$@" >"$work/sitting.story"
    "$BIN/resonance-story" --config "$work/sitting" --data "$work/data" --codes "$work/codes" \
        "$work/sitting.story" >"$work/said" 2>&1
}

sizes=('1024x600 width-mm 217' '1366x768 width-mm 344' '1920x1080 width-mm 531' '1080x1920 width-mm 268')
letters=(normal normal normal extra-large)
some=' BNT DEMO DistTherm DOSPERT MOS-SF-20 PX770301 SVO UEQ '
good=0 refused=0 wrong=0 number=0
for file in "$SAMPLES"/*.osd; do
    name=$(basename "$file" .osd)
    number=$((number + 1))
    at=(0 1 2 3)
    if [ "${RESONANCE_TEST_SIZE:-commit}" = commit ]; then
        [[ $some = *" $name "* ]] || continue
        at=($((number % 4)))
    fi
    for i in "${at[@]}"; do
        config_with "$file"
        if sits "size ${sizes[i]}" 'expect screen staff' 'expect text "Please ask a member of staff"'; then
            refused=$((refused + 1))
            echo "$name is refused: $("$BIN/resonance-kiosk" --doctor --config "$work/sitting" --data "$work/data" 2>&1 |
                sed -n 's/^WRONG \(signed configuration\|fonts\): //p')"
            break
        elif sits "size ${sizes[i]}" "comfort text ${letters[i]}" 'tap "Start"' 'code candidate 1' 'tap "next"' 'tap "consent-yes"' \
            'person seed 3 noise 0.6 pace 6 words "some words of mine"' 'answer until screen finish' 'tap "next"'; then
            good=$((good + 1))
        else
            wrong=$((wrong + 1))
            echo "$name at ${sizes[i]}, ${letters[i]} letters: $(tail -1 "$work/said")"
        fi
    done
done
echo "$good sat to the end, $refused refused, $wrong wrong"
[ "$wrong" = 0 ] && [ "$good" -ge 8 ]
