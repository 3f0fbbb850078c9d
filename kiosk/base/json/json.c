/* One pass, recursive, with the depth bounded. Texts are decoded in place in our copy of
 * the bytes: an escape is never shorter than what it stands for. Line and column follow a
 * mark that only moves forward, so counting costs one more pass, also for a document on
 * one line. */
#include "base/json/json.h"

#include "base/buffer.h"
#include "base/must.h"
#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_KEY_BYTES_MAX = 100, PATH_BYTES_MAX = 2000 };

struct parser {
    struct arena *arena;
    char *data; /* our copy */
    size_t count, at;
    size_t mark, line, column; /* position of byte `mark` */
    size_t depth, value_count;
    const struct json_limits *limits;
    struct json *duplicates;
    struct json_fault *fault;
};

static void mark_move(struct parser *parser, size_t at)
{
    for (; parser->mark < at; parser->mark++) {
        const unsigned char byte = (unsigned char)parser->data[parser->mark];
        if (byte == '\n') {
            parser->line++;
            parser->column = 1;
        } else if ((byte & 0xc0) != 0x80) {
            parser->column++;
        }
    }
}

static bool refuse_at(struct parser *parser, size_t at, const char *what,
                      const char *hint)
{
    mark_move(parser, at);
    *parser->fault = (struct json_fault){parser->line, parser->column, what, hint};
    return false;
}

static bool refuse(struct parser *parser, const char *what, const char *hint)
{
    if (parser->at >= parser->count)
        return refuse_at(parser, parser->count, "The file ends too early",
                         "A bracket, brace or quotation mark is still open.");
    return refuse_at(parser, parser->at, what, hint);
}

static int peek(const struct parser *parser)
{
    return parser->at < parser->count ? (unsigned char)parser->data[parser->at] : -1;
}

static void skip_blanks(struct parser *parser)
{
    for (int byte = peek(parser);
         byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; byte = peek(parser))
        parser->at++;
}

/* The four digits at `at`, or -1. */
static int32_t read_hex(const struct parser *parser, size_t at)
{
    int32_t code = 0;
    for (size_t i = 0; i < 4; i++) {
        const int digit =
            at + i < parser->count ? span_hex_digit(parser->data[at + i]) : -1;
        if (digit < 0)
            return -1;
        code = code * 16 + digit;
    }
    return code;
}

/* Reads the code point after "\u" at `*at`, with both halves of a pair; -1 when there is none. */
static int32_t read_unicode(const struct parser *parser, size_t *at)
{
    const int32_t high = read_hex(parser, *at);
    *at += 4;
    if (high <= 0 || (high >= 0xdc00 && high <= 0xdfff))
        return -1;
    if (high < 0xd800 || high > 0xdbff)
        return high;
    if (*at + 6 > parser->count || parser->data[*at] != '\\' ||
        parser->data[*at + 1] != 'u')
        return -1;
    const int32_t low = read_hex(parser, *at + 2);
    *at += 6;
    if (low < 0xdc00 || low > 0xdfff)
        return -1;
    return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

/* Writes the escape after the backslash at `*from` as UTF-8 to `out`; returns its bytes, 0 for one
 * that JSON does not know. */
static size_t unescape(const struct parser *parser, size_t *from, char out[4])
{
    static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char name = parser->data[(*from)++];
    const char *found = name ? strchr(names, name) : NULL;
    if (found) {
        out[0] = meant[found - names];
        return 1;
    }
    const int32_t code = name == 'u' ? read_unicode(parser, from) : -1;
    return code < 0 ? 0 : utf8_put((uint32_t)code, out);
}

/* Finds the end of the text that begins at `at`, after its opening mark; `count` when it is open.
 * A control byte ends the search too, so that a forgotten mark is told on its own line. */
static size_t text_end(const struct parser *parser, size_t at, bool *out_has_escape)
{
    *out_has_escape = 0;
    while (at < parser->count && parser->data[at] != '"' &&
           (unsigned char)parser->data[at] >= ' ') {
        const bool is_escape = parser->data[at] == '\\';
        *out_has_escape |= is_escape;
        at += is_escape ? 2 : 1;
    }
    return at < parser->count ? at : parser->count;
}

/* Takes the bytes from `start` to `end` without their escapes, which are never shorter than what
 * they stand for. */
static bool decode(struct parser *parser, size_t start, size_t end, struct span *out_text)
{
    char *text = arena_alloc(parser->arena, end - start + 1);
    size_t count = 0;
    for (size_t from = start; from < end;) {
        if (parser->data[from] != '\\') {
            text[count++] = parser->data[from++];
            continue;
        }
        const size_t escape = from++;
        char code[4];
        const size_t bytes = unescape(parser, &from, code);
        if (!bytes || from > end)
            return refuse_at(parser, escape,
                             "This backslash begins nothing that JSON knows",
                             "Write \\\\ for a backslash, \\uXXXX for a code point.");
        memcpy(text + count, code, bytes);
        count += bytes;
    }
    *out_text = (struct span){text, count};
    return true;
}

static bool read_text(struct parser *parser, struct span *out_text)
{
    if (peek(parser) != '"')
        return refuse(parser, "A key in quotation marks was expected here",
                      "Write \"key\": value, and no comma after the last one.");
    bool has_escape;
    const size_t start = parser->at + 1, end = text_end(parser, start, &has_escape);
    if (end == parser->count || parser->data[end] != '"') {
        parser->at = end;
        return refuse(parser, "A text must end on its line",
                      "Close the quotation mark; write a line break as \\n.");
    }
    parser->at = end + 1;
    *out_text = (struct span){parser->data + start, end - start};
    return !has_escape || decode(parser, start, end, out_text);
}

static size_t skip_digits(const struct parser *parser, size_t at)
{
    while (at < parser->count && parser->data[at] >= '0' && parser->data[at] <= '9')
        at++;
    return at;
}

/* Finds the end of the number at `at`, or `at` itself when it is none: span_to_number knows
 * decimals, but only the standard forbids a plus, leading zeros and a bare point. */
static size_t number_end(const struct parser *parser, size_t at)
{
    const size_t start = at;
    at += parser->data[at] == '-';
    const size_t whole = at;
    at = skip_digits(parser, at);
    if (at == whole || (parser->data[whole] == '0' && at > whole + 1))
        return start;
    if (at < parser->count && parser->data[at] == '.') {
        const size_t point = at + 1;
        at = skip_digits(parser, point);
        if (at == point)
            return start;
    }
    if (at < parser->count && (parser->data[at] | ' ') == 'e') {
        at++;
        at += at < parser->count && (parser->data[at] == '-' || parser->data[at] == '+');
        const size_t exponent = at;
        at = skip_digits(parser, at);
        if (at == exponent)
            return start;
    }
    return at;
}

static bool read_number(struct parser *parser, struct json *value)
{
    const size_t end = number_end(parser, parser->at);
    value->kind = JSON_NUMBER;
    value->text = (struct span){parser->data + parser->at, end - parser->at};
    if (!value->text.count || !span_to_number(value->text, &value->number))
        return refuse(parser, "This is not a number that can be kept",
                      "Write digits with a point, such as 2.5, without a leading zero.");
    parser->at = end;
    return true;
}

static bool read_word(struct parser *parser, struct json *value)
{
    static const struct {
        const char *word;
        enum json_kind kind;
        double number;
    } words[] = {
        {"true", JSON_BOOLEAN, 1}, {"false", JSON_BOOLEAN, 0}, {"null", JSON_NULL, 0}};
    const struct span rest = {parser->data + parser->at, parser->count - parser->at};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (has_span_prefix(rest, words[i].word)) {
            value->kind = words[i].kind;
            value->number = words[i].number;
            value->text = span_cut(rest, 0, strlen(words[i].word));
            parser->at += value->text.count;
            return true;
        }
    if (peek(parser) == ']' || peek(parser) == '}')
        return refuse(parser, "A value is missing here",
                      "Take the comma before it away.");
    return refuse(
        parser, "No JSON value begins like this",
        "Values are \"texts\", numbers, true, false, null, [lists] and {objects}.");
}

static bool read_value(struct parser *parser, struct json *value);

static int key_order(const void *a, const void *b)
{
    const struct json *left = *(const struct json *const *)a;
    const struct json *right = *(const struct json *const *)b;
    const int order = span_order(left->key, right->key);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

/* Links the children again without those a later member of the same key replaces. */
static void link_members(struct json *object)
{
    struct json **link = &object->first;
    uint32_t kept = 0;
    while (*link)
        if ((*link)->is_replaced)
            *link = (*link)->next;
        else
            link = &(*link)->next;
    for (uint32_t i = 0; i < object->count; i++)
        if (!object->sorted[i]->is_replaced)
            object->sorted[kept++] = object->sorted[i];
    object->count = kept;
}

/* Members are usually sorted already: our own documents are written so. */
static void sort_members(struct parser *parser, struct json *object)
{
    object->sorted = arena_array(parser->arena, struct json *, object->count);
    uint32_t count = 0;
    bool is_sorted = true;
    for (struct json *member = object->first; member; member = member->next) {
        is_sorted &=
            !count || span_order(object->sorted[count - 1]->key, member->key) < 0;
        object->sorted[count++] = member;
    }
    if (is_sorted)
        return;
    qsort(object->sorted, count, sizeof *object->sorted, key_order);
    for (uint32_t i = 1; i < count; i++)
        if (is_span_equal(object->sorted[i - 1]->key, object->sorted[i]->key)) {
            object->sorted[i - 1]->is_replaced = true;
            object->sorted[i]->next_duplicate = parser->duplicates;
            parser->duplicates = object->sorted[i];
        }
    link_members(object);
}

static struct json *new_value(struct parser *parser, struct json *parent)
{
    struct json *value = arena_new(parser->arena, struct json);
    value->parent = parent;
    return value;
}

static bool read_member_key(struct parser *parser, struct json *member)
{
    if (!read_text(parser, &member->key))
        return false;
    skip_blanks(parser);
    if (peek(parser) != ':')
        return refuse(parser, "A colon was expected after the key",
                      "Write \"key\": value.");
    parser->at++;
    skip_blanks(parser);
    return true;
}

static bool read_separator(struct parser *parser, char end, bool *out_has_more)
{
    skip_blanks(parser);
    const int byte = peek(parser);
    if (byte != ',' && byte != end)
        return refuse(parser, "A comma or the closing bracket was expected here",
                      "Put a comma between two values.");
    parser->at++;
    *out_has_more = byte == ',';
    if (*out_has_more)
        skip_blanks(parser);
    return true;
}

static bool read_children(struct parser *parser, struct json *value, char end)
{
    struct json **link = &value->first;
    bool has_more = true;
    while (has_more) {
        struct json *child = new_value(parser, value);
        child->index = value->count++;
        if (value->kind == JSON_OBJECT && !read_member_key(parser, child))
            return false;
        if (!read_value(parser, child) || !read_separator(parser, end, &has_more))
            return false;
        *link = child;
        link = &child->next;
    }
    return true;
}

static bool read_nested(struct parser *parser, struct json *value)
{
    const bool is_object = peek(parser) == '{';
    const char end = is_object ? '}' : ']';
    value->kind = is_object ? JSON_OBJECT : JSON_ARRAY;
    if (++parser->depth > parser->limits->depth)
        return refuse(parser, "The brackets are nested too deep", "");
    parser->at++;
    skip_blanks(parser);
    if (peek(parser) == end)
        parser->at++;
    else if (!read_children(parser, value, end))
        return false;
    parser->depth--;
    if (is_object)
        sort_members(parser, value);
    return true;
}

static bool read_value(struct parser *parser, struct json *value)
{
    mark_move(parser, parser->at);
    value->line = (uint32_t)parser->line;
    value->column = (uint32_t)parser->column;
    if (++parser->value_count > parser->limits->values)
        return refuse(parser, "The document holds too many values", "");
    const int byte = peek(parser);
    if (byte == '{' || byte == '[')
        return read_nested(parser, value);
    if (byte == '"') {
        value->kind = JSON_TEXT;
        return read_text(parser, &value->text);
    }
    return byte == '-' || (byte >= '0' && byte <= '9') ? read_number(parser, value)
                                                       : read_word(parser, value);
}

static bool read_root(struct parser *parser, struct json *root)
{
    const size_t wrong = utf8_wrong((struct span){parser->data, parser->count});
    if (wrong < parser->count)
        return refuse_at(parser, wrong, "This byte is not UTF-8",
                         "Save the file with the encoding UTF-8.");
    skip_blanks(parser);
    if (!read_value(parser, root))
        return false;
    skip_blanks(parser);
    if (parser->at < parser->count)
        return refuse(parser, "Something follows after the end of the document",
                      "Take it away, or look for a bracket too many.");
    return true;
}

enum status json_read(struct arena *arena, struct span bytes,
                      const struct json_limits *limits,
                      struct json_document *out_document, struct json_fault *out_fault)
{
    if (bytes.count > limits->bytes) {
        *out_fault = (struct json_fault){0, 0, "The file is too large", ""};
        return fail(STATUS_TOO_LARGE, "%zu bytes are more than the %zu allowed",
                    bytes.count, limits->bytes);
    }
    const bool has_mark = has_span_prefix(bytes, "\xef\xbb\xbf");
    const struct span content = span_cut(bytes, has_mark ? 3 : 0, bytes.count);
    char *copy = arena_alloc(arena, content.count + 1);
    if (content.count)
        memcpy(copy, content.data, content.count);
    struct json_fault fault = {0};
    struct parser parser = {.arena = arena,
                            .data = copy,
                            .count = content.count,
                            .line = 1,
                            .column = 1,
                            .limits = limits,
                            .fault = &fault};
    struct json *root = new_value(&parser, NULL);
    if (!read_root(&parser, root)) {
        *out_fault = fault;
        return fail(STATUS_BAD_INPUT, "line %zu, column %zu: %s", fault.line,
                    fault.column, fault.what);
    }
    *out_document = (struct json_document){root, parser.duplicates, has_mark};
    return OK;
}

const struct json *json_find(const struct json *object, struct span key)
{
    if (!object || object->kind != JSON_OBJECT)
        return NULL;
    size_t low = 0,
           high = object->count; /* the last of equal keys lies just below `high` */
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (span_order(object->sorted[middle]->key, key) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct json *found = low ? object->sorted[low - 1] : NULL;
    return found && is_span_equal(found->key, key) && found->kind != JSON_NULL ? found
                                                                               : NULL;
}

const struct json *json_get(const struct json *object, const char *key)
{
    return json_find(object, span_of(key));
}

/* Keys are foreign and may be of any length: what is shown of one is cut. */
static void put_path(struct buffer *buffer, const struct json *value)
{
    if (!value->parent)
        return;
    put_path(buffer, value->parent);
    if (value->parent->kind == JSON_ARRAY) {
        buffer_format(buffer, "[%u]", value->index);
        return;
    }
    const struct span cut = span_cut(value->key, 0, PATH_KEY_BYTES_MAX);
    buffer_text(buffer, value->parent->parent ? "." : "");
    buffer_add(buffer, span_cut(cut, 0, utf8_wrong(cut)));
}

struct span json_path(struct arena *arena, const struct json *value)
{
    struct buffer buffer = buffer_init(arena, PATH_BYTES_MAX);
    if (value)
        put_path(&buffer, value);
    return buffer_span(&buffer);
}

size_t json_number_text(double number, char out_text[32])
{
    must(isfinite(number));
    int count = 0;
    for (int digits = 15; digits <= 17; digits++) {
        double again = 0;
        count = snprintf(out_text, 32, "%.*g", digits, number + 0.0);
        char *comma = strchr(out_text, ','); /* a locale's decimal mark */
        if (comma)
            *comma = '.';
        if (span_to_number((struct span){out_text, (size_t)count}, &again) &&
            again == number)
            break;
    }
    return (size_t)count;
}

/* Counts the bytes of `text` from `at` on that are written as they are. */
static size_t plain_count(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.count && (unsigned char)text.data[end] >= ' ' &&
           text.data[end] != '"' && text.data[end] != '\\')
        end++;
    return end - at;
}

void json_put_text(struct buffer *buffer, struct span text)
{
    static const char meant[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";
    buffer_text(buffer, "\"");
    for (size_t at = 0; at < text.count; at++) {
        const size_t plain = plain_count(text, at);
        buffer_add(buffer, span_cut(text, at, plain));
        at += plain;
        if (at == text.count)
            break;
        const unsigned char byte = (unsigned char)text.data[at];
        const char *found = byte ? strchr(meant, byte) : NULL;
        if (found)
            buffer_format(buffer, "\\%c", names[found - meant]);
        else
            buffer_format(buffer, "\\u%04x", byte);
    }
    buffer_text(buffer, "\"");
}
