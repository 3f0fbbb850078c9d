/* pairs: objects compared two at a time (Thurstone 1927; Kendall & Babington Smith 1940; Bradley
 * & Terry 1952). Formulas: questionnaires/STUDY.md, pairs. */
#ifndef STUDY_PAIRS_H
#define STUDY_PAIRS_H

#include "base/arena.h"

struct pairs_worth {
    double log_worth, se; /* 0 for the first object */
    double worth;         /* exp(log_worth), sum 1 */
};

/* pairs_bradley_terry(arena, wins, count, out_worths): maximum likelihood from `wins`, the `count`
 * x `count` table of how often the row object beat the column object. NAN for all when some object
 * cannot be reached from another through wins: then no estimate exists. `arena` is for scratch. */
void pairs_bradley_terry(struct arena *arena, const double *wins, size_t count,
                         struct pairs_worth *out_worths);
/* pairs_consistency(wins, count, out_triads, out_zeta): the circular triads of one person's `wins`,
 * k(k-1)(2k-1)/12 - sum s^2/2, and zeta, 1 when there are none; NAN unless every pair of the
 * `count` objects was decided exactly once. */
void pairs_consistency(const double *wins, size_t count, double *out_triads,
                       double *out_zeta);
/* pairs_case_five(shares, count, out_scale): Thurstone's Case V: the mean normal deviate of each
 * column of `shares` (how many prefer the column object to the row object, the diagonal counts as
 * .5) minus the smallest. NAN when an off-diagonal share is 0, 1 or missing. */
void pairs_case_five(const double *shares, size_t count, double *out_scale);

#endif
