/* Two passes everywhere: first the means, then sums of deviations. One-pass formulas lose
 * half of the digits on lists with a large mean. */
#include "measure/moments.h"

#include <math.h>

size_t moments_present(const double *values, size_t count)
{
    size_t present = 0;
    for (size_t i = 0; i < count; i++)
        present += isnan(values[i]) ? 0 : 1;
    return present;
}

double moments_mean(const double *values, size_t count)
{
    double sum = 0;
    size_t present = 0;
    for (size_t i = 0; i < count; i++) {
        if (isnan(values[i]))
            continue;
        sum += values[i];
        present++;
    }
    return present ? sum / (double)present : NAN;
}

double moments_variance(const double *values, size_t count)
{
    const size_t present = moments_present(values, count);
    if (present < 2)
        return NAN;
    if (is_moments_flat(values, count))
        return 0;
    const double mean = moments_mean(values, count);
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            sum += (values[i] - mean) * (values[i] - mean);
    return sum / (double)(present - 1);
}

double moments_sd(const double *values, size_t count)
{
    return sqrt(moments_variance(values, count));
}

/* The range of a list seen so far. */
struct range {
    double low, high;
};

static void range_take(struct range *range, double value)
{
    range->low = value < range->low ? value : range->low;
    range->high = value > range->high ? value : range->high;
}

static bool is_range_flat(struct range range)
{
    const double largest = fmax(fabs(range.low), fabs(range.high));
    return !(range.high - range.low > 1e-12 * largest);
}

bool is_moments_flat(const double *values, size_t count)
{
    struct range range = {INFINITY, -INFINITY};
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            range_take(&range, values[i]);
    return is_range_flat(range);
}

/* What a correlation of the pairs that are present needs. */
struct pairing {
    size_t count;
    double mean_x, mean_y, sxx, syy, sxy;
    bool is_any_flat;
};

static struct pairing pair_up(const double *x, const double *y, size_t count)
{
    struct pairing pairs = {0};
    struct range range_x = {INFINITY, -INFINITY}, range_y = range_x;
    for (size_t i = 0; i < count; i++) {
        if (isnan(x[i]) || isnan(y[i]))
            continue;
        pairs.count++;
        pairs.mean_x += x[i];
        pairs.mean_y += y[i];
        range_take(&range_x, x[i]);
        range_take(&range_y, y[i]);
    }
    pairs.mean_x /= (double)pairs.count;
    pairs.mean_y /= (double)pairs.count;
    for (size_t i = 0; i < count; i++) {
        if (isnan(x[i]) || isnan(y[i]))
            continue;
        const double dx = x[i] - pairs.mean_x, dy = y[i] - pairs.mean_y;
        pairs.sxx += dx * dx;
        pairs.syy += dy * dy;
        pairs.sxy += dx * dy;
    }
    pairs.is_any_flat = is_range_flat(range_x) || is_range_flat(range_y);
    return pairs;
}

/* The root of a product is exact where one list is a multiple of the other; the product of roots
 * holds where the product would overflow. */
static double root_of_product(double a, double b)
{
    const double product = a * b;
    return isnormal(product) ? sqrt(product) : sqrt(a) * sqrt(b);
}

double moments_correlation(const double *x, const double *y, size_t count)
{
    const struct pairing pairs = pair_up(x, y, count);
    if (pairs.count < 3 || pairs.is_any_flat)
        return NAN;
    return moments_clamp(pairs.sxy / root_of_product(pairs.sxx, pairs.syy), -1, 1);
}

double moments_covariance(const double *x, const double *y, size_t count)
{
    const struct pairing pairs = pair_up(x, y, count);
    return pairs.count < 2 ? NAN : pairs.sxy / (double)(pairs.count - 1);
}

double moments_weighted_correlation(const double *x, const double *y,
                                    const double *weights, size_t count)
{
    struct range range_x = {INFINITY, -INFINITY}, range_y = range_x;
    double weight = 0, mean_x = 0, mean_y = 0, sxx = 0, syy = 0, sxy = 0;
    size_t positive = 0;
    for (size_t i = 0; i < count; i++) {
        if (!(weights[i] > 0))
            continue;
        positive++;
        weight += weights[i];
        mean_x += weights[i] * x[i];
        mean_y += weights[i] * y[i];
        range_take(&range_x, x[i]);
        range_take(&range_y, y[i]);
    }
    if (positive < 3 || is_range_flat(range_x) || is_range_flat(range_y))
        return NAN;
    mean_x /= weight;
    mean_y /= weight;
    for (size_t i = 0; i < count; i++) {
        if (!(weights[i] > 0))
            continue;
        const double dx = x[i] - mean_x, dy = y[i] - mean_y;
        sxx += weights[i] * dx * dx;
        syy += weights[i] * dy * dy;
        sxy += weights[i] * dx * dy;
    }
    return moments_clamp(sxy / root_of_product(sxx, syy), -1, 1);
}

/* Sums of several lists beside each other. */
struct abreast {
    double low[MOMENTS_LANES], high[MOMENTS_LANES]; /* of one side */
    double mean[MOMENTS_LANES];
};

static void abreast_mean(const double (*values)[MOMENTS_LANES], const double *weights,
                         size_t count, double weight, struct abreast *side)
{
    for (size_t l = 0; l < MOMENTS_LANES; l++) {
        side->low[l] = INFINITY;
        side->high[l] = -INFINITY;
        side->mean[l] = 0;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t l = 0; l < MOMENTS_LANES; l++) {
            const double value = values[i][l];
            side->mean[l] += weights[i] * value;
            side->low[l] = value < side->low[l] ? value : side->low[l];
            side->high[l] = value > side->high[l] ? value : side->high[l];
        }
    for (size_t l = 0; l < MOMENTS_LANES; l++)
        side->mean[l] /= weight;
}

static bool is_abreast_flat(const struct abreast *side, size_t lane)
{
    return is_range_flat((struct range){side->low[lane], side->high[lane]});
}

void moments_weighted_correlations(const double (*x)[MOMENTS_LANES],
                                   const double (*y)[MOMENTS_LANES],
                                   const double *weights, size_t count,
                                   double out_r[MOMENTS_LANES])
{
    double sxx[MOMENTS_LANES] = {0}, syy[MOMENTS_LANES] = {0}, sxy[MOMENTS_LANES] = {0};
    double weight = 0;
    struct abreast of_x, of_y;
    for (size_t i = 0; i < count; i++)
        weight += weights[i];
    abreast_mean(x, weights, count, weight, &of_x);
    abreast_mean(y, weights, count, weight, &of_y);
    for (size_t i = 0; i < count; i++)
        for (size_t l = 0; l < MOMENTS_LANES; l++) {
            const double dx = x[i][l] - of_x.mean[l], dy = y[i][l] - of_y.mean[l];
            sxx[l] += weights[i] * dx * dx;
            syy[l] += weights[i] * dy * dy;
            sxy[l] += weights[i] * dx * dy;
        }
    for (size_t l = 0; l < MOMENTS_LANES; l++)
        out_r[l] = count < 3 || is_abreast_flat(&of_x, l) || is_abreast_flat(&of_y, l)
                       ? NAN
                       : moments_clamp(sxy[l] / root_of_product(sxx[l], syy[l]), -1, 1);
}

double moments_clamp(double value, double low, double high)
{
    if (isnan(value))
        return value;
    return value < low ? low : value > high ? high : value;
}

double moments_round(double value, double steps)
{
    static const double HALF_SPREAD = 1e-9;
    return round(value * steps + copysign(HALF_SPREAD, value)) / steps;
}
