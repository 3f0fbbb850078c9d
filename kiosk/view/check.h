/* check: what must hold on every screen, at every size, step, theme and language. Stories run it
 * after each step, so each story is an accessibility test. */
#ifndef VIEW_CHECK_H
#define VIEW_CHECK_H

#include "view/focus.h"

struct check_list {
    struct span *sentences; /* each names the node by id and says what is wrong */
    size_t count;
};

/* check_screen(arena, root, facts, focus, out_list):
 * Looks at the laid-out tree `root` on the surface of `facts`, with `focus` settled on it, and
 * sets `out_list` (built in `arena`) to all that is wrong:
 * - a control smaller than 12.7 x 12.7 mm, nearer than 2.54 mm to another, or overlapping it
 *   (what is scrolled away does not count);
 * - a node outside the surface or cut by it; a text wider or higher than its place;
 * - text or edge of a control with less contrast than the theme promises, or more;
 * - not exactly one focused control while the screen has any, or one that cannot be seen;
 * - a control without words; an id used twice; a control without an id. */
void check_screen(struct arena *arena, const struct node *root,
                  const struct surface_facts *facts, const struct focus *focus,
                  struct check_list *out_list);

#endif
