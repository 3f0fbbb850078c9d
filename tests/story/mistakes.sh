#!/usr/bin/env bash
# A story with a mistake fails and says what is wrong; it is never passed over in silence.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/config"
failed=0
while IFS='|' read -r step wanted; do
    printf '%s\n' "$step" >"$work/wrong.story"
    if "$BIN/resonance-story" --config "$work/config" --data "$work/data" "$work/wrong.story" >"$work/said" 2>&1; then
        echo "taken: $step"
        failed=1
    elif ! grep -qF -- "$wanted" "$work/said"; then
        echo "$step: wanted \"$wanted\", said:"
        cat "$work/said"
        failed=1
    fi
done <<'END'
comfort theme pink|there is no theme "pink"
comfort text enormous|there is no text "enormous"
comfort colour dark|there is no colour "dark"
comfort theme|there is no theme ""
dance|there is no step "dance"
tap "Start|a quote is not closed
END
[ "$failed" = 0 ] && echo "every mistake is told"
exit "$failed"
