#include "measure/logistic.h"

#include "measure/matrix.h"

#include <math.h>
#include <string.h>

struct fit {
    const double *predictors, *hits;
    size_t count, size; /* size: predictors and intercept */
    double *beta, *gradient, *information, *row;
};

static double log_one_plus_exp(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/* The deviance at beta; gradient and information there when they are asked for. */
static double evaluate(struct fit *fit, int has_slopes)
{
    double deviance = 0;
    if (has_slopes) {
        memset(fit->gradient, 0, fit->size * sizeof(double));
        memset(fit->information, 0, fit->size * fit->size * sizeof(double));
    }
    for (size_t i = 0; i < fit->count; i++) {
        double eta = fit->beta[0];
        fit->row[0] = 1;
        for (size_t j = 1; j < fit->size; j++) {
            fit->row[j] = fit->predictors[i * (fit->size - 1) + j - 1];
            eta += fit->beta[j] * fit->row[j];
        }
        deviance += 2 * (log_one_plus_exp(eta) - fit->hits[i] * eta);
        const double p = 1 / (1 + exp(-eta));
        for (size_t j = 0; has_slopes && j < fit->size; j++) {
            fit->gradient[j] += (fit->hits[i] - p) * fit->row[j];
            for (size_t l = 0; l < fit->size; l++)
                fit->information[j * fit->size + l] +=
                    p * (1 - p) * fit->row[j] * fit->row[l];
        }
    }
    return deviance;
}

/* One Newton step, halved until the deviance does not rise; the new deviance, or NAN when the
 * information cannot be inverted. */
static double step(struct fit *fit, double deviance, double *change)
{
    evaluate(fit, 1);
    if (!matrix_invert(fit->information, fit->size))
        return NAN;
    matrix_multiply(fit->information, fit->gradient, fit->size, fit->size, change);
    for (size_t j = 0; j < fit->size; j++)
        fit->beta[j] += change[j];
    double next = evaluate(fit, 0);
    for (int halving = 0; next > deviance && halving < 30; halving++) {
        for (size_t j = 0; j < fit->size; j++) {
            change[j] /= 2;
            fit->beta[j] -= change[j];
        }
        next = evaluate(fit, 0);
    }
    return next;
}

double logistic_deviance(struct arena *arena, const double *predictors,
                         const double *hits, size_t count, size_t predictor_count)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t size = predictor_count + 1;
    struct fit fit = {.predictors = predictors,
                      .hits = hits,
                      .count = count,
                      .size = size,
                      .beta = arena_array(arena, double, size),
                      .gradient = arena_array(arena, double, size),
                      .information = arena_array(arena, double, size *size),
                      .row = arena_array(arena, double, size)};
    double *change = arena_array(arena, double, size), deviance = evaluate(&fit, 0);
    for (int round = 0; round < 60; round++) {
        const double next = step(&fit, deviance, change);
        if (isnan(next)) { /* at the start: collinear; later: separated, at the limit */
            deviance = round < 3 ? NAN : deviance;
            break;
        }
        const double gain = deviance - next;
        deviance = next;
        if (fabs(gain) <= 1e-12 * (fabs(next) + 1e-3))
            break;
    }
    arena_release(arena, mark);
    return deviance;
}
