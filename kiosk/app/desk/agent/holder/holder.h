/* holder: the process that holds the keys of one person for a while (office/unlock/held.h). It is
 * this program, started again by `resonance unlock`: it has the socket, no file and no terminal,
 * and can open no network. Its memory is locked, in no core file, and closed to other programs of
 * its user. It ends when its time is over or when it is told to. */
#ifndef APP_DESK_AGENT_HOLDER_HOLDER_H
#define APP_DESK_AGENT_HOLDER_HOLDER_H

#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

#define HOLDER_NAME "resonance-unlocked"
enum { HOLDER_LISTENING = 3, HOLDER_STARTER = 4 }; /* descriptors that it is given */

/* holder_start(path, minutes, is_person, file, secret): a holder of `secret`, what is in the key
 * file with the bytes `file`, for `minutes`, listening at `path`, in the place of one that there
 * was. It has locked its memory when this returns. STATUS_IO, STATUS_NO_ACCESS; STATUS_REFUSED
 * where the system locks no memory. */
must_check enum status holder_start(const char *path, size_t minutes, bool is_person,
                                    struct span file, struct span secret);

/* holder_run(minutes): what the process does; returns its exit code. */
int holder_run(const char *minutes);

#endif
