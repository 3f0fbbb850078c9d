#!/bin/bash
# The shipped instrument keeps its design: every pair of dimensions meets once, every statement is
# shown once, texts are there and plain. What people have to judge (desirability, meaning) is not
# checked here; questionnaires/README.md says who does.
set -u
command -v jq >/dev/null || { echo "jq is not installed: the shipped documents are not checked"; exit 77; }
cd "$SOURCE/questionnaires/strategy-fit" || exit 1

faults=$(mktemp) || exit 1
trap 'rm -f "$faults"' EXIT
fault() { echo "$1" | tee -a "$faults"; }

# none TITLE < LINES: every line that arrives is a fault
none() {
    local line
    while IFS= read -r line; do
        [ -n "$line" ] && fault "$1: $line"
    done
}

# same TITLE EXPECTED FOUND
same() { [ "$2" = "$3" ] || fault "$1: expected [$2], found [$3]"; }

documents="practice values drivers needs situations effectiveness story interview closing"

# --- form of the files -------------------------------------------------------------------------
for file in assessment.json $(printf '%s.osd ' $documents); do
    [ -f "$file" ] || { fault "$file: is missing"; continue; }
    jq . "$file" 2>/dev/null | cmp -s - "$file" || fault "$file: not as jq would print it (2 spaces, no key twice)"
done
[ -s "$faults" ] && exit 1

# --- texts: each key that is named exists, each text is named, none is empty or padded ------------
for name in $documents; do
    jq -r '
        (.translations.en | keys - ["LANGUAGE"]) as $have |
        [ .definition |
          (.. | objects | (.text_key, .title_key, .question_head, .why_key) | strings),
          ((.dimensions // [])[] | .name, .description | strings),
          (.items[] | (.rows // [])[], (.likert_labels // [])[]),
          ((.likert_options.labels // [])[]) ] as $named |
        [ .definition.items[] | ."x-resonance".kind | strings ] as $kinds |
        ($named + ["title"]
          + (if any($kinds[]; . != "scene") then ["hint", "label_best", "label_worst"] else [] end)
          | unique) as $need |
        ($need - $have)[] | "no text for " + .' "$name.osd" | none "$name.osd"
    jq -r '
        ([ .definition | .. | strings ] + ["title", "hint", "label_best", "label_worst"]) as $named |
        .definition."x-resonance".frames as $frames |
        .translations.en | keys - ["LANGUAGE"] | .[] | split("@") as [$key, $frame] |
        select(($named | index($key) | not) or ($frame != null and ($frames | index($frame) | not)))
        | "nobody asks for the text " + .' "$name.osd" | none "$name.osd"
done
for file in assessment.json $(printf '%s.osd ' $documents); do
    jq -r '(.translations // .texts).en | to_entries[] |
        select((.value | length) == 0 or (.value | test("^\\s|\\s$|  |!|[\\x27\"]|\\.\\.\\.")))
        | .key + ": empty, padded, with an exclamation mark or a straight quotation mark"' "$file" | none "$file"
    jq -r '(.translations // .texts).en | to_entries[] | . as $e |
        ($e.value | ascii_downcase | scan("\\b(?:match|matches|matched|score|scores|passed|failed|percent)\\b"))
        | $e.key + ": says " + .' "$file" | none "$file"
done

# --- values: the design of measurement: 16 dimensions, 20 blocks, 5 classes ------------------------
order="growth candour evidence exploration self-direction care order service"
order="$order society craft build lead rhythm challenge belonging recognition"
same "order of dimensions" "$order" "$(jq -r '[.definition.dimensions[].id] | join(" ")' values.osd)"
same "constructs" "3 beliefs 4 values 3 purpose 3 goals 3 motivations" "$(jq -r \
    '.definition.dimensions[]."x-resonance".construct' values.osd | uniq -c | awk '{$1 = $1; print}' | tr '\n' ' ' | sed 's/ $//')"

plan="1 2 3 4,5 6 7 8,9 10 11 12,13 14 15 16,1 6 11 16,2 5 12 15,3 8 9 14,4 7 10 13,1 8 10 15,4 5 11 14"
plan="$plan,2 7 9 16,3 6 12 13,1 7 12 14,3 5 10 16,4 6 9 15,2 8 11 13,1 5 9 13,2 6 10 14,3 7 11 15,4 8 12 16"
same "blocks" "$plan" "$(jq -r '
    [.definition.dimensions[].id] as $d |
    [.definition.items[] | select(.type == "inst") | ."x-resonance".statements
     | [.[].dimension as $x | ($d | index($x)) + 1 | tostring] | join(" ")] | join(",")' values.osd)"
same "pairs of dimensions, and how often they meet" "120 1" "$(jq -r '
    [.definition.items[] | select(.type == "inst") | [."x-resonance".statements[].dimension] as $b
     | range(4) as $i | range($i) as $j | [$b[$i], $b[$j]] | sort | join(" ")]
    | group_by(.) | map(length) | "\(length) \(unique | map(tostring) | join(" "))"' values.osd)"
same "sections, classes and block names" \
    "$(for c in 1 2 3 4 5; do printf 'c%d ' $c; for b in 1 2 3 4; do printf 'b%02d/%d ' $(((c - 1) * 4 + b)) $c; done; done)" \
    "$(jq -r '.definition.items[] | if .type == "section" then .id else "\(.id)/\(."x-resonance".class)" end' values.osd | tr '\n' ' ')"
jq -r '.definition.items[] | select(.type == "section" and .randomize.method != "shuffle") | .id' values.osd | none "section that is not shuffled"
jq -r '.definition.items[] | ."x-resonance" | objects | .class as $c | .statements[] |
    select(.id != "\(.dimension)_\($c)" or .text_key != .id) | .id' values.osd | none "statement in the wrong block"
same "statements, all different" "80 80" "$(jq -r '. as $q |
    [.definition.items[] | ."x-resonance" | objects | .statements[].id] | "\(length) \(unique | length)"' values.osd)"

same "what counts nothing unless a vacancy says so" "rhythm 0" "$(jq -r '.definition.dimensions[] |
    select(."x-resonance".weight) | "\(.id) \(."x-resonance".weight)"' values.osd)"

# --- values: how a statement is written -----------------------------------------------------------
statements=$(jq -r '. as $q | .definition.items[] | select(.type == "inst") | .id as $b | ."x-resonance".statements[] |
    [$b, .dimension, $q.translations.en[.id]] | @tsv' values.osd |
    sed 's/{Customers}/Customers/g; s/{customers}/customers/g; s/{customer}/customer/g')
# Every line finishes the same sentence, for candidates and for colleagues: a command, or a noun
# alone, cannot be true of a place.
for frame in "" @now @needed; do
    jq -r --arg frame "$frame" '.translations.en["stem" + $frame] | select(endswith("lace where:") | not)' values.osd | none "stem$frame"
done
awk -F'\t' '$3 ~ /^(Be|Feel|Finish|Start|Make|Do|Know|Plan|Choose|Use|Take|Try|Learn|Listen|Bring|Turn|Give|See|Test|Notice|Stop|Handle|Face|Guide|Help|Change|Celebrate|Convince|Care|Earn|Keep|Aim|Say) /' \
    <<<"$statements" | none "a command, not a statement about a place"
awk -F'\t' '{ n = split($3, w, " "); if (n < 5 || n > 12) print $3 " (" n " words)" }' <<<"$statements" | none "5 to 12 words"
awk -F'\t' '{ t = tolower($3); if (seen[t]++) print $3 }' <<<"$statements" | none "said twice"
awk -F'\t' '$3 !~ /^[A-Z].*\.$/ || $3 ~ /[;:?()]/' <<<"$statements" | none "one plain sentence with a full stop"
awk -F'\t' '{ n = length($3); if (!($1 in low) || n < low[$1]) low[$1] = n; if (n > high[$1]) high[$1] = n }
    END { for (b in low) if (high[b] - low[b] > 16) print b " (" low[b] " to " high[b] " letters)" }' <<<"$statements" | none "length differs inside a block"
awk -F'\t' '{ split($3, w, " "); if (seen[$1 " " w[1]]++) print $1 ": " w[1] }' <<<"$statements" | none "two lines of a block begin alike"
awk -F'\t' '{ n = split(tolower($3), w, /[^a-z]+/); split("", once)
        for (i = 1; i <= n; i++) if (length(w[i]) > 5 && !once[w[i]]++) if (++seen[$1 " " w[i]] > 1) print $1 ": " w[i] }' \
    <<<"$statements" | none "a long word twice in a block"

negative="not no never nothing none neither nor cannot can’t don’t"
personal="family families child children parent parents mother father wife husband married marriage pregnant son daughter home
faith god church pray prayer religion religious spiritual belief holy health healthy ill illness sick sickness disabled disability
medicine doctor therapy pain age aged young younger elderly retire retirement nation nationality country foreign foreigner
native race ethnic colour politics political party vote election leisure hobby hobbies sport sports holiday holidays weekend
union strike gender sex male female man men woman women citizen passport military salary debt criminal arrest"
forbidden() {
    awk -F'\t' -v list="$(tr '\n' ' ' <<<"$1")" '
        BEGIN { n = split(list, w, " "); for (i = 1; i <= n; i++) bad[w[i]] = 1 }
        { n = split(tolower($NF), t, /[^a-z’]+/); for (i = 1; i <= n; i++) if (t[i] in bad) print $NF " (" t[i] ")" }'
}
forbidden "$negative" <<<"$statements" | none "a statement says what is, in the positive"
asked=$(jq -r '. as $q | .definition.items[] | select(.type != "section") |
    .id, ((."x-resonance".statements // [])[] | .id) | ., . + "@now", . + "@needed" | $q.translations.en[.] | strings' \
    values.osd drivers.osd needs.osd situations.osd interview.osd closing.osd practice.osd)
forbidden "$personal" <<<"$asked" | none "a question leaves private matters alone"

# --- drivers ---------------------------------------------------------------------------------------
drivers="learning doing coaching transfer skills ownership accountability"
same "order of drivers" "$drivers" "$(jq -r '[.definition.dimensions[].id] | join(" ")' drivers.osd)"
same "driver items" "$(for d in $drivers; do for n in 1 2 3 4; do echo ${d}_$n; done; done | sort | tr '\n' ' ')" \
    "$(jq -r '.definition.items[].id | select(startswith("instructed") | not)' drivers.osd | sort | tr '\n' ' ')"
jq -r '.definition.scoring | to_entries[] | .key as $d | select(.value !=
    {method: "mean_coded", items: {"\($d)_1": 1, "\($d)_2": 1, "\($d)_3": 1, "\($d)_4": -1}, "x-resonance": {minimum: 3, sem: "0.35"}}) | $d' \
    drivers.osd | none "driver keyed otherwise"
jq -r '[.definition.items[] | .dimension // .id] as $d | range(1; $d | length) | select($d[.] == $d[. - 1]) | $d[.]' \
    drivers.osd | none "two lines of a driver follow each other"
same "instructed items: where, and which answer" "16 4 28 4" "$(jq -r '.definition.items | to_entries[] |
    select(.value."x-resonance".instructed) | .key + 1, .value."x-resonance".instructed' drivers.osd | tr '\n' ' ' | sed 's/ $//')"
jq -r '.translations.en as $t | .definition.items[].id | select(startswith("instructed")) | select(($t[.] // "") | contains("“" + $t.likert_4 + "”") | not)' \
    drivers.osd | none "instructed item names another answer"
jq -r '.translations.en as $t | .definition.items[].id | select(startswith("instructed") | not) |
    select((($t[. + "@now"] // "") | test("^Here ") | not) or ($t[.] | test("^I (want|work best where) ") | not))' \
    drivers.osd | none "the candidate says what they need, the colleague what is here"
same "drivers that the strategy needs, each asked once" "$(for d in $drivers; do echo "$d ${d}_needed $d"; done | tr '\n' ' ')" \
    "$(jq -r '[.definition.dimensions, .definition.items, (.definition.scoring | to_entries)] | transpose[] |
    "\(.[0].id) \(.[1].id) \(.[1].dimension)"' needs.osd | tr '\n' ' ')"
jq -r '.definition.scoring | to_entries[] | .key as $d | select(.value != {method: "mean_coded", items: {"\($d)_needed": 1}}) | $d' \
    needs.osd | none "need keyed otherwise"
jq -r '.translations.en as $t | .definition.items[].id | ., . + "@now", . + "@needed" | . as $k | $t[.] | strings |
    select(split(" ") | length > 20) | $k' drivers.osd | none "over 20 words"

# --- situations and what raters say about them --------------------------------------------------------
same "situations" "s7 s2 s4" "$(jq -r '[.definition.items[].id] | join(" ")' situations.osd)"
same "ways to act" "4 4 4" "$(jq -r '[.definition.items[]."x-resonance".statements | length | tostring] | join(" ")' situations.osd)"
same "raters see the same words" "$(jq -cS '.translations.en | with_entries(select(.key | test("^s[1-9]")))' situations.osd)" \
    "$(jq -cS '.translations.en | with_entries(select(.key | test("^s[1-9]")))' effectiveness.osd)"
same "rows and columns for raters" "$(jq -c '[.definition.items[] | [.id, [."x-resonance".statements[].id], [1,2,3,4,5,6,7]]]' situations.osd)" \
    "$(jq -c '[.definition.items[] | [.id, .rows, [.columns[].value]]]' effectiveness.osd)"
jq -r '.translations.en as $t | .definition.items[] | [."x-resonance".statements[].id | $t[.] | length] as $n |
    select(($n | max) - ($n | min) > 16) | "\(.id): \($n)"' situations.osd | none "length differs inside a situation"
jq -r '.translations.en as $t | .definition.items[].id | select($t[.] | split(" ") | length > 36) ' situations.osd | none "situation over 36 words"

# --- what interviewers ask ---------------------------------------------------------------------------
questions=../interview/questions.json
"$BIN/resonance" check $questions | grep -v '^Errors: 0. Warnings and notes: 0.$' | none "the linter says of a question"
same "questions for every topic and driver, three at least, about the past and what would be done" \
    "$(jq -r '.definition.dimensions[].id' values.osd drivers.osd | sort | tr '\n' ' ')" \
    "$(jq -r '[.questions[] | select(.topic != "everybody")] | group_by(.topic)[] |
        select(length >= 3 and ([.[].kind] | unique) == ["past", "would"]) | .[0].topic' $questions | sort | tr '\n' ' ')"
same "questions for everybody" "mistake past promise past trial past news would" \
    "$(jq -r '[.questions[] | select(.topic == "everybody") | .id, .kind] | join(" ")' $questions)"
jq -r '.texts.en as $t | .questions[].id | . + ("", "_1", "_3", "_5", "_probe_1", "_probe_2") |
    select(($t[.] // "") | split(" ") | length < 3)' $questions | none "a question lacks a text"
jq -r '.texts.en | to_entries[] | select(.value | splits("(?<=[.?!]) ") | split(" ") | length > 20) | .key' $questions |
    none "a sentence of the interview over 20 words"
# Worth 1 is what shows the opposite. Nothing heard is no rating at all.
jq -r '.texts.en as $t | .questions[] | .id + "_1" | select($t[.] | test("example|evidence|[Nn]ames no|[Hh]as no|[Cc]annot say"))' $questions |
    none "worth 1 for want of evidence"
jq -r '.texts.en as $t | .questions[] | select(.kind == "past") | .id | select($t[.] | test("^Tell me about ") | not) | .' $questions |
    none "no question about the past"
jq -r '.texts.en as $t | .questions[] | select(.kind == "would") | .id, .id + "_3" | select($t[.] | test("[Ww]ould|Sees|Names") | not) | .' $questions |
    none "not about what would be done"
same "every question is another one" 0 "$(jq '.texts.en as $t | [.questions[].id | ., . + "_title" | $t[.]] | length - (unique | length)' $questions)"

# --- own words, scenes, pictures --------------------------------------------------------------------
same "open questions" "meaning contribute q2 anything" "$(jq -r '.definition.items[] |
    select(.type == "long" and .maxlength == 1200 and .required == false) | .id' story.osd interview.osd closing.osd | tr '\n' ' ' | sed 's/ $//')"
same "how sure, and which ways to learn: shown, never scored" \
    "likert 4 likert 4 multicheck 2 coaching mentoring shadowing assignment rotation" "$(jq -r '.definition.items[] |
    select(.id == "sure_understood" or .id == "sure_contribute" or .id == "ways") | .type, .likert_points // .validation.max_selected,
    ((.options // [])[] | .value)' story.osd | tr '\n' ' ' | sed 's/ $//')"
jq -r 'select(.definition.scoring != {}) | "story.osd"' story.osd | none "the story is scored"
grep -l "Northwind" assessment.json | none "the notice names the sample instead of {organization}"
jq -r '.definition.items[] | select(.type != "inst") | .id, ((.options // [])[] | .text_key)' story.osd | while IFS= read -r key; do
    jq -r --arg key "$key" '.translations.en[$key] // "" | select(contains("Northwind")) | $key' story.osd
done | none "a question names the sample instead of {organization}"
same "scenes" "story-1 story-2 story-3 story-4" "$(jq -r '[.definition.items[]."x-resonance".picture | strings] | join(" ")' story.osd)"
jq -r '.translations.en as $t | .definition.items[] | select(."x-resonance".kind == "scene") |
    select(($t[."x-resonance".title_key] // "") == "" or ([$t[.text_key] | scan("[.!?]”?(?: |$)")] | length | . < 2 or . > 3)) | .id' \
    story.osd | none "a scene has a title and 2 or 3 sentences"
for picture in $(jq -r '.definition.items[]."x-resonance".picture | strings' story.osd); do
    awk '
        function out(n, most) { return n !~ /^-?[0-9]+(\.[0-9]+)?$/ || n < 0 || n > most }
        function wrong(why) { print FILENAME ":" FNR ": " why }
        /^#/ { next }
        { count++ }
        count == 1 { if ($0 != "size 320 180") wrong("begins with size 320 180"); next }
        $1 == "fill" { if (NF != 2 || $2 !~ /^(paper|card|ink|soft|accent|hairline|sun|sea|none)$/) wrong("fill"); next }
        $1 == "line" { if ($0 != "line none" && (NF != 3 || $2 !~ /^(paper|card|ink|soft|accent|hairline|sun|sea)$/ || out($3, 20))) wrong("line"); next }
        $1 == "circle" { if (NF != 4 || out($2 - $4, 320) || out($2 + $4, 320) || out($3 - $4, 180) || out($3 + $4, 180)) wrong("circle"); next }
        $1 == "rect" { if (NF != 6 || out($2, 320) || out($3, 180) || out($2 + $4, 320) || out($3 + $5, 180) || out($6, 90)) wrong("rect"); next }
        $1 == "path" {
            if ($2 != "M") wrong("path begins with M")
            at = 0
            for (i = 2; i <= NF; i++) {
                if ($i ~ /^[MLCZ]$/) { if (at % 2) wrong("odd number of coordinates"); at = 0; continue }
                if (out($i, at % 2 ? 180 : 320)) wrong("outside the canvas: " $i)
                at++
            }
            next
        }
        { wrong("unknown command " $1) }
        END { if (count > 400) print FILENAME ": over 400 commands" }' "pictures/$picture.picture" | none "picture"
done

# --- samples ------------------------------------------------------------------------------------------
# What tells of the made-up company says so, or it would be taken for the organization's own.
for file in *.osd; do
    jq -r --arg file "$file" '(.definition.dimensions // [])[] | select(.["x-resonance"].why and .["x-resonance"].sample != true) |
        $file + " " + .id' "$file"
done | none "reason that is not marked as a sample"
jq -e '.definition["x-resonance"].sample == true' story.osd >/dev/null || echo "story.osd" | none "story that is not marked as a sample"

# --- assessment ---------------------------------------------------------------------------------------
jq -r '.parts[].file' assessment.json | sort -u | while IFS= read -r file; do [ -f "$file" ] || echo "$file"; done | none "part without its document"
jq -r '.parts[] | [.file, .frame] | @tsv' assessment.json | while IFS=$'\t' read -r file frame; do
    jq -e --arg f "$frame" '.definition."x-resonance".frames | index($f)' "$file" >/dev/null || echo "$file has no words for frame $frame"
done | none "assessment.json"
same "parts of a candidate" "practice values drivers situations story interview closing" \
    "$(jq -r '[.parts[] | select(.role == "candidate") | .id] | join(" ")' assessment.json)"
same "parts of a rater" "practice-rater values-now drivers-now values-needed drivers-needed effectiveness" \
    "$(jq -r '[.parts[] | select(.role == "rater") | .id] | join(" ")' assessment.json)"
jq -r '.texts.en as $t | ("title attract_heading attract_text notice_heading notice_pilot notice_pilot@rater notice_short_1
    notice_short_2 notice_short_3 notice_short_4 notice_short_5 notice_short_1@rater notice_short_4@rater notice_help notice_help@rater notice_basis_consent notice_basis_steps notice_basis_steps@rater
    notice_basis_public acknowledge_question acknowledge_yes notice_who notice_why notice_what notice_time notice_rights
    notice_automatic notice_instructed consent_question consent_yes consent_no declined_heading declined_text thanks_heading
    thanks_text rater_heading rater_text wiped_text pilot_line" | splits("\\s+")) | select($t[.] == null)' assessment.json | none "no text for"
jq -r '.texts.en | to_entries[] | . as $e | ($e.value | scan("\\{([a-z]*)\\}")[]) |
    select(test("^(organization|vacancy|contact|retention|minutes|[cC]ustomers?)$") | not) | $e.key + ": {" + . + "}"' assessment.json | none "unknown placeholder"
jq -r '.texts.en | to_entries[] | select(.key | test("@rater$|^rater")) | select(.value | contains("{vacancy}")) | .key' assessment.json | none "a rater has no vacancy"

jq -r '.parts[] | select(has("minutes")) | .id' assessment.json | none "minutes that are typed by hand"
jq -r '.texts.en | to_entries[] | select(.value | test("[0-9] minutes")) | .key' assessment.json | none "minutes that are typed by hand"

# Sentences that stood here once and were not true of the program: situations have a key, two lines
# look at attention, going on shows less, recruiters see all, and others than recruiters hold keys.
untrue="right or wrong|right answer|checks? (that )?the controls|better or worse|same figures|only the recruiters|only you see|take back your yes"
jq -r '(.translations // .texts).en[]' assessment.json *.osd | grep -iE "$untrue" | none "not true of the program"
grep -rnEi "$untrue" "$SOURCE/kiosk/screens" --include='*.c' | none "not true of the program"

[ -s "$faults" ] && exit 1
echo "the instrument keeps its design"
