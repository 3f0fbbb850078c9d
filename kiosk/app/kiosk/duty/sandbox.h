/* sandbox: what a process of the terminal may still do once it has begun: no core dump, no
 * debugger, no new rights; files by Landlock, calls of the kernel by seccomp. Landlock is asked
 * by its own calls, because Debian 12 has no library for it. */
#ifndef APP_KIOSK_DUTY_SANDBOX_H
#define APP_KIOSK_DUTY_SANDBOX_H

#include "app/terminal/keeper/keeper.h"

enum sandbox_duty {
    SANDBOX_SCREENS, /* reads all but the data folder, writes only what staff measure of the
                        screen, no program, no network */
    SANDBOX_LEDGER, /* the data folder; the configuration to read; no process, no sockets */
    SANDBOX_UPLINK,  /* all but the data folder: it starts what prints */
    SANDBOX_STARTER, /* starts the others, which give up more */
};

/* sandbox_harden(): no core dump and no debugger: memory holds answers or keys; no new rights. */
void sandbox_harden(void);

/* sandbox_enter(duty, folders, screens):
 * From now on this process may do what `duty` needs; cannot be left. The data folder of
 * `folders` must be there. `screens` is the folder of what is measured of the screen, for
 * SANDBOX_SCREENS; else NULL; the data folder is not given for it. STATUS_UNSUPPORTED says what
 * this system cannot hold; the rest holds all the same. */
must_check enum status sandbox_enter(enum sandbox_duty duty,
                                     const struct keeper_folders *folders,
                                     const char *screens);

/* sandbox_check(): STATUS_UNSUPPORTED says what of it this system cannot hold. */
must_check enum status sandbox_check(void);

#endif
