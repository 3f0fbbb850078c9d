#include "measure/fairness/scoring_rate.h"

#include "measure/moments.h"
#include "measure/ranks.h"

#include <math.h>

static struct scoring_rate describe(const double *scores, const size_t *categories,
                                    size_t count, size_t category, double median,
                                    double *room)
{
    size_t n = 0, above = 0;
    for (size_t i = 0; i < count; i++) {
        if (categories[i] != category)
            continue;
        room[n++] = scores[i];
        above += scores[i] > median;
    }
    return (struct scoring_rate){.count = n,
                                 .share = (double)n / (double)count,
                                 .rate = (double)above / (double)n,
                                 .impact_ratio = NAN,
                                 .mean = moments_mean(room, n),
                                 .sd = moments_sd(room, n)};
}

void scoring_rate_describe(struct arena *arena, const double *scores,
                           const size_t *categories, size_t count, size_t category_count,
                           double *out_median, struct scoring_rate *out_rates)
{
    const struct arena_mark mark = arena_mark(arena);
    const double median = ranks_quantile(arena, scores, count, .5);
    double *room = arena_array(arena, double, count), highest = 0;
    for (size_t c = 0; c < category_count; c++) {
        out_rates[c] = describe(scores, categories, count, c, median, room);
        highest = fmax(highest, out_rates[c].rate);
    }
    for (size_t c = 0; c < category_count && highest > 0; c++)
        out_rates[c].impact_ratio = out_rates[c].rate / highest;
    arena_release(arena, mark);
    *out_median = median;
}
