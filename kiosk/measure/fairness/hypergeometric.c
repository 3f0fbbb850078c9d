/* The weights follow from each other by one ratio, so no factorial is ever taken; sums run over
 * weights relative to the largest one. */
#include "measure/fairness/hypergeometric.h"

#include <math.h>

struct hypergeometric hypergeometric_init(struct arena *arena, size_t first,
                                          size_t second, size_t marked)
{
    struct hypergeometric cell = {.low = marked > second ? marked - second : 0,
                                  .high = marked < first ? marked : first};
    double *weights = arena_array(arena, double, cell.high - cell.low + 1);
    for (size_t x = cell.low; x < cell.high; x++) {
        const double up = (double)(first - x) * (double)(marked - x);
        const double down = (double)(x + 1) * (double)(second + x + 1 - marked);
        weights[x + 1 - cell.low] = weights[x - cell.low] + log(up / down);
    }
    cell.log_weights = weights;
    return cell;
}

struct sums {
    double all, up_to, mean;
};

static double log_chance(const struct hypergeometric *cell, size_t x, double log_odds)
{
    return cell->log_weights[x - cell->low] + (double)(x - cell->low) * log_odds;
}

static struct sums sum_up(const struct hypergeometric *cell, size_t value,
                          double log_odds)
{
    double most = -INFINITY;
    struct sums sums = {0, 0, 0};
    for (size_t x = cell->low; x <= cell->high; x++)
        most = fmax(most, log_chance(cell, x, log_odds));
    for (size_t x = cell->low; x <= cell->high; x++) {
        const double chance = exp(log_chance(cell, x, log_odds) - most);
        sums.all += chance;
        sums.up_to += x <= value ? chance : 0;
        sums.mean += (double)(x - cell->low) * chance;
    }
    sums.mean = sums.mean / sums.all + (double)cell->low;
    return sums;
}

double hypergeometric_less(const struct hypergeometric *cell, size_t value,
                           double log_odds)
{
    const struct sums sums = sum_up(cell, value, log_odds);
    return sums.up_to / sums.all;
}

double hypergeometric_both(const struct hypergeometric *cell, size_t value)
{
    const double limit = log_chance(cell, value, 0) + log1p(1e-7);
    double all = 0, unlikely = 0, most = -INFINITY;
    for (size_t x = cell->low; x <= cell->high; x++)
        most = fmax(most, log_chance(cell, x, 0));
    for (size_t x = cell->low; x <= cell->high; x++) {
        const double chance = exp(log_chance(cell, x, 0) - most);
        all += chance;
        unlikely += log_chance(cell, x, 0) <= limit ? chance : 0;
    }
    return fmin(1, unlikely / all);
}

enum target { MEAN, AT_LEAST, AT_MOST };

/* A function of the log odds that rises through 0 where the target is met. */
static double miss(const struct hypergeometric *cell, size_t value, enum target target,
                   double tail, double log_odds)
{
    switch (target) {
    case MEAN:
        return sum_up(cell, value, log_odds).mean - (double)value;
    case AT_LEAST: {
        const struct sums below = sum_up(cell, value - 1, log_odds);
        return (below.all - below.up_to) / below.all - tail;
    }
    case AT_MOST:
        return tail - hypergeometric_less(cell, value, log_odds);
    }
    return NAN;
}

static double solve(const struct hypergeometric *cell, size_t value, enum target target,
                    double tail)
{
    double low = -1, high = 1;
    while (miss(cell, value, target, tail, low) > 0)
        low *= 2;
    while (miss(cell, value, target, tail, high) < 0)
        high *= 2;
    while (high - low > 1e-14 * fmax(1, fabs(low))) {
        const double middle = (low + high) / 2;
        if (miss(cell, value, target, tail, middle) > 0)
            high = middle;
        else
            low = middle;
    }
    return exp((low + high) / 2);
}

double hypergeometric_odds(const struct hypergeometric *cell, size_t value)
{
    if (value == cell->low)
        return 0;
    return value == cell->high ? INFINITY : solve(cell, value, MEAN, 0);
}

void hypergeometric_limits(const struct hypergeometric *cell, size_t value, double tail,
                           double *out_low, double *out_high)
{
    *out_low = value == cell->low ? 0 : solve(cell, value, AT_LEAST, tail);
    *out_high = value == cell->high ? INFINITY : solve(cell, value, AT_MOST, tail);
}
