/* mantel_haenszel: the odds ratio of two groups pooled over strata, because overall ratios can
 * reverse inside strata (Mantel & Haenszel 1959; Robins, Breslow & Greenland 1986; Breslow & Day
 * 1980 with Tarone's 1985 correction). Formulas: questionnaires/STUDY.md, mantel-haenszel. */
#ifndef MEASURE_FAIRNESS_MANTEL_HAENSZEL_H
#define MEASURE_FAIRNESS_MANTEL_HAENSZEL_H

#include <stddef.h>

/* One stratum: first group hit and missed, second group hit and missed. */
struct mantel_haenszel_table {
    double a, b, c, d;
};

/* NAN where undefined or infinite; logs of the odds ratio have the variance log_variance. */
struct mantel_haenszel {
    size_t strata_count; /* with both groups */
    double odds_ratio;   /* first over second: sum(AD/T) / sum(BC/T) */
    double log_variance, or_lo, or_hi;
    double chi2, p, chi2_cc, p_cc; /* without and with the continuity correction */
    double breslow_day, breslow_day_tarone;
};

/* mantel_haenszel_pool(tables, count, out_pooled): pools the `count` `tables`; those with an empty
 * group are left out. */
void mantel_haenszel_pool(const struct mantel_haenszel_table *tables, size_t count,
                          struct mantel_haenszel *out_pooled);

#endif
