#include "view/scroll.h"

static int place_find(const struct scrolls *scrolls, struct span id)
{
    for (size_t i = 0; i < scrolls->count; i++)
        if (is_node_id(&scrolls->places[i].id, id))
            return (int)i;
    return -1;
}

int scroll_get(const struct scrolls *scrolls, struct span id)
{
    const int place = place_find(scrolls, id);
    return place < 0 ? 0 : scrolls->places[place].offset_px;
}

void scroll_put(struct scrolls *scrolls, struct span id, int offset_px)
{
    int place = place_find(scrolls, id);
    if (place < 0)
        place = scrolls->count < SCROLL_PLACES ? (int)scrolls->count++ : 0;
    scrolls->places[place] =
        (struct scroll_place){.id = node_id_of(id), .offset_px = offset_px};
}

/* In a field the arrows stand inside of its edge, and are small where it is low. */
struct box scroll_arrow(const struct node *scroller, bool is_down)
{
    const struct box around = scroller->box;
    const int edge = scroller->kind == NODE_FIELD ? scroller->gutter_px / 10 : 0;
    const int half = around.height / 2 - edge;
    const int wish = scroller->gutter_px * 4 / 5;
    const int side = wish < half ? wish : half;
    const bool is_more =
        is_down ? scroller->scroll_px < scroller->scroll_max_px : scroller->scroll_px > 0;
    if (!is_more || side <= 0)
        return (struct box){0};
    return (struct box){
        .x = scroller->is_mirrored ? around.x + edge
                                   : around.x + around.width - side - edge,
        .y = is_down ? around.y + around.height - side - edge : around.y + edge,
        .width = side,
        .height = side,
    };
}

/* Under and over it the arrows stand, with a little air. */
struct box scroll_track(const struct node *scroller)
{
    const struct box around = scroller->box;
    const int side = scroller->gutter_px * 4 / 5;
    const int from = side + scroller->gutter_px / 6;
    if (scroller->scroll_max_px <= 0 || around.height <= 2 * from)
        return (struct box){0};
    return (struct box){
        .x = scroller->is_mirrored ? around.x : around.x + around.width - side,
        .y = around.y + from,
        .width = side,
        .height = around.height - 2 * from,
    };
}

static int whole_px(const struct node *scroller)
{
    return scroller->box.height + scroller->scroll_max_px;
}

struct box scroll_thumb(const struct node *scroller)
{
    struct box box = scroll_track(scroller);
    if (box.height <= 0)
        return box;
    const long long length = box.height;
    box.y += (int)(length * scroller->scroll_px / whole_px(scroller));
    box.height = (int)(length * scroller->box.height / whole_px(scroller));
    return box;
}

int scroll_thumb_px(const struct node *scroller, int px)
{
    const int length = scroll_track(scroller).height;
    return length > 0 ? (int)((long long)px * whole_px(scroller) / length) : 0;
}

int scroll_page_px(const struct node *scroller)
{
    return scroller->box.height * 7 / 10;
}

static bool can_scroll(const struct node *node)
{
    return node && node->is_scroller && node->scroll_max_px > 0;
}

const struct node *scroll_here(const struct node *root, const struct node *at)
{
    const struct node *above = at ? node_scroller(at) : NULL;
    if (can_scroll(at))
        return at;
    if (can_scroll(above))
        return above;
    const struct node *node = node_next(root, NULL);
    while (node && !can_scroll(node))
        node = node_next(root, node);
    return node;
}
