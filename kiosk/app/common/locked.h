/* locked: how much of the memory for answers and keys the system really keeps out of swap. A
 * system that lets a program lock little refuses nothing: it leaves the rest unlocked, in
 * silence. */
#ifndef APP_COMMON_LOCKED_H
#define APP_COMMON_LOCKED_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

/* is_locked_all(guards): whether all guarded memory of `guards` is locked. */
bool is_locked_all(struct arena_guards guards);

/* How somebody lets it lock all of it. */
#define LOCKED_WAY_OUT                                                                   \
    "set LimitMEMLOCK=64M in the unit, or 'ulimit -l 65536' before a start by hand"

/* locked_words(arena, guards, is_of_many): of `guards`, "4 kB of 7.8 MB locked, where the limit
 * is 64 kB"; or, when they are those of several processes, "... where the limit of each process
 * is". */
struct span locked_words(struct arena *arena, struct arena_guards guards,
                         bool is_of_many);

#endif
