/* secret: bytes that must not leak, for as few lines as possible.
 *
 * The memory lies between unreadable pages, is kept out of swap and core dumps where the system
 * allows it, and is overwritten when it is closed. Write `scoped_secret key = {0};` and the end of
 * the block closes it, however the block is left. */
#ifndef SEAL_SECRET_H
#define SEAL_SECRET_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

struct secret {
    void *bytes;
    size_t count;
    bool is_locked; /* kept out of swap */
    bool is_lent;   /* by an arena, which gives it back */
};

/* secret_open(count, out_secret):
 * Guarded memory for `count` bytes, filled with zeros, in `out_secret`. STATUS_IO when
 * the system gives none. */
must_check enum status secret_open(size_t count, struct secret *out_secret);

/* secret_open_in(arena, count, out_secret): the same in `arena`, where that is guarded and has much
 * room left: keys of thousands of files, one after the other, need no memory of their own from the
 * system. They are overwritten when they are closed, and the place is given back with the arena. */
must_check enum status secret_open_in(struct arena *arena, size_t count,
                                      struct secret *out_secret);

/* secret_close(secret):
 * Overwrites and gives back the memory of `secret` and empties it. NULL-safe; an empty
 * secret is fine. */
void secret_close(struct secret *secret);

/* secret_span(secret): its bytes, lent until it is closed. */
struct span secret_span(const struct secret *secret);

#define scoped_secret __attribute__((cleanup(secret_close))) struct secret

#endif
