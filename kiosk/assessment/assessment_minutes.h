/* assessment_minutes: how long an assessment takes, from the words that stand in it and what is
 * done with each item, for somebody who reads quickly and for somebody who reads slowly. Nobody
 * types a number that then is not true; constants and reasons stand in questionnaires/FORMAT.md,
 * "The assessment". */
#ifndef ASSESSMENT_ASSESSMENT_MINUTES_H
#define ASSESSMENT_ASSESSMENT_MINUTES_H

#include "assessment/assessment.h"

struct minutes {
    double quick, slow;
};

/* assessment_minutes_role(assessment, role, language): all items of the parts of `role`, each part
 * in its frame, in `language`; what a condition may hide counts too. */
struct minutes assessment_minutes_role(const struct assessment *assessment,
                                       enum role role, struct span language);

/* assessment_minutes_expected(part, language): what progress counts with: what the document
 * says, else the middle between quick and slow. */
double assessment_minutes_expected(const struct part *part, struct span language);

/* assessment_minutes_check(assessment, faults): adds a note to `faults` for each part whose
 * document says a time that lies outside of what its words take in its first language. */
void assessment_minutes_check(const struct assessment *assessment,
                              struct fault_list *faults);

#endif
