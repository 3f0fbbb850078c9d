/* moments: means, variances and correlations of plain lists of numbers, where NAN is a
 * missing one. Sums run in list order, so the same list gives the same bits everywhere. A
 * list is flat when max - min <= 1e-12 max|x|; flatness is judged on the values, never on
 * a computed variance, because 0.1 six times has a variance of 1e-34. What is undefined
 * is NAN. Formulas: questionnaires/SCORING.md, Conventions. */
#ifndef MEASURE_MOMENTS_H
#define MEASURE_MOMENTS_H

#include <stdbool.h>
#include <stddef.h>

/* MOMENTS_Z975: the 97.5 % point of the normal distribution, for all 95 % limits but those of
 * RESONANCE_Z_RELEASED. */
#define MOMENTS_Z975 1.959963984540054

/* moments_present(values, count): how many of the `count` `values` are not missing. */
size_t moments_present(const double *values, size_t count);
/* moments_mean(values, count): mean of the present `values`; NAN when none of `count` is. */
double moments_mean(const double *values, size_t count);
/* moments_variance(values, count), moments_sd(values, count): variance with n - 1 and its
 * root, of the present `values`; exactly 0 when they are flat, NAN when fewer than 2 of
 * `count` are present. */
double moments_variance(const double *values, size_t count);
double moments_sd(const double *values, size_t count);
/* is_moments_flat(values, count): whether the present `values` are flat; 1 when none of `count`
 * is. */
bool is_moments_flat(const double *values, size_t count);
/* moments_correlation(x, y, count): Pearson's correlation over the places of `count`
 * where both `x` and `y` are present, clamped to [-1, 1]. NAN below 3 pairs or when a
 * side is flat. */
double moments_correlation(const double *x, const double *y, size_t count);
/* moments_covariance(x, y, count): covariance with n - 1 over the places of `count` where
 * both `x` and `y` are present, around the means of those places; NAN below 2 pairs. */
double moments_covariance(const double *x, const double *y, size_t count);
/* moments_weighted_correlation(x, y, weights, count): Pearson's correlation with weighted
 * means and (co)variances; every value must be present. Places of weight 0 do not count.
 * NAN below 3 places of positive weight or when a side is flat over them (Cronbach &
 * Gleser 1953). */
double moments_weighted_correlation(const double *x, const double *y,
                                    const double *weights, size_t count);
/* moments_weighted_correlations(x, y, weights, count, out_r): the same, to the last bit, of
 * MOMENTS_LANES pairs of lists at once: number i of list l stands in x[i][l]. All of `weights` are
 * positive. */
enum { MOMENTS_LANES = 8 };
void moments_weighted_correlations(const double (*x)[MOMENTS_LANES],
                                   const double (*y)[MOMENTS_LANES],
                                   const double *weights, size_t count,
                                   double out_r[MOMENTS_LANES]);
/* moments_clamp(value, low, high): `value` moved into [`low`, `high`]; NAN stays NAN. */
double moments_clamp(double value, double low, double high);
/* moments_round(value, steps): `value` to the nearest multiple of 1/`steps`; a half, to 1e-9 of a
 * step, goes away from 0, so that it does not matter in which order a mean was summed. */
double moments_round(double value, double steps);

#endif
