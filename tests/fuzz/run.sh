#!/usr/bin/env bash
# fuzz/run.sh NAME: lets the target NAME search for RESONANCE_FUZZ_SECONDS (2), or, when it is set, for
# RESONANCE_FUZZ_RUNS inputs. Ten million for each reader take some hours on two cores:
#
#     RESONANCE_FUZZ_RUNS=10000000 ctest --preset asan -L fuzz -j 2
#
# A search begins with good documents. Where there are real ones, as large as they are, these come first: for a tenth of
# the seconds or a hundredth of the inputs. Then come small ones, which reach the same places a
# hundred times as often. What leads to new places is kept in build/corpus and is where the next run
# begins; what breaks a reader lies there too, and is looked at with: build/asan/bin/fuzz_NAME FILE
set -eu
name=$1
corpus=$BUILD/../corpus/$name
mkdir -p "$corpus/large" "$corpus/small" "$corpus/examples"
small=("$corpus/examples") large=() small_bytes=512
case $name in
assessment) large=("$SOURCE/questionnaires/strategy-fit") small_bytes=2048 ;;
questionnaire)
    large=("$SOURCE/questionnaires/strategy-fit") small_bytes=2048
    awk -v folder="$corpus/examples" '/^```osd/ { file = folder "/" ++count; next } /^(```|---)/ { file = "" }
        file { print > file }' "$SOURCE/questionnaires/FORMAT.md"
    ;;
config) small_bytes=2048 ;; # no seed is cut
convert_*) small_bytes=10240 ;;
desk_audit_text | form | groups) small_bytes=1024 ;;
picture) large=("$SOURCE/questionnaires/strategy-fit/pictures") ;;
record) large=("$SOURCE/tests/vectors/scorecards") small_bytes=128 ;; # small: edits of a good one
basis | draft_row | norm | vacancy) small_bytes=128 ;;
story) large=("$SOURCE/tests/story") ;;
text) small_bytes=64 ;;
web_form | web_wire) small_bytes=256 ;;
esac
[ ! -d "$SOURCE/tests/fuzz/seeds/$name" ] || small+=("$SOURCE/tests/fuzz/seeds/$name")

# What breaks a reader ends with 1: the 77 that the fuzzer ends with otherwise means skipped to ctest.
# search FOLDER WORD...: FOLDER keeps what is found, the words are options and more good documents.
# The freed memory that the sanitizer watches is small enough for the cache of the processor, and
# larger than what one input takes.
search() {
    ASAN_OPTIONS=quarantine_size_mb=1:thread_local_quarantine_size_kb=64:malloc_context_size=0 \
        "$BIN/fuzz_$name" -error_exitcode=1 -timeout=30 -rss_limit_mb=2048 -verbosity=0 -artifact_prefix="$corpus/broken-" \
        "$corpus/$1" "${small[@]}" "${@:2}"
}

if [ -n "${RESONANCE_FUZZ_RUNS:-}" ]; then
    first=$((RESONANCE_FUZZ_RUNS / 100))
    limits=(-runs="$first" -runs="$((RESONANCE_FUZZ_RUNS - first))")
else # each search takes a second more than it is given, and 0 would mean without end
    seconds=${RESONANCE_FUZZ_SECONDS:-2}
    first=$((seconds / 10 + 1))
    rest=$((seconds - 1 - (${#large[@]} ? first + 1 : 0)))
    limits=(-max_total_time="$first" -max_total_time="$((rest > 0 ? rest : 1))")
fi
[ ${#large[@]} = 0 ] || search large "${limits[0]}" "${large[@]}"
search small "${limits[1]}" -max_len="$small_bytes" -entropic_scale_per_exec_time=1
