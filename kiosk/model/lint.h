/* lint: the words of a questionnaire, as a careful colleague reads them before people are asked.
 * The reader has checked the form already. Needs English texts; other languages are told as not
 * looked at. */
#ifndef MODEL_LINT_H
#define MODEL_LINT_H

#include "model/questionnaire.h"

/* lint_questionnaire(arena, questionnaire, faults):
 * Adds to `faults` what lint_rule.def has to say of the English texts of `questionnaire`, in all
 * frames; scales whose direction turns from item to item; and a reading level above grade 8.
 * `arena` holds the faults and what is needed on the way. */
void lint_questionnaire(struct arena *arena, const struct questionnaire *questionnaire,
                        struct fault_list *faults);

#endif
