/* scroll: how far each scroller of the screen is scrolled. This and the focus are all
 * that survives a rebuild of the tree; layout reads it, corrects it and writes it back. */
#ifndef VIEW_SCROLL_H
#define VIEW_SCROLL_H

#include "view/node.h"
#include "view/theme.h"

#include <stdbool.h>

enum { SCROLL_PLACES = 8 };

struct scrolls {
    struct scroll_place {
        struct node_id id;
        int offset_px;
    } places[SCROLL_PLACES];
    size_t count;
    struct node_id follow; /* the control that must come into view at the next layout */
    size_t caret;          /* of the field when it was laid out last */
};

/* scroll_get(scrolls, id): the offset of the scroller `id` in pixels, 0 when never
 * scrolled. */
int scroll_get(const struct scrolls *scrolls, struct span id);
/* scroll_put(scrolls, id, offset_px): keeps `offset_px` for the scroller `id`. With more
 * scrollers than SCROLL_PLACES the first place is used again. */
void scroll_put(struct scrolls *scrolls, struct span id, int offset_px);
/* scroll_arrow(scroller, is_down): the square in the gutter that scrolls a page when
 * pressed, below (`is_down`) or above; empty when there is nothing more that way. */
struct box scroll_arrow(const struct node *scroller, bool is_down);
/* scroll_track(scroller): the strip between the arrows, in which the thumb moves; empty where there
 * is no room for it, or nothing to scroll. scroll_thumb(scroller): the thumb in it, as high as what
 * is shown is of the whole, and as wide as the strip. */
struct box scroll_track(const struct node *scroller);
struct box scroll_thumb(const struct node *scroller);
/* scroll_thumb_px(scroller, px): how far the content moves when the thumb moves by `px`. */
int scroll_thumb_px(const struct node *scroller, int px);
/* scroll_here(root, at): what the page keys scroll for somebody at the control `at` (NULL: none):
 * that one, what holds it, or else the first that has more to show; NULL where nothing has. */
const struct node *scroll_here(const struct node *root, const struct node *at);
/* scroll_page_px(scroller): how far one press of an arrow goes. */
int scroll_page_px(const struct node *scroller);

#endif
