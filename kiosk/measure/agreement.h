/* agreement: do the raters of one target answer alike? James, Demaree & Wolf (1984,
 * 1993), Lindell, Brandt & Whitney (1999), Burke & Dunlap (2002), Brown & Hauenstein
 * (2005). Formulas: questionnaires/SCORING.md, Organization profile. */
#ifndef MEASURE_AGREEMENT_H
#define MEASURE_AGREEMENT_H

#include "base/arena.h"

/* One scale of J items, from the raters without a gap; NAN where undefined. With s2 the
 * mean of the item variances (n - 1), sE2 the variance of a null answering and q = min(1,
 * s2/sE2): */
struct agreement_scale {
    size_t rater_count;
    double rwgj_uniform;  /* J(1-q)/(J(1-q)+q), sE2 = (options^2-1)/12 */
    double rwgj_slight;   /* the same, sE2 = 1.34; 5 options only */
    double rwgj_moderate; /* the same, sE2 = 0.90; 5 options only */
    double rwgj_lindell;  /* 1 - s2/sE2, uniform, not cut at 0 */
    double ad_mean,
        ad_median;        /* mean over items of mean |x - mean| and mean |x - median| */
    double awg;           /* mean over items; NAN if any item has none */
    double variance_mean; /* s2 */
};

struct agreement_item {
    size_t rater_count;
    double mean, variance;
    double rwg; /* 1 - min(variance, sE2)/sE2 */
    double ad_mean, ad_median;
    /* 1 - 2 var / (((H+L)M - M^2 - HL) n/(n-1)); 1 when M is an end of the scale; NAN outside
     * (L(n-1)+H)/n <= M <= (H(n-1)+L)/n */
    double awg;
};

/* agreement_describe_item(arena, answers, rater_count, option_count, out_item):
 * One item answered 1..`option_count` by `rater_count` raters, NAN = missing, in
 * `answers`. With one answer only the mean is defined. `arena` is for scratch. */
void agreement_describe_item(struct arena *arena, const double *answers,
                             size_t rater_count, size_t option_count,
                             struct agreement_item *out_item);

/* agreement_describe_scale(arena, answers, rater_count, item_count, option_count,
 * out_scale): The `rater_count` x `item_count` `answers` 1..`option_count` of one group;
 * a rater with any gap (NAN) is dropped. Below 2 raters only the count is defined.
 * `arena` is for scratch. */
void agreement_describe_scale(struct arena *arena, const double *answers,
                              size_t rater_count, size_t item_count, size_t option_count,
                              struct agreement_scale *out_scale);

/* agreement_deviation(values, count): mean |x - mean| of the present `values`, divided by
 * their number (AD_M; Burke, Finkelstein & Dusig 1999); NAN below 2 of `count`. */
double agreement_deviation(const double *values, size_t count);

#endif
