/* sandbox: what a process of the terminal, or the one of the desk that browsers talk to, may still
 * do once it has begun: no core dump, no debugger, no new rights; files by Landlock, calls of the
 * kernel by seccomp. Landlock is asked by its own calls, because Debian 12 has no library for
 * it. */
#ifndef SANDBOX_SANDBOX_H
#define SANDBOX_SANDBOX_H

#include "base/status.h"

enum sandbox_duty {
    SANDBOX_SCREENS, /* reads all but the data folder, writes only what staff measure of the
                        screen, no program, no network */
    SANDBOX_LEDGER, /* the data folder; the configuration to read; no process, no sockets */
    SANDBOX_UPLINK,  /* all but the data folder: it starts what prints */
    SANDBOX_STARTER, /* starts the others, which give up more */
    SANDBOX_FRONT, /* of the desk: takes in those who connect, and connects to nobody; starts
                        agents, which read and write the files of the organization */
};

/* Folders; NULL where there is none. */
struct sandbox_folders {
    const char *data, *config, *incoming;
    const char *lock;    /* with what was found of the lock */
    const char *screens; /* with what is measured of the screen */
};

/* sandbox_harden(): no core dump and no debugger: memory holds answers or keys; no new rights. */
void sandbox_harden(void);

/* sandbox_enter(duty, folders):
 * From now on this process may do what `duty` needs; cannot be left. folders->data must be there;
 * of the others SANDBOX_LEDGER needs config, incoming and lock, SANDBOX_SCREENS screens, which is
 * not given where it is the data folder. SANDBOX_STARTER and SANDBOX_FRONT need none: `folders` may
 * be NULL. STATUS_UNSUPPORTED says what this system cannot hold; the rest holds all the same. */
must_check enum status sandbox_enter(enum sandbox_duty duty,
                                     const struct sandbox_folders *folders);

/* sandbox_check(duty): STATUS_UNSUPPORTED says what of it this system cannot hold. */
must_check enum status sandbox_check(enum sandbox_duty duty);

#endif
