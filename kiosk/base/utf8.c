#include "base/utf8.h"

/* Tells how long the sequence is that begins with `first`; 0 when none can. */
static size_t length_of(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

static bool is_code_point(uint32_t code, size_t length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return code >= least[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

/* Length of the sequence at `at` and its code point; 0 when the bytes are wrong. */
static size_t decode(struct span span, size_t at, uint32_t *out_code)
{
    const unsigned char first = (unsigned char)span.data[at];
    const size_t length = length_of(first);
    if (length == 0 || length > span.count - at)
        return 0;
    uint32_t code = length == 1 ? first : first & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        const unsigned char byte = (unsigned char)span.data[at + i];
        if ((byte & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (byte & 0x3F);
    }
    if (!is_code_point(code, length))
        return 0;
    *out_code = code;
    return length;
}

bool utf8_next(struct span span, size_t *at, uint32_t *out_code)
{
    if (*at >= span.count)
        return false;
    const size_t length = decode(span, *at, out_code);
    if (length == 0)
        *out_code = 0xFFFD;
    *at += length ? length : 1;
    return true;
}

size_t utf8_before(struct span span, size_t at)
{
    if (at > span.count)
        at = span.count;
    if (at == 0)
        return 0;
    size_t back = at - 1;
    while (back > 0 && at - back < 4 && ((unsigned char)span.data[back] & 0xC0) == 0x80)
        back--;
    return back;
}

size_t utf8_wrong(struct span span)
{
    size_t at = 0;
    while (at < span.count) {
        uint32_t code;
        const bool is_ascii = (unsigned char)span.data[at] < 0x80; /* nearly always */
        const size_t length = is_ascii ? 1 : decode(span, at, &code);
        if (length == 0)
            return at;
        at += length;
    }
    return at;
}

size_t utf8_count(struct span span)
{
    size_t at = 0, count = 0;
    uint32_t code;
    while (utf8_next(span, &at, &code))
        count++;
    return count;
}

uint32_t utf8_upper(uint32_t code)
{
    if (code >= 'a' && code <= 'z')
        return code - ('a' - 'A');
    if (code >= 0xE0 && code <= 0xFE && code != 0xF7)
        return code - 0x20;
    if (code == 0xFF)
        return 0x178;                    /* ÿ */
    return code == 0x153 ? 0x152 : code; /* œ */
}

size_t utf8_put(uint32_t code, char out_bytes[4])
{
    if (code < 0x80) {
        out_bytes[0] = (char)code;
        return 1;
    }
    const size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    const uint32_t lead = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0;
    for (size_t i = length - 1; i > 0; i--) {
        out_bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out_bytes[0] = (char)(lead | code);
    return length;
}
