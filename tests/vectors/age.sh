#!/usr/bin/env bash
# age files of others through `resonance age-open`: the conformance vectors, and what Debian's
# age seals, at the sizes where chunks begin and end.
set -eu
shared=${RESONANCE_SHARED:-$SOURCE/../shared}
runner=$shared/age-vectors/run
[ -x "$runner" ] || { echo "the age vectors are not there: $runner"; exit 77; }
"$runner" --program "$BIN/resonance age-open"

command -v age >/dev/null || { echo "age is not installed; its files were not tried"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
age-keygen -o "$folder/key.txt" 2>/dev/null
recipient=$(age-keygen -y "$folder/key.txt")
for bytes in 0 1 65535 65536 65537 131072 200000; do
    head -c "$bytes" /dev/urandom >"$folder/plain"
    age -r "$recipient" <"$folder/plain" >"$folder/sealed.age"
    "$BIN/resonance" age-open --identity "$folder/key.txt" "$folder/sealed.age" >"$folder/out"
    cmp "$folder/plain" "$folder/out"
done
age-keygen -o "$folder/other.txt" 2>/dev/null
if "$BIN/resonance" age-open --identity "$folder/other.txt" "$folder/sealed.age" \
    >"$folder/out" 2>"$folder/said"; then
    echo "a key that is not one of the recipients opened the file"
    exit 1
fi
[ ! -s "$folder/out" ] || { echo "content was let out without a key"; exit 1; }
grep -q "none of the 1 that were tried" "$folder/said"
echo "what age seals, we open"
