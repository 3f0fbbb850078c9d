#include "measure/agreement.h"

#include "measure/matrix.h"
#include "measure/moments.h"
#include "measure/ranks.h"

#include <math.h>
#include <string.h>

static double uniform_variance(size_t option_count)
{
    const double options = (double)option_count;
    return (options * options - 1) / 12;
}

static double mean_distance(const double *values, size_t count, double from)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            sum += fabs(values[i] - from);
    return sum / (double)moments_present(values, count);
}

double agreement_deviation(const double *values, size_t count)
{
    if (moments_present(values, count) < 2)
        return NAN;
    return mean_distance(values, count, moments_mean(values, count));
}

/* a_WG: 1 minus twice the share of the largest variance that this mean allows. The mean
 * of n equal codes may miss them by rounding, hence the flat test on the answers. */
static double awg(const double *answers, size_t count, size_t option_count,
                  const struct agreement_item *item)
{
    const double high = (double)option_count, low = 1, n = (double)item->rater_count;
    const double mean = item->mean, slack = 1e-12 * high;
    if (is_moments_flat(answers, count) &&
        (fabs(mean - low) < slack || fabs(mean - high) < slack))
        return 1;
    if (mean < (low * (n - 1) + high) / n - slack ||
        mean > (high * (n - 1) + low) / n + slack)
        return NAN;
    const double most = ((high + low) * mean - mean * mean - high * low) * n / (n - 1);
    return 1 - 2 * item->variance / most;
}

void agreement_describe_item(struct arena *arena, const double *answers,
                             size_t rater_count, size_t option_count,
                             struct agreement_item *out_item)
{
    struct agreement_item item = {
        .rater_count = moments_present(answers, rater_count),
        .mean = moments_mean(answers, rater_count),
        .variance = moments_variance(answers, rater_count),
        .rwg = NAN,
        .ad_mean = NAN,
        .ad_median = NAN,
        .awg = NAN,
    };
    if (item.rater_count >= 2) {
        const double null = uniform_variance(option_count);
        item.rwg = 1 - fmin(item.variance, null) / null;
        item.ad_mean = mean_distance(answers, rater_count, item.mean);
        item.ad_median = mean_distance(answers, rater_count,
                                       ranks_quantile(arena, answers, rater_count, .5));
        item.awg = awg(answers, rater_count, option_count, &item);
    }
    *out_item = item;
}

static double rwgj(double variance, double null, size_t item_count)
{
    const double q = fmin(1, variance / null), items = (double)item_count;
    return items * (1 - q) / (items * (1 - q) + q);
}

static size_t keep_complete(const double *answers, size_t rater_count, size_t item_count,
                            double *out_kept)
{
    size_t kept = 0;
    for (size_t i = 0; i < rater_count; i++) {
        const double *row = answers + i * item_count;
        if (moments_present(row, item_count) < item_count)
            continue;
        memcpy(out_kept + kept++ * item_count, row, item_count * sizeof *row);
    }
    return kept;
}

void agreement_describe_scale(struct arena *arena, const double *answers,
                              size_t rater_count, size_t item_count, size_t option_count,
                              struct agreement_scale *out_scale)
{
    const struct arena_mark mark = arena_mark(arena);
    double *kept = arena_array(arena, double, rater_count *item_count);
    const size_t n = keep_complete(answers, rater_count, item_count, kept);
    const double *columns = matrix_transpose(arena, kept, n, item_count);
    struct agreement_scale scale = {0};
    for (size_t j = 0; j < item_count; j++) {
        struct agreement_item item;
        agreement_describe_item(arena, columns + j * n, n, option_count, &item);
        scale.variance_mean += item.variance / (double)item_count;
        scale.ad_mean += item.ad_mean / (double)item_count;
        scale.ad_median += item.ad_median / (double)item_count;
        scale.awg += item.awg / (double)item_count;
    }
    const double null = uniform_variance(option_count), s2 = scale.variance_mean;
    const bool is_five = option_count == 5;
    scale.rater_count = n;
    scale.rwgj_uniform = n < 2 ? NAN : rwgj(s2, null, item_count);
    scale.rwgj_slight = n < 2 || !is_five ? NAN : rwgj(s2, 1.34, item_count);
    scale.rwgj_moderate = n < 2 || !is_five ? NAN : rwgj(s2, .90, item_count);
    scale.rwgj_lindell = n < 2 ? NAN : 1 - s2 / null;
    arena_release(arena, mark);
    *out_scale = scale;
}
