#!/usr/bin/env bash
# `resonance guide`: what to ask one person. The same result gives the same guide, whoever makes it and
# how often; it says nothing of how the person stands; and the questions are those of the organization where
# it has its own. On the results of a release, whose profile and people are known.
set -u
. "$SOURCE/tests/kit/released.sh"
. "$SOURCE/tests/kit/expect.sh"
for tool in jq; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
cd "$work" || exit 1
released_copy "$RELEASED/0.1.0"
released_certify
handles=$(handles_new)
[ "$(wc -w <<<"$handles")" -ge 2 ] || wrong "the release has too few people"

expect 0 'Example: resonance guide' "$BIN/resonance" guide --help
refuse 2 'txt, html or json' desk org guide "${handles%%$'\n'*}" --format record
expect 1 'there is no result' desk org guide uuuuuu
topics=0
for handle in $handles; do
    for format in txt html json; do
        expect 0 'Wrote ' desk org guide "$handle" --format $format --out "$handle.$format"
        expect 0 'Wrote ' desk org guide "$handle" --format $format --identity recovery.txt --out again
        cmp -s "$handle.$format" again || wrong "$handle: another guide by another key"
        [ "$(stat -c %a "$handle.$format")" = 600 ] || wrong "others can read the guide"
    done
    jq -e '.asked | length >= 4' "$handle.json" >/dev/null || wrong "$handle: too few questions"
    topics=$((topics + $(jq '[.asked[] | select(.topic != "")] | length' "$handle.json")))
    # Each topic says why it matters for the work; no key of the guide tells of a figure.
    jq -e '[.asked[] | select(.topic != "" and .cause == "")] == []' "$handle.json" >/dev/null ||
        wrong "$handle: a topic without a cause"
    same <(jq -r '[.. | objects | keys[]] | unique | join(" ")' "$handle.json") \
        <(echo "anchors asked bank cause id interview_guide kind language organization pilot probes question reference title topic vacancy weight without")
    grep -qE '[0-9]\.[0-9]{2}|in common|What differs|What fits|R = ' "$handle.txt" && wrong "$handle: a figure or a phrase"
    # What the recruiter's report says of this person stands in no guide of theirs.
    desk org report "$handle" --format json | jq -r '.sections[]? | select(.id == "resonance") | .. | strings' 2>/dev/null |
        grep -oE '−?[0-9]\.[0-9]{2}' | sort -u | while read -r figure; do
        grep -qF -- "$figure" "$handle.txt" && echo "$figure"
    done | grep . && wrong "$handle: a figure of the report"
    # Both ways to the questions give the same ones.
    desk org report "$handle" --for interviewer --out interviewer.txt >/dev/null
    [ "$(grep -c 'Tell me about' "$handle.txt")" = "$(grep -c 'Tell me about' interviewer.txt)" ] ||
        wrong "the report for interviewers asks something else"
done
[ $topics -ge 2 ] || wrong "no topic is chosen for anybody ($topics)"
grep -q 'guide made' <(desk org audit log) || wrong "the log does not know of the guide"
first=${handles%%$'\n'*}

# In one vacancy a topic is asked in the same words of everybody.
cat ./*.json | jq -r '.asked[]? | select(.topic != "") | .topic + "|" + .question' | sort -u | cut -d'|' -f1 | uniq -d |
    grep . && wrong "a topic is asked in two ways"

# An organization's own questions, and what is wrong with them.
sed 's/Tell me about a promise that was hard to keep/Tell me about a promise to a passenger/' \
    "$SOURCE/questionnaires/interview/questions.json" >org/questions.json
expect 0 'a promise to a passenger' desk org guide "$first"
expect 0 'Errors: 0. Warnings and notes: 0.' "$BIN/resonance" check org/questions.json
sed -i 's/"kind": "would"/"kind": "past"/' org/questions.json
expect 2 'resonance check .*questions.json names them' desk org guide "$first"
expect 1 'one about what the person would do' "$BIN/resonance" check org/questions.json
printf '{' >org/questions.json
expect 2 'questions.json has errors' desk org guide "$first"
rm org/questions.json

finish
