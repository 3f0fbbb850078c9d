/* hypergeometric: the noncentral hypergeometric distribution of one cell of a 2 x 2 table with
 * fixed margins (Fisher 1935; Cornfield 1956). */
#ifndef MEASURE_FAIRNESS_HYPERGEOMETRIC_H
#define MEASURE_FAIRNESS_HYPERGEOMETRIC_H

#include "base/arena.h"

/* The cell runs from `low` to `high`; log_weights are the logarithms of the unscaled chances at
 * an odds ratio of 1, from `low` on. */
struct hypergeometric {
    size_t low, high;
    const double *log_weights;
};

/* hypergeometric_init(arena, first, second, marked): the cell "marked members of the first group"
 * for groups of `first` and `second` members, `marked` of whom are marked; in `arena`. */
struct hypergeometric hypergeometric_init(struct arena *arena, size_t first,
                                          size_t second, size_t marked);
/* hypergeometric_less(cell, value, log_odds): P(cell <= `value`) when the logarithm of the odds
 * ratio is `log_odds`. */
double hypergeometric_less(const struct hypergeometric *cell, size_t value,
                           double log_odds);
/* hypergeometric_both(cell, value): the chances, at an odds ratio of 1, of all values no likelier
 * than `value` (1 + 1e-7), summed. */
double hypergeometric_both(const struct hypergeometric *cell, size_t value);
/* hypergeometric_odds(cell, value): the odds ratio at which the mean is `value`; 0 at `low` and
 * INFINITY at `high`. */
double hypergeometric_odds(const struct hypergeometric *cell, size_t value);
/* hypergeometric_limits(cell, value, tail, out_low, out_high): the odds ratios at which P(cell >=
 * `value`) and P(cell <= `value`) are `tail`; 0 and INFINITY at the ends. */
void hypergeometric_limits(const struct hypergeometric *cell, size_t value, double tail,
                           double *out_low, double *out_high);

#endif
