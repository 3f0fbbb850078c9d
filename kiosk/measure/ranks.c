#include "measure/ranks.h"

#include "measure/moments.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

void ranks_middle(struct arena *arena, const double *values, size_t count,
                  double *out_ranks)
{
    const struct arena_mark mark = arena_mark(arena);
    size_t *order = arena_array(arena, size_t, count);
    gsl_sort_index(order, values, 1, count);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && values[order[to]] == values[order[from]]; to++)
            ;
        for (size_t i = from; i < to; i++)
            out_ranks[order[i]] = ((double)from + (double)to + 1) / 2;
    }
    arena_release(arena, mark);
}

double ranks_spearman(struct arena *arena, const double *x, const double *y, size_t count)
{
    if (is_moments_flat(x, count) || is_moments_flat(y, count))
        return NAN;
    const struct arena_mark mark = arena_mark(arena);
    double *ranks = arena_array(arena, double, 2 * count);
    ranks_middle(arena, x, count, ranks);
    ranks_middle(arena, y, count, ranks + count);
    const double r = moments_correlation(ranks, ranks + count, count);
    arena_release(arena, mark);
    return r;
}

static int sign(double value)
{
    return (value > 0) - (value < 0);
}

double ranks_kendall_b(const double *x, const double *y, size_t count)
{
    double sum = 0, untied_x = 0, untied_y = 0;
    if (count < 3 || is_moments_flat(x, count) || is_moments_flat(y, count))
        return NAN;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            const int dx = sign(x[i] - x[j]), dy = sign(y[i] - y[j]);
            sum += dx * dy;
            untied_x += dx != 0;
            untied_y += dy != 0;
        }
    return moments_clamp(sum / sqrt(untied_x * untied_y), -1, 1);
}

double ranks_quantile(struct arena *arena, const double *values, size_t count,
                      double share)
{
    const struct arena_mark mark = arena_mark(arena);
    double *sorted = arena_array(arena, double, count);
    size_t present = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            sorted[present++] = values[i];
    gsl_sort(sorted, 1, present);
    const double quantile =
        present ? gsl_stats_quantile_from_sorted_data(sorted, 1, present, share) : NAN;
    arena_release(arena, mark);
    return quantile;
}
