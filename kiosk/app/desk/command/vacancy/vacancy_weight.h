/* vacancy_weight: how much each topic counts for a vacancy, and who agreed on it. The command
 * `resonance vacancy weight`, and what `vacancy new`, `edit`, `open` and `show` share with it. */
#ifndef APP_DESK_COMMAND_VACANCY_WEIGHT_H
#define APP_DESK_COMMAND_VACANCY_WEIGHT_H

#include "app/desk/command/operation.h"

/* vacancy_weight_take(operation, assessment, vacancy):
 * The values `weight` of `operation`, each DIMENSION=WEIGHT,REASON, agreed on by the two different
 * people that the values `by` name, into `vacancy`, in place of what it said of these dimensions.
 * STATUS_USAGE or STATUS_BAD_INPUT; what may be named stands on the page then. */
must_check enum status vacancy_weight_take(struct operation *operation,
                                           const struct assessment *assessment,
                                           struct vacancy *vacancy);

/* vacancy_weight_say(operation, assessment, vacancy):
 * Each topic with its weight and its share of the whole, and who agreed on it why: of an open
 * `vacancy` as they are frozen, of a draft as they would be if colleagues agreed on all. */
must_check enum status vacancy_weight_say(struct operation *operation,
                                          const struct assessment *assessment,
                                          const struct vacancy *vacancy);

/* vacancy_weight_frozen(facts, vacancy): adds to `facts` the profile and the norm that are frozen
 * into `vacancy`, and what they mean for its results. vacancy_weight_missing(facts, vacancy): adds
 * only that of the two without which its results will lack figures or phrases. */
void vacancy_weight_frozen(struct page_block *facts, const struct vacancy *vacancy);
void vacancy_weight_missing(struct page_block *facts, const struct vacancy *vacancy);

#endif
