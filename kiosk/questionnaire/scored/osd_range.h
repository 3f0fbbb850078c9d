/* osd_range: between which values a score of a document can lie. */
#ifndef QUESTIONNAIRE_SCORED_OSD_RANGE_H
#define QUESTIONNAIRE_SCORED_OSD_RANGE_H

#include "questionnaire/osd_score.h"

struct osd_range {
    double low, high; /* NAN: not known */
};

/* osd_range_blocks(arena, questionnaire): the range of each block of `questionnaire` when all of
 * its inputs are answered, in the order of scoring->blocks: from their lowest and highest
 * possible values through its method and its transforms. Not known where one of them is a typed
 * text without bounds, where a transform works with a statistic of the answers, for a standard
 * deviation, and in a circle. */
struct osd_range *osd_range_blocks(struct arena *arena,
                                   const struct questionnaire *questionnaire);

#endif
