/* score_resonance: the profile part of a scorecard: counts per dimension and the two figures,
 * against the organization as it is and as its strategy needs it. */
#ifndef SCORING_SCORE_RESONANCE_H
#define SCORING_SCORE_RESONANCE_H

#include "scoring/scorecard.h"

/* score_resonance(arena, sitting, basis, scorecard):
 * Fills dimensions, now and needed of `scorecard` from the first best-worst part of
 * `sitting`; `basis` may be NULL. STATUS_BAD_INPUT when `basis` is of other dimensions. */
must_check enum status score_resonance(struct arena *arena, const struct sitting *sitting,
                                       const struct basis *basis,
                                       struct scorecard *scorecard);

#endif
