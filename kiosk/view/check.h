/* check: what must hold on every screen, at every size, step, theme and language. Stories run it
 * after each step, so each story is an accessibility test. */
#ifndef VIEW_CHECK_H
#define VIEW_CHECK_H

#include "view/focus.h"

/* check_view(arena, root, facts, focus):
 * Looks at the laid-out tree `root` on the surface of `facts`, with `focus` settled on it, and
 * returns all that is wrong, a sentence a line that names the node by its id, built in `arena`;
 * empty when all is well:
 * - a control smaller than 12.7 x 12.7 mm, nearer than 2.54 mm to another, or overlapping it
 *   (what is scrolled away does not count);
 * - a node outside the surface or cut by it; a text wider or higher than its place;
 * - text or edge of a control with less contrast than the theme promises, or more;
 * - not exactly one focused control while the screen has any, or one that cannot be seen;
 * - a control without words; an id used twice; a control without an id. */
struct span check_view(struct arena *arena, const struct node *root,
                       const struct surface_facts *facts, const struct focus *focus);

#endif
