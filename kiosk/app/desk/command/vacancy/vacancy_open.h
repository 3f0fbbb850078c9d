/* vacancy_open: what opening a vacancy freezes for good, said before it is done. */
#ifndef APP_DESK_COMMAND_VACANCY_OPEN_H
#define APP_DESK_COMMAND_VACANCY_OPEN_H

#include "app/desk/command/operation.h"

/* vacancy_open_say(operation, out_digest): after vacancy_open_prepare(operation), says what would
 * be frozen, and what stands for it (vacancy_seen.h); changes nothing. Fails as the freeze would.
 */
must_check enum status vacancy_open_say(struct operation *operation,
                                        struct span *out_digest);

#endif
