/* profile: how alike two profiles over the same dimensions are, and how the squared
 * distance splits into elevation, scatter and shape (Cronbach & Gleser 1953).
 * Formulas: questionnaires/STUDY.md, profile. */
#ifndef STUDY_PROFILE_H
#define STUDY_PROFILE_H

#include "base/arena.h"

/* All from the `count` dimensions present in both profiles; NAN where undefined. With
 * Sx2 = sum (x-mean)^2 (0 when flat), Sy2 alike, Sxy, and E = n (mean x - mean y)^2: */
struct profile_likeness {
    size_t count;
    double r;                   /* Sxy / sqrt(Sx2 Sy2) */
    double ci_lo, ci_hi;        /* Fisher's z with 1/sqrt(n-3); for sampled dimensions */
    double spearman, kendall_b; /* rank correlations */
    double d2, d, abs_mean;     /* sum (x-y)^2, its root, mean |x-y| */
    double elevation_x, elevation_y;           /* means */
    double scatter_x, scatter_y;               /* sqrt Sx2, sqrt Sy2 */
    double d2_elevation, d2_scatter, d2_shape; /* they add up to d2 */
    double icc_de;       /* double-entry correlation (McCrae 2008) */
    double congruence;   /* sum xy / sqrt(sum x^2 sum y^2) (Burt; Tucker 1951) */
    double qc;           /* the same around the scale midpoint (Cohen 1969) */
    double ccc;          /* concordance (Lin 1989) */
    double jackknife_se; /* of r over the dimensions */
    double r_weighted;   /* with weighted means and (co)variances */
};

/* profile_compare(arena, x, y, weights, count, midpoint, out_likeness):
 * Compares the profiles `x` and `y` of `count` dimensions, NAN = missing. `weights` are
 * >= 0 and made to sum to 1 over the dimensions present; NULL leaves r_weighted
 * undefined, and a NAN `midpoint` leaves qc undefined. `arena` is used for scratch only. */
void profile_compare(struct arena *arena, const double *x, const double *y,
                     const double *weights, size_t count, double midpoint,
                     struct profile_likeness *out_likeness);

#endif
