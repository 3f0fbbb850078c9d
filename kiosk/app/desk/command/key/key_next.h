/* key_next: `resonance key rotate signing`: the organization's signing key gives way to another
 * one, because it was lost or stolen, or somebody who held it has left. */
#ifndef APP_DESK_COMMAND_KEY_KEY_NEXT_H
#define APP_DESK_COMMAND_KEY_KEY_NEXT_H

#include "app/desk/command/operation.h"

/* key_next_prepare(operation), key_next_run(operation): as every command (command.h). A change that
 * was cut off is finished, and none is begun. */
must_check enum status key_next_prepare(struct operation *operation);
must_check enum status key_next_run(struct operation *operation);

#endif
