/* distinctive: how far a likeness of two profiles is more than both resembling everybody
 * (Furr 2008; Wood & Furr 2016). Formulas: questionnaires/STUDY.md, distinctive. */
#ifndef STUDY_DISTINCTIVE_H
#define STUDY_DISTINCTIVE_H

#include "base/arena.h"

#include <stdbool.h>

/* Every r pairwise, NAN where undefined. */
struct distinctive_parts {
    size_t count;                                      /* dimensions present in both */
    double overall;                                    /* r(x, y) */
    double distinctive;                                /* r(x - mu, y - nu): subtracted */
    double normativeness_x, normativeness_y;           /* r(x, mu), r(y, nu) */
    double normativeness_x_by_y, normativeness_y_by_x; /* r(x, nu), r(y, mu) */
    double distinctive_residual; /* r of residuals on mu and on nu */
};

/* distinctive_split(arena, x, y, mu, nu, count, is_one_target, out_parts):
 * Splits the likeness of `x` and `y`, `count` dimensions with NAN = missing, by the mean
 * profiles `mu` (of the x side) and `nu` (of the y side). With `is_one_target` the
 * residual form uses `y` itself, because one profile has no mean of its own to regress
 * on. `arena` is for scratch. */
void distinctive_split(struct arena *arena, const double *x, const double *y,
                       const double *mu, const double *nu, size_t count,
                       bool is_one_target, struct distinctive_parts *out_parts);

#endif
