/* score_drivers: the driver and situation parts of a scorecard: what the person needs against
 * what raters say is there, and what they would do first. */
#ifndef SCORING_SCORE_DRIVERS_H
#define SCORING_SCORE_DRIVERS_H

#include "scoring/scorecard.h"

/* score_drivers(arena, sitting, basis, scorecard): fills drivers of `scorecard` from the first
 * rating part of `sitting`. A driver that `basis` (may be NULL) does not know, or whose raters
 * do not agree, has no flag. */
void score_drivers(struct arena *arena, const struct sitting *sitting,
                   const struct basis *basis, struct scorecard *scorecard);

/* score_drivers_usual_gap(basis): how much less the organization of `basis` has than the people
 * behind the norm ask for, as a mean over all drivers (questionnaires/SCORING.md, Gaps: G); below 0
 * where they ask for more than there is, 0 while nobody knows it. */
double score_drivers_usual_gap(const struct basis *basis);

/* score_drivers_situations(arena, sitting, basis, scorecard): fills situations and their mean per
 * driver; after score_drivers. Without a usable key a situation has no score. */
void score_drivers_situations(struct arena *arena, const struct sitting *sitting,
                              const struct basis *basis, struct scorecard *scorecard);

#endif
