/* score_scales: the scores that the documents of an assessment define themselves, from scoring
 * version 3 on, of all parts but those whose answers are compared with an organization.
 * Formulas: questionnaires/FORMAT.md, Scoring, by questionnaire/osd_score.h; what a scorecard
 * keeps of them: questionnaires/SCORING.md, Scales. */
#ifndef SCORING_SCORE_SCALES_H
#define SCORING_SCORE_SCALES_H

#include "scoring/scorecard.h"

/* is_score_scales_part(part): whether the scores of its document stand in scorecards. */
bool is_score_scales_part(const struct part *part);
/* score_scales_count(questionnaire): how many there are of it: its blocks, then what it computes
 * from them. */
size_t score_scales_count(const struct questionnaire *questionnaire);

/* score_scales(arena, sitting, scorecard): fills the scales of `scorecard`, in the order of the
 * assessment and of its documents; none before version 3. */
void score_scales(struct arena *arena, const struct sitting *sitting,
                  struct scorecard *scorecard);

#endif
