/* bestworst_pooled: utilities of a whole group from best-worst blocks, without a prior. Two models
 * of how a person chooses (Marley & Louviere 2005):
 *
 *   sequential  P(best b) = exp u_b / sum exp u, then P(worst w) = exp(-u_w) / sum over the rest
 *   max-diff    P(b, w) = exp(u_b - u_w) / sum over ordered pairs exp(u_i - u_k)               */
#ifndef MEASURE_BESTWORST_POOLED_H
#define MEASURE_BESTWORST_POOLED_H

#include "measure/bestworst.h"

enum bestworst_pooled_model { BESTWORST_POOLED_SEQUENTIAL, BESTWORST_POOLED_MAXDIFF };

struct bestworst_pooled {
    double *utility, *se; /* the first object is 0; NAN when there is no finite maximum */
    double loglik;
};

/* bestworst_pooled_fit(arena, blocks, block_count, object_count, model, out_pooled): maximum
 * likelihood of `model` over the answered ones of `blocks`, of everybody together (Newton). NAN
 * when an object was never shown or is always chosen alike, so that no finite maximum exists.
 * Results lie in `arena`. */
void bestworst_pooled_fit(struct arena *arena, const struct bestworst_block *blocks,
                          size_t block_count, size_t object_count,
                          enum bestworst_pooled_model model,
                          struct bestworst_pooled *out_pooled);

#endif
