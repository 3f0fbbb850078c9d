# Functions for scripts that open what released programs made (tests/vectors/released). Source it;
# BIN is the folder of the programs, SOURCE the root of the source. They work in the present folder,
# which the script makes and removes.
. "$SOURCE/tests/kit/organization.sh"
released_here=$SOURCE/tests/vectors/released
RELEASED=${RELEASED:-$released_here}

# released_copy FOLDER: the data of a release, here, as private as programs keep it (git keeps no
# permissions)
released_copy() {
    cp -r "$1"/. .
    chmod -R u+rwX,go= .
    ORGANIZATION_PASSPHRASE=$(cat passphrase)
}

# released_certify: the organization signs, once, for the keys and terminals that the release left it,
# unless the release did
released_certify() {
    local number said
    said=$(desk org terminal certify --yes 2>&1) || grep -q 'is signed for already' <<<"$said"
    for number in 1 2; do "$BIN/bench_sealed_copies" words request-$number.json >request-$number.json.words; done
}

# released_play HOURS CONFIG DATA: the story on standard input, so many hours after the clock of the
# release: the clock of the machine does not count
released_play() {
    local now=$(($(cat clock) + $1 * 3600)) got=0
    cat >played.story
    "$BIN/resonance-story" --config "$2" --data "$3" --codes codes --from 1 --clock "${now}000,1000000" \
        played.story || got=$?
    rm -f played.story
    return $got
}

# said FILE COMMAND...: what the command says goes to FILE, its warnings to FILE.err, but for the one
# about the memory of this machine and those about keys and profiles from before; it must succeed
said() {
    local out=$1
    shift
    "$@" >"$out" 2>"$out.err" || {
        echo "failed: $*"
        cat "$out" "$out.err"
        return 1
    }
    sed -i '/note: the system does not let this program keep secrets out of swap/d
        /note: the key that opens results here does not know its organization/d
        /WARNING: nobody signed for the profile .* it was frozen by an earlier version/d' "$out.err"
    [ -s "$out.err" ] || rm "$out.err"
}

# handles_new: the handles of the listed results that it has not told before
handles_new() {
    touch handles
    desk org list --json | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p' | grep -vxFf handles >handles.new
    cat handles.new
    cat handles.new >>handles
}

# What people read may be laid out anew, with its words in their order: these files.
released_texts='/(list|doctor|keys|profile-show|vacancy-show|vacancy-open)\.txt$'

# released_words: the words of standard input, one a line, without the rules of a table, with one minus sign and
# small letters, since heads of tables have capitals now. The desk of now also says that no end is set.
released_words() {
    sed -e '/^ *--*$/d' -e 's/−/-/g' -e '/^What people answer for it has no end yet:/ { :a; /N.\.$/! { N; ba }; d }' | tr -s ' \n' '\n\n' | tr '[:upper:]' '[:lower:]'
}

# released_compare EXPECTED GOT: the same files in both folders, byte for byte, texts word for word;
# what differs is shown
released_compare() {
    local name same=0
    diff <(cd "$1" && find . -type f | sort) <(cd "$2" && find . -type f | sort) || same=1
    while IFS= read -r name; do
        if [[ $name =~ $released_texts ]]; then
            diff <(released_words <"$1/$name") <(released_words <"$2/$name") || { echo "in $name" && same=1; }
        else
            diff "$1/$name" "$2/$name" || { echo "in $name" && same=1; }
        fi
    done < <(cd "$1" && find . -type f | sort)
    return $same
}

# released_draft CONFIG DATA: the person of the draft comes back, finds all answers and finishes
released_draft() {
    released_play 1 "$1" "$2" <<'STORY'
size    1366x768  width-mm 344
tap     "Start"
code    candidate 4
expect  screen resume
tap     "Go on"
expect  step closing:anything
tell
person  seed 45 pace 7 words "Nothing more, thank you"
answer  until screen check
tap     "next"
expect  screen finish
tap     "next"
expect  screen profile
tap     "next"
expect  screen receipt
wait    2s
tap     "I have my receipt"
expect  screen wiped
STORY
}

# without_program: what of a report names the program that finished the sitting, and when it did, left
# out: 0.1.0 wrote the hour, programs of now write the day
without_program() {
    sed -E 's/"(receipt|software|software_hash)":"[^"]*"/"\1":"-"/g
        s/"(finished|sealed)_unix_ms":[0-9]+/"\1_unix_ms":0/g
        s/"(Receipt|Program of the terminal|Hash of the program): [^"]*"/"\1: -"/g'
}

# outputs_opened OUT: what the desk says of an organization, into files below OUT, with the reports
# of the results that are new since the last call
outputs_opened() {
    local handle format
    mkdir -p "$1"
    said "$1/list.txt" desk org list
    said "$1/list.json" desk org list --json
    said "$1/rescore.txt" desk org rescore --all
    for handle in $(handles_new); do
        for format in txt json html record; do
            said "$1/$handle.$format" desk org report "$handle" --format $format
        done
    done
}

# outputs_office OUT: profiles, vacancies and keys; what the doctor finds good (its notes are about
# this machine, too); a draft of a vacancy is opened, whose file then holds the basis of its
# candidates, and the day of it, which is left out
outputs_office() {
    mkdir -p "$1"
    said doctor.txt desk org doctor
    # with the lines in which a finding goes on, which begin with blanks
    awk '/^[a-z]/ { is_good = /^good / } is_good' doctor.txt >"$1/doctor.txt"
    said "$1/profile-show.txt" desk org profile show autumn
    said "$1/vacancy-show.txt" desk org vacancy show deck-officer
    said "$1/keys.txt" desk org key list
    said "$1/vacancy-open.txt" desk org vacancy open purser --profile autumn --yes --sample
    sed -E 's/"opened":"[^"]*"/"opened":"-"/' org/vacancies/purser.json >"$1/vacancy-opened.json"
}

# outputs_scored OUT: the scores of questionnaires beside the folders of the releases
outputs_scored() {
    mkdir -p "$1"
    said "$1/every-method.json" "$BIN/resonance" score "$RELEASED/scored/every-method.osd" \
        --answers "$RELEASED/scored/every-method.answers.json"
    said "$1/drivers.json" "$BIN/resonance" score org/assessment/drivers.osd \
        --answers "$RELEASED/scored/drivers.answers.json"
}

# outputs_draft OUT: the draft brought back, finished, brought to the desk and opened
outputs_draft() {
    local format
    mkdir -p "$1"
    released_draft config data >played.txt
    grep -E '^(screen|typed) ' played.txt >"$1/resumed.txt"
    "$BIN/resonance-kiosk" --export finished.bundle --config config --data data >exported.txt
    said "$1/import.txt" desk org import finished.bundle
    said "$1/list.txt" desk org list
    said "$1/rescore.txt" desk org rescore --all
    handles_new >handle.new
    for format in json record; do
        said report desk org report "$(cat handle.new)" --format $format
        without_program <report >"$1/report.$format"
    done
}

# released_outputs FOLDER OUT: all that the programs make of the data of a release. The data are
# copied to the present folder, which is changed.
released_outputs() {
    released_copy "$1"
    released_certify
    outputs_opened "$2/archive"
    outputs_office "$2/office"
    outputs_scored "$2/scored"
    mkdir "$2/bundle"
    said "$2/bundle/import.json" desk org import --json waiting.bundle
    outputs_opened "$2/bundle"
    outputs_draft "$2/draft"
}
