/* machine_serve: one request of the terminal for its machine, done. The machine ends in good order:
 * systemd, the first process, is told by a signal to begin with that, as its manual page says, so
 * that no other program has to be started. */
#ifndef MACHINE_MACHINE_SERVE_H
#define MACHINE_MACHINE_SERVE_H

#include "machine/machine_message.h"

#include <sys/types.h>

struct machine_place {
    pid_t first; /* the process that ends the machine; 0: there is none */
    const char
        *clock; /* for trials: the file that stands for the clock; NULL: the real one */
};

/* machine_serve(place, request): does what `request` says; DONE for an end that has begun. */
struct machine_reply machine_serve(const struct machine_place *place,
                                   const struct machine_request *request);

#endif
