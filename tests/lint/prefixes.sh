#!/usr/bin/env bash
# File = module = prefix: what NAME.h declares is called NAME or NAME_..., or asks is_/has_/can_NAME...
# (of one of many, NAME may lose its s), and stands in NAME.c or NAME_....c of the same folder or one
# below. So whoever meets a name knows the file. Functions that are expanded from a .def are excepted.
set -eu
cd "$SOURCE/kiosk"
# "fail" is said in every second line of the code; the short word is the better one
words='fail base/status.h, fail_in base/status.h'
find . -name '*.[ch]' | sed 's|^\./||' | sort | xargs awk -v words="$words" '
    function base(path) { sub(/.*\//, "", path); sub(/\.[ch]$/, "", path); return path }
    function folder(path) { return path ~ /\// ? substr(path, 1, match(path, /[^\/]*$/) - 1) : "" }
    function begins(name, prefix) { return name == prefix || index(name, prefix "_") == 1 }
    function is_of(name, file,    question) {
        if (begins(name, file)) return 1
        question = name
        if (!sub(/^(is|has|can)_/, "", question)) return 0
        return begins(question, file) || (sub(/s$/, "", file) && begins(question, file))
    }
    FNR == 1 { depth = inside = was_cut = 0; is_header = FILENAME ~ /\.h$/ }
    {
        code = ""; rest = $0
        if (!inside) gsub(/"([^"\\]|\\.)*"/, "\"\"", rest) # a route may hold what begins a comment
        while (rest != "") {
            if (inside) {
                end = index(rest, "*/"); rest = end ? substr(rest, end + 2) : ""; inside = !end
            } else {
                start = index(rest, "/*"); code = code (start ? substr(rest, 1, start - 1) : rest)
                rest = start ? substr(rest, start + 2) : ""; inside = start > 0
            }
        }
    }
    { gsub(/"([^"\\]|\\.)*"|\047.\047/, "\"\"", code) }
    code ~ /^#/ || was_cut { was_cut = code ~ /\\$/; next }
    { opened = depth; depth += gsub(/{/, "{", code) - gsub(/}/, "}", code) }
    opened == 0 && code !~ /^typedef/ && match(code, /^[a-z_][a-zA-Z0-9_ *]*[ *][a-z][a-z0-9_]*\(/) ||
    opened == 0 && match(code, /^[a-z][a-z0-9_]*\(/) {
        name = substr(code, RSTART, RLENGTH - 1); is_static = name ~ /^static /
        sub(/.*[ *]/, "", name)
        if (is_header) { declared[name] = FILENAME; if (is_static) body[name] = FILENAME }
        else if (!is_static) body[name] = FILENAME
    }
    END {
        word_count = split(words, word, ", ")
        for (i = 1; i <= word_count; i++) excepted[word[i]] = 1
        for (name in declared) {
            header = declared[name]; file = base(header)
            if (((name " " header) in excepted)) continue
            count++
            if (!is_of(name, file)) { print "kiosk/" header ": " name " does not begin with " file "_"; bad = 1 }
            if (!(name in body)) { print "kiosk/" header ": " name " is defined nowhere"; bad = 1 }
            else if (index(folder(body[name]), folder(header)) != 1 || !begins(base(body[name]), file)) {
                print "kiosk/" header ": " name " is defined in " body[name]; bad = 1
            }
        }
        if (count < 300) { print "only " count " functions were seen"; bad = 1 }
        exit bad
    }' || exit 1
echo "files, modules and prefixes are one"
