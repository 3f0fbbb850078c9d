/* score_quality: can this session be interpreted? Families of signs: time, runs and positions,
 * consistency of the choices, instructed items (questionnaires/SCORING.md, Response quality), and,
 * from scoring version 2
 * on, scatter of the ratings. It says nothing about honesty. How the person used the kiosk is
 * not stored, so only haste is ever a sign; a slow answer never is. */
#ifndef SCORING_SCORE_QUALITY_H
#define SCORING_SCORE_QUALITY_H

#include "scoring/scorecard.h"

/* score_quality(arena, sitting, version, out_quality):
 * The signs over all best-worst parts and all rating parts of `sitting`, by the rules of scoring
 * `version`; a rater, who has two of each, gets the worse. Indices without any answer are NAN.
 * `arena` is for scratch. */
void score_quality(struct arena *arena, const struct sitting *sitting, int version,
                   struct quality *out_quality);

/* score_quality_parts(arena, sitting, version, out_parts):
 * When two or more families ask for caution: one flag for each part of the assessment from which
 * their signs stem. Returns how many are flagged; 0 when nothing asks for caution. `arena`,
 * `sitting` and `version` as above. */
int score_quality_parts(struct arena *arena, const struct sitting *sitting, int version,
                        unsigned char out_parts[PARTS_MAX]);

#endif
