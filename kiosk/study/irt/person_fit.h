/* person_fit: does a person solve the hard and miss the easy? Guttman errors (Guttman 1950; van
 * der Flier 1980; Emons 2008 for more than two categories).
 * Formulas: questionnaires/STUDY.md, person-fit. */
#ifndef STUDY_IRT_PERSON_FIT_H
#define STUDY_IRT_PERSON_FIT_H

#include "base/arena.h"

struct person_fit {
    size_t total;   /* sum of the answers */
    double guttman; /* pairs of an easier step failed and a harder one passed */
    /* guttman over the largest number any answers with this total can have; 0 if that is 0 */
    double guttman_norm;
    /* (Wmax - W)/(Wmax - Wmin), W the sum of the logits of the shares of the passed steps; 0 when
     * the extremes are equal, NAN when a share is 0 or 1 */
    double u3;
};

/* person_fit_describe(arena, answers, person_count, item_count, category_count, out_fits): the
 * complete `person_count` x `item_count` `answers` are 0..category_count-1; step m of an item is
 * passed by answers >= m. Steps fall in order of the share of people passing them (ties: item
 * order, then step). `arena` is for scratch. */
void person_fit_describe(struct arena *arena, const size_t *answers, size_t person_count,
                         size_t item_count, size_t category_count,
                         struct person_fit *out_fits);

#endif
