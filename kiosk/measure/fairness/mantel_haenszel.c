#include "measure/fairness/mantel_haenszel.h"

#include "measure/distribution.h"
#include "measure/moments.h"

#include <math.h>

/* Margins of one stratum: the two groups, the hits, everybody. */
struct margins {
    double n1, n2, m, t;
};

static struct margins margins_of(const struct mantel_haenszel_table *table)
{
    const struct margins m = {table->a + table->b, table->c + table->d,
                              table->a + table->c,
                              table->a + table->b + table->c + table->d};
    return m;
}

struct sums {
    double r, s, pr, ps_qr, qs, a, expected, variance;
};

static void add_table(const struct mantel_haenszel_table *table, struct sums *sums)
{
    const struct margins m = margins_of(table);
    const double p = (table->a + table->d) / m.t, q = (table->b + table->c) / m.t;
    const double r = table->a * table->d / m.t, s = table->b * table->c / m.t;
    sums->r += r;
    sums->s += s;
    sums->pr += p * r;
    sums->ps_qr += p * s + q * r;
    sums->qs += q * s;
    sums->a += table->a;
    sums->expected += m.n1 * m.m / m.t;
    sums->variance += m.n1 * m.n2 * m.m * (m.t - m.m) / (m.t * m.t * (m.t - 1));
}

/* The first cell that has the odds ratio `odds` with the margins kept: the root of a quadratic,
 * taken in the form that does not cancel. */
static double fitted_cell(struct margins m, double odds)
{
    const double b = m.n2 - m.m + odds * (m.n1 + m.m), c = odds * m.n1 * m.m;
    const double root = sqrt(fmax(0, b * b + 4 * (1 - odds) * c));
    return b > 0 ? 2 * c / (b + root) : (root - b) / (2 * (1 - odds));
}

static void test_sameness(const struct mantel_haenszel_table *tables, size_t count,
                          struct mantel_haenszel *out)
{
    double sum = 0, misses = 0, variances = 0;
    for (size_t i = 0; i < count; i++) {
        const struct margins m = margins_of(&tables[i]);
        if (!(m.n1 > 0) || !(m.n2 > 0) || !(m.m > 0) || !(m.m < m.t))
            continue;
        const double e = fitted_cell(m, out->odds_ratio), miss = tables[i].a - e;
        const double variance =
            1 / (1 / e + 1 / (m.n1 - e) + 1 / (m.m - e) + 1 / (m.n2 - m.m + e));
        sum += miss * miss / variance;
        misses += miss;
        variances += variance;
    }
    out->breslow_day = sum;
    out->breslow_day_tarone = sum - misses * misses / variances;
}

void mantel_haenszel_pool(const struct mantel_haenszel_table *tables, size_t count,
                          struct mantel_haenszel *out_pooled)
{
    struct sums sums = {0};
    struct mantel_haenszel pooled = {.log_variance = NAN,
                                     .or_lo = NAN,
                                     .or_hi = NAN,
                                     .breslow_day = NAN,
                                     .breslow_day_tarone = NAN};
    for (size_t i = 0; i < count; i++) {
        const struct margins m = margins_of(&tables[i]);
        if (!(m.n1 > 0) || !(m.n2 > 0))
            continue;
        add_table(&tables[i], &sums);
        pooled.strata_count++;
    }
    const double far = fabs(sums.a - sums.expected), near = fmax(0, far - .5);
    const double variance = sums.variance > 0 ? sums.variance : NAN;
    pooled.chi2 = far * far / variance;
    pooled.p = distribution_chi2_upper(pooled.chi2, 1);
    pooled.chi2_cc = near * near / variance;
    pooled.p_cc = distribution_chi2_upper(pooled.chi2_cc, 1);
    pooled.odds_ratio = sums.s > 0 ? sums.r / sums.s : NAN;
    if (pooled.odds_ratio > 0) {
        pooled.log_variance = sums.pr / (2 * sums.r * sums.r) +
                              sums.ps_qr / (2 * sums.r * sums.s) +
                              sums.qs / (2 * sums.s * sums.s);
        const double half = MOMENTS_Z975 * sqrt(pooled.log_variance);
        pooled.or_lo = pooled.odds_ratio * exp(-half);
        pooled.or_hi = pooled.odds_ratio * exp(half);
        test_sameness(tables, count, &pooled);
    }
    *out_pooled = pooled;
}
