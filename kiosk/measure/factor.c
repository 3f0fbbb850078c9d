#include "measure/factor.h"

#include "measure/matrix.h"

#include <math.h>

static const double UNIQUE_LEAST = .005;

/* One EM step: the regression of the factor on the items, then of the items on the factor.
 * Returns the largest change of a loading. */
static double improve(const double *r, size_t k, double *loading, double *unique,
                      double *beta, double *covariance)
{
    double strength = 0, fit = 0, spread = 0, largest = 0;
    for (size_t j = 0; j < k; j++)
        strength += loading[j] * loading[j] / unique[j];
    for (size_t j = 0; j < k; j++) {
        beta[j] = loading[j] / unique[j] / (1 + strength);
        fit += beta[j] * loading[j];
    }
    matrix_multiply(r, beta, k, k, covariance);
    for (size_t j = 0; j < k; j++)
        spread += beta[j] * covariance[j];
    const double variance = 1 - fit + spread;
    for (size_t j = 0; j < k; j++) {
        const double next = covariance[j] / variance;
        largest = fmax(largest, fabs(next - loading[j]));
        loading[j] = next;
        unique[j] = fmax(UNIQUE_LEAST, r[j * k + j] - next * covariance[j]);
    }
    return largest;
}

int factor_load(struct arena *arena, const double *correlations, size_t item_count,
                double *out_loadings)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t k = item_count;
    double *values = arena_array(arena, double, k),
           *vectors = arena_array(arena, double, (k * k));
    double *loading = arena_array(arena, double, k),
           *unique = arena_array(arena, double, k);
    double *beta = arena_array(arena, double, k), *room = arena_array(arena, double, k);
    double change = 1, sum = 0;
    matrix_eigen(arena, correlations, k, values, vectors);
    for (size_t j = 0; j < k; j++) {
        loading[j] = vectors[j * k] * sqrt(values[0]) * .9;
        unique[j] = fmax(UNIQUE_LEAST, 1 - loading[j] * loading[j]);
        sum += loading[j];
    }
    for (int round = 0; round < 100000 && change > 1e-13; round++)
        change = improve(correlations, k, loading, unique, beta, room);
    for (size_t j = 0; j < k && change <= 1e-13; j++)
        out_loadings[j] = sum < 0 ? -loading[j] : loading[j];
    arena_release(arena, mark);
    return change <= 1e-13;
}

double factor_omega(const double *loadings, size_t item_count)
{
    double sum = 0, unique = 0;
    for (size_t j = 0; j < item_count; j++) {
        sum += loadings[j];
        unique += 1 - loadings[j] * loadings[j];
    }
    return sum * sum / (sum * sum + unique);
}
