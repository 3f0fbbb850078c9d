/* icc_groups: how much of the answers belongs to the groups: one-way analysis of variance
 * and the intraclass correlations that follow (Bliese 2000).
 * Formulas: questionnaires/STUDY.md, icc-groups. */
#ifndef STUDY_ICC_GROUPS_H
#define STUDY_ICC_GROUPS_H

#include "base/arena.h"

/* All but the counts are NAN with one group only or one answer per group. */
struct icc_groups {
    size_t count, group_count; /* answers and groups that have one */
    double msb, msw, df_between, df_within, f, p;
    double icc1;    /* (msb-msw)/(msb+(k-1)msw), k the mean group size */
    double icc2;    /* (msb-msw)/msb */
    double k_mean;  /* n/G */
    double k0;      /* (n - sum n_g^2/n)/(G-1) */
    double icc1_k0; /* icc1 with k0 */
};

/* icc_groups_describe(arena, values, groups, count, group_count, out_icc):
 * `values` (NAN = missing) of `count` people, whose groups are the indices `groups`,
 * below `group_count`. `arena` is for scratch. */
void icc_groups_describe(struct arena *arena, const double *values, const size_t *groups,
                         size_t count, size_t group_count, struct icc_groups *out_icc);

#endif
