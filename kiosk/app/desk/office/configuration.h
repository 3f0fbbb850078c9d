/* configuration: what a terminal gets: who may open results, the codes, the open vacancies, the
 * questions, all named in a signed manifest. */
#ifndef APP_DESK_OFFICE_CONFIGURATION_H
#define APP_DESK_OFFICE_CONFIGURATION_H

#include "app/desk/office/file_set.h"
#include "app/desk/command/command.h"

/* configuration_gather(command, terminal, set): adds to `set` all documents for `terminal` from the
 * office of `command`. STATUS_BAD_INPUT when the assessment has faults, which are put out. */
must_check enum status configuration_gather(struct command *command,
                                            const struct terminal_config *terminal,
                                            struct file_set *set);

/* configuration_sign(command, sequence, set): adds the manifest of `set` with the number
 * `sequence`, its signature by the organization (whose passphrase is asked for), and the public
 * key. */
must_check enum status configuration_sign(struct command *command, int64_t sequence,
                                          struct file_set *set);

#endif
