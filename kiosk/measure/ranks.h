/* ranks: order statistics of plain lists of numbers. */
#ifndef MEASURE_RANKS_H
#define MEASURE_RANKS_H

#include "base/arena.h"

/* ranks_middle(arena, values, count, out_ranks): the ranks 1..`count` of `values`, all
 * present, ties sharing the mean of their ranks, into `out_ranks`. `arena` is used for
 * scratch only. */
void ranks_middle(struct arena *arena, const double *values, size_t count,
                  double *out_ranks);
/* ranks_spearman(arena, x, y, count): the correlation of the middle ranks of `x` and `y`,
 * all of `count` present; NAN where a correlation is undefined (Spearman 1904). */
double ranks_spearman(struct arena *arena, const double *x, const double *y,
                      size_t count);
/* ranks_kendall_b(x, y, count): sum of sign(dx) sign(dy) over all pairs of the `count`
 * places of `x` and `y`, over the root of the two counts of untied pairs; NAN below 3
 * places or when a side is flat (Kendall 1945). */
double ranks_kendall_b(const double *x, const double *y, size_t count);
/* ranks_quantile(arena, values, count, share): the quantile of type 7 (linear between
 * order statistics; Hyndman & Fan 1996) at `share` in [0, 1] of the present `values`; NAN
 * when none of `count` is. A share of .5 is the median. `arena` is used for scratch only. */
double ranks_quantile(struct arena *arena, const double *values, size_t count,
                      double share);

#endif
