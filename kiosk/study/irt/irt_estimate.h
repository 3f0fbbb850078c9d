/* irt_estimate: where a person stands on the trait, from the answers to items whose parameters
 * are known, and how well the answers fit there. Formulas: questionnaires/STUDY.md, irt. */
#ifndef STUDY_IRT_IRT_ESTIMATE_H
#define STUDY_IRT_IRT_ESTIMATE_H

#include "study/irt/irt.h"

/* One person's answers: items with the category each was answered in, 0..M. */
struct irt_answers {
    const struct irt_item **items;
    const size_t *categories;
    size_t count;
};

struct irt_estimate {
    double theta, se;
};

/* irt_estimate_eap(arena, answers): mean and SD of the posterior with a standard normal prior on 33
 * equally spaced nodes from -4 to 4, trapezoid rule (Bock & Mislevy 1982). NAN without `answers`.
 * `arena` is for scratch. */
struct irt_estimate irt_estimate_eap(struct arena *arena,
                                     const struct irt_answers *answers);
/* irt_estimate_map(arena, answers): the mode of the posterior with the same prior; se =
 * 1/sqrt(I+1), I the expected information of the answered items there. NAN without `answers` and
 * for the 4pl, whose posterior may have several modes. `arena` is for scratch. */
struct irt_estimate irt_estimate_map(struct arena *arena,
                                     const struct irt_answers *answers);
/* irt_estimate_ml(arena, answers): the most likely theta, without prior and bounds; se =
 * 1/sqrt(I). NAN where irt_estimate_map has it, and when the likelihood keeps rising (all
 * `answers` the lowest or all the highest). `arena` is for scratch. */
struct irt_estimate irt_estimate_ml(struct arena *arena,
                                    const struct irt_answers *answers);
/* irt_estimate_fit(arena, answers, theta): lz = (l0 - E)/sqrt V of the log-likelihood of
 * `answers` at `theta` (Drasgow, Levine & Williams 1985); low = unlikely answers. NAN where V is
 * 0. `arena` is for scratch. */
double irt_estimate_fit(struct arena *arena, const struct irt_answers *answers,
                        double theta);
#endif
