/* span: text or bytes with a length, lent, never owned. Text is UTF-8 and need not end in 0. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
    const char *data;
    size_t count; /* bytes */
};

/* SPAN("literal"): a span of a literal, without its ending 0. */
#define SPAN(literal) ((struct span){"" literal, sizeof(literal) - 1})
/* SPAN_ARGS(span): the two arguments for "%.*s". */
#define SPAN_ARGS(span) (int)(span).count, (span).data

/* span_of(text): a span over the 0-ended `text`; NULL gives the empty span. */
struct span span_of(const char *text);
/* span_copy(arena, span): a copy in `arena`, with a 0 after it that is not counted. */
struct span span_copy(struct arena *arena, struct span span);
/* span_text(arena, span): the same copy as a 0-ended string. */
const char *span_text(struct arena *arena, struct span span);
/* span_format(arena, format, ...): printf into `arena`. */
struct span span_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* span_join(arena, spans, count, between): the `count` `spans` one after the other, with `between`
 * in between. */
struct span span_join(struct arena *arena, const struct span *spans, size_t count,
                      const char *between);
/* span_hex(arena, bytes, count): `count` `bytes` as lower-case hex, with a 0 after it that is
 * not counted. is_span_hex(hex, count, out_bytes): `hex` is `count` bytes written so, and
 * `out_bytes` are these. span_hex_digit(byte): 0 to 15, or -1 when `byte` is no hex digit of
 * either case. */
struct span span_hex(struct arena *arena, const void *bytes, size_t count);
bool is_span_hex(struct span hex, size_t count, void *out_bytes);
int span_hex_digit(char byte);
/* span_cut(span, from, count): at most `count` bytes from byte `from`; never past the end. */
struct span span_cut(struct span span, size_t from, size_t count);
/* span_trim(span): without leading and trailing ASCII white space. */
struct span span_trim(struct span span);
/* span_order(a, b): below, equal, above 0 by byte value, the shorter first. */
int span_order(struct span a, struct span b);
/* span_lower(byte): the small letter of an ASCII capital, any other byte as it is. */
char span_lower(char byte);
/* is_span_equal(a, b), is_span(span, text): whether the bytes are the same. is_span_alike(a, b):
 * the same, but that ASCII capitals are as small letters.
 * has_span_prefix(span, prefix): whether `span` begins with `prefix`. */
bool is_span_equal(struct span a, struct span b);
bool is_span(struct span span, const char *text);
bool is_span_alike(struct span a, struct span b);
bool has_span_prefix(struct span span, const char *prefix);
/* span_find(span, byte): index of the first `byte`, or span.count. */
size_t span_find(struct span span, char byte);
/* span_next(rest, separator, out_part): takes the part before the next `separator` off the front
 * of `*rest` into `*out_part` (the separator is dropped); false when `*rest` was used up, that is
 * when its data became NULL after the last part. */
bool span_next(struct span *rest, char separator, struct span *out_part);
/* span_to_integer(span, out_value), span_to_number(span, out_value): whether all of `span` is a
 * decimal integer (int64) or a finite decimal number with point, sign and exponent optional,
 * independent of the locale ("-0" is 0); `out_value` is untouched when it is not. */
bool span_to_integer(struct span span, int64_t *out_value);
bool span_to_number(struct span span, double *out_value);

#endif
