#include "measure/profile_se.h"

#include "measure/moments.h"

#include <math.h>

/* One side of the comparison: deviations from the weighted mean and their weighted root. */
struct side {
    double *deviation;
    double scatter;
};

static struct side center(struct arena *arena, const double *values,
                          const double *weights, size_t count)
{
    struct side side = {.deviation = arena_array(arena, double, count)};
    double mean = 0, sum = 0;
    for (size_t i = 0; i < count; i++)
        mean += weights[i] * values[i];
    for (size_t i = 0; i < count; i++) {
        side.deviation[i] = values[i] - mean;
        sum += weights[i] * side.deviation[i] * side.deviation[i];
    }
    side.scatter = sqrt(sum);
    return side;
}

static double error_of(const struct side *own, const struct side *other, double r,
                       const double *weights, const double *sem, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        const double slope = weights[i] *
                             (other->deviation[i] / other->scatter -
                              r * own->deviation[i] / own->scatter) /
                             own->scatter;
        sum += slope * slope * sem[i] * sem[i];
    }
    return sqrt(sum);
}

void profile_se_delta(struct arena *arena, const double *x, const double *y,
                      const double *sem_x, const double *sem_y, const double *weights,
                      size_t count, struct profile_se *out_se)
{
    const struct arena_mark mark = arena_mark(arena);
    double *kept[5], weight = 0; /* x, y, their errors, weights */
    size_t n = 0;
    for (size_t k = 0; k < 5; k++)
        kept[k] = arena_array(arena, double, count);
    for (size_t i = 0; i < count; i++) {
        if (isnan(x[i]) || isnan(y[i]) || isnan(sem_x[i]) || isnan(sem_y[i]))
            continue;
        kept[0][n] = x[i];
        kept[1][n] = y[i];
        kept[2][n] = sem_x[i];
        kept[3][n] = sem_y[i];
        weight += kept[4][n++] = weights ? weights[i] : 1;
    }
    for (size_t i = 0; i < n; i++)
        kept[4][i] /= weight;
    struct profile_se se = {.count = n, .se_x = NAN, .se_y = NAN, .se_total = NAN};
    se.r = moments_weighted_correlation(kept[0], kept[1], kept[4], n);
    if (!isnan(se.r)) {
        const struct side side_x = center(arena, kept[0], kept[4], n);
        const struct side side_y = center(arena, kept[1], kept[4], n);
        se.se_x = error_of(&side_x, &side_y, se.r, kept[4], kept[2], n);
        se.se_y = error_of(&side_y, &side_x, se.r, kept[4], kept[3], n);
        se.se_total = hypot(se.se_x, se.se_y);
    }
    arena_release(arena, mark);
    *out_se = se;
}

/* The raters' variance on one dimension, read down a column; `out_count` who answered. */
static double column_variance(const double *ratings, size_t rater_count, size_t stride,
                              size_t *out_count)
{
    double mean = 0, sum = 0, low = INFINITY, high = -INFINITY;
    size_t present = 0;
    for (size_t i = 0; i < rater_count; i++) {
        const double rating = ratings[i * stride];
        if (isnan(rating))
            continue;
        present++;
        mean += rating;
        low = fmin(low, rating);
        high = fmax(high, rating);
    }
    *out_count = present;
    if (present < 2)
        return NAN;
    mean /= (double)present;
    for (size_t i = 0; i < rater_count; i++)
        if (!isnan(ratings[i * stride]))
            sum += (ratings[i * stride] - mean) * (ratings[i * stride] - mean);
    return high == low ? 0 : sum / (double)(present - 1);
}

void profile_se_raters(const double *ratings, size_t rater_count, size_t dimension_count,
                       double *out_se)
{
    double pooled = 0, degrees = 0;
    size_t present;
    for (size_t j = 0; j < dimension_count; j++) {
        const double variance =
            column_variance(ratings + j, rater_count, dimension_count, &present);
        if (isnan(variance))
            continue;
        pooled += variance * (double)(present - 1);
        degrees += (double)(present - 1);
    }
    for (size_t j = 0; j < dimension_count; j++) {
        double variance =
            column_variance(ratings + j, rater_count, dimension_count, &present);
        if (variance == 0)
            variance = pooled / degrees;
        out_se[j] = sqrt(variance / (double)present);
    }
}
