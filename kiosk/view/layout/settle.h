/* settle: the last sweep of a layout: what is scrolled is shifted, right-to-left is mirrored, and
 * what can be seen of each node is set. */
#ifndef VIEW_LAYOUT_SETTLE_H
#define VIEW_LAYOUT_SETTLE_H

#include "view/scroll.h"
#include "view/theme.h"

/* settle_run(root, facts, scrolls): once for each tree that layout_measure has measured on the
 * surface of `facts`. Offsets in `scrolls` are kept within their content; when `scrolls` asks to
 * follow a control, its scroller brings it into view and the wish is cleared. */
void settle_run(struct node *root, const struct surface_facts *facts,
                struct scrolls *scrolls);

#endif
