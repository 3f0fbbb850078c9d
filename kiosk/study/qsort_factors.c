#include "study/qsort_factors.h"

#include "measure/matrix.h"
#include "measure/moments.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <string.h>

static double *correlations(struct arena *arena, const double *sorts, size_t statements,
                            size_t count)
{
    double *r = arena_array(arena, double, count *count);
    const double *columns = matrix_transpose(arena, sorts, statements, count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j <= i; j++)
            r[i * count + j] = r[j * count + i] =
                i == j ? 1
                       : moments_correlation(columns + i * statements,
                                             columns + j * statements, statements);
    return r;
}

/* The angle in the plane of two columns at which varimax is largest (Kaiser 1958). */
static double best_angle(const double *loadings, size_t rows, size_t columns, size_t one,
                         size_t other)
{
    double a = 0, b = 0, c = 0, d = 0;
    for (size_t i = 0; i < rows; i++) {
        const double x = loadings[i * columns + one], y = loadings[i * columns + other];
        const double u = x * x - y * y, v = 2 * x * y;
        a += u;
        b += v;
        c += u * u - v * v;
        d += 2 * u * v;
    }
    const double n = (double)rows;
    return atan2(d - 2 * a * b / n, c - (a * a - b * b) / n) / 4;
}

static void turn(double *loadings, size_t rows, size_t columns, size_t one, size_t other,
                 double angle)
{
    const double cosine = cos(angle), sine = sin(angle);
    for (size_t i = 0; i < rows; i++) {
        double *row = loadings + i * columns;
        const double x = row[one], y = row[other];
        row[one] = x * cosine + y * sine;
        row[other] = y * cosine - x * sine;
    }
}

/* Rows are made unit length for the rotation and get their length back afterwards. Each round
 * turns every pair of columns; it ends when no turn is larger than 1e-13. */
static void rotate(double *loadings, size_t rows, size_t columns, double *lengths)
{
    for (size_t i = 0; i < rows; i++) {
        double sum = 0;
        for (size_t k = 0; k < columns; k++)
            sum += loadings[i * columns + k] * loadings[i * columns + k];
        lengths[i] = sum > 0 ? sqrt(sum) : 1;
        for (size_t k = 0; k < columns; k++)
            loadings[i * columns + k] /= lengths[i];
    }
    double largest = 1;
    for (int round = 0; round < 2000 && largest > 1e-13; round++) {
        largest = 0;
        for (size_t one = 0; one < columns; one++)
            for (size_t other = one + 1; other < columns; other++) {
                const double angle = best_angle(loadings, rows, columns, one, other);
                turn(loadings, rows, columns, one, other, angle);
                largest = fmax(largest, fabs(angle));
            }
    }
    for (size_t i = 0; i < rows * columns; i++)
        loadings[i] *= lengths[i / columns];
}

/* Columns by falling sum of squares, each turned so that its sum is not negative. */
static void put_in_order(struct arena *arena, double *loadings, size_t rows,
                         size_t columns)
{
    double *squares = arena_array(arena, double, columns);
    double *before = arena_array(arena, double, rows *columns);
    size_t *order = arena_array(arena, size_t, columns);
    memcpy(before, loadings, rows * columns * sizeof *before);
    for (size_t i = 0; i < rows * columns; i++)
        squares[i % columns] -= before[i] * before[i];
    gsl_sort_index(order, squares, 1, columns);
    for (size_t k = 0; k < columns; k++) {
        double sum = 0;
        for (size_t i = 0; i < rows; i++)
            sum += before[i * columns + order[k]];
        for (size_t i = 0; i < rows; i++)
            loadings[i * columns + k] =
                (sum < 0 ? -1 : 1) * before[i * columns + order[k]];
    }
}

static void flag(struct qsort_factors *factors, size_t statement_count)
{
    const double least = MOMENTS_Z975 / sqrt((double)statement_count);
    for (size_t i = 0; i < factors->sort_count; i++) {
        const double *row = factors->loadings + i * factors->factor_count;
        double all = 0;
        for (size_t k = 0; k < factors->factor_count; k++)
            all += row[k] * row[k];
        for (size_t k = 0; k < factors->factor_count; k++)
            factors->flags[i * factors->factor_count + k] =
                fabs(row[k]) > least && row[k] * row[k] > all - row[k] * row[k];
    }
}

void qsort_factors_find(struct arena *arena, const double *sorts, size_t statement_count,
                        size_t sort_count, size_t factor_count,
                        struct qsort_factors *out_factors)
{
    struct qsort_factors factors = {
        .sort_count = sort_count,
        .factor_count = factor_count,
        .loadings = arena_array(arena, double, sort_count *factor_count),
        .flags = arena_array(arena, int, sort_count *factor_count),
        .eigenvalues = arena_array(arena, double, sort_count)};
    const struct arena_mark mark = arena_mark(arena);
    double *vectors = arena_array(arena, double, sort_count *sort_count);
    matrix_eigen(arena, correlations(arena, sorts, statement_count, sort_count),
                 sort_count, factors.eigenvalues, vectors);
    for (size_t i = 0; i < sort_count; i++)
        for (size_t k = 0; k < factor_count; k++)
            factors.loadings[i * factor_count + k] =
                vectors[i * sort_count + k] * sqrt(fmax(0, factors.eigenvalues[k]));
    rotate(factors.loadings, sort_count, factor_count,
           arena_array(arena, double, sort_count));
    put_in_order(arena, factors.loadings, sort_count, factor_count);
    flag(&factors, statement_count);
    arena_release(arena, mark);
    *out_factors = factors;
}

void qsort_factors_describe(const struct qsort_factors *factors, size_t factor,
                            struct qsort_factor *out_factor)
{
    struct qsort_factor result = {0};
    for (size_t i = 0; i < factors->sort_count; i++) {
        const size_t at = i * factors->factor_count + factor;
        result.flagged_count += factors->flags[at] ? 1 : 0;
        result.eigenvalue += factors->loadings[at] * factors->loadings[at];
    }
    const double n = (double)result.flagged_count;
    result.percent_variance = 100 * result.eigenvalue / (double)factors->sort_count;
    result.reliability = .8 * n / (1 + .8 * (n - 1));
    result.se = sqrt(1 - result.reliability);
    *out_factor = result;
}

static void deal_out(struct arena *arena, const double *sorts, size_t statements,
                     size_t stride, const double *z, double *out_scores)
{
    double *piles = arena_array(arena, double, statements);
    size_t *order = arena_array(arena, size_t, statements);
    matrix_column(sorts, statements, stride, 0, piles);
    gsl_sort(piles, 1, statements);
    gsl_sort_index(order, z, 1, statements);
    for (size_t i = 0; i < statements; i++)
        out_scores[order[i]] = piles[i];
}

void qsort_factors_statements(struct arena *arena, const double *sorts,
                              size_t statement_count, const struct qsort_factors *factors,
                              size_t factor, double *out_z, double *out_scores)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t sort_count = factors->sort_count;
    for (size_t s = 0; s < statement_count; s++) {
        out_z[s] = 0;
        out_scores[s] = NAN;
        for (size_t i = 0; i < sort_count; i++) {
            const size_t at = i * factors->factor_count + factor;
            const double l = factors->loadings[at];
            out_z[s] +=
                factors->flags[at] ? l / (1 - l * l) * sorts[s * sort_count + i] : 0;
        }
    }
    const double mean = moments_mean(out_z, statement_count);
    const double sd = moments_sd(out_z, statement_count);
    for (size_t s = 0; s < statement_count; s++)
        out_z[s] = sd > 0 && isfinite(sd) ? (out_z[s] - mean) / sd : NAN;
    if (sd > 0 && isfinite(sd))
        deal_out(arena, sorts, statement_count, sort_count, out_z, out_scores);
    arena_release(arena, mark);
}
