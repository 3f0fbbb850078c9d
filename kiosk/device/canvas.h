/* canvas: a screen without a window: the same strokes on the same kind of surface as on site, for
 * pictures in tests, guides and the demonstration. */
#ifndef DEVICE_CANVAS_H
#define DEVICE_CANVAS_H

#include "device/text.h"
#include "view/focus.h"
#include "view/theme.h"

/* canvas_shot(arena, root, facts, focus, text, path):
 * Paints the laid-out tree `root` with `focus` as `facts` say, with the letters of `text`, and
 * writes it as PNG to `path`. STATUS_IO when there is no memory for the surface, and what
 * shot_write gives. */
must_check enum status canvas_shot(struct arena *arena, const struct node *root,
                                   const struct surface_facts *facts,
                                   const struct focus *focus, struct text *text,
                                   const char *path);

/* canvas_rgb(arena, root, facts, focus, text, out_rgb): the same as three bytes for each point,
 * row by row, in `arena`. STATUS_IO when there is no memory for the surface. */
must_check enum status canvas_rgb(struct arena *arena, const struct node *root,
                                  const struct surface_facts *facts,
                                  const struct focus *focus, struct text *text,
                                  unsigned char **out_rgb);

#endif
