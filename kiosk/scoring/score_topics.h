/* score_topics: what may be said of single dimensions, from scoring version 3 on: only what holds
 * beyond chance over all of them together. Formulas: questionnaires/SCORING.md, Topics. */
#ifndef SCORING_SCORE_TOPICS_H
#define SCORING_SCORE_TOPICS_H

#include "scoring/scorecard.h"

/* score_topics(arena, basis, scorecard): fills p and relation of the dimensions of `scorecard`,
 * whose scores are there, from a `basis` of means. Dimensions without weight, because the
 * colleagues do not agree on them or because they shall not count, are no topic. `arena` is for
 * scratch. */
void score_topics(struct arena *arena, const struct basis *basis,
                  struct scorecard *scorecard);

#endif
