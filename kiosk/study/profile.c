#include "study/profile.h"

#include "measure/moments.h"
#include "measure/ranks.h"

#include <math.h>

/* The pairs that are present, closed up, and their sums of squares. */
struct pairs {
    const double *x, *y;
    size_t count;
    double sx2, sy2, sxy, elevation2;
};

static double square(double value)
{
    return value * value;
}

static double sum_products(const double *x, const double *y, size_t count, double from_x,
                           double from_y)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (x[i] - from_x) * (y[i] - from_y);
    return sum;
}

static double ratio(double dividend, double divisor, size_t count)
{
    return count >= 3 && divisor > 0 ? dividend / divisor : NAN;
}

static void describe_distance(const struct pairs *pairs, struct profile_likeness *out)
{
    out->d2 = out->abs_mean = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        out->d2 += square(pairs->x[i] - pairs->y[i]);
        out->abs_mean += fabs(pairs->x[i] - pairs->y[i]);
    }
    out->abs_mean /= (double)pairs->count;
    out->d = sqrt(out->d2);
    out->scatter_x = sqrt(pairs->sx2);
    out->scatter_y = sqrt(pairs->sy2);
    out->d2_elevation = pairs->elevation2;
    out->d2_scatter = square(out->scatter_x - out->scatter_y);
    out->d2_shape = 2 * (out->scatter_x * out->scatter_y - pairs->sxy);
}

static double cosine(const struct pairs *pairs, double origin)
{
    const double xx = sum_products(pairs->x, pairs->x, pairs->count, origin, origin);
    const double yy = sum_products(pairs->y, pairs->y, pairs->count, origin, origin);
    const double xy = sum_products(pairs->x, pairs->y, pairs->count, origin, origin);
    return moments_clamp(ratio(xy, sqrt(xx) * sqrt(yy), pairs->count), -1, 1);
}

static void describe_agreement(const struct pairs *pairs, double midpoint,
                               struct profile_likeness *out)
{
    const double squares = pairs->sx2 + pairs->sy2, both = squares + pairs->elevation2;
    const double double_entry =
        ratio(out->d2, squares + pairs->elevation2 / 2, pairs->count);
    out->icc_de = 1 - double_entry;
    out->ccc = ratio(2 * pairs->sxy, both, pairs->count);
    out->congruence = cosine(pairs, 0);
    out->qc = isnan(midpoint) ? NAN : cosine(pairs, midpoint);
}

/* r without each dimension in turn; `swap` is room for the two profiles without it. */
static double jackknife(const struct pairs *pairs, double *swap)
{
    const size_t n = pairs->count;
    double *x = swap, *y = swap + n, *without = swap + 2 * n;
    if (n < 4)
        return NAN;
    for (size_t j = 0; j < n; j++) {
        size_t kept = 0;
        for (size_t i = 0; i < n; i++) {
            x[kept] = pairs->x[i];
            y[kept] = pairs->y[i];
            kept += i != j;
        }
        without[j] = moments_correlation(x, y, n - 1);
        if (isnan(without[j]))
            return NAN;
    }
    const double mean = moments_mean(without, n);
    const double sum = sum_products(without, without, n, mean, mean);
    return sqrt((double)(n - 1) / (double)n * sum);
}

static void describe_limits(struct profile_likeness *out)
{
    const double n = (double)out->count;
    out->ci_lo = out->ci_hi = out->count >= 4 ? out->r : NAN;
    if (out->count < 4 || isnan(out->r) || fabs(out->r) >= 1)
        return;
    const double half = MOMENTS_Z975 / sqrt(n - 3), z = atanh(out->r);
    out->ci_lo = tanh(z - half);
    out->ci_hi = tanh(z + half);
}

/* Leaves x, y and weights of the dimensions present in both in `out_x`, `out_y`,
 * `out_weights` and returns how many there are. */
static size_t close_up(const double *x, const double *y, const double *weights,
                       size_t count, double *out_x, double *out_y, double *out_weights)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (isnan(x[i]) || isnan(y[i]))
            continue;
        out_x[kept] = x[i];
        out_y[kept] = y[i];
        out_weights[kept++] = weights ? weights[i] : 0;
    }
    return kept;
}

static void describe(struct arena *arena, const struct pairs *pairs, double midpoint,
                     struct profile_likeness *out)
{
    out->r = moments_correlation(pairs->x, pairs->y, pairs->count);
    out->spearman = ranks_spearman(arena, pairs->x, pairs->y, pairs->count);
    out->kendall_b = ranks_kendall_b(pairs->x, pairs->y, pairs->count);
    describe_limits(out);
    describe_distance(pairs, out);
    describe_agreement(pairs, midpoint, out);
    out->jackknife_se = jackknife(pairs, arena_array(arena, double, 3 * pairs->count));
}

void profile_compare(struct arena *arena, const double *x, const double *y,
                     const double *weights, size_t count, double midpoint,
                     struct profile_likeness *out_likeness)
{
    const struct arena_mark mark = arena_mark(arena);
    double *kept_x = arena_array(arena, double, 3 * count);
    double *kept_y = kept_x + count, *kept_weights = kept_y + count;
    const size_t n = close_up(x, y, weights, count, kept_x, kept_y, kept_weights);
    struct profile_likeness likeness = {.count = n, .r_weighted = NAN};
    if (n) {
        struct pairs pairs = {.x = kept_x, .y = kept_y, .count = n};
        const double mx = likeness.elevation_x = moments_mean(kept_x, n);
        const double my = likeness.elevation_y = moments_mean(kept_y, n);
        const bool is_flat_x = is_moments_flat(kept_x, n),
                   is_flat_y = is_moments_flat(kept_y, n);
        pairs.sx2 = is_flat_x ? 0 : sum_products(kept_x, kept_x, n, mx, mx);
        pairs.sy2 = is_flat_y ? 0 : sum_products(kept_y, kept_y, n, my, my);
        pairs.sxy = is_flat_x || is_flat_y ? 0 : sum_products(kept_x, kept_y, n, mx, my);
        pairs.elevation2 = (double)n * square(mx - my);
        describe(arena, &pairs, midpoint, &likeness);
        if (weights)
            likeness.r_weighted =
                moments_weighted_correlation(kept_x, kept_y, kept_weights, n);
    }
    arena_release(arena, mark);
    *out_likeness = likeness;
}
