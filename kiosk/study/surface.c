#include "study/surface.h"

#include "measure/distribution.h"

#include <gsl/gsl_linalg.h>
#include <math.h>

enum { SIZE = SURFACE_COEFFICIENTS };

/* How each term is made of the coefficients. */
static const double combinations[SURFACE_TERMS][SIZE] = {
    {1, 0, 0, 0, 0, 0},  {0, 1, 0, 0, 0, 0},  {0, 0, 1, 0, 0, 0},  {0, 0, 0, 1, 0, 0},
    {0, 0, 0, 0, 1, 0},  {0, 0, 0, 0, 0, 1},  {0, 1, 1, 0, 0, 0},  {0, 0, 0, 1, 1, 1},
    {0, 1, -1, 0, 0, 0}, {0, 0, 0, 1, -1, 1}, {0, 0, 0, 1, 0, -1},
};

const char *surface_term_name(size_t term)
{
    static const char *const names[SURFACE_TERMS] = {"b0", "b1", "b2", "b3", "b4", "b5",
                                                     "a1", "a2", "a3", "a4", "a5"};
    return names[term];
}

/* The triangle R of the decomposition and Q'z. */
struct decomposition {
    double r[SIZE][SIZE];
    double *qz;
    size_t count;
};

static size_t fill_design(const double *x, const double *y, const double *z, size_t count,
                          double *design, double *out_z)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (isnan(x[i]) || isnan(y[i]) || isnan(z[i]))
            continue;
        const double row[SIZE] = {1, x[i], y[i], x[i] * x[i], x[i] * y[i], y[i] * y[i]};
        for (size_t j = 0; j < SIZE; j++)
            design[n * SIZE + j] = row[j];
        out_z[n++] = z[i];
    }
    return n;
}

/* 0 when a column is a combination of those before it: then hardly anything of its length is left
 * on the diagonal. */
static bool is_decomposed(double *design, struct decomposition *d)
{
    double lengths[SIZE] = {0}, tau[SIZE];
    for (size_t i = 0; i < d->count * SIZE; i++)
        lengths[i % SIZE] += design[i] * design[i];
    gsl_matrix_view matrix = gsl_matrix_view_array(design, d->count, SIZE);
    gsl_vector_view taus = gsl_vector_view_array(tau, SIZE);
    gsl_vector_view target = gsl_vector_view_array(d->qz, d->count);
    gsl_linalg_QR_decomp(&matrix.matrix, &taus.vector);
    gsl_linalg_QR_QTvec(&matrix.matrix, &taus.vector, &target.vector);
    for (size_t i = 0; i < SIZE; i++)
        for (size_t j = i; j < SIZE; j++)
            d->r[i][j] = design[i * SIZE + j];
    for (size_t j = 0; j < SIZE; j++)
        if (!(fabs(d->r[j][j]) > 1e-10 * sqrt(lengths[j])))
            return false;
    return true;
}

static double sum_squares(const double *values, size_t from, size_t count)
{
    double sum = 0;
    for (size_t i = from; i < count; i++)
        sum += values[i] * values[i];
    return sum;
}

/* Solves R' u = l, so that u'u = l'(X'X)^-1 l, and the estimate is u'(Q'z). */
static void describe_term(const struct decomposition *d, const double *combination,
                          double variance, struct surface_term *out)
{
    double u[SIZE], estimate = 0;
    for (size_t j = 0; j < SIZE; j++) {
        u[j] = combination[j];
        for (size_t i = 0; i < j; i++)
            u[j] -= d->r[i][j] * u[i];
        u[j] /= d->r[j][j];
        estimate += u[j] * d->qz[j];
    }
    out->estimate = estimate;
    out->se = sqrt(variance * sum_squares(u, 0, SIZE));
    out->t = estimate / out->se;
    out->p = distribution_t_both(out->t, (double)(d->count - SIZE));
}

static void describe_fit(const struct decomposition *d, struct surface *out)
{
    const double freedom = (double)(d->count - SIZE);
    const double rest = sum_squares(d->qz, SIZE, d->count);
    const double total = sum_squares(d->qz, 1, d->count);
    const double second = sum_squares(d->qz, 3, SIZE);
    for (size_t t = 0; t < SURFACE_TERMS; t++)
        describe_term(d, combinations[t], rest / freedom, &out->terms[t]);
    out->r2 = total > 0 ? 1 - rest / total : NAN;
    out->adj_r2 = 1 - (1 - out->r2) * (double)(d->count - 1) / freedom;
    out->f_quadratic = second / 3 / (rest / freedom);
    out->p_quadratic = distribution_f_upper(out->f_quadratic, 3, freedom);
}

static void describe_axes(struct surface *out)
{
    const double b1 = out->terms[1].estimate, b2 = out->terms[2].estimate;
    const double b3 = out->terms[3].estimate, b4 = out->terms[4].estimate;
    const double b5 = out->terms[5].estimate;
    const double q = 4 * b3 * b5 - b4 * b4, root = hypot(b3 - b5, b4);
    out->x0 = (b2 * b4 - 2 * b1 * b5) / q;
    out->y0 = (b1 * b4 - 2 * b2 * b3) / q;
    out->p11 = (b5 - b3 + root) / b4;
    out->p21 = (b5 - b3 - root) / b4;
    out->p10 = out->y0 - out->p11 * out->x0;
    out->p20 = out->y0 - out->p21 * out->x0;
}

void surface_fit(struct arena *arena, const double *x, const double *y, const double *z,
                 size_t count, struct surface *out_surface)
{
    const struct arena_mark mark = arena_mark(arena);
    double *design = arena_array(arena, double, count *SIZE);
    struct decomposition d = {.qz = arena_array(arena, double, count)};
    struct surface surface = {.r2 = NAN,
                              .adj_r2 = NAN,
                              .f_quadratic = NAN,
                              .p_quadratic = NAN,
                              .x0 = NAN,
                              .y0 = NAN,
                              .p11 = NAN,
                              .p10 = NAN,
                              .p21 = NAN,
                              .p20 = NAN};
    for (size_t t = 0; t < SURFACE_TERMS; t++)
        surface.terms[t] = (struct surface_term){NAN, NAN, NAN, NAN};
    surface.count = d.count = fill_design(x, y, z, count, design, d.qz);
    if (d.count > SIZE && is_decomposed(design, &d)) {
        describe_fit(&d, &surface);
        describe_axes(&surface);
    }
    arena_release(arena, mark);
    *out_surface = surface;
}
