/* utf8: strict decoding (no surrogates, no overlong forms, at most U+10FFFF). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/span.h"

/* utf8_next(span, at, out_code): decodes the code point at byte `*at` and moves `*at` after it;
 * false at the end. A wrong byte gives U+FFFD and moves one byte. */
bool utf8_next(struct span span, size_t *at, uint32_t *out_code);
/* utf8_before(span, at): index of the first byte of the code point that ends before byte `at`. */
size_t utf8_before(struct span span, size_t at);
/* utf8_wrong(span): index of the first byte that is not valid UTF-8, or span.count. */
size_t utf8_wrong(struct span span);
/* utf8_count(span): number of code points. */
size_t utf8_count(struct span span);
/* utf8_upper(code): the capital of a letter of Latin-1, or of oe; anything else as it is. */
uint32_t utf8_upper(uint32_t code);
/* utf8_put(code, out_bytes): writes `code` as 1 to 4 bytes and returns how many. */
size_t utf8_put(uint32_t code, char out_bytes[4]);

#endif
