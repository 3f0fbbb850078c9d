/* scoring_rate: the share of each category of people that scores above the median of everybody,
 * and its ratio to the highest such share (6 RCNY 5-300).
 * Formulas: questionnaires/STUDY.md, scoring-rate. */
#ifndef MEASURE_FAIRNESS_SCORING_RATE_H
#define MEASURE_FAIRNESS_SCORING_RATE_H

#include "base/arena.h"

struct scoring_rate {
    size_t count;
    double share;        /* of everybody */
    double rate;         /* above, not at, the median */
    double impact_ratio; /* rate / highest rate; NAN when that is 0 */
    double mean, sd;     /* NAN below 2 */
};

/* scoring_rate_describe(arena, scores, categories, count, category_count, out_median, out_rates):
 * `scores` (all present) of `count` people, whose categories are indices below `category_count`;
 * the median is of type 7. `arena` is for scratch. */
void scoring_rate_describe(struct arena *arena, const double *scores,
                           const size_t *categories, size_t count, size_t category_count,
                           double *out_median, struct scoring_rate *out_rates);

#endif
