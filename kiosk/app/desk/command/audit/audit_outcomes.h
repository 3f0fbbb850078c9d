/* audit_outcomes: what came of each person, sealed to the auditors. */
#ifndef APP_DESK_COMMAND_AUDIT_AUDIT_OUTCOMES_H
#define APP_DESK_COMMAND_AUDIT_AUDIT_OUTCOMES_H

#include "app/desk/command/operation.h"

/* audit_outcomes_seal(operation, out_count): of everybody whose result the keys open, each by the
 * first session with its card; how many they are. Fails as opening them and audit_paper_put do. */
must_check enum status audit_outcomes_seal(struct operation *operation,
                                           size_t *out_count);

#endif
