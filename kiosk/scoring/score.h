/* score: from the answers of a sitting to its scorecard. */
#ifndef SCORING_SCORE_H
#define SCORING_SCORE_H

#include "scoring/scorecard.h"

/* score_sitting(arena, sitting, basis, out_scorecard):
 * Scores a finished sitting of a candidate against `basis` (NULL: no organization; raters and
 * vacancies without a profile: only their own counts, ratings and response quality). Dispatches
 * on scoring version: that of the basis, or of the assessment without a basis; an unknown one
 * is STATUS_UNSUPPORTED. Every formula stands in questionnaires/SCORING.md. */
must_check enum status score_sitting(struct arena *arena, const struct sitting *sitting,
                                     const struct basis *basis,
                                     struct scorecard **out_scorecard);

#endif
