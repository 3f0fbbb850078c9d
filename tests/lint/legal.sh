#!/usr/bin/env bash
# Each template of deploy/legal says at its beginning that it is no legal advice, has places to fill, is
# named by the page that leads to them, and the commands that it names exist.
set -u
cd "$SOURCE/deploy/legal" || exit 1
bad=0
pages=0
for page in *.md; do
    pages=$((pages + 1))
    sed -n 3p "$page" | grep -q 'no legal advice' || { echo "$page: the third line does not say that it is no legal advice"; bad=1; }
    [ "$page" = README.md ] && continue
    grep -q '\[FILL' "$page" || { echo "$page: nothing is left to fill"; bad=1; }
    grep -qF "\`$page\`" README.md || { echo "$page: README.md does not name it"; bad=1; }
done
[ "$pages" -gt 5 ] || { echo "only $pages pages were found"; bad=1; }

commands=$(grep -ohE '`resonance [a-z][a-z-]*( [a-z]+)?' ./*.md | sed 's/^`resonance //' | sort -u)
while read -r first second; do
    grep -qE "^(COMMAND\([a-z_]+, |GROUP\()\"$first${second:+( $second)?}\"" "$SOURCE/kiosk/app/desk/command/command.def" ||
        { echo "there is no command resonance $first $second"; bad=1; }
done <<<"$commands"
while read -r verb; do
    grep -qF "\"$verb\"" "$SOURCE/kiosk/app/study/verbs.def" || { echo "there is no verb resonance-study $verb"; bad=1; }
done < <(grep -ohE '`resonance-study [a-z-]+' ./*.md | sed 's/^`resonance-study //' | sort -u)
[ "$bad" = 0 ] && echo "$pages pages, each no legal advice"
exit "$bad"
