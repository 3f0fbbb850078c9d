/* paint_picture: vector pictures of a questionnaire, and the motif of the first screen: two sets
 * of rings that meet. */
#ifndef VIEW_PAINT_PAINT_PICTURE_H
#define VIEW_PAINT_PAINT_PICTURE_H

#include "view/paint/brush.h"

/* paint_picture(brush, node): the picture of `node`, as large as its box allows, centred. */
void paint_picture(struct brush *brush, const struct node *node);
/* paint_picture_rings(brush, box): the resonance motif at the trailing side of `box`. */
void paint_picture_rings(struct brush *brush, struct box box);

#endif
