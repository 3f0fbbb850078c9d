/* paint: a laid-out tree as a list of strokes, from the ground up: page, cards, controls, texts,
 * charts, and last the ring round the control that has the focus, always. Pure: the same tree
 * gives the same list on every machine. */
#ifndef VIEW_PAINT_PAINT_H
#define VIEW_PAINT_PAINT_H

#include "view/paint/brush.h"
#include "view/focus.h"

/* paint_screen(arena, root, facts, port, focus, out_list):
 * The commands for the tree `root` laid out for `facts`, built in `arena`; texts are lent from
 * the tree. `port` measures what layout did not (labels of charts, the caret). `focus` says what
 * is focused and pressed; NULL: nothing is, as on paper. */
void paint_screen(struct arena *arena, const struct node *root,
                  const struct surface_facts *facts, const struct text_port *port,
                  const struct focus *focus, struct paint_list *out_list);

#endif
