/* irt: item response models: how likely each answer is at a trait level theta, and how much an
 * item tells there. Graded response (Samejima 1969), generalized partial credit (Muraki 1992),
 * two and four parameter logistic (Birnbaum 1968; Barton & Lord 1981). No scaling constant 1.7.
 *
 *   grm    P*_k = 1/(1+exp(-a(theta-b_k))), P_k = P*_k - P*_(k+1)
 *   gpcm   P_k proportional to exp(sum_(v<=k) a(theta-b_v))
 *   4pl    P_1 = c + (d-c)/(1+exp(-a(theta-b)))
 *
 * Formulas: questionnaires/STUDY.md, irt. */
#ifndef STUDY_IRT_IRT_H
#define STUDY_IRT_IRT_H

#include "base/arena.h"

enum irt_model { IRT_GRM, IRT_GPCM, IRT_2PL, IRT_4PL };

struct irt_item {
    enum irt_model model;
    double lowest;            /* code of the lowest category */
    double slope;             /* a */
    const double *thresholds; /* b_1.. b_M; one for 2pl and 4pl */
    size_t threshold_count;
    double floor, ceiling; /* c and d of the 4pl */
};

/* irt_category_count(item): M + 1. */
size_t irt_category_count(const struct irt_item *item);
/* irt_curves(item, theta, out_chances, out_scores): the chance P_k of each category of `item` at
 * `theta`, and the slope of its logarithm, d ln P_k / d theta. */
void irt_curves(const struct irt_item *item, double theta, double *out_chances,
                double *out_scores);
/* irt_information(arena, item, theta): sum P'_k^2 / P_k at `theta`. `arena` is for scratch. */
double irt_information(struct arena *arena, const struct irt_item *item, double theta);

#endif
