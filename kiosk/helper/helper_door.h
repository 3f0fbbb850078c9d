/* helper_door: where a helper of the terminal, which has more rights than the terminal, waits for
 * questions: a socket of packets that systemd gives it. A question has one size, and at most one
 * open file comes with it; so has the answer. What is no such question is answered all the same, by
 * whoever serves. */
#ifndef HELPER_HELPER_DOOR_H
#define HELPER_HELPER_DOOR_H

#include "base/span.h"
#include "base/status.h"

enum { HELPER_DOOR_BYTES_MAX = 64, HELPER_DOOR_NO_FILE = -1, HELPER_DOOR_FILES = -2 };

/* What is done with each question: `request` is what came, of any size up to one byte more than
 * `request_bytes`; `file` came with it, open, and is closed afterwards; HELPER_DOOR_NO_FILE:
 * none; HELPER_DOOR_FILES: several, which are closed already. `out_reply` has
 * `reply_bytes`. */
struct helper_door_work {
    size_t request_bytes, reply_bytes;
    void (*serve)(const void *place, struct span request, int file,
                  unsigned char *out_reply);
    const void *place;
    bool is_for_one; /* it ends when whoever has connected first has gone */
};

/* helper_door_open(path, out_door): makes the socket `path`, for trials; NULL: the one that
 * systemd gives (LISTEN_FDS). STATUS_USAGE, STATUS_IO. */
must_check enum status helper_door_open(const char *path, int *out_door);

/* helper_door_serve(door, work): one connection after the other, one question after the other, for
 * ever, or for one: then systemd starts the helper again for the next, with the program as it is
 * then. STATUS_IO when nobody can connect any more. */
must_check enum status helper_door_serve(int door, const struct helper_door_work *work);

#endif
