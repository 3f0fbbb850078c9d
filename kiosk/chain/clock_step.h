/* clock_step: what an event says of the clock of a terminal, which staff have set: by how much, and
 * no time of day, which would say between which hours those before and after it sat. */
#ifndef CHAIN_CLOCK_STEP_H
#define CHAIN_CLOCK_STEP_H

#include "base/span.h"

/* clock_step_write(arena, step_s): the bytes for a clock that was set ahead by `step_s` seconds, or
 * back (negative).
 * is_clock_step(bytes, out_step_s): whether `bytes` are such bytes, to the last one, and by how
 * much it was set. */
struct span clock_step_write(struct arena *arena, int64_t step_s);
bool is_clock_step(struct span bytes, int64_t *out_step_s);

#endif
