#include "measure/gap.h"

#include "measure/moments.h"

#include <math.h>

struct gap gap_compare(double need, double need_sem, double supply, double rater_sd,
                       size_t rater_count)
{
    struct gap result = {.gap = supply - need,
                         .se = hypot(need_sem, rater_sd / sqrt((double)rater_count))};
    if (fabs(result.gap) >= GAP_LEAST && fabs(result.gap) > MOMENTS_Z975 * result.se)
        result.flag = result.gap < 0 ? GAP_MAY_MISS : GAP_MAY_FIND_MORE;
    return result;
}

/* The largest adjusted value that a smaller or equal p asks for: with few tests a pass over all
 * for each of them is simpler than a sort that remembers places. */
void gap_holm(const double *values, size_t count, double *out_adjusted)
{
    const size_t tests = moments_present(values, count);
    for (size_t i = 0; i < count; i++) {
        out_adjusted[i] = isnan(values[i]) ? NAN : 0;
        for (size_t j = 0; j < count; j++) {
            if (!(values[j] <= values[i]))
                continue;
            size_t before = 0;
            for (size_t k = 0; k < count; k++)
                before += values[k] < values[j] || (values[k] == values[j] && k < j);
            const double asked = fmin(1, (double)(tests - before) * values[j]);
            out_adjusted[i] = fmax(out_adjusted[i], asked);
        }
    }
}
