/* With eta = beta'x and thresholds alpha_1 < ... < alpha_M, P(answer >= k) = 1/(1+exp(alpha_k -
 * eta)). The parameters lie in one list: thresholds, then slopes. */
#include "study/ordinal.h"

#include "measure/matrix.h"

#include <math.h>
#include <string.h>

struct fit {
    const double *predictors;
    const size_t *answers;
    size_t count, predictor_count, threshold_count, size;
    double *parameters, *gradient, *information, *change;
    double *chances, *steps; /* of one person: P_k; density at its upper threshold */
};

static double logistic(double x)
{
    return 1 / (1 + exp(-x));
}

/* P_k of one person as products, so that nothing cancels: u - v = u (1-v) (1 - exp(y-x)). */
static void find_chances(struct fit *fit, double eta)
{
    const size_t last = fit->threshold_count;
    for (size_t k = 0; k <= last; k++) {
        const double x = k ? eta - fit->parameters[k - 1] : INFINITY;
        const double y = k < last ? eta - fit->parameters[k] : -INFINITY;
        fit->chances[k] = logistic(x) * logistic(-y) * -expm1(y - x);
        fit->steps[k] = logistic(y) * logistic(-y);
    }
}

/* d P_k / d parameter j, for the person whose chances were found last. */
static double slope_of(const struct fit *fit, const double *row, size_t k, size_t j)
{
    const size_t last = fit->threshold_count;
    const double up = k ? fit->steps[k - 1] : 0, down = fit->steps[k];
    if (j >= last)
        return (up - down) * row[j - last];
    return j + 1 == k ? -up : j == k ? down : 0;
}

static void add_person(struct fit *fit, const double *row, size_t answer)
{
    for (size_t k = 0; k <= fit->threshold_count; k++) {
        if (!(fit->chances[k] > 0))
            continue;
        for (size_t j = 0; j < fit->size; j++) {
            const double slope = slope_of(fit, row, k, j) / fit->chances[k];
            if (slope == 0)
                continue;
            fit->gradient[j] += k == answer ? slope : 0;
            for (size_t l = 0; l < fit->size; l++)
                fit->information[j * fit->size + l] += slope * slope_of(fit, row, k, l);
        }
    }
}

/* The deviance at the parameters; gradient and information there when they are asked for. A
 * threshold out of order makes a chance negative and the deviance infinite. */
static double evaluate(struct fit *fit, bool has_slopes)
{
    double deviance = 0;
    memset(fit->gradient, 0, fit->size * sizeof(double));
    memset(fit->information, 0, fit->size * fit->size * sizeof(double));
    for (size_t i = 0; i < fit->count; i++) {
        const double *row = fit->predictors + i * fit->predictor_count;
        double eta = 0;
        for (size_t j = 0; j < fit->predictor_count; j++)
            eta += fit->parameters[fit->threshold_count + j] * row[j];
        find_chances(fit, eta);
        const double chance = fit->chances[fit->answers[i]];
        deviance += chance > 0 ? -2 * log(chance) : INFINITY;
        if (has_slopes)
            add_person(fit, row, fit->answers[i]);
    }
    return deviance;
}

/* The thresholds that fit without predictors: the shares at or above each category. */
static void start(struct fit *fit)
{
    for (size_t k = 0; k < fit->threshold_count; k++) {
        double above = 0;
        for (size_t i = 0; i < fit->count; i++)
            above += fit->answers[i] > k;
        fit->parameters[k] = log(((double)fit->count - above) / above);
    }
}

/* One step, halved until the deviance does not rise; the new deviance, or NAN when the
 * information cannot be inverted. */
static double step(struct fit *fit, double deviance)
{
    evaluate(fit, 1);
    if (!matrix_invert(fit->information, fit->size))
        return NAN;
    matrix_multiply(fit->information, fit->gradient, fit->size, fit->size, fit->change);
    for (size_t j = 0; j < fit->size; j++)
        fit->parameters[j] += fit->change[j];
    double next = evaluate(fit, 0);
    for (int halving = 0; !(next <= deviance) && halving < 30; halving++) {
        for (size_t j = 0; j < fit->size; j++) {
            fit->change[j] /= 2;
            fit->parameters[j] -= fit->change[j];
        }
        next = evaluate(fit, 0);
    }
    return next;
}

static double climb(struct fit *fit)
{
    double deviance = evaluate(fit, 0);
    for (int round = 0; round < 60; round++) {
        const double next = step(fit, deviance);
        if (isnan(next)) /* at the start: collinear; later: separated, at the limit */
            return round < 3 ? NAN : deviance;
        const double gain = deviance - next;
        deviance = next;
        if (fabs(gain) <= 1e-12 * (fabs(next) + 1e-3))
            break;
    }
    return deviance;
}

double ordinal_deviance(struct arena *arena, const double *predictors,
                        const size_t *answers, size_t count, size_t predictor_count,
                        size_t category_count)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t thresholds = category_count - 1, size = thresholds + predictor_count;
    struct fit fit = {.predictors = predictors,
                      .answers = answers,
                      .count = count,
                      .predictor_count = predictor_count,
                      .threshold_count = thresholds,
                      .size = size,
                      .parameters = arena_array(arena, double, size),
                      .gradient = arena_array(arena, double, size),
                      .information = arena_array(arena, double, (size * size)),
                      .change = arena_array(arena, double, size),
                      .chances = arena_array(arena, double, category_count),
                      .steps = arena_array(arena, double, category_count)};
    start(&fit);
    const double deviance = climb(&fit);
    arena_release(arena, mark);
    return deviance;
}
