#!/usr/bin/env bash
# Every function of a header is named by a comment of that header, "name(arg, arg): ...". Where
# many differ only in one word, X stands for it: X_view(question), report_X(page).
set -eu
cd "$SOURCE"
find kiosk -name '*.h' | sort | xargs awk '
    # the prototypes of a file are held against its comments when it has been read
    function judge(    name, first, last) {
        for (name in declared) {
            first = last = name
            sub(/_.*/, "_X(", first)
            sub(/.*_/, "X_", last)
            if (!index(comments, name "(") && !index(comments, first) && !index(comments, last "(")) {
                print file ":" declared[name] ": " name " is not documented"
                bad = 1
            }
        }
        split("", declared)
        comments = ""
        depth = 0
    }
    FNR == 1 { judge(); file = FILENAME }
    {
        code = ""
        for (rest = $0; rest != "";) {
            if (inside) {
                end = index(rest, "*/")
                comments = comments (end ? substr(rest, 1, end - 1) : rest) " "
                rest = end ? substr(rest, end + 2) : ""
                inside = !end
            } else {
                start = index(rest, "/*")
                code = code (start ? substr(rest, 1, start - 1) : rest)
                rest = start ? substr(rest, start + 2) : ""
                inside = start > 0
            }
        }
    }
    code ~ /^#/ || was_cut { was_cut = code ~ /\\$/; next }
    {
        opened = depth
        depth += gsub(/{/, "{", code) - gsub(/}/, "}", code)
    }
    opened == 0 && code !~ /^typedef/ && match(code, /^[a-z_][a-zA-Z0-9_ *]*[ *][a-z][a-z0-9_]*\(/) {
        name = substr(code, 1, RLENGTH - 1)
        sub(/.*[ *]/, "", name)
        declared[name] = FNR
    }
    END { judge(); exit bad }'
echo "every function of a header is documented"
