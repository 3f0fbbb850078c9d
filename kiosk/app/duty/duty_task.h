/* duty_task: what the processes do that the screens, or the system, have started (duty_place.h).
 * Each ends when the screens do. */
#ifndef APP_DUTY_DUTY_TASK_H
#define APP_DUTY_DUTY_TASK_H

#include "app/terminal/duty/duty_place.h"

/* duty_task_starter(folders): starts ledger and uplink; again when one ends, and then says so
 * to the screens. */
must_check enum status duty_task_starter(const struct duty_folders *folders);
/* duty_task_ledger(folders): does the work of a keeper, one message after the other. */
must_check enum status duty_task_ledger(const struct duty_folders *folders);
/* duty_task_uplink(folders): prints what it is told to, one page after the other. */
must_check enum status duty_task_uplink(const struct duty_folders *folders);

#endif
