/* machine_serve: one request of the terminal for its machine, done. The machine ends in good order:
 * systemd, which waits for two files in a folder (deploy/resonance-end@.path), begins
 * with that, so that no program has to be started here, and no right is needed for it. */
#ifndef MACHINE_MACHINE_SERVE_H
#define MACHINE_MACHINE_SERVE_H

#include "machine/machine_message.h"

struct machine_place {
    const char *end; /* the folder that systemd watches; NULL: nobody does */
    const char
        *clock; /* for trials: the file that stands for the clock; NULL: the real one */
};

/* machine_serve_begin(place): nothing that was asked for before counts any more. */
void machine_serve_begin(const struct machine_place *place);

/* machine_serve(place, request): does what `request` says; DONE for an end that has begun. */
struct machine_reply machine_serve(const struct machine_place *place,
                                   const struct machine_request *request);

#endif
