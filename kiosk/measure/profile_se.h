/* profile_se: how sure a profile correlation is, when the dimensions are fixed and both
 * sides are measured with error (delta method). Formulas: questionnaires/STUDY.md, profile-se. */
#ifndef MEASURE_PROFILE_SE_H
#define MEASURE_PROFILE_SE_H

#include "base/arena.h"

struct profile_se {
    size_t count;                   /* dimensions used */
    double r, se_x, se_y, se_total; /* all NAN when r is undefined */
};

/* profile_se_delta(arena, x, y, sem_x, sem_y, weights, count, out_se):
 * With S_x = sqrt(sum w (x-mean)^2) and weights that sum to 1, dr/dx_j = w_j ((y_j-mean
 * y)/S_y - r (x_j-mean x)/S_x)/S_x, and `y` alike; se_x is the root of the sum of
 * (dr/dx_j sem_x_j)^2. `sem_x` and `sem_y` are standard errors >= 0 of each of the
 * `count` dimensions of `x` and `y`; dimensions missing (NAN) anywhere are left out.
 * `weights` NULL means equal ones. `arena` is for scratch. */
void profile_se_delta(struct arena *arena, const double *x, const double *y,
                      const double *sem_x, const double *sem_y, const double *weights,
                      size_t count, struct profile_se *out_se);

/* profile_se_raters(ratings, rater_count, dimension_count, out_se):
 * The standard error of the raters' mean on each dimension of the `rater_count` x
 * `dimension_count` `ratings` (NAN = missing): SD / sqrt(m). Where the raters are all the
 * same the pooled SD over the dimensions takes its place, because zero spread among few
 * is luck. NAN below 2 raters on a dimension. */
void profile_se_raters(const double *ratings, size_t rater_count, size_t dimension_count,
                       double *out_se);

#endif
