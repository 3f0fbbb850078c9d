#include "study/group_difference.h"

#include "measure/distribution.h"
#include "measure/moments.h"

#include <math.h>

void group_difference_describe(const double *a, size_t count_a, const double *b,
                               size_t count_b, struct group_difference *out_difference)
{
    struct group_difference result = {.count_a = moments_present(a, count_a),
                                      .count_b = moments_present(b, count_b),
                                      .mean_a = moments_mean(a, count_a),
                                      .mean_b = moments_mean(b, count_b),
                                      .d = NAN,
                                      .g = NAN,
                                      .t = NAN,
                                      .df = NAN,
                                      .p = NAN};
    const double na = (double)result.count_a, nb = (double)result.count_b;
    const double va = moments_variance(a, count_a), vb = moments_variance(b, count_b);
    const double freedom = na + nb - 2, far = result.mean_a - result.mean_b;
    const double pooled = sqrt(((na - 1) * va + (nb - 1) * vb) / freedom);
    if (pooled > 0) {
        const double ea = va / na, eb = vb / nb;
        result.d = far / pooled;
        result.g = result.d * (1 - 3 / (4 * freedom - 1));
        result.t = far / sqrt(ea + eb);
        result.df = (ea + eb) * (ea + eb) / (ea * ea / (na - 1) + eb * eb / (nb - 1));
        result.p = distribution_t_both(result.t, result.df);
    }
    *out_difference = result;
}
