/* key_change: the set of keys that terminals seal to, and the people whose they are, changed
 * together. */
#ifndef APP_DESK_COMMAND_KEY_KEY_CHANGE_H
#define APP_DESK_COMMAND_KEY_KEY_CHANGE_H

#include "app/desk/command/operation.h"

/* key_change_enter(operation, person): `person`, whose key is made, is one of the people from
 * now on, and terminals seal to a recruiter's key. key_change_leave(operation, label): nobody is
 * `label` any more, and no terminal seals to that key. Both sign with the signing key, which is
 * open; done again after they were broken off, they do what is left. */
must_check enum status key_change_enter(struct operation *operation,
                                        const struct staff_person *person);
must_check enum status key_change_leave(struct operation *operation, struct span label);

#endif
