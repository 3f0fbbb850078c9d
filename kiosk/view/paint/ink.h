/* ink: which colours a node is drawn in. Painting and the contrast check ask the same function,
 * so what is checked is what is seen. */
#ifndef VIEW_PAINT_INK_H
#define VIEW_PAINT_INK_H

#include "view/node.h"
#include "view/theme.h"

#include <stdbool.h>

struct ink {
    uint32_t ground;  /* what the node stands on */
    uint32_t fill;    /* inside its edge; the ground where it has none of its own */
    uint32_t text;    /* its letters, on fill */
    uint32_t outline; /* its edge, on ground */
    bool has_fill, has_outline;
};

/* ink_of(theme, node): the colours of `node` in `theme`. */
struct ink ink_of(const struct theme *theme, const struct node *node);

#endif
