#include "measure/congruence.h"

#include "measure/distribution.h"
#include "measure/matrix.h"

#include <math.h>
#include <stdbool.h>

enum { SIZE = CONGRUENCE_COEFFICIENTS };

/* Sums over the people of whom both are known; x is moved to its mean and brought to its spread, so
 * that x and x^2 are as little alike as they can be. */
struct sums {
    size_t count;
    double mean, spread;
    double cross[SIZE * SIZE]; /* of 1, t, t^2 */
    double with_z[SIZE];
    double z, zz;
};

static bool is_known(double x, double z)
{
    return isfinite(x) && isfinite(z);
}

static struct sums sums_of(const double *x, const double *z, size_t count)
{
    struct sums sums = {0};
    double squares = 0;
    for (size_t i = 0; i < count; i++)
        if (is_known(x[i], z[i])) {
            sums.count++;
            sums.mean += x[i];
        }
    sums.mean /= (double)sums.count;
    for (size_t i = 0; i < count; i++)
        if (is_known(x[i], z[i]))
            squares += (x[i] - sums.mean) * (x[i] - sums.mean);
    sums.spread = sqrt(squares / (double)sums.count);
    for (size_t i = 0; i < count && sums.spread > 0; i++) {
        if (!is_known(x[i], z[i]))
            continue;
        const double t = (x[i] - sums.mean) / sums.spread;
        const double row[SIZE] = {1, t, t * t};
        for (size_t j = 0; j < SIZE; j++) {
            for (size_t k = 0; k < SIZE; k++)
                sums.cross[j * SIZE + k] += row[j] * row[k];
            sums.with_z[j] += row[j] * z[i];
        }
        sums.z += z[i];
        sums.zz += z[i] * z[i];
    }
    return sums;
}

/* With two values a curve is no more than a line. */
static bool has_three(const double *x, const double *z, size_t count,
                      const struct sums *sums)
{
    static const double apart = 1e-6; /* of the spread */
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < count; i++)
        if (is_known(x[i], z[i])) {
            low = fmin(low, x[i]);
            high = fmax(high, x[i]);
        }
    for (size_t i = 0; i < count; i++)
        if (is_known(x[i], z[i]) && x[i] - low > apart * sums->spread &&
            high - x[i] > apart * sums->spread)
            return true;
    return false;
}

/* From t back to x: b = M c, and the covariances M V M'. */
static void turned_back(const struct sums *sums, const double *inverse, const double *c,
                        double variance, struct congruence *out)
{
    const double s = sums->spread, m = sums->mean;
    const double turn[SIZE * SIZE] = {
        1, -m / s, m * m / (s * s), 0, 1 / s, -2 * m / (s * s), 0, 0, 1 / (s * s)};
    for (size_t i = 0; i < SIZE; i++) {
        double estimate = 0, square = 0;
        for (size_t j = 0; j < SIZE; j++) {
            estimate += turn[i * SIZE + j] * c[j];
            for (size_t k = 0; k < SIZE; k++)
                square += turn[i * SIZE + j] * inverse[j * SIZE + k] * turn[i * SIZE + k];
        }
        out->b[i] = estimate;
        out->se[i] = sqrt(variance * square);
    }
}

void congruence_fit(const double *x, const double *z, size_t count,
                    struct congruence *out)
{
    const struct sums sums = sums_of(x, z, count);
    const double n = (double)sums.count;
    double inverse[SIZE * SIZE], c[SIZE];
    *out = (struct congruence){.count = sums.count, .r2 = NAN, .p = NAN};
    for (size_t i = 0; i < SIZE; i++)
        out->b[i] = out->se[i] = NAN;
    if (sums.count < CONGRUENCE_LEAST || !has_three(x, z, count, &sums))
        return;
    for (size_t i = 0; i < SIZE * SIZE; i++)
        inverse[i] = sums.cross[i];
    if (!matrix_invert(inverse, SIZE))
        return;
    matrix_multiply(inverse, sums.with_z, SIZE, SIZE, c);
    double fitted = 0;
    for (size_t i = 0; i < SIZE; i++)
        fitted += c[i] * sums.with_z[i];
    const double total = sums.zz - sums.z * sums.z / n, rest = sums.zz - fitted;
    if (!(total > 0))
        return;
    const double residual = rest > 0 ? rest : 0, df = n - SIZE;
    turned_back(&sums, inverse, c, residual / df, out);
    out->r2 = 1 - residual / total;
    out->p = residual > 0
                 ? distribution_f_upper((total - residual) / (SIZE - 1) / (residual / df),
                                        SIZE - 1, df)
                 : 0;
}

double congruence_seen(size_t count)
{
    static const double both = .975, power = .8;
    return count < 4 ? NAN
                     : tanh((distribution_normal_point(both) +
                             distribution_normal_point(power)) /
                            sqrt((double)count - 3));
}
