/* svg: a drawing as an image that a browser shows, for the page on which an author looks at a
 * story. */
#ifndef AUTHOR_SVG_H
#define AUTHOR_SVG_H

#include "view/paint/picture.h"

/* svg_write(arena, picture, theme): the drawing `picture` in the colours of `theme`. */
struct span svg_write(struct arena *arena, const struct picture *picture,
                      const struct theme *theme);

#endif
