#include "measure/bestworst.h"

#include "measure/matrix.h"

#include "base/must.h"

#include <math.h>
#include <string.h>

bool is_bestworst_answered(const struct bestworst_block *block)
{
    return block->best >= 0 && block->worst >= 0 && block->best != block->worst;
}

void bestworst_count(const struct bestworst_block *blocks, size_t block_count,
                     size_t object_count, struct bestworst_tally *out_tallies)
{
    memset(out_tallies, 0, object_count * sizeof *out_tallies);
    for (size_t b = 0; b < block_count; b++) {
        const struct bestworst_block *block = &blocks[b];
        if (!is_bestworst_answered(block))
            continue;
        for (size_t i = 0; i < block->object_count; i++)
            out_tallies[block->objects[i]].shown++;
        out_tallies[block->objects[block->best]].best++;
        out_tallies[block->objects[block->worst]].worst++;
    }
}

double bestworst_score(struct bestworst_tally tally)
{
    return tally.shown ? ((double)tally.best - (double)tally.worst) / (double)tally.shown
                       : NAN;
}

double bestworst_ratio(struct bestworst_tally tally)
{
    return tally.worst ? sqrt((double)tally.best / (double)tally.worst) : NAN;
}

/* exp(sign u) over the places of a block except `left_out`, made to sum to 1; the largest
 * exponent is taken off first, so nothing overflows. */
static void softmax(const struct bestworst_block *block, const double *utility,
                    double sign, int left_out, double *out_chance)
{
    double most = -INFINITY, sum = 0;
    for (size_t i = 0; i < block->object_count; i++)
        if ((int)i != left_out)
            most = fmax(most, sign * utility[block->objects[i]]);
    for (size_t i = 0; i < block->object_count; i++) {
        out_chance[i] =
            (int)i == left_out ? 0 : exp(sign * utility[block->objects[i]] - most);
        sum += out_chance[i];
    }
    for (size_t i = 0; i < block->object_count; i++)
        out_chance[i] /= sum;
}

void bestworst_chances(const struct bestworst_block *block, const double *utility,
                       double *out_best, double *out_worst)
{
    softmax(block, utility, 1, BESTWORST_NONE, out_best);
    for (size_t b = 0; b < block->object_count; b++)
        softmax(block, utility, -1, (int)b, out_worst + b * block->object_count);
}

/* Where one Newton step stands. */
struct newton {
    double *gradient, *information, *chance;
    double loglik;
};

static void add_choice(const struct bestworst_block *block, double sign, int chosen,
                       size_t object_count, struct newton *newton)
{
    for (size_t i = 0; i < block->object_count; i++) {
        const size_t row = block->objects[i];
        newton->gradient[row] -= sign * newton->chance[i];
        newton->information[row * object_count + row] += newton->chance[i];
        for (size_t k = 0; k < block->object_count; k++)
            newton->information[row * object_count + block->objects[k]] -=
                newton->chance[i] * newton->chance[k];
    }
    newton->gradient[block->objects[chosen]] += sign;
    newton->loglik += log(newton->chance[chosen]);
}

static void evaluate(const struct bestworst_block *blocks, size_t block_count,
                     size_t object_count, double tau, const double *utility,
                     struct newton *newton)
{
    const double prior = 1 / (tau * tau);
    memset(newton->information, 0, object_count * object_count * sizeof(double));
    for (size_t i = 0; i < object_count; i++) {
        newton->gradient[i] = -prior * utility[i];
        newton->information[i * object_count + i] = prior;
    }
    newton->loglik = 0;
    for (size_t b = 0; b < block_count; b++) {
        if (!is_bestworst_answered(&blocks[b]))
            continue;
        softmax(&blocks[b], utility, 1, BESTWORST_NONE, newton->chance);
        add_choice(&blocks[b], 1, blocks[b].best, object_count, newton);
        softmax(&blocks[b], utility, -1, blocks[b].best, newton->chance);
        add_choice(&blocks[b], -1, blocks[b].worst, object_count, newton);
    }
}

static size_t widest(const struct bestworst_block *blocks, size_t block_count)
{
    size_t most = 1;
    for (size_t b = 0; b < block_count; b++)
        most = blocks[b].object_count > most ? blocks[b].object_count : most;
    return most;
}

/* The function is concave and the prior keeps it strictly so; steps longer than 2 are
 * cut, which only happens far from the top. 100 steps are never needed: near the top each
 * doubles the digits. */
static void climb(const struct bestworst_block *blocks, size_t block_count,
                  size_t object_count, double tau, double *utility, double *step,
                  struct newton *newton)
{
    for (int round = 0; round < 100; round++) {
        double largest = 0;
        evaluate(blocks, block_count, object_count, tau, utility, newton);
        must(matrix_invert(newton->information, object_count));
        matrix_multiply(newton->information, newton->gradient, object_count, object_count,
                        step);
        for (size_t i = 0; i < object_count; i++)
            largest = fmax(largest, fabs(step[i]));
        const double cut = largest > 2 ? 2 / largest : 1;
        for (size_t i = 0; i < object_count; i++)
            utility[i] += cut * step[i];
        if (largest < 1e-12)
            return;
    }
}

void bestworst_fit(struct arena *arena, const struct bestworst_block *blocks,
                   size_t block_count, size_t object_count, double tau,
                   struct bestworst_utilities *out_utilities)
{
    struct bestworst_utilities fit = {.utility = arena_array(arena, double, object_count),
                                      .se = arena_array(arena, double, object_count)};
    const struct arena_mark mark = arena_mark(arena);
    struct newton newton = {
        .gradient = arena_array(arena, double, object_count),
        .information = arena_array(arena, double, object_count *object_count),
        .chance = arena_array(arena, double, widest(blocks, block_count)),
    };
    for (size_t b = 0; b < block_count; b++)
        fit.block_count += is_bestworst_answered(&blocks[b]) ? 1 : 0;
    climb(blocks, block_count, object_count, tau, fit.utility,
          arena_array(arena, double, object_count), &newton);
    evaluate(blocks, block_count, object_count, tau, fit.utility, &newton);
    must(matrix_invert(newton.information, object_count));
    for (size_t i = 0; i < object_count; i++)
        fit.se[i] = sqrt(newton.information[i * object_count + i]);
    fit.loglik = fit.block_count ? newton.loglik : NAN;
    fit.rlh = exp(fit.loglik / (2 * (double)fit.block_count));
    arena_release(arena, mark);
    *out_utilities = fit;
}
