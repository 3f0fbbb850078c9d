/* group_difference: means of two groups, their standardized difference (Cohen 1988; Hedges 1981)
 * and Welch's (1947) test. Formulas: questionnaires/STUDY.md, group-difference. */
#ifndef STUDY_GROUP_DIFFERENCE_H
#define STUDY_GROUP_DIFFERENCE_H

#include <stddef.h>

struct group_difference {
    size_t count_a, count_b;
    double mean_a, mean_b;
    double d;        /* (mean_a - mean_b) / pooled SD */
    double g;        /* d (1 - 3/(4 df - 1)), df = count_a + count_b - 2 */
    double t, df, p; /* two-sided */
};

/* group_difference_describe(a, count_a, b, count_b, out_difference): of the present values of `a`
 * and `b` (NAN = missing). d to p are NAN below 2 in a group or with a pooled SD of 0. */
void group_difference_describe(const double *a, size_t count_a, const double *b,
                               size_t count_b, struct group_difference *out_difference);

#endif
