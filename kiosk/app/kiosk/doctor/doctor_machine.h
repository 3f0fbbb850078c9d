/* doctor_machine: the machine below the terminal, as far as it can be seen without a touch: what
 * somebody can sit down at, and what runs. Read from the kernel and from files; nothing is
 * changed. */
#ifndef APP_KIOSK_DOCTOR_DOCTOR_MACHINE_H
#define APP_KIOSK_DOCTOR_DOCTOR_MACHINE_H

#include "app/terminal/doctor_page.h"

#include <stdbool.h>

/* doctor_machine_add(page, is_lock_wanted): a line each for the lock (which the configuration asks
 * for, or not), what people touch, sound, connected screens, the units and the versions. */
void doctor_machine_add(struct doctor_page *page, bool is_lock_wanted);

#endif
