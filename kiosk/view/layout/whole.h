/* whole: whether a laid-out page shows at once what it must. */
#ifndef VIEW_LAYOUT_WHOLE_H
#define VIEW_LAYOUT_WHOLE_H

#include "view/node.h"
#include "view/theme.h"

enum whole {
    WHOLE_CUT, /* a control reaches outside the page */
    WHOLE_SCROLLS, /* something that stands together has to be scrolled, or a word of it broken */
    WHOLE_FEW, /* what only has to be read shows few lines of itself */
    WHOLE_SEEN,
};

/* whole_of(root, facts): of the tree `root`, measured on the surface of `facts`. What only has to
 * be read may scroll. */
enum whole whole_of(const struct node *root, const struct surface_facts *facts);

#endif
