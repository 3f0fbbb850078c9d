#include "questionnaire/plain_text.h"

#include "base/utf8.h"

#include <string.h>

enum { TAG_BYTES_MAX = 1000 }; /* after its name */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static const struct tag {
    const char *name;
    bool is_break;
} tags[] = {
#define HTML_TAG(name, is_break) {name, is_break},
#include "questionnaire/html_tag.def"
#undef HTML_TAG
};

static const struct tag *tag_named(struct span name)
{
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (is_span_alike(span_of(tags[i].name), name))
            return &tags[i];
    return NULL;
}

/* Finds the tag that begins with the < at `at`: its length, 0 for none, and whether it breaks a
 * line. */
static size_t find_tag(struct span text, size_t at, bool *out_is_break)
{
    const bool is_closing = at + 1 < text.count && text.data[at + 1] == '/';
    const size_t start = at + 1 + (size_t)is_closing;
    size_t end = start;
    while (end < text.count && (is_letter(text.data[end]) || is_digit(text.data[end])))
        end++;
    const struct tag *tag = tag_named(span_cut(text, start, end - start));
    if (!tag)
        return 0;
    const struct span rest = span_cut(text, end, TAG_BYTES_MAX);
    const size_t close = span_find(rest, '>');
    *out_is_break = tag->is_break && !is_closing;
    return close == rest.count ? 0 : end + close + 1 - at;
}

/* The code point of "65" or "x41"; 0: none that a text may hold. */
static uint32_t numbered(struct span digits)
{
    uint32_t code = 0;
    const bool is_hex = has_span_prefix(digits, "x") || has_span_prefix(digits, "X");
    const int base = is_hex ? 16 : 10;
    for (size_t i = (size_t)is_hex; i < digits.count && code < 0x110000; i++) {
        const int digit = span_hex_digit(digits.data[i]);
        if (digit < 0 || digit >= base)
            return 0;
        code = code * (uint32_t)base + (uint32_t)digit;
    }
    const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
    return code >= ' ' && code < 0x110000 && !is_surrogate ? code : 0;
}

/* Finds the entity that begins with the & at `at`: its length, 0 for none. */
static size_t find_entity(struct span text, size_t at, uint32_t *out_code)
{
    static const struct {
        const char *name;
        uint32_t code;
    } names[] = {{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
                 {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xa0}};
    const struct span rest = span_cut(text, at + 1, 10);
    const struct span name = span_cut(rest, 0, span_find(rest, ';'));
    if (name.count == rest.count)
        return 0;
    *out_code = has_span_prefix(name, "#") ? numbered(span_cut(name, 1, name.count)) : 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_span(name, names[i].name))
            *out_code = names[i].code;
    return *out_code ? name.count + 2 : 0;
}

static bool is_plain_byte(char byte)
{
    return byte != '<' && byte != '&' && ((unsigned char)byte >= ' ' || byte == '\n') &&
           byte != 0x7f;
}

/* Takes one step at `*at`: adds what stands there to `out` and returns its length. */
static size_t step(struct span text, size_t *at, char *out)
{
    uint32_t code = 0;
    bool is_break = false;
    const char byte = text.data[*at];
    size_t length = byte == '<' ? find_tag(text, *at, &is_break) : 0;
    if (length) {
        *at += length;
        out[0] = '\n';
        return (size_t)is_break;
    }
    length = byte == '&' ? find_entity(text, *at, &code) : 0;
    if (length) {
        *at += length;
        return utf8_put(code, out);
    }
    *at += 1;
    out[0] = byte;
    return is_plain_byte(byte) || byte == '<' || byte == '&' || byte == '\t';
}

struct span plain_text(struct arena *arena, struct span text)
{
    size_t at = 0;
    while (at < text.count && is_plain_byte(text.data[at]))
        at++;
    if (at == text.count)
        return text;
    char *out = arena_alloc(arena, text.count + 1);
    size_t count = at;
    memcpy(out, text.data, at);
    while (at < text.count) {
        char bytes[4];
        const size_t added = step(text, &at, bytes);
        memcpy(out + count, bytes, added);
        count += added;
    }
    return span_trim((struct span){out, count});
}
