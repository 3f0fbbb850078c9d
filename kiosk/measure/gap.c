#include "measure/gap.h"

#include "measure/moments.h"

#include <math.h>

struct gap gap_compare(double need, double need_sem, double supply, double rater_sd,
                       size_t rater_count)
{
    struct gap result = {.gap = supply - need,
                         .se = hypot(need_sem, rater_sd / sqrt((double)rater_count))};
    if (fabs(result.gap) >= .5 && fabs(result.gap) > MOMENTS_Z975 * result.se)
        result.flag = result.gap < 0 ? GAP_MAY_MISS : GAP_MAY_FIND_MORE;
    return result;
}
