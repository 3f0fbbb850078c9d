/* qsort_factors: which views do the raters' card sorts share? Principal components of the
 * correlations of the sorts, varimax with Kaiser's normalization (Stephenson 1935; Kaiser 1958;
 * Brown 1980). Formulas: questionnaires/STUDY.md, qsort. */
#ifndef STUDY_QSORT_FACTORS_H
#define STUDY_QSORT_FACTORS_H

#include "base/arena.h"

struct qsort_factors {
    size_t sort_count, factor_count;
    double *loadings; /* sorts x factors, by falling sum of squares, column sums >= 0 */
    /* sorts x factors: |l| > MOMENTS_Z975/sqrt(statements) and l^2 above the sum of the sort's
     * other squared loadings */
    int *flags;
    double *eigenvalues; /* of the correlation matrix, all sorts, falling */
};

struct qsort_factor {
    size_t flagged_count;
    double eigenvalue;       /* sum of squared loadings */
    double percent_variance; /* of all sorts */
    double reliability,
        se; /* .8 n/(1+.8(n-1)) of n flagged sorts; sqrt(1 - reliability) */
};

/* qsort_factors_find(arena, sorts, statement_count, sort_count, factor_count, out_factors): from
 * the complete `statement_count` x `sort_count` `sorts`, none of them flat; `factor_count` is 1 to
 * `sort_count`. Results lie in `arena`. */
void qsort_factors_find(struct arena *arena, const double *sorts, size_t statement_count,
                        size_t sort_count, size_t factor_count,
                        struct qsort_factors *out_factors);
/* qsort_factors_describe(factors, factor, out_factor): one factor of `factors`. */
void qsort_factors_describe(const struct qsort_factors *factors, size_t factor,
                            struct qsort_factor *out_factor);
/* qsort_factors_statements(arena, sorts, statement_count, factors, factor, out_z, out_scores): the
 * statements as one factor of `factors` sees them: `out_z` the weighted sum of its flagged sorts
 * of `sorts`, weight l/(1-l^2), standardized; `out_scores` the pile values of the first sort dealt
 * out in that order. NAN when no sort is flagged. `arena` is for scratch. */
void qsort_factors_statements(struct arena *arena, const double *sorts,
                              size_t statement_count, const struct qsort_factors *factors,
                              size_t factor, double *out_z, double *out_scores);

#endif
