/* item_fault: what is wrong with an item of a questionnaire that was read, as a fault at its
 * place. */
#ifndef QUESTIONNAIRE_ITEM_FAULT_H
#define QUESTIONNAIRE_ITEM_FAULT_H

#include "questionnaire/questionnaire.h"

/* item_fault(faults, questionnaire, item, weight, what, hint):
 * Adds to `faults`, with `weight`, the sentence `what` about `item` of `questionnaire`, or about
 * all of it (`item` NULL); `hint` says how to mend it and may be "". Both sentences are lent for
 * the life of `faults`. */
void item_fault(struct fault_list *faults, const struct questionnaire *questionnaire,
                const struct item *item, enum fault_weight weight, struct span what,
                const char *hint);

#endif
