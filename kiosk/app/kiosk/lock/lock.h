/* lock: `resonance-kiosk lock`, `unlock` and `verify`: the machine below the terminal, so that
 * whoever stands at it reaches the terminal and nothing else. What is changed, with what stands
 * there before, is machine/lock_plan.h; the record of it makes `unlock` a way back, byte for
 * byte. */
#ifndef APP_KIOSK_LOCK_LOCK_H
#define APP_KIOSK_LOCK_LOCK_H

#include "app/kiosk/arguments.h"
#include "machine/lock_plan.h"

/* lock_run(arguments): locks the machine arguments->root, or goes on with a lock that was cut off.
 * STATUS_REFUSED, before anything is changed, when nobody could get at it afterwards, or when
 * something that is to be changed was changed since an earlier lock; STATUS_EXISTS when a link or a
 * device is in the way. */
must_check enum status lock_run(const struct arguments *arguments);

/* lock_unlock(arguments): makes it what it was before. What somebody has changed since stays as it
 * is and is named: STATUS_REFUSED, after all else; with arguments->is_overwriting it becomes what
 * it was, too. STATUS_NOT_FOUND when it is not locked. */
must_check enum status lock_unlock(const struct arguments *arguments);

/* lock_verify(arguments): says of each rule whether it holds, a line each. STATUS_REFUSED when one
 * does not. */
must_check enum status lock_verify(const struct arguments *arguments);

/* lock_look(root): the same without a line: OK when all of it holds. STATUS_NOT_FOUND when
 * the machine is not locked, STATUS_NO_ACCESS for somebody who is not root, STATUS_REFUSED with the
 * first rule that does not hold. */
must_check enum status lock_look(const char *root);

#endif
