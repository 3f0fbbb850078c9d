#include "measure/fairness/impact.h"

#include "measure/distribution.h"
#include "measure/fairness/hypergeometric.h"
#include "measure/moments.h"

#include <math.h>

/* The counts as numbers: selected and size of the focal (1) and the reference group (2). */
struct table {
    double h1, n1, h2, n2, p1, p2;
};

static double yates(double observed, double expected)
{
    const double far = fabs(observed - expected), near = far - fmin(.5, far);
    return near * near / expected;
}

static void test_rates(const struct table *t, struct impact *out)
{
    const double pooled = (t->h1 + t->h2) / (t->n1 + t->n2), rest = 1 - pooled;
    if (!(t->h1 + t->h2 > 0) || !(t->h1 + t->h2 < t->n1 + t->n2))
        return;
    out->z = (t->p1 - t->p2) / sqrt(pooled * rest * (1 / t->n1 + 1 / t->n2));
    out->p_z = distribution_normal_both(out->z);
    out->chi2 = out->z * out->z;
    out->chi2_yates = yates(t->h1, t->n1 * pooled) + yates(t->n1 - t->h1, t->n1 * rest) +
                      yates(t->h2, t->n2 * pooled) + yates(t->n2 - t->h2, t->n2 * rest);
}

static void test_exactly(struct arena *arena, const struct impact_counts *counts,
                         struct impact *out)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t value = counts->selected_focal;
    const struct hypergeometric cell = hypergeometric_init(
        arena, counts->focal, counts->reference, value + counts->selected_reference);
    out->p_fisher = hypergeometric_both(&cell, value);
    out->p_fisher_less = hypergeometric_less(&cell, value, 0);
    if (cell.low < cell.high) {
        out->odds_ratio = hypergeometric_odds(&cell, value);
        hypergeometric_limits(&cell, value, .025, &out->or_lo, &out->or_hi);
    }
    arena_release(arena, mark);
}

static void limit_ratio(const struct table *t, struct impact *out)
{
    const double more = t->h1 > 0 && t->h2 > 0 ? 0 : .5;
    const double h1 = t->h1 + more, h2 = t->h2 + more;
    const double p1 = h1 / (t->n1 + 2 * more), p2 = h2 / (t->n2 + 2 * more);
    out->ratio_log_se = sqrt((1 - p1) / h1 + (1 - p2) / h2);
    out->ratio_lo = exp(log(p1 / p2) - MOMENTS_Z975 * out->ratio_log_se);
    out->ratio_hi = exp(log(p1 / p2) + MOMENTS_Z975 * out->ratio_log_se);
}

static void limit_difference(const struct table *t, struct impact *out)
{
    double l1, u1, l2, u2;
    distribution_wilson(t->h1, t->n1, &l1, &u1);
    distribution_wilson(t->h2, t->n2, &l2, &u2);
    out->diff_lo = t->p1 - t->p2 - hypot(t->p1 - l1, u2 - t->p2);
    out->diff_hi = t->p1 - t->p2 + hypot(u1 - t->p1, t->p2 - l2);
}

void impact_describe(struct arena *arena, struct impact_counts counts,
                     struct impact *out_impact)
{
    struct table t = {.h1 = (double)counts.selected_focal,
                      .n1 = (double)counts.focal,
                      .h2 = (double)counts.selected_reference,
                      .n2 = (double)counts.reference};
    struct impact impact;
    double *fields = (double *)&impact;
    for (size_t i = 0; i < sizeof impact / sizeof *fields; i++)
        fields[i] = NAN;
    t.p1 = t.h1 / t.n1;
    t.p2 = t.h2 / t.n2;
    impact.rate_focal = t.p1;
    impact.rate_reference = t.p2;
    if (counts.focal && counts.reference) {
        impact.impact_ratio = t.h2 > 0 ? t.p1 / t.p2 : NAN;
        impact.cohens_h = 2 * asin(sqrt(t.p1)) - 2 * asin(sqrt(t.p2));
        impact.shortfall = t.n1 * t.p2 - t.h1;
        if (t.h1 < t.n1 && t.h2 > 1)
            impact.ratio_one_moved = (t.h1 + 1) / t.n1 / ((t.h2 - 1) / t.n2);
        test_rates(&t, &impact);
        test_exactly(arena, &counts, &impact);
        limit_ratio(&t, &impact);
        limit_difference(&t, &impact);
    }
    *out_impact = impact;
}
