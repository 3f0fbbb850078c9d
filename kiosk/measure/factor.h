/* factor: one common factor by maximum likelihood, and omega, the reliability that does not ask
 * all items to load alike (Joreskog 1967; McDonald 1999). */
#ifndef MEASURE_FACTOR_H
#define MEASURE_FACTOR_H

#include "base/arena.h"

/* factor_load(arena, correlations, item_count, out_loadings): the loadings of `item_count` (3 or
 * more) standardized items on one factor, from their positive definite `correlations`, summing to
 * 0 or more (EM steps; Rubin & Thayer 1982). Unique variances stay at .005 or more. Returns 0,
 * `out_loadings` untouched, when the steps do not come to rest. `arena` is for scratch. */
int factor_load(struct arena *arena, const double *correlations, size_t item_count,
                double *out_loadings);
/* factor_omega(loadings, item_count): (sum l)^2 / ((sum l)^2 + sum (1 - l^2)). */
double factor_omega(const double *loadings, size_t item_count);

#endif
