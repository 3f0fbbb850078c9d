/* score_contribution: how much of the figure each dimension makes, so that a person can follow
 * the sum by hand. */
#ifndef SCORING_SCORE_CONTRIBUTION_H
#define SCORING_SCORE_CONTRIBUTION_H

#include "scoring/scorecard.h"

/* score_contribution(scorecard, basis, out_parts):
 * For each dimension of `scorecard`, scored against `basis` as it is now, its part of now.r:
 * w (x - mean x) (y - mean y) / (S_x S_y), with x and y the person's and the organization's
 * score less the norm, w the weight as used, weighted means and S. The parts in `out_parts`
 * (scorecard->dimension_count) add up to the figure; they are 0 where the weight is, and NAN
 * without a figure. */
void score_contribution(const struct scorecard *scorecard, const struct basis *basis,
                        double *out_parts);

#endif
