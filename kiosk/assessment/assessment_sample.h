/* assessment_sample: what in an assessment is a sample of a made-up company (x-resonance.sample,
 * questionnaires/FORMAT.md), so that nobody is asked about it as if it were the organization's. */
#ifndef ASSESSMENT_ASSESSMENT_SAMPLE_H
#define ASSESSMENT_ASSESSMENT_SAMPLE_H

#include "assessment/assessment.h"

/* assessment_sample_note(assessment, faults): adds to `faults` a note of what is a sample and
 * how to make it one's own; nothing when nothing is. */
void assessment_sample_note(const struct assessment *assessment,
                            struct fault_list *faults);

/* assessment_sample_words(arena, assessment): "the story and 23 reasons", "1 reason"; empty when
 * nothing is a sample. A topic of several documents counts once. assessment_sample_mend(): how
 * to make it the organization's own. */
struct span assessment_sample_words(struct arena *arena,
                                    const struct assessment *assessment);
const char *assessment_sample_mend(void);

#endif
