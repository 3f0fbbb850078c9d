/* basis_means: from raters' rows to what a profile of scoring version 3 keeps: means and standard
 * errors, both rounded, so that no person can be read out of them. Formulas:
 * questionnaires/SCORING.md, Profile without persons. */
#ifndef SCORING_BASIS_BASIS_MEANS_H
#define SCORING_BASIS_BASIS_MEANS_H

#include "scoring/basis/basis.h"

/* basis_means_round(value): `value` to the nearest multiple of .05, which is how means are kept. */
double basis_means_round(double value);

/* basis_means_voice(value): an agreement between raters to two decimals. */
double basis_means_voice(double value);

/* basis_means_se(sd, count): the standard error of the mean of `count` raters with `sd`, rounded
 * alike and at least .05; NAN where `sd` is. */
double basis_means_se(double sd, size_t count);

/* basis_means_keep(basis): replaces the rows of `basis` by rounded means and errors. Where all
 * raters said the same on a dimension, the pooled SD of all dimensions stands for theirs. */
void basis_means_keep(struct basis *basis);

#endif
