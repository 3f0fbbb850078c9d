/* key_signing: the organization's signing key from the recovery sheet, when its passphrase is
 * forgotten. The two halves of `resonance key recover signing`. */
#ifndef APP_DESK_COMMAND_KEY_KEY_SIGNING_H
#define APP_DESK_COMMAND_KEY_KEY_SIGNING_H

#include "app/desk/command/operation.h"

/* key_signing_prepare(operation), key_signing_run(operation): the sheet is read before anybody
 * chooses a passphrase; STATUS_WRONG_KEY when its key is not that of keys/organization.pub. */
must_check enum status key_signing_prepare(struct operation *operation);
must_check enum status key_signing_run(struct operation *operation);

#endif
