/* key_passphrase: a new passphrase for a key, and no other way in for the old one. */
#ifndef APP_DESK_COMMAND_KEY_KEY_PASSPHRASE_H
#define APP_DESK_COMMAND_KEY_KEY_PASSPHRASE_H

#include "app/desk/command/operation.h"

/* key_passphrase_follow(operation): where the old passphrase of a person's key opens the signing
 * key as well, that gets the new one, too, and it is said: an old passphrase must not go on
 * signing. It comes before the person's own file is written: when the power goes between the two,
 * the old passphrase signs nothing, and opens their key until the command is typed again. */
must_check enum status key_passphrase_follow(struct operation *operation);

/* key_passphrase_signing(operation, key): the file of the signing `key` under the new
 * passphrase. */
must_check enum status key_passphrase_signing(struct operation *operation,
                                              const struct minisign_key *key);

#endif
