/* vacancy_seen: a change that was begun on what somebody saw is done on that, or not at all:
 * between a page and its form somebody else may change the vacancy. */
#ifndef APP_DESK_COMMAND_VACANCY_SEEN_H
#define APP_DESK_COMMAND_VACANCY_SEEN_H

#include "app/desk/command/operation.h"

/* vacancy_seen_digest(arena, vacancy): what stands for all that `vacancy` says, in `arena`.
 * vacancy_seen_check(operation, vacancy): STATUS_EXISTS when `operation` has the value `digest`,
 * and it is not that of `vacancy`; OK when it has none, as on the command line. */
struct span vacancy_seen_digest(struct arena *arena, const struct vacancy *vacancy);
must_check enum status vacancy_seen_check(const struct operation *operation,
                                          const struct vacancy *vacancy);

#endif
