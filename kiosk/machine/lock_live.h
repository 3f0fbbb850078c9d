/* lock_live: the machine that runs, as far as the files of the lock do not say it. */
#ifndef MACHINE_LOCK_LIVE_H
#define MACHINE_LOCK_LIVE_H

#include "machine/lock_record.h"

#include <stdbool.h>

/* lock_live_boot(arena): which start of the machine this is, as the kernel numbers it; "" where it
 * does not say. */
struct span lock_live_boot(struct arena *arena);

/* lock_live_apply(is_locked): has the running system read what the lock has written
 * (`is_locked`) or taken away, as far as that works without a new start: systemd, the kernel's
 * settings, swap, the boot loader's menu. STATUS_IO when the boot loader's menu could not be made:
 * the machine starts as before. */
must_check enum status lock_live_apply(bool is_locked);

/* lock_live_check(arena, record): whether what runs is as locked as its files: the kernel's
 * settings, no swap, no login at a console, started again since it was locked. STATUS_REFUSED says
 * what is not. */
must_check enum status lock_live_check(struct arena *arena,
                                       const struct lock_record *record);

#endif
