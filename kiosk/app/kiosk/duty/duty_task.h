/* duty_task: what the processes do that the screens have started (duty.h). Each ends when the
 * screens do. */
#ifndef APP_KIOSK_DUTY_DUTY_TASK_H
#define APP_KIOSK_DUTY_DUTY_TASK_H

#include "app/kiosk/arguments.h"

/* duty_task_starter(arguments): starts ledger and uplink; again when one ends, and then says so
 * to the screens. */
must_check enum status duty_task_starter(const struct arguments *arguments);
/* duty_task_ledger(arguments): does the work of a keeper, one message after the other. */
must_check enum status duty_task_ledger(const struct arguments *arguments);
/* duty_task_uplink(arguments): prints what it is told to, one page after the other. */
must_check enum status duty_task_uplink(const struct arguments *arguments);

#endif
