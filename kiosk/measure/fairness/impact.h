/* impact: selection rates of two groups, their ratio and how sure it is (29 CFR 1607.4 D; Fisher
 * 1935; Newcombe 1998). Never a bare "pass": the ratio stands beside interval, exact p and n.
 * Formulas: questionnaires/STUDY.md, impact. */
#ifndef MEASURE_FAIRNESS_IMPACT_H
#define MEASURE_FAIRNESS_IMPACT_H

#include "base/arena.h"

struct impact_counts {
    size_t selected_focal, focal, selected_reference, reference;
};

/* NAN where undefined or infinite; all of it when a group is empty. */
struct impact {
    double rate_focal, rate_reference;
    double impact_ratio;             /* focal over reference */
    double z, p_z, chi2, chi2_yates; /* pooled two-proportion test */
    double p_fisher, p_fisher_less;  /* two-sided; P(selected_focal or fewer) */
    double odds_ratio, or_lo, or_hi; /* conditional, exact 95 % */
    double ratio_log_se, ratio_lo,
        ratio_hi;            /* of the ratio; .5 added to a table with a 0 */
    double diff_lo, diff_hi; /* Newcombe's score limits of the difference of rates */
    double cohens_h;
    double shortfall;       /* focal selections missing to the reference's rate */
    double ratio_one_moved; /* the ratio with one selection moved to the focal group */
};

/* impact_describe(arena, counts, out_impact): all of it from one table of `counts`, each group's
 * selected at most its size. `arena` is for scratch. */
void impact_describe(struct arena *arena, struct impact_counts counts,
                     struct impact *out_impact);

#endif
