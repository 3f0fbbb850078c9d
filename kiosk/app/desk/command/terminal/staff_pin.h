/* staff_pin: the PIN of the page for staff, as it is given at enrolment. */
#ifndef APP_DESK_COMMAND_TERMINAL_STAFF_PIN_H
#define APP_DESK_COMMAND_TERMINAL_STAFF_PIN_H

#include "app/desk/command/operation.h"

/* staff_pin_take(operation, out_hash): the hash of the PIN that is the first line of the descriptor
 * --pin-fd, at the cost of the organization's codes; read once for the command. STATUS_USAGE
 * when there is none, or it is too short, too long or too easy to guess. */
must_check enum status staff_pin_take(struct operation *operation, struct span *out_hash);

/* staff_pin_hash(operation, typed, out_hash): that of the PIN `typed`; refused in the same way. */
must_check enum status staff_pin_hash(struct operation *operation, struct span typed,
                                      struct span *out_hash);

#endif
