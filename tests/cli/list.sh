#!/usr/bin/env bash
# The list on screens of every width, and of whom one looks for: each person stays one line, names are cut and then left
# out, and no line is wider than the screen; several vacancies, a word, a card, a day; never by figure.
set -u
. "$SOURCE/tests/kit/organization.sh"
. "$SOURCE/tests/kit/expect.sh"
. "$SOURCE/tests/kit/desk_asked.sh"
command -v python3 >/dev/null && command -v jq >/dev/null || { echo "skipped: python3 or jq is not installed"; exit 77; }
skip_without terminal
cd "$work" || exit 1
organization_opened 4
desk org vacancy new second-officer-night --title 'Second officer for the night ferries' >/dev/null
desk org vacancy open second-officer-night --profile autumn --sample --yes >/dev/null 2>&1 ||
    desk org vacancy open second-officer-night --without-profile --sample --yes >/dev/null || wrong "no second vacancy"
desk org invite second-officer-night --count 2 --plain 2>/dev/null | sed 's/^candidate 1 /candidate 91 /; s/^candidate 2 /candidate 92 /' >>codes
rm -rf config
terminal_enrol org request.json config
for n in 1 2 3 4 91 92; do person_sits config data codes "candidate $n" $((20 + n)) order=-2 lead=2 || exit 1; done
terminal_collect config data org all.bundle >/dev/null
desk org list --json >all.json || wrong "no list"
[ "$(jq '.results | length' all.json)" = 6 ] || wrong "not all came"
first=$(jq -r '.results[0].vacancy' all.json)
[ "$first" = second-officer-night ] && first=$(jq -r '[.results[].vacancy] | unique[] | select(. != "second-officer-night")' all.json)

# On a screen of so many columns: as many rows as people, none wider, and each reference whole.
on() { on_screen bash -c "stty cols $1; exec '$BIN/resonance' list --org org --passphrase-fd 9 ${*:2} 2>/dev/null" 9<<<"$ORGANIZATION_PASSPHRASE"; }
for columns in 200 88 60 48 40 36 32; do
    for words in "" "--cards"; do
        # shellcheck disable=SC2086
        on $columns $words >screen.txt || wrong "no list at $columns columns"
        python3 - "$columns" screen.txt all.json "$words" <<'PY' || wrong "at $columns columns $words: $(cat screen.txt)"
import json, sys
columns, lines = int(sys.argv[1]), open(sys.argv[2], encoding="utf-8").read().splitlines()
results = json.load(open(sys.argv[3]))["results"]
rows = [line for line in lines if line[:4].isdigit() and line[4:5] == "-"]
assert len(rows) == len(results), len(rows)
assert all(len(line) <= columns for line in lines), max(lines, key=len)
for row, result in zip(rows, results):
    cells = row.split()
    assert cells[0] == result["date"] and cells[1] == result["handle"], row
    name = result["vacancy"]
    if columns >= 88:
        assert name in row, row
    elif len(cells) > 2 and not cells[2].isdigit(): # cut, with a sign that it is
        assert cells[2] == name or cells[2].endswith("…") and name.startswith(cells[2][:-1]), row
    if sys.argv[4]:
        assert cells[-1].isdigit(), row # the card is never cut
PY
    done
done
on 36 >screen.txt
grep -q '…' screen.txt || wrong "nothing is cut on a narrow screen"
on 32 --cards >screen.txt
grep -q 'Vacancy' screen.txt && wrong "there is room for a vacancy at 32 columns"

# Whom one looks for.
count() { desk org list --json "$@" | jq '.results | length'; }
[ "$(count --vacancy "$first")" = 4 ] || wrong "one vacancy has others"
[ "$(count --vacancy second-officer-night)" = 2 ] || wrong "the other vacancy has others"
[ "$(count --vacancy "$first" --vacancy second-officer-night)" = 6 ] || wrong "two vacancies are not both"
[ "$(count --find NIGHT)" = 2 ] || wrong "a vacancy is not found by a word of its title"
desk org list --cards --json --find 3 | jq -e "any(.results[]; .card == 3)" >/dev/null || wrong "a card is not found"
handle=$(jq -r '.results[2].handle' all.json)
[ "$(desk org list --json --find "${handle,,}" | jq -r '.results[].handle')" = "$handle" ] || wrong "a reference is not found"
[ "$(count --find 'nothing like it')" = 0 ] || wrong "somebody is found by nothing"
day=$(jq -r '.results[0].date' all.json)
[ "$(count --since "$day")" = 6 ] || wrong "the day itself does not count"
[ "$(count --since 2090-01-01)" = 0 ] || wrong "somebody came in 2090"
refuse 2 'since is a day' desk org list --since soon
refuse 1 'there is no vacancy' desk org list --vacancy "$first" --vacancy none
# Whoever is not shown still counts where two cannot be told apart.
[ "$(desk org list --json --find "$handle" | jq -c '.results[0].not_told_apart_count')" = "$(jq -c '.results[2].not_told_apart_count' all.json)" ] ||
    wrong "who is not shown is told apart"
for word in figure resonance rank order sort; do expect 2 "$word" desk org list "--$word" 1; done

# The page: what is looked for stays when another vacancy is chosen, and its number stands beside each.
mkdir -p out
desk_asked_begin org
answers 200 GET /people found.html find=night
[ "$(grep -oE '<td><a href="/people/' out/found.html | wc -l)" = 2 ] || wrong "the page finds others"
has found.html '/people?vacancy=second-officer-night&amp;find=night'
lacks found.html "/people?vacancy=$first&amp;find"
answers 200 GET /people one.html vacancy=second-officer-night find=nothing
has one.html "Nobody was found"
desk_asked_end
finish
