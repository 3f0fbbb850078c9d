/* assessment_profile: what an assessment without best-worst parts is good for, told where the
 * folder is checked, so that nobody finds out at the terminal. */
#ifndef ASSESSMENT_ASSESSMENT_PROFILE_H
#define ASSESSMENT_ASSESSMENT_PROFILE_H

#include "assessment/assessment.h"

/* assessment_profile_missing(assessment): one sentence on what `assessment` cannot do since it
 * asks candidates, colleagues or both nothing that a profile is made of; NULL when nothing is
 * missing. */
const char *assessment_profile_missing(const struct assessment *assessment);

/* assessment_profile_note(assessment, faults): adds that sentence to `faults` as a warning. */
void assessment_profile_note(const struct assessment *assessment,
                             struct fault_list *faults);

#endif
