/* thurstone: trait scores from forced choices with known item parameters: Thurstonian item
 * response scoring (Brown & Maydeu-Olivares 2011). A block of three is three pairs with shared
 * items; pairs are treated as independent, which makes standard errors a little too small. */
#ifndef MEASURE_THURSTONE_H
#define MEASURE_THURSTONE_H

#include "base/arena.h"

struct thurstone_item {
    size_t trait;
    double loading;  /* lambda */
    double variance; /* psi^2, unique */
};

/* P(first preferred) = Phi((-threshold + l_i theta_a - l_k theta_b) / sqrt(psi_i^2 + psi_k^2)) */
struct thurstone_pair {
    struct thurstone_item first, second;
    double threshold; /* tau */
    int is_first_preferred;
};

/* thurstone_chance(pair, traits): P(first preferred) of `pair` at the trait levels `traits`. */
double thurstone_chance(const struct thurstone_pair *pair, const double *traits);
/* thurstone_score(arena, pairs, pair_count, covariances, trait_count, out_traits, out_se): the mode
 * of the posterior of `trait_count` traits given the answered `pairs`, the prior normal with mean
 * 0 and the positive definite `covariances` (Newton); `out_se` from the inverse Hessian. Returns
 * 0, results untouched, when `covariances` are not positive definite. `arena` is for scratch. */
int thurstone_score(struct arena *arena, const struct thurstone_pair *pairs,
                    size_t pair_count, const double *covariances, size_t trait_count,
                    double *out_traits, double *out_se);

#endif
