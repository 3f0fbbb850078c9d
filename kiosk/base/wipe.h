/* wipe: overwrites memory that nobody may find an answer or a key in. */
#ifndef BASE_WIPE_H
#define BASE_WIPE_H

#include <stddef.h>
#include <string.h>

/* wipe(memory, bytes):
 * Overwrites `bytes` bytes at `memory` with zeros; never optimized away. */
static inline void wipe(void *memory, size_t bytes)
{
    explicit_bzero(memory, bytes);
}

#endif
