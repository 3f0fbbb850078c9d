# Lists every small change that can be made to a C file: awk -f mutate.awk FILE. One line each,
# tabs between: line, column (from 1), length of what goes, what comes instead. Changed are
# operators, whole and decimal constants, and calls of fabs, sqrt, fmin and fmax; left out are
# calls and assignments that stand on a line of their own, which becomes a comment. Never changed
# are comments, texts, directives, declarations of pointers, sizes of scratch memory and empty
# initializers.
BEGIN {
    split("+ - < <= > >= == != && || += -= *= /= fmin fmax", pairs, " ")
    for (i = 1; i in pairs; i += 2) {
        other[pairs[i]] = pairs[i + 1]
        other[pairs[i + 1]] = pairs[i]
    }
    split("double size_t int char void const struct unsigned uint64_t uint32_t int64_t long gsl_matrix gsl_vector gsl_rng", names, " ")
    for (i in names) is_type[names[i]] = 1
}

function put(column, count, text) {
    print FNR "\t" column "\t" count "\t" text
}

# What a number becomes: the nearest that could have been meant.
function changed(number) {
    if (number !~ /^[0-9.]+([eE][-+]?[0-9]+)?$/) return ""
    if (number == "0") return "1"
    if (number == "1") return "0"
    if (number ~ /^[0-9]+$/) return number + 1
    return "(" number " / 2)"
}

# Whether the line is one statement that can be left out: a call or an assignment, whole.
function is_statement(code, line, opened, closed) {
    opened = gsub(/\(/, "(", code)
    closed = gsub(/\)/, ")", code)
    return opened == closed && line !~ /\/\*/ && last ~ /([;{}):]|else)[ \t]*$/ &&
        code ~ /^[ \t]+[(*]*[A-Za-z_][A-Za-z_0-9]*(\(|\.|->|\[|\+\+|--|\)| [-+*\/|&^]?=).*;[ \t]*$/ &&
        code !~ /^[ \t]+(\(void\)|return|if \(|for \(|while \()/
}

# The part of the line that is code, the rest blanked, so that columns stay.
function code_of(line, i, c, code, quote) {
    code = ""
    quote = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (in_comment) {
            if (c == "*" && substr(line, i + 1, 1) == "/") { in_comment = 0; i++; code = code " " }
            code = code " "
        } else if (quote != "") {
            if (c == "\\") { i++; code = code " " }
            else if (c == quote) quote = ""
            code = code " "
        } else if (c == "/" && substr(line, i + 1, 1) == "*") {
            in_comment = 1
            i++
            code = code "  "
        } else if (c == "\"" || c == "'") {
            quote = c
            code = code " "
        } else code = code c
    }
    return code
}

{
    code = code_of($0)
    if (code ~ /^[ \t]*$/) next
    is_whole = is_statement(code, $0)
    last = code
    if (code ~ /^#/ || code ~ /arena_|must\(/) next
    match(code, /[^ \t]/)
    if (is_whole) put(RSTART, length($0) - RSTART + 1, "/* " substr($0, RSTART) " */;")
    if (code ~ /memcpy|memmove|memset/) next
    is_loop = code ~ /for \(/
    before = ""      # the token before
    is_value = 0     # it ends a value, so + - * after it take two
    for (at = 1; at <= length(code); at += count) {
        rest = substr(code, at)
        if (match(rest, /^[ \t]+/)) { count = RLENGTH; continue }
        if (match(rest, /^[A-Za-z_][A-Za-z_0-9]*/)) {
            count = RLENGTH
            token = substr(rest, 1, count)
            if (token == "fmin" || token == "fmax") put(at, count, other[token])
            if ((token == "fabs" || token == "sqrt") && substr(rest, count + 1, 1) == "(") put(at, count, "")
            is_value = !(token in is_type) && token != "return" && before != "struct"
            before = token
            continue
        }
        if (match(rest, /^(0x[0-9A-Fa-f]+|[0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?[uUlL]*/)) {
            count = RLENGTH
            token = substr(rest, 1, count)
            text = changed(token)
            if (text != "" && before != "{" && before != "[") put(at, count, text)
            is_value = 1
            before = token
            continue
        }
        count = 1
        if (match(rest, /^(->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*\/%&|^]=)/)) count = RLENGTH
        token = substr(rest, 1, count)
        if (token == "+" || token == "-") {
            if (is_value) put(at, 1, other[token])
            else put(at, 1, " ")
        } else if (token == "*" && is_value) put(at, 1, "/")
        else if (token == "/") put(at, 1, "*")
        else if (token == "!") put(at, 1, " ")
        else if (token == "++" && !is_loop) put(at, 2, "--")
        else if (token in other) put(at, count, other[token])
        is_value = token == ")" || token == "]" || token == "++" || token == "--"
        before = token
    }
}
