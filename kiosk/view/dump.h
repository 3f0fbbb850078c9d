/* dump: the tree as text, one node a line, for goldens and for looking at: kind, id, text, state,
 * place in millimetres. */
#ifndef VIEW_DUMP_H
#define VIEW_DUMP_H

#include "view/focus.h"

/* dump_tree(arena, root, facts, focus): the laid-out tree `root` on the surface of `facts`, two
 * blanks a level, such as
 *   choice b01.best.2 "Keep a pace" [chosen focus] 35.2,104.0 24.0x24.0
 * `focus` marks the focused control; NULL: none. Charts and pictures are named, not drawn. */
struct span dump_tree(struct arena *arena, const struct node *root,
                      const struct surface_facts *facts, const struct focus *focus);

#endif
