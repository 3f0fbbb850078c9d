/* sitting_layout: which steps a sitting has, and in which order they are shown. The order is
 * a function of assessment and seed, and part of what a record's answers mean: it must never
 * change for a scoring version. */
#ifndef SITTING_SITTING_LAYOUT_H
#define SITTING_SITTING_LAYOUT_H

#include "sitting/sitting.h"

/* sitting_layout(arena, assessment, start, out_sitting):
 * A sitting of start->role in `arena` with its steps in the order of start->seed, every
 * answer empty, every step not yet shown. Statuses as in sitting_begin. */
must_check enum status sitting_layout(struct arena *arena,
                                      const struct assessment *assessment,
                                      const struct sitting_start *start,
                                      struct sitting **out_sitting);

#endif
