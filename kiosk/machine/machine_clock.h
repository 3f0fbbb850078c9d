/* machine_clock: the clock of this machine, and the one that goes on while it is off. */
#ifndef MACHINE_MACHINE_CLOCK_H
#define MACHINE_MACHINE_CLOCK_H

#include "machine/machine_message.h"

/* The seconds since 1970 that a clock of a terminal can say: from June 2023, when Debian 12 came
 * out, fifty years on. */
#define MACHINE_CLOCK_FROM_S INT64_C(1686355200)
#define MACHINE_CLOCK_TO_S (MACHINE_CLOCK_FROM_S + INT64_C(50) * 36525 * 24 * 36)

/* is_machine_clock_synced(): the kernel says that a network keeps it right. */
bool is_machine_clock_synced(void);

/* machine_clock_set(unix_s): it says `unix_s` from now on, and so does the one that goes on while
 * the machine is off. DONE; FORGOTTEN where there is none of those; HELD where the system refuses,
 * and nothing is changed. */
enum machine_result machine_clock_set(int64_t unix_s);

#endif
