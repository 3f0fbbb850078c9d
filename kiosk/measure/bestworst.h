/* bestworst: blocks of statements of which a person chose the best and the worst, case 1
 * (Louviere, Flynn & Marley 2015). Counts give the scores; utilities describe how the
 * person chooses, for simulation and for the quality of the answers.
 * Formulas: questionnaires/SCORING.md, Best and worst. */
#ifndef MEASURE_BESTWORST_H
#define MEASURE_BESTWORST_H

#include "base/arena.h"

#include <stdbool.h>

enum { BESTWORST_NONE = -1 };

/* What was shown in one block, as indices of objects (dimensions or statements), and the
 * places in that list chosen best and worst, or BESTWORST_NONE. */
struct bestworst_block {
    const size_t *objects;
    size_t object_count;
    int best, worst;
};

/* is_bestworst_answered(block): whether `block` has a best and a worst and they differ;
 * only such blocks count anywhere. */
bool is_bestworst_answered(const struct bestworst_block *block);

struct bestworst_tally {
    size_t shown, best, worst;
};

/* bestworst_count(blocks, block_count, object_count, out_tallies):
 * How often each of `object_count` objects was shown, best and worst in the answered ones
 * of `blocks`, into `out_tallies`. */
void bestworst_count(const struct bestworst_block *blocks, size_t block_count,
                     size_t object_count, struct bestworst_tally *out_tallies);

/* bestworst_score(tally): (best - worst) / shown, -1..1; NAN when never shown. */
double bestworst_score(struct bestworst_tally tally);
/* bestworst_ratio(tally): sqrt(best / worst), for groups; NAN when worst is 0. */
double bestworst_ratio(struct bestworst_tally tally);

#define BESTWORST_TAU 1.5 /* the usual prior SD of utilities */

struct bestworst_utilities {
    double *utility, *se; /* one per object */
    double loglik;        /* without the prior; NAN when no block is answered */
    double rlh;           /* exp(loglik / (2 answered blocks)): root likelihood */
    size_t block_count;   /* answered */
};

/* bestworst_fit(arena, blocks, block_count, object_count, tau, out_utilities):
 * The ridge sequential logit of one person: P(best) = exp u_b / sum exp u, then P(worst)
 * = exp(-u_w) / sum over the rest exp(-u); u maximizes loglik - sum u^2/(2 `tau`^2) by
 * Newton's steps until the largest is below 1e-12 (Marley & Louviere 2005). se are the
 * roots of the diagonal of the inverse negative Hessian. Results lie in `arena`. */
void bestworst_fit(struct arena *arena, const struct bestworst_block *blocks,
                   size_t block_count, size_t object_count, double tau,
                   struct bestworst_utilities *out_utilities);

/* bestworst_chances(block, utility, out_best, out_worst):
 * The chances of each place of `block` under `utility`: `out_best` to be chosen best, and
 * row b of the object_count x object_count `out_worst` to be chosen worst when place b is
 * best (0 for b itself). */
void bestworst_chances(const struct bestworst_block *block, const double *utility,
                       double *out_best, double *out_worst);

#endif
