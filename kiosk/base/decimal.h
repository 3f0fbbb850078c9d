/* decimal: numbers as text with 17 significant digits, which tell every double apart, and
 * back. Most numbers of tables are short or of middling size: those are converted exactly
 * in a few integer operations, all others by the C library. The bytes and bits are the
 * library's in both cases, whatever the person's locale says. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/span.h"

enum { DECIMAL_BYTES = 32 }; /* enough for any number */

/* decimal_write(value, out_text): the finite `value` as printf's "%.17g" writes it in the
 * C locale, into the DECIMAL_BYTES of `out_text`; -0 becomes 0. The result lies there. */
struct span decimal_write(double value, char *out_text);

/* decimal_read(text, out_value): 1 when all of `text` is digits with sign and point
 * optional, and so short that it is converted exactly; then `out_value` is the nearest
 * double. 0, with `out_value` untouched, says nothing about `text`: ask span_to_number. */
int decimal_read(struct span text, double *out_value);

#endif
