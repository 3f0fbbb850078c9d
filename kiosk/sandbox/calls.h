/* calls: which calls of the kernel this process may still make, by seccomp. What is refused ends
 * with an error and not the process: libraries try things, and live without. */
#ifndef SANDBOX_CALLS_H
#define SANDBOX_CALLS_H

#include <stdbool.h>

enum calls_refused {
    CALLS_OF_OTHERS =
        1, /* looking into other processes, the machine's own affairs, what goes around
                            the rules: always to be refused */
    CALLS_PROGRAMS = 2,  /* starting other programs */
    CALLS_PROCESSES = 4, /* new processes; threads are allowed */
    /* sockets but those of this machine, and waiting for others to connect */
    CALLS_NETWORK = 8,
    CALLS_SOCKETS = 16, /* all new sockets */
    /* new sockets, but pairs for what it starts; those that wait already take others in */
    CALLS_CONNECTIONS = 32,
};

/* is_calls_there(): the kernel has it. */
bool is_calls_there(void);

/* calls_refuse(refused): refuses calls_refused from now on, in this process and what it starts;
 * false where the kernel cannot. */
bool calls_refuse(int refused);

#endif
