/* terminal_retire: the end of a terminal, also as a part of its replacement. */
#ifndef APP_DESK_COMMAND_TERMINAL_TERMINAL_RETIRE_H
#define APP_DESK_COMMAND_TERMINAL_TERMINAL_RETIRE_H

#include "app/desk/command/operation.h"
#include "app/desk/office/trust/roll_write.h"

/* terminal_retire_last(office, id, out_sequence): the last entry of the terminal `id` that came. */
must_check enum status terminal_retire_last(struct office *office,
                                            const unsigned char id[CHAIN_ID_BYTES],
                                            uint64_t *out_sequence);

/* terminal_retire_check(operation, roll, typed, out_terminal): the terminal that is `typed`;
 * STATUS_EXISTS when it is retired already. */
must_check enum status
terminal_retire_check(struct operation *operation, const struct roll *roll,
                      struct span typed, const struct enrolled_terminal **out_terminal);

#endif
