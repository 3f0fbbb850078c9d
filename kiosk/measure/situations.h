/* situations: situational judgement keyed by the organization's own raters, not by us.
 * Formulas: questionnaires/SCORING.md, Situations. */
#ifndef MEASURE_SITUATIONS_H
#define MEASURE_SITUATIONS_H

#include "base/arena.h"

#include <stdbool.h>

#define SITUATIONS_ICC_LEAST .70

struct situations_key {
    double *values; /* per option: mean effectiveness, standardized in the situation */
    double icc;     /* ICC(A,k) of the raters over the options */
    bool is_usable; /* icc >= .70 */
};

/* situations_key_make(arena, ratings, rater_count, option_count, out_key): the key of one
 * situation from complete `rater_count` x `option_count` `ratings` of effectiveness, 1..7. Values
 * are NAN when all options are rated alike. They lie in `arena`. */
void situations_key_make(struct arena *arena, const double *ratings, size_t rater_count,
                         size_t option_count, struct situations_key *out_key);
/* situations_score(values, option_count, most, least): (v_most - v_least) / (max v - min v), -1..1,
 * for the options chosen as `most` and `least` likely; NAN when the `values` are. */
double situations_score(const double *values, size_t option_count, size_t most,
                        size_t least);

#endif
