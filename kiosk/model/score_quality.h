/* score_quality: can this session be interpreted? Four families of signs: time, runs and
 * positions, consistency, instructed items (measurement.md 3). It says nothing about
 * honesty. How the person used the kiosk is not stored, so only haste is ever a sign; a
 * slow answer never is. */
#ifndef MODEL_SCORE_QUALITY_H
#define MODEL_SCORE_QUALITY_H

#include "model/scorecard.h"

/* score_quality(arena, sitting, out_quality):
 * The signs over all best-worst parts and all rating parts of `sitting`; a rater, who has two
 * of each, gets the worse. Indices without any answer are NAN. `arena` is for scratch. */
void score_quality(struct arena *arena, const struct sitting *sitting,
                   struct quality *out_quality);

#endif
