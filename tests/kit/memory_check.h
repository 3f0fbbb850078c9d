/* memory_check: what the memory checker, fifty times as slow, is spared. It looks for bytes that
 * nobody has set and for steps outside, which a line does the first few times or never. That values
 * and shares are right is for the builds at full speed, which try everything. */
#ifndef KIT_MEMORY_CHECK_H
#define KIT_MEMORY_CHECK_H

#include <stdbool.h>
#include <stdlib.h>

/* is_memory_checked(): whether this run is the memory checker's (told by tests/CMakeLists.txt). */
static inline bool is_memory_checked(void)
{
    return getenv("RESONANCE_MEMORY_CHECK") != NULL;
}

/* rounds(count): how often to try random input: `count` times, or a fiftieth of it. */
static inline int rounds(int count)
{
    return is_memory_checked() ? count / 50 : count;
}

#endif
