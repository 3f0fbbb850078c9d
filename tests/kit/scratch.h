/* scratch: one arena for a whole test program; give scratch_begin and scratch_end to cmocka. */
#ifndef KIT_SCRATCH_H
#define KIT_SCRATCH_H

#include "base/arena.h"

static struct arena scratch;

static inline int scratch_begin(void **state)
{
    (void)state;
    arena_init(&scratch, (size_t)256 << 20);
    return 0;
}

static inline int scratch_end(void **state)
{
    (void)state;
    arena_done(&scratch);
    return 0;
}

#endif
