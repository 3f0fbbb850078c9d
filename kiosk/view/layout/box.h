/* box: small questions about rectangles of pixels. */
#ifndef VIEW_LAYOUT_BOX_H
#define VIEW_LAYOUT_BOX_H

#include "view/node.h"

#include <stdbool.h>

/* box_meet(a, b): what `a` and `b` have in common; width or height 0: nothing. */
struct box box_meet(struct box a, struct box b);
/* box_join(a, b): the smallest box that holds both; an empty one does not count. */
struct box box_join(struct box a, struct box b);
/* box_grow(box, px): `px` more on every side. */
struct box box_grow(struct box box, int px);
/* is_box_empty(box): 1 when there is no pixel inside. */
bool is_box_empty(struct box box);
/* has_box_point(box, x, y): 1 when the pixel x, y is inside. */
bool has_box_point(struct box box, int x, int y);

#endif
