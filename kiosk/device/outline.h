/* outline: the edges of a shape as straight pieces: corners and curves flattened, lines with a
 * width turned into areas. What is inside is decided by winding (non-zero). */
#ifndef DEVICE_OUTLINE_H
#define DEVICE_OUTLINE_H

#include "base/arena.h"
#include "view/paint/brush.h"

struct edge {
    float x0, y0, x1, y1; /* from, to: the direction counts */
};

struct outline {
    struct arena *arena;
    struct edge *edges;
    size_t count, capacity;
};

/* outline_of(arena, command): the outline of a PAINT_ROUND or PAINT_PATH `command`, filled or
 * stroked as it says, built in `arena`. */
struct outline outline_of(struct arena *arena, const struct paint_command *command);

#endif
