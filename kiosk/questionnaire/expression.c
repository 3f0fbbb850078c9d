/* Recursive descent, one function per rule of the grammar; the depth is counted in the two places
 * where it can grow. */
#include "questionnaire/expression.h"

#include <math.h>
#include <string.h>

enum node_kind {
    NODE_NUMBER,
    NODE_NAME,
    NODE_NOT,
    NODE_NEGATE,
    NODE_BINARY,
    NODE_FUNCTION,
};

enum binary {
    BINARY_OR,
    BINARY_AND,
    BINARY_EQUAL,
    BINARY_NOT_EQUAL,
    BINARY_AT_LEAST,
    BINARY_AT_MOST,
    BINARY_ABOVE,
    BINARY_BELOW,
    BINARY_NOT_IN,
    BINARY_IN,
    BINARY_ADD,
    BINARY_SUBTRACT,
    BINARY_MULTIPLY,
    BINARY_DIVIDE,
};

enum function { FUNCTION_COUNT, FUNCTION_SUM, FUNCTION_ABS, FUNCTION_MIN, FUNCTION_MAX };

struct expression {
    enum node_kind kind;
    double number;
    enum expression_name name;
    struct span id;
    enum binary binary;
    enum function function;
    struct expression *left, *right; /* a function's arguments: left, chained by next */
    struct expression *next;
};

struct scanner {
    struct arena *arena;
    struct span text;
    size_t at, depth;
    const char *what;
};

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || (unsigned char)byte >= 0x80;
}

static void skip(struct scanner *scanner)
{
    while (scanner->at < scanner->text.count &&
           strchr(" \t\n\r", scanner->text.data[scanner->at]))
        scanner->at++;
}

/* Takes `token` when it comes next; a word must end where the name bytes end. */
static bool take(struct scanner *scanner, const char *token)
{
    skip(scanner);
    const size_t length = strlen(token), end = scanner->at + length;
    if (!has_span_prefix(span_cut(scanner->text, scanner->at, length), token))
        return false;
    if (is_name_byte(token[length - 1]) && end < scanner->text.count &&
        is_name_byte(scanner->text.data[end]))
        return false;
    scanner->at = end;
    return true;
}

static struct expression *refuse(struct scanner *scanner, const char *what)
{
    if (!scanner->what)
        scanner->what = what;
    return NULL;
}

static struct expression *node(struct scanner *scanner, enum node_kind kind)
{
    struct expression *new = arena_new(scanner->arena, struct expression);
    new->kind = kind;
    return new;
}

struct token {
    const char *text;
    enum binary binary;
};

static const struct token *take_any(struct scanner *scanner, const struct token *tokens,
                                    size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (take(scanner, tokens[i].text))
            return &tokens[i];
    return NULL;
}

/* Reads the rules of the grammar that are left {token right}, or at most one such pair. */
static struct expression *read_binary(struct scanner *scanner, const struct token *tokens,
                                      size_t count,
                                      struct expression *(*operand)(struct scanner *),
                                      bool is_once)
{
    struct expression *left = operand(scanner);
    const struct token *token;
    while (left && (token = take_any(scanner, tokens, count))) {
        struct expression *pair = node(scanner, NODE_BINARY);
        pair->binary = token->binary;
        pair->left = left;
        pair->right = operand(scanner);
        left = pair->right ? pair : NULL;
        if (is_once)
            break;
    }
    return left;
}

static struct expression *read_or(struct scanner *scanner);

static struct expression *read_arguments(struct scanner *scanner, enum function function)
{
    struct expression *call = node(scanner, NODE_FUNCTION), **link = &call->left;
    call->function = function;
    do {
        *link = read_or(scanner);
        if (!*link)
            return NULL;
        link = &(*link)->next;
    } while (take(scanner, ","));
    return take(scanner, ")") ? call : refuse(scanner, "a ) is missing");
}

static struct expression *read_number(struct scanner *scanner)
{
    size_t end = scanner->at;
    while (end < scanner->text.count &&
           (is_name_byte(scanner->text.data[end]) || scanner->text.data[end] == '.'))
        end++;
    struct expression *number = node(scanner, NODE_NUMBER);
    if (!span_to_number(span_cut(scanner->text, scanner->at, end - scanner->at),
                        &number->number))
        return refuse(scanner, "a number, a name or a ( was expected");
    scanner->at = end;
    return number;
}

static struct expression *read_name(struct scanner *scanner, enum expression_name kind)
{
    struct expression *name = node(scanner, NODE_NAME);
    const size_t start = scanner->at;
    while (scanner->at < scanner->text.count &&
           is_name_byte(scanner->text.data[scanner->at]))
        scanner->at++;
    name->name = kind;
    name->id = span_cut(scanner->text, start, scanner->at - start);
    return name->id.count ? name : refuse(scanner, "a name is missing after the point");
}

static struct expression *read_truth(struct scanner *scanner, double number)
{
    struct expression *truth = node(scanner, NODE_NUMBER);
    truth->number = number;
    return truth;
}

static struct expression *read_atom(struct scanner *scanner)
{
    static const char *const names[] = {"answer.", "parameter.", "score.", "computed."};
    static const char *const functions[] = {"count", "sum", "abs", "min", "max"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (take(scanner, names[i]))
            return read_name(scanner, (enum expression_name)i);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (take(scanner, functions[i]))
            return take(scanner, "(") ? read_arguments(scanner, (enum function)i)
                                      : refuse(scanner, "a ( is missing");
    if (take(scanner, "true"))
        return read_truth(scanner, 1);
    if (take(scanner, "false"))
        return read_truth(scanner, 0);
    if (!take(scanner, "("))
        return read_number(scanner);
    struct expression *inner = read_or(scanner);
    if (inner && !take(scanner, ")"))
        return refuse(scanner, "a ) is missing, or an operator is not known");
    return inner;
}

static struct expression *read_unary(struct scanner *scanner)
{
    if (!take(scanner, "-"))
        return read_atom(scanner);
    struct expression *negate = node(scanner, NODE_NEGATE);
    negate->left = read_atom(scanner);
    return negate->left ? negate : NULL;
}

static struct expression *read_term(struct scanner *scanner)
{
    static const struct token tokens[] = {{"*", BINARY_MULTIPLY}, {"/", BINARY_DIVIDE}};
    return read_binary(scanner, tokens, 2, read_unary, 0);
}

static struct expression *read_sum(struct scanner *scanner)
{
    static const struct token tokens[] = {{"+", BINARY_ADD}, {"-", BINARY_SUBTRACT}};
    return read_binary(scanner, tokens, 2, read_term, 0);
}

static struct expression *read_comparison(struct scanner *scanner)
{
    static const struct token tokens[] = {
        {"==", BINARY_EQUAL},      {"!=", BINARY_NOT_EQUAL}, {">=", BINARY_AT_LEAST},
        {"<=", BINARY_AT_MOST},    {">", BINARY_ABOVE},      {"<", BINARY_BELOW},
        {"not_in", BINARY_NOT_IN}, {"in", BINARY_IN},
    };
    return read_binary(scanner, tokens, sizeof tokens / sizeof *tokens, read_sum, 1);
}

static struct expression *read_not(struct scanner *scanner)
{
    if (!take(scanner, "not"))
        return read_comparison(scanner);
    if (++scanner->depth > EXPRESSION_DEPTH_MAX)
        return refuse(scanner, "it is nested too deep");
    struct expression *not = node(scanner, NODE_NOT);
    not ->left = read_not(scanner);
    scanner->depth--;
    return not ->left ? not : NULL;
}

static struct expression *read_and(struct scanner *scanner)
{
    static const struct token tokens[] = {{"and", BINARY_AND}};
    return read_binary(scanner, tokens, 1, read_not, 0);
}

static struct expression *read_or(struct scanner *scanner)
{
    static const struct token tokens[] = {{"or", BINARY_OR}};
    if (++scanner->depth > EXPRESSION_DEPTH_MAX)
        return refuse(scanner, "it is nested too deep");
    struct expression *whole = read_binary(scanner, tokens, 1, read_and, 0);
    scanner->depth--;
    return whole;
}

struct expression *expression_read(struct arena *arena, struct span text,
                                   const char **out_what)
{
    struct scanner scanner = {.arena = arena, .text = text};
    if (text.count > EXPRESSION_BYTES_MAX) {
        *out_what = "it is too long";
        return NULL;
    }
    struct expression *whole = read_or(&scanner);
    skip(&scanner);
    if (whole && scanner.at < text.count)
        whole = refuse(&scanner, "something follows that does not belong to it");
    if (!whole)
        *out_what = scanner.what;
    return whole;
}

static double truth(bool is_true)
{
    return is_true ? 1 : 0;
}

#define OPERATION(name, value)                                                           \
    static double name(double left, double right)                                        \
    {                                                                                    \
        return value;                                                                    \
    }
OPERATION(value_or, truth(left != 0 || right != 0))
OPERATION(value_and, truth(left != 0 && right != 0))
OPERATION(value_equal, truth(left == right))
OPERATION(value_not_equal, truth(left != right))
OPERATION(value_at_least, truth(left >= right))
OPERATION(value_at_most, truth(left <= right))
OPERATION(value_above, truth(left > right))
OPERATION(value_below, truth(left < right))
OPERATION(value_add, left + right)
OPERATION(value_subtract, left - right)
OPERATION(value_multiply, left *right)
OPERATION(value_divide, right == 0 ? NAN : left / right)
#undef OPERATION

static double binary_value(enum binary binary, double left, double right)
{
    static double (*const operations[])(double left, double right) = {
        [BINARY_OR] = value_or,
        [BINARY_AND] = value_and,
        [BINARY_EQUAL] = value_equal,
        [BINARY_NOT_EQUAL] = value_not_equal,
        [BINARY_AT_LEAST] = value_at_least,
        [BINARY_AT_MOST] = value_at_most,
        [BINARY_ABOVE] = value_above,
        [BINARY_BELOW] = value_below,
        [BINARY_NOT_IN] = value_not_equal,
        [BINARY_IN] = value_equal,
        [BINARY_ADD] = value_add,
        [BINARY_SUBTRACT] = value_subtract,
        [BINARY_MULTIPLY] = value_multiply,
        [BINARY_DIVIDE] = value_divide,
    };
    return isnan(left) || isnan(right) ? NAN : operations[binary](left, right);
}

/* Works over the arguments that are not missing; without any the value is missing, but for
 * count. */
static double function_value(const struct expression *call,
                             const struct expression_names *names)
{
    size_t count = 0;
    double sum = 0, low = NAN, high = NAN;
    for (const struct expression *each = call->left; each; each = each->next) {
        const double value = expression_value(each, names);
        if (isnan(value))
            continue;
        count++;
        sum += value;
        low = fmin(low, value);
        high = fmax(high, value);
    }
    switch (call->function) {
    case FUNCTION_COUNT:
        return (double)count;
    case FUNCTION_SUM:
        return count > 0 ? sum : NAN;
    case FUNCTION_ABS:
        return count == 1 && !call->left->next ? fabs(sum) : NAN;
    case FUNCTION_MIN:
        return low;
    case FUNCTION_MAX:
        return high;
    }
    return NAN;
}

double expression_value(const struct expression *expression,
                        const struct expression_names *names)
{
    double value;
    switch (expression->kind) {
    case NODE_NUMBER:
        return expression->number;
    case NODE_NAME:
        return names->value(names->context, expression->name, expression->id);
    case NODE_NOT:
        value = expression_value(expression->left, names);
        return isnan(value) ? NAN : truth(value == 0);
    case NODE_NEGATE:
        return -expression_value(expression->left, names);
    case NODE_BINARY:
        return binary_value(expression->binary, expression_value(expression->left, names),
                            expression_value(expression->right, names));
    case NODE_FUNCTION:
        return function_value(expression, names);
    }
    return NAN;
}
