# Functions for scripts about the end of results. Source it after organization.sh and expect.sh.

# ends_open COUNT: in the folder `work`, the organization org with the vacancy deck, a terminal (data,
# config) and the results of COUNT candidates at home (all.bundle); exits 77 where something is missing
ends_open() {
    local n
    skip_without terminal sqlite
    cd "$work" || exit 1
    organization_opened 20
    for ((n = 1; n <= $1; n++)); do person_sits config data codes "candidate $n" "$n" order=1 || exit 1; done
    terminal_collect config data org all.bundle >/dev/null
    mapfile -t handles < <(handle_list org)
}

# handle_list ORG: the references of those who can be read, one a line, in one order
handle_list() { desk "$1" list --json 2>/dev/null | tr ',' '\n' | sed -n 's/.*"handle":"\([^"]*\)".*/\1/p' | sort; }

# erased ORG REFERENCE [OPTION...]: Anna Berg erases it, as its person asked
erased() { desk "$1" erase "$2" --ground asked --by "Anna Berg" --yes "${@:3}"; }

# sql ORG SENTENCE: on its archive, with what stands in its write-ahead log, as somebody may who can
# write to the folder
sql() { python3 -c 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1] + "/archive.db"); print(*d.execute(sys.argv[2]).fetchall()); d.commit()' "$1" "$2"; }

# put_back FROM ORG: archive.db of FROM alone, as somebody does who has a copy of it
put_back() {
    rm -f "$2"/archive.db*
    cp "$1"/archive.db* "$2"
}

# ends_rows ORG: how many rows are signed
ends_rows() { wc -l <"$1/ends.jsonl"; }
