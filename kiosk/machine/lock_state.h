/* lock_state: what root's look at the lock has found, told to the terminal, which is not root: a
 * file that only root writes, in a folder that is empty at each start of the machine. */
#ifndef MACHINE_LOCK_STATE_H
#define MACHINE_LOCK_STATE_H

#include "base/span.h"

#define LOCK_STATE_FILE "/run/resonance-lock/state"

enum {
    LOCK_STATE_LIFE_S = 900, /* older ones count as none: nobody looks any more */
    LOCK_STATE_BYTES_MAX = 4096,
};

/* lock_state_write(arena, path, fault): `fault` says what does not hold; empty: all of it does.
 * Fails as file_write. */
must_check enum status lock_state_write(struct arena *arena, const char *path,
                                        struct span fault);

/* lock_state_check(path): OK while the file there says that the lock holds, and is new.
 * STATUS_NO_LOCK says what does not, or that nobody has looked. */
must_check enum status lock_state_check(const char *path);

#endif
