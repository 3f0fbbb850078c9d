/* number: the one way a number is written as text, the same in every locale and on every
 * machine. */
#ifndef BASE_JSON_NUMBER_H
#define BASE_JSON_NUMBER_H

#include "base/span.h"

/* number_exact(arena, value):
 * The shortest decimal text that reads back as the same finite `value`, in `arena`: for
 * what goes into a calculation. Zero is "0", never "-0". */
struct span number_exact(struct arena *arena, double value);

/* number_rounded(arena, value, decimals):
 * The finite `value` with at most `decimals` (0..9) decimals, without zeros at the end,
 * never "-0" and never with an exponent, in `arena`: for what came out of a calculation.
 * Half a unit goes the way of the exact binary value. */
struct span number_rounded(struct arena *arena, double value, int decimals);

#endif
