#!/bin/bash
# resonance check: exit codes, and that the place of a fault is told.
set -u
resonance=$BIN/resonance
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

# expect CODE WORDS... -- PATTERN: runs `resonance check WORDS`, wants its exit code and output
expect() {
    local code=$1 words=()
    shift
    while [ "$1" != -- ]; do
        words+=("$1")
        shift
    done
    "$resonance" check "${words[@]}" > "$work/out" 2>&1
    local got=$?
    if [ "$got" != "$code" ] || ! grep -qE -- "$2" "$work/out"; then
        echo "check ${words[*]}: exit $got, wanted $code and \"$2\", but got:"
        cat "$work/out"
        bad=1
    fi
}

shipped=$SOURCE/questionnaires/strategy-fit
expect 0 "$shipped" -- '^Errors: 0\.'
expect 0 "$shipped/values.osd" -- '^Errors: 0\.'

cp -r "$shipped" "$work/folder"
sed -i 's/"best-worst"/"best-wurst"/' "$work/folder/values.osd"
expect 1 "$work/folder" -- '^values.osd:[0-9]+:[0-9]+: error: The kind "best-wurst" does not fit here \(definition.items\[1\].x-resonance.kind\)'
rm "$work/folder/story.osd"
expect 1 "$work/folder" -- '"story.osd" is not there'
rm "$work/folder/assessment.json"
expect 1 "$work/folder" -- 'assessment.json'

printf '{"definition": {"items": []}, "translations": {"en": {"a": "1", "a": "2"}}}' > "$work/twice.osd"
expect 1 "$work/twice.osd" -- 'twice.osd:1:[0-9]+: error: The same key stands twice'
sed 's/"b": "2"/"b": "Are you married?"/' > "$work/topic.osd" << 'OSD'
{"definition": {"scale_info": {"name": "T", "code": "T"}, "items": [{"id": "b", "type": "short", "text_key": "b"}]},
 "translations": {"en": {"b": "2"}}}
OSD
expect 1 "$work/topic.osd" -- 'topic.osd:2:31: error: It touches family or pregnancy: "married" \(translations.en.b\)'
# every text is read: an error where a person answers, a note for titles and reasons; and the notice,
# which may say what is not asked
sed 's/"b": "2"/"b": "How are you?", "why": "Religion matters to us.", "yes": "Catholic"/' > "$work/around.osd" << 'OSD'
{"definition": {"scale_info": {"name": "T", "code": "T"}, "items": [{"id": "b", "type": "multi", "text_key": "b",
 "options": ["yes", "b"], "x-resonance": {"why_key": "why"}}]},
 "translations": {"en": {"b": "2"}}}
OSD
expect 1 "$work/around.osd" -- 'around.osd:3:[0-9]+: note: It touches faith: "religion" \(translations.en.why\)'
expect 1 "$work/around.osd" -- 'around.osd:3:[0-9]+: error: It touches faith: "catholic" \(translations.en.yes\)'
cp -r "$shipped" "$work/notice"
sed -i 's/"We record your answers and how often/"We do not ask about your religion. We record your answers and how often/' "$work/notice/assessment.json"
expect 0 "$work/notice" -- '^Errors: 0\.'
sed -i 's/"We do not ask about your religion/"We keep a list of your religion/' "$work/notice/assessment.json"
expect 0 "$work/notice" -- '^assessment.json:[0-9]+:[0-9]+: note: It touches faith: "religion" \(texts.en.notice_what\)'
# who writes a notice of their own is told what many readers will not get through
sed -i 's/"We keep a list of your religion/"We retain your answers in conformity with our policy for as long as that is, in the view of those who know the law, what it asks/' \
    "$work/notice/assessment.json"
expect 0 "$work/notice" -- '^assessment.json:[0-9]+:[0-9]+: note: A sentence is longer than 20 words \(texts.en.notice_what\)'
expect 0 "$work/notice" -- '^assessment.json:[0-9]+:[0-9]+: note: It holds words that many readers do not know: "conformity" \(texts.en.notice_what\)'

printf '[' > "$work/open.osd"
expect 1 "$work/open.osd" -- 'open.osd:1:2: error: The file ends too early'
expect 1 "$work/nowhere.osd" -- 'nowhere.osd'
expect 2 -- 'one file or folder is needed'
expect 2 a b -- 'one file or folder is needed'
expect 2 --colour -- 'there is no option --colour here'
expect 0 --help -- 'resonance check FOLDER'

# A topic that must not be asked does not get past the desk; with an exception it does.
. "$SOURCE/tests/kit/organization.sh"
refused() { # refused PATTERN COMMAND...
    local pattern=$1
    shift
    if "$@" > "$work/out" 2>&1 || ! grep -qE -- "$pattern" "$work/out"; then
        echo "$*: wanted a refusal with \"$pattern\", but got:"
        cat "$work/out"
        bad=1
    fi
}
mkdir "$work/topic"
cp -r "$shipped" "$work/topic/form"
sed -i 's/"growth_1": "[^"]*"/"growth_1": "You say openly what your religion is."/' "$work/topic/form/values.osd"
refused 'values.osd:[0-9]+:[0-9]+: error: It touches faith' "$resonance" init "$work/topic/org" --name A --contact c \
    --assessment "$work/topic/form" --cost low --recovery-out "$work/topic/sheet" --passphrase-fd 9 9<<<"$ORGANIZATION_PASSPHRASE"
[ ! -e "$work/topic/org" ] || { echo "a refused assessment founded an organization"; bad=1; }
organization_new "$work/org" Acme > "$work/out" 2>&1 || { cat "$work/out"; bad=1; }
request_made "$work/request"
cp "$work/topic/form/values.osd" "$work/org/assessment/values.osd"
refused 'asks what must not be asked' desk "$work/org" enrol "$work/request" --words "$(cat "$work/request.words")" --out "$work/config"
[ ! -e "$work/config" ] || { echo "a refused assessment enrolled a terminal"; bad=1; }
desk "$work/org" list > "$work/out" 2>&1 || { echo "results cannot be listed any more"; cat "$work/out"; bad=1; }
exit $bad
