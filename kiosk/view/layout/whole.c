#include "view/layout/whole.h"

#include "view/layout/fit.h"

enum { READ_LINES_MIN = 6 }; /* of the body, where one scrolls to read on */

static bool is_within(struct box box, struct box page)
{
    return box.x >= page.x && box.y >= page.y &&
           box.x + box.width <= page.x + page.width &&
           box.y + box.height <= page.y + page.height;
}

static bool is_broken(const struct node *node)
{
    return node->lines && (node->lines->is_cut || node->lines->is_broken);
}

/* A field scrolls by itself, at its caret. */
static bool is_scrolling(const struct node *node)
{
    return node->is_scroller && node->kind != NODE_FIELD &&
           node->content_height_px > node->box.height;
}

/* A picture gives way to the words below it. */
static bool has_picture(const struct node *scroller)
{
    for (const struct node *node = scroller->first; node; node = node->next)
        if (node->kind == NODE_PICTURE)
            return true;
    return false;
}

static enum whole whole_of_scroller(const struct node *node,
                                    const struct surface_facts *facts)
{
    if (!is_scrolling(node))
        return WHOLE_SEEN;
    if (node->stands_together)
        return WHOLE_SCROLLS;
    const int few_px = READ_LINES_MIN * 2 * letters_cap_px(facts, TEXT_BODY);
    const bool is_few = node->box.height < few_px || node->wants_room;
    return is_few || has_picture(node) ? WHOLE_FEW : WHOLE_SEEN;
}

/* Across, what is in a scroller can be out of sight, too. */
static bool is_beyond(const struct node *node)
{
    const struct node *scroller = node_scroller(node);
    return scroller && scroller->stands_together &&
           (node->box.x < scroller->box.x ||
            node->box.x + node->box.width > scroller->box.x + scroller->box.width);
}

static bool is_control_broken(const struct node *node)
{
    const struct node *scroller = node_scroller(node);
    return is_node_control(node) && node->kind != NODE_FIELD && is_broken(node) &&
           (!scroller || scroller->stands_together);
}

static enum whole whole_of_node(const struct node *node,
                                const struct surface_facts *facts)
{
    const struct box page = {0, 0, facts->width_px, facts->height_px};
    if (is_node_control(node) && !node_scroller(node) && !is_within(node->box, page))
        return WHOLE_CUT;
    if (is_beyond(node) || is_control_broken(node))
        return WHOLE_SCROLLS;
    return whole_of_scroller(node, facts);
}

/* What stands last has been pushed into the lower edge: it would stand elsewhere than on a page
 * with room. */
static bool is_pushed_down(const struct node *root, const struct surface_facts *facts)
{
    const struct node *last = root->last;
    return last &&
           last->box.y + last->box.height > facts->height_px - fit_inset(facts, root).y;
}

enum whole whole_of(const struct node *root, const struct surface_facts *facts)
{
    enum whole whole = is_pushed_down(root, facts) ? WHOLE_CUT : WHOLE_SEEN;
    for (const struct node *node = root; node; node = node_next(root, node)) {
        const enum whole here = whole_of_node(node, facts);
        whole = here < whole ? here : whole;
    }
    return whole;
}
