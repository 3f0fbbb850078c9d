#include "study/distinctive.h"

#include "measure/moments.h"

#include <math.h>
#include <string.h>

/* What is left of `x` is rounding noise when it spreads by no more than 1e-12 of the
 * largest |x|: then it is made exactly flat, so that no correlation of noise is reported. */
static void flatten_noise(const double *x, size_t count, double *rest)
{
    double low = INFINITY, high = -INFINITY, largest = 0;
    for (size_t i = 0; i < count; i++) {
        if (!isnan(x[i]))
            largest = fmax(largest, fabs(x[i]));
        if (!isnan(rest[i])) {
            low = fmin(low, rest[i]);
            high = fmax(high, rest[i]);
        }
    }
    if (high - low > 1e-12 * largest)
        return;
    for (size_t i = 0; i < count; i++)
        rest[i] = isnan(rest[i]) ? NAN : 0;
}

static void subtract(const double *x, const double *mean, size_t count, double *out_rest)
{
    for (size_t i = 0; i < count; i++)
        out_rest[i] = x[i] - mean[i];
    flatten_noise(x, count, out_rest);
}

/* Residuals of `x` on `mean` where both are present; on a flat mean only x's own mean
 * goes. */
static void regress_out(const double *x, const double *mean, size_t count,
                        double *out_rest)
{
    double sum_x = 0, sum_m = 0, sxm = 0, smm = 0, present = 0;
    for (size_t i = 0; i < count; i++) {
        out_rest[i] = isnan(x[i]) || isnan(mean[i]) ? NAN : mean[i];
        if (isnan(out_rest[i]))
            continue;
        present++;
        sum_x += x[i];
        sum_m += mean[i];
    }
    const double mean_x = sum_x / present, mean_m = sum_m / present;
    for (size_t i = 0; i < count; i++) {
        if (isnan(out_rest[i]))
            continue;
        sxm += (x[i] - mean_x) * (mean[i] - mean_m);
        smm += (mean[i] - mean_m) * (mean[i] - mean_m);
    }
    const double slope = is_moments_flat(out_rest, count) ? 0 : sxm / smm;
    for (size_t i = 0; i < count; i++)
        if (!isnan(out_rest[i]))
            out_rest[i] = x[i] - mean_x - slope * (mean[i] - mean_m);
    flatten_noise(x, count, out_rest);
}

void distinctive_split(struct arena *arena, const double *x, const double *y,
                       const double *mu, const double *nu, size_t count,
                       bool is_one_target, struct distinctive_parts *out_parts)
{
    const struct arena_mark mark = arena_mark(arena);
    double *rest_x = arena_array(arena, double, 2 * count), *rest_y = rest_x + count;
    struct distinctive_parts parts = {0};
    for (size_t i = 0; i < count; i++)
        parts.count += !isnan(x[i]) && !isnan(y[i]);
    parts.overall = moments_correlation(x, y, count);
    parts.normativeness_x = moments_correlation(x, mu, count);
    parts.normativeness_y = moments_correlation(y, nu, count);
    parts.normativeness_x_by_y = moments_correlation(x, nu, count);
    parts.normativeness_y_by_x = moments_correlation(y, mu, count);
    subtract(x, mu, count, rest_x);
    subtract(y, nu, count, rest_y);
    parts.distinctive = moments_correlation(rest_x, rest_y, count);
    regress_out(x, mu, count, rest_x);
    if (is_one_target)
        memcpy(rest_y, y, count * sizeof *rest_y);
    else
        regress_out(y, nu, count, rest_y);
    parts.distinctive_residual = moments_correlation(rest_x, rest_y, count);
    arena_release(arena, mark);
    *out_parts = parts;
}
