/* Both models are choices among alternatives whose utility is u[plus] - u[minus]: the best one
 * object added, the worst one object taken away, a pair both. */
#include "measure/bestworst_pooled.h"

#include "measure/matrix.h"

#include <math.h>
#include <string.h>

#define NO_OBJECT SIZE_MAX

struct alternative {
    size_t plus, minus;
    double chance;
};

struct fit {
    size_t object_count;
    double *utility, *gradient, *information, *mean;
    struct alternative *alternatives;
    size_t alternative_count, chosen;
    double loglik;
};

static double utility_of(const struct fit *fit, const struct alternative *a)
{
    return (a->plus == NO_OBJECT ? 0 : fit->utility[a->plus]) -
           (a->minus == NO_OBJECT ? 0 : fit->utility[a->minus]);
}

static void find_chances(struct fit *fit)
{
    double most = -INFINITY, sum = 0;
    for (size_t a = 0; a < fit->alternative_count; a++)
        most = fmax(most, utility_of(fit, &fit->alternatives[a]));
    for (size_t a = 0; a < fit->alternative_count; a++) {
        struct alternative *one = &fit->alternatives[a];
        one->chance = exp(utility_of(fit, one) - most);
        sum += one->chance;
    }
    for (size_t a = 0; a < fit->alternative_count; a++)
        fit->alternatives[a].chance /= sum;
}

static void add(double *values, const struct alternative *a, double by)
{
    if (a->plus != NO_OBJECT)
        values[a->plus] += by;
    if (a->minus != NO_OBJECT)
        values[a->minus] -= by;
}

/* Adds what one choice says: chosen minus expected to the gradient, and the spread of the
 * alternatives to the information. */
static void add_choice(struct fit *fit)
{
    const size_t n = fit->object_count;
    find_chances(fit);
    memset(fit->mean, 0, n * sizeof *fit->mean);
    for (size_t a = 0; a < fit->alternative_count; a++) {
        const struct alternative *one = &fit->alternatives[a];
        add(fit->mean, one, one->chance);
        if (one->plus != NO_OBJECT)
            add(fit->information + one->plus * n, one, one->chance);
        if (one->minus != NO_OBJECT)
            add(fit->information + one->minus * n, one, -one->chance);
    }
    add(fit->gradient, &fit->alternatives[fit->chosen], 1);
    fit->loglik += log(fit->alternatives[fit->chosen].chance);
    for (size_t i = 0; i < n; i++) {
        fit->gradient[i] -= fit->mean[i];
        for (size_t j = 0; fit->mean[i] != 0 && j < n; j++)
            fit->information[i * n + j] -= fit->mean[i] * fit->mean[j];
    }
}

static void add_sequential(struct fit *fit, const struct bestworst_block *block)
{
    for (size_t i = 0; i < block->object_count; i++)
        fit->alternatives[i] = (struct alternative){block->objects[i], NO_OBJECT, 0};
    fit->alternative_count = block->object_count;
    fit->chosen = (size_t)block->best;
    add_choice(fit);
    fit->alternative_count = 0;
    for (size_t i = 0; i < block->object_count; i++) {
        if ((int)i == block->best)
            continue;
        if ((int)i == block->worst)
            fit->chosen = fit->alternative_count;
        fit->alternatives[fit->alternative_count++] =
            (struct alternative){NO_OBJECT, block->objects[i], 0};
    }
    add_choice(fit);
}

static void add_pairs(struct fit *fit, const struct bestworst_block *block)
{
    fit->alternative_count = 0;
    for (size_t i = 0; i < block->object_count; i++)
        for (size_t k = 0; k < block->object_count; k++) {
            if (i == k)
                continue;
            if ((int)i == block->best && (int)k == block->worst)
                fit->chosen = fit->alternative_count;
            fit->alternatives[fit->alternative_count++] =
                (struct alternative){block->objects[i], block->objects[k], 0};
        }
    add_choice(fit);
}

static void evaluate(struct fit *fit, const struct bestworst_block *blocks,
                     size_t block_count, enum bestworst_pooled_model model)
{
    const size_t n = fit->object_count;
    memset(fit->gradient, 0, n * sizeof *fit->gradient);
    memset(fit->information, 0, n * n * sizeof *fit->information);
    fit->loglik = 0;
    for (size_t b = 0; b < block_count; b++) {
        if (!is_bestworst_answered(&blocks[b]))
            continue;
        if (model == BESTWORST_POOLED_SEQUENTIAL)
            add_sequential(fit, &blocks[b]);
        else
            add_pairs(fit, &blocks[b]);
    }
}

/* The information without the first object, whose utility stays 0, inverted in `inverse`. */
static int is_inverted(const struct fit *fit, double *inverse)
{
    const size_t n = fit->object_count, size = n - 1;
    for (size_t i = 0; i < size; i++)
        memcpy(inverse + i * size, fit->information + (i + 1) * n + 1,
               size * sizeof *inverse);
    return matrix_invert(inverse, size);
}

static int is_climbed(struct fit *fit, const struct bestworst_block *blocks,
                      size_t block_count, enum bestworst_pooled_model model,
                      double *inverse, double *step)
{
    const size_t size = fit->object_count - 1;
    const double farthest = 30;
    for (int round = 0; round < 200; round++) {
        double largest = 0;
        evaluate(fit, blocks, block_count, model);
        if (!is_inverted(fit, inverse))
            return 0;
        matrix_multiply(inverse, fit->gradient + 1, size, size, step);
        for (size_t i = 0; i < size; i++)
            largest = fmax(largest, fabs(step[i]));
        for (size_t i = 0; i < size; i++) {
            fit->utility[i + 1] += step[i] * (largest > 1 ? 1 / largest : 1);
            if (fabs(fit->utility[i + 1]) > farthest)
                return 0;
        }
        if (largest < 1e-12)
            return 1;
    }
    return 0;
}

static size_t most_alternatives(const struct bestworst_block *blocks, size_t block_count)
{
    size_t most = 0;
    for (size_t b = 0; b < block_count; b++)
        most = blocks[b].object_count > most ? blocks[b].object_count : most;
    return most * most;
}

void bestworst_pooled_fit(struct arena *arena, const struct bestworst_block *blocks,
                          size_t block_count, size_t object_count,
                          enum bestworst_pooled_model model,
                          struct bestworst_pooled *out_pooled)
{
    const size_t n = object_count;
    struct bestworst_pooled pooled = {.utility = arena_array(arena, double, n),
                                      .se = arena_array(arena, double, n)};
    const struct arena_mark mark = arena_mark(arena);
    struct fit fit = {.object_count = n,
                      .utility = pooled.utility,
                      .gradient = arena_array(arena, double, n),
                      .information = arena_array(arena, double, (n * n)),
                      .mean = arena_array(arena, double, n),
                      .alternatives =
                          arena_array(arena, struct alternative,
                                      most_alternatives(blocks, block_count))};
    double *inverse = arena_array(arena, double, (n * n)),
           *step = arena_array(arena, double, n);
    const int is_found =
        n > 1 && is_climbed(&fit, blocks, block_count, model, inverse, step);
    pooled.loglik = is_found ? fit.loglik : NAN;
    for (size_t i = 0; i < n; i++) {
        pooled.se[i] = !is_found ? NAN : i ? sqrt(inverse[(i - 1) * n]) : 0;
        pooled.utility[i] = is_found ? pooled.utility[i] : NAN;
    }
    arena_release(arena, mark);
    *out_pooled = pooled;
}
