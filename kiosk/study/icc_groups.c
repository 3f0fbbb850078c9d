#include "study/icc_groups.h"

#include "measure/distribution.h"
#include "measure/moments.h"

#include <math.h>

static double icc1(double msb, double msw, double k)
{
    return (msb - msw) / (msb + (k - 1) * msw);
}

/* Sums of squares between and within; the sizes of the groups come back in `sizes`. */
static void split_squares(const double *values, const size_t *groups, size_t count,
                          size_t group_count, double *sizes, double *means,
                          double *out_between, double *out_within)
{
    const double grand = moments_mean(values, count);
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i])) {
            sizes[groups[i]]++;
            means[groups[i]] += values[i];
        }
    for (size_t g = 0; g < group_count; g++)
        means[g] = sizes[g] > 0 ? means[g] / sizes[g] : 0;
    *out_between = *out_within = 0;
    for (size_t g = 0; g < group_count; g++)
        *out_between += sizes[g] * (means[g] - grand) * (means[g] - grand);
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            *out_within +=
                (values[i] - means[groups[i]]) * (values[i] - means[groups[i]]);
}

static void describe(struct icc_groups *icc, double between, double within,
                     double sum_squares)
{
    const double n = (double)icc->count, groups = (double)icc->group_count;
    icc->df_between = groups - 1;
    icc->df_within = n - groups;
    icc->msb = between / icc->df_between;
    icc->msw = within / icc->df_within;
    icc->f = icc->msb / icc->msw;
    icc->p = distribution_f_upper(icc->f, icc->df_between, icc->df_within);
    icc->k_mean = n / groups;
    icc->k0 = (n - sum_squares / n) / (groups - 1);
    icc->icc1 = icc1(icc->msb, icc->msw, icc->k_mean);
    icc->icc2 = (icc->msb - icc->msw) / icc->msb;
    icc->icc1_k0 = icc1(icc->msb, icc->msw, icc->k0);
}

void icc_groups_describe(struct arena *arena, const double *values, const size_t *groups,
                         size_t count, size_t group_count, struct icc_groups *out_icc)
{
    const struct arena_mark mark = arena_mark(arena);
    double *sizes = arena_array(arena, double, 2 * group_count), between, within,
           squares = 0;
    struct icc_groups icc = {.count = moments_present(values, count),
                             .msb = NAN,
                             .msw = NAN,
                             .df_between = NAN,
                             .df_within = NAN,
                             .f = NAN,
                             .p = NAN,
                             .icc1 = NAN,
                             .icc2 = NAN,
                             .k_mean = NAN,
                             .k0 = NAN,
                             .icc1_k0 = NAN};
    split_squares(values, groups, count, group_count, sizes, sizes + group_count,
                  &between, &within);
    for (size_t g = 0; g < group_count; g++) {
        icc.group_count += sizes[g] > 0;
        squares += sizes[g] * sizes[g];
    }
    if (icc.group_count > 1 && icc.count > icc.group_count)
        describe(&icc, is_moments_flat(values, count) ? 0 : between, within, squares);
    arena_release(arena, mark);
    *out_icc = icc;
}
