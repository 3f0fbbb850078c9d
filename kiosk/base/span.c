#include "base/span.h"

#include "base/must.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct span span_of(const char *text)
{
    return (struct span){text, text ? strlen(text) : 0};
}

struct span span_copy(struct arena *arena, struct span span)
{
    char *copy = arena_alloc(arena, span.count + 1);
    if (span.count)
        memcpy(copy, span.data, span.count);
    return (struct span){copy, span.count};
}

const char *span_text(struct arena *arena, struct span span)
{
    return span_copy(arena, span).data;
}

struct span span_format(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int count = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    must(count >= 0);
    char *text = arena_alloc(arena, (size_t)count + 1);
    vsnprintf(text, (size_t)count + 1, format, again);
    va_end(again);
    return (struct span){text, (size_t)count};
}

struct span span_join(struct arena *arena, const struct span *spans, size_t count,
                      const char *between)
{
    struct span all = SPAN("");
    for (size_t i = 0; i < count; i++)
        all = span_format(arena, "%.*s%s%.*s", SPAN_ARGS(all), i ? between : "",
                          SPAN_ARGS(spans[i]));
    return all;
}

static const char hex_digits[] = "0123456789abcdef";

struct span span_hex(struct arena *arena, const void *bytes, size_t count)
{
    const unsigned char *from = bytes;
    char *hex = arena_alloc(arena, 2 * count + 1);
    for (size_t i = 0; i < count; i++) {
        hex[2 * i] = hex_digits[from[i] >> 4];
        hex[2 * i + 1] = hex_digits[from[i] & 15];
    }
    hex[2 * count] = 0;
    return (struct span){hex, 2 * count};
}

int span_hex_digit(char byte)
{
    const char *found = byte ? strchr(hex_digits, span_lower(byte)) : NULL;
    return found ? (int)(found - hex_digits) : -1;
}

static int lower_digit(char byte)
{
    return span_lower(byte) == byte ? span_hex_digit(byte) : -1;
}

bool is_span_hex(struct span hex, size_t count, void *out_bytes)
{
    unsigned char *bytes = out_bytes;
    if (hex.count != 2 * count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const int high = lower_digit(hex.data[2 * i]);
        const int low = lower_digit(hex.data[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        bytes[i] = (unsigned char)(high * 16 + low);
    }
    return true;
}

struct span span_cut(struct span span, size_t from, size_t count)
{
    if (from > span.count)
        from = span.count;
    if (count > span.count - from)
        count = span.count - from;
    return (struct span){from ? span.data + from : span.data, count};
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct span span_trim(struct span span)
{
    size_t from = 0, end = span.count;
    while (from < end && is_blank(span.data[from]))
        from++;
    while (end > from && is_blank(span.data[end - 1]))
        end--;
    return span_cut(span, from, end - from);
}

int span_order(struct span a, struct span b)
{
    const size_t both = a.count < b.count ? a.count : b.count;
    const int order = both ? memcmp(a.data, b.data, both) : 0;
    return order ? order : (a.count > b.count) - (a.count < b.count);
}

char span_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

bool is_span_alike(struct span a, struct span b)
{
    size_t same = 0;
    while (same < a.count && same < b.count &&
           span_lower(a.data[same]) == span_lower(b.data[same]))
        same++;
    return same == a.count && same == b.count;
}

bool is_span_equal(struct span a, struct span b)
{
    return a.count == b.count && (!a.count || memcmp(a.data, b.data, a.count) == 0);
}

bool is_span(struct span span, const char *text)
{
    return is_span_equal(span, span_of(text));
}

bool has_span_prefix(struct span span, const char *prefix)
{
    return is_span_equal(span_cut(span, 0, strlen(prefix)), span_of(prefix));
}

size_t span_find(struct span span, char byte)
{
    const char *found = span.count ? memchr(span.data, byte, span.count) : NULL;
    return found ? (size_t)(found - span.data) : span.count;
}

bool span_next(struct span *rest, char separator, struct span *out_part)
{
    if (!rest->data)
        return false;
    const size_t end = span_find(*rest, separator);
    *out_part = span_cut(*rest, 0, end);
    *rest = end < rest->count ? span_cut(*rest, end + 1, rest->count) : (struct span){0};
    return true;
}

bool span_to_integer(struct span span, int64_t *out_value)
{
    size_t at = 0;
    int64_t value = 0;
    const bool is_negative = span.count && span.data[0] == '-';
    if (span.count && (span.data[0] == '-' || span.data[0] == '+'))
        at = 1;
    if (at == span.count)
        return false;
    for (; at < span.count; at++) {
        const int digit = span.data[at] - '0';
        if (digit < 0 || digit > 9 || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, is_negative ? -digit : digit, &value))
            return false;
    }
    *out_value = value;
    return true;
}

static size_t digits_from(struct span span, size_t at)
{
    size_t end = at;
    while (end < span.count && span.data[end] >= '0' && span.data[end] <= '9')
        end++;
    return end - at;
}

static bool is_byte(struct span span, size_t at, const char *wanted)
{
    return at < span.count && strchr(wanted, span.data[at]) && span.data[at];
}

/* Checks the grammar before strtod, which would also take hex, "inf", "nan" and blanks. */
static bool is_decimal(struct span span)
{
    size_t at = is_byte(span, 0, "+-") ? 1 : 0;
    size_t digits = digits_from(span, at);
    at += digits;
    if (is_byte(span, at, ".")) {
        const size_t decimals = digits_from(span, at + 1);
        digits += decimals;
        at += 1 + decimals;
    }
    if (digits && is_byte(span, at, "eE")) {
        int64_t exponent;
        return span_to_integer(span_cut(span, at + 1, span.count), &exponent);
    }
    return digits && at == span.count;
}

bool span_to_number(struct span span, double *out_value)
{
    /* "C" has a decimal point, whatever the person's locale says; each thread asks for it once. */
    static _Thread_local locale_t plain;
    char text[400];
    if (span.count >= sizeof text || !is_decimal(span))
        return false;
    if (!plain)
        plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    must(plain != (locale_t)0);
    memcpy(text, span.data, span.count);
    text[span.count] = 0;
    const double value = strtod_l(text, NULL, plain);
    if (!isfinite(value))
        return false;
    *out_value = value + 0.0; /* "-0" is 0: nobody means more by it */
    return true;
}
