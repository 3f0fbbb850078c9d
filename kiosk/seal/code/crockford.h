/* crockford: base32 that people read aloud and copy by hand: digits and capital letters
 * without I, L, O and U. When reading, lower case counts, O is 0, I and L are 1. */
#ifndef SEAL_CODE_CROCKFORD_H
#define SEAL_CODE_CROCKFORD_H

#include "base/span.h"

#include <stdbool.h>

enum { CROCKFORD_BITS = 5 };

/* crockford_write(bytes, count, out_symbols):
 * The first 5 * `count` bits of `bytes`, high bits first, as `count` symbols in
 * `out_symbols`, without an ending 0. */
void crockford_write(const unsigned char *bytes, size_t count, char *out_symbols);

/* crockford_read(letter):
 * The one spelling of what a person typed as `letter`, or 0 when no symbol is meant. */
char crockford_read(char letter);

/* is_crockford_range(typed, count, out_low, out_high):
 * `typed`, with or without hyphens and blanks, is the beginning of what `count` bytes are written
 * as; then `out_low` is the lowest of these bytes, and `out_high` the highest. */
bool is_crockford_range(struct span typed, size_t count, unsigned char *out_low,
                        unsigned char *out_high);

#endif
