/* lint_design: whether what is compared can be compared: dimensions that have equal chances, blocks
 * whose statements are equally attractive, scales that are long enough. */
#ifndef LINT_LINT_DESIGN_H
#define LINT_LINT_DESIGN_H

#include "questionnaire/questionnaire.h"

/* lint_design(arena, questionnaire, faults):
 * Adds to `faults`: dimensions of best-worst blocks that are shown more often than others; pairs of
 * dimensions that meet more often than others (equally often, or with a difference of one where
 * their number does not divide evenly); blocks whose statements differ by more than 1.0 in
 * desirability, or where only some were rated; drivers with fewer than 3 ratings, whose mean says
 * little, or with none in a document that asks only what is needed. `arena` holds the faults. */
void lint_design(struct arena *arena, const struct questionnaire *questionnaire,
                 struct fault_list *faults);

#endif
