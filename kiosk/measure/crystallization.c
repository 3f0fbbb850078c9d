#include "measure/crystallization.h"

#include "measure/moments.h"

#include <math.h>
#include <string.h>

static bool is_usable(const double *row, size_t item_count)
{
    return moments_present(row, item_count) == item_count &&
           !is_moments_flat(row, item_count);
}

static size_t keep_usable(const double *ratings, size_t rater_count, size_t item_count,
                          double *out_kept)
{
    size_t kept = 0;
    for (size_t i = 0; i < rater_count; i++) {
        const double *row = ratings + i * item_count;
        if (is_usable(row, item_count))
            memcpy(out_kept + kept++ * item_count, row, item_count * sizeof *row);
    }
    return kept;
}

static void correlate_pairs(const double *kept, struct crystallization *out)
{
    const size_t m = out->rater_count, items = out->item_count;
    const double largest = 1 - 1e-9, pairs = (double)m * (double)(m - 1) / 2;
    double sum = 0, sum_z = 0;
    out->min_r = INFINITY;
    out->max_r = -INFINITY;
    for (size_t i = 0; i < m; i++)
        for (size_t l = i + 1; l < m; l++) {
            const double r =
                moments_correlation(kept + i * items, kept + l * items, items);
            sum += r;
            sum_z += atanh(moments_clamp(r, -largest, largest));
            out->min_r = fmin(out->min_r, r);
            out->max_r = fmax(out->max_r, r);
        }
    out->mean_r = sum / pairs;
    out->mean_r_fisher = tanh(sum_z / pairs);
    out->crystallization = (double)m * out->mean_r / (1 + (double)(m - 1) * out->mean_r);
}

/* The raters' own variances against the variance of their sum over the items. */
static double alpha_of_raters(struct arena *arena, const double *kept, size_t rater_count,
                              size_t item_count)
{
    double *totals = arena_array(arena, double, item_count), own = 0;
    const double m = (double)rater_count;
    for (size_t i = 0; i < rater_count; i++) {
        own += moments_variance(kept + i * item_count, item_count);
        for (size_t j = 0; j < item_count; j++)
            totals[j] += kept[i * item_count + j];
    }
    const double all = moments_variance(totals, item_count);
    return all > 0 ? m / (m - 1) * (1 - own / all) : NAN;
}

void crystallization_describe(struct arena *arena, const double *ratings,
                              size_t rater_count, size_t item_count,
                              struct crystallization *out_crystallization)
{
    const struct arena_mark mark = arena_mark(arena);
    double *kept = arena_array(arena, double, rater_count *item_count);
    struct crystallization result = {.item_count = item_count,
                                     .mean_r = NAN,
                                     .mean_r_fisher = NAN,
                                     .min_r = NAN,
                                     .max_r = NAN,
                                     .crystallization = NAN,
                                     .alpha_raters = NAN};
    result.rater_count = keep_usable(ratings, rater_count, item_count, kept);
    result.dropped_count = rater_count - result.rater_count;
    if (result.rater_count >= 2 && item_count >= 3) {
        correlate_pairs(kept, &result);
        result.alpha_raters =
            alpha_of_raters(arena, kept, result.rater_count, item_count);
    }
    arena_release(arena, mark);
    *out_crystallization = result;
}

void crystallization_leave_out(struct arena *arena, const double *ratings,
                               size_t rater_count, size_t item_count, bool *out_is_kept,
                               double *out_r)
{
    const struct arena_mark mark = arena_mark(arena);
    double *sums = arena_array(arena, double, 2 * item_count),
           *others = sums + item_count;
    size_t kept = 0;
    for (size_t i = 0; i < rater_count; i++) {
        out_is_kept[i] = is_usable(ratings + i * item_count, item_count);
        kept += (size_t)out_is_kept[i];
        for (size_t j = 0; j < item_count && out_is_kept[i]; j++)
            sums[j] += ratings[i * item_count + j];
    }
    for (size_t i = 0; i < rater_count; i++) {
        const double *row = ratings + i * item_count;
        for (size_t j = 0; j < item_count; j++)
            others[j] = (sums[j] - row[j]) / (double)(kept - 1);
        out_r[i] = out_is_kept[i] && kept > 1
                       ? moments_correlation(row, others, item_count)
                       : NAN;
    }
    arena_release(arena, mark);
}
