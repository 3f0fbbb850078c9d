/* dif: does an item work alike in two groups of people with the same score? Mantel-Haenszel
 * (Holland & Thayer 1988) with ETS classes, standardized difference (Dorans & Kulick 1986) and
 * logistic regression (Swaminathan & Rogers 1990).
 * Formulas: questionnaires/STUDY.md, dif. */
#ifndef STUDY_DIF_H
#define STUDY_DIF_H

#include "base/arena.h"

enum dif_class { DIF_UNKNOWN, DIF_A, DIF_B, DIF_C };

/* Likelihood-ratio chi-squares of the models score -> + group -> + group x score; NAN when the
 * answers or the scores are flat. */
struct dif_models {
    double lr_uniform, lr_nonuniform, lr_both;
};

struct dif {
    double chi2_cc, chi2, p; /* Mantel-Haenszel; p of chi2_cc */
    double odds_ratio;       /* reference over focal to solve the item */
    double delta, delta_se;  /* -2.35 ln odds_ratio */
    enum dif_class ets;      /* A negligible, B middling, C large */
    double std_p_dif;        /* sum n_F (p_F - p_R) / sum n_F over shared strata */
    struct dif_models models;
};

/* dif_describe(arena, solved, is_focal, scores, count, out_dif): the item `solved` (0 or 1) by
 * `count` people, `is_focal` telling the group and `scores` (whole numbers >= 0) the strata.
 * `arena` is for scratch. */
void dif_describe(struct arena *arena, const double *solved, const bool *is_focal,
                  const size_t *scores, size_t count, struct dif *out_dif);

#endif
