/* key_change: the set of keys changed. Each change is version n+1 of the set, chained to version n;
 * terminals seal to it once they are enrolled again. */
#ifndef APP_DESK_KEY_CHANGE_H
#define APP_DESK_KEY_CHANGE_H

#include "app/desk/task.h"

/* key_change_new(duty): one more key. key_change_rotate(duty): a new key in the place of an old
 * one, which goes on opening what was sealed to it. key_change_retire(duty): one key less.
 * key_change_recover(duty): a new key in the place of one that is lost, with the keys of the
 * recovery sheet behind it. The options of `duty` are those of the commands in key.c. All or
 * nothing is changed. */
must_check enum status key_change_new(struct duty *duty);
must_check enum status key_change_rotate(struct duty *duty);
must_check enum status key_change_retire(struct duty *duty);
must_check enum status key_change_recover(struct duty *duty);

#endif
