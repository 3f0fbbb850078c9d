/* key_change: the set of keys changed. Each change is version n+1 of the set, chained to version n;
 * terminals seal to it once they are enrolled again. */
#ifndef APP_DESK_COMMAND_KEY_CHANGE_H
#define APP_DESK_COMMAND_KEY_CHANGE_H

#include "app/desk/command/command.h"

/* key_change_new(command): one more key. key_change_rotate(command): a new key in the place of an
 * old one, which goes on opening what was sealed to it. key_change_retire(command): one key less.
 * key_change_recover(command): a new key in the place of one that is lost, with the keys of the
 * recovery sheet behind it. The options of `command` are those of the commands in key.c. All or
 * nothing is changed. */
must_check enum status key_change_new(struct command *command);
must_check enum status key_change_rotate(struct command *command);
must_check enum status key_change_retire(struct command *command);
must_check enum status key_change_recover(struct command *command);

#endif
