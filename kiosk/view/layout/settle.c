#include "view/layout/settle.h"

#include "view/layout/bound.h"
#include "view/layout/box.h"
#include "view/layout/field.h"
#include "view/layout/fit.h"

static bool is_inside(const struct node *node, const struct node *above)
{
    while (node && node != above)
        node = node->parent;
    return node != NULL;
}

/* What is read with `wanted`: what it belongs to, where all of that can be seen, else itself. */
static const struct node *read_with(const struct node *scroller,
                                    const struct node *wanted, int room)
{
    const struct node *node = wanted;
    while (node && node != scroller && !node->is_of_one)
        node = node->parent;
    return node && node != scroller && node->box.height + 2 * room <= scroller->box.height
               ? node
               : wanted;
}

/* What of `wanted` must be seen: all of it, and what is read with it, or the line of the caret in a
 * field that is higher than its scroller. */
static struct box wanted_box(const struct surface_facts *facts,
                             const struct node *scroller, const struct node *wanted,
                             int room)
{
    struct box box = read_with(scroller, wanted, room)->box;
    if (wanted->kind != NODE_FIELD || wanted->is_scroller ||
        box.height + 2 * room <= scroller->box.height)
        return box;
    box.height = wanted->lines->line_height_px;
    box.y +=
        fit_inset(facts, wanted).y + (int)field_line(wanted, wanted->caret) * box.height;
    return box;
}

/* How far `scroller` must be scrolled so that `wanted`, placed as if unscrolled, is seen
 * with some room around it; what was looked for and is not seen comes to the middle, where what
 * it belongs to is seen, too. */
static int offset_to_see(const struct surface_facts *facts, const struct node *scroller,
                         const struct node *wanted, int offset)
{
    const int room = theme_px(facts, 6);
    const struct box box = wanted_box(facts, scroller, wanted, room);
    const int top = box.y - scroller->box.y - room;
    const int bottom = box.y + box.height - scroller->box.y + room;
    const int seen = bound_high(bound_low(offset, bottom - scroller->box.height), top);
    if (seen == offset || !wanted->is_looked_for)
        return seen;
    return (top + bottom - scroller->box.height) / 2;
}

struct finish {
    const struct surface_facts *facts;
    struct scrolls *scrolls;
    const struct node *wanted; /* what asked to be followed */
    const struct node *typed;  /* the field, when its caret moved */
};

/* A field that scrolls shows the line of its caret, whole, when that has moved. */
static int offset_to_write(const struct finish *run, const struct node *field, int offset)
{
    const int height = field->lines->line_height_px;
    const int top = (int)field_line(field, field->caret) * height;
    const int room = field->box.height - 2 * fit_inset(run->facts, field).y;
    if (field != run->typed)
        return offset;
    return bound_high(bound_low(offset, top + height - room), top);
}

static void settle_scroll(const struct finish *run, struct node *scroller)
{
    struct scrolls *scrolls = run->scrolls;
    const int over = scroller->content_height_px - scroller->box.height;
    int offset = scroll_get(scrolls, scroller->id);
    scroller->scroll_max_px = bound_low(over, 0);
    if (scroller->kind == NODE_FIELD)
        offset = offset_to_write(run, scroller, offset);
    else if (run->wanted && run->wanted != scroller && is_inside(run->wanted, scroller))
        offset = offset_to_see(run->facts, scroller, run->wanted, offset);
    if (run->typed && run->typed != scroller && is_inside(run->typed, scroller))
        offset = offset_to_see(run->facts, scroller, run->typed, offset);
    scroller->scroll_px = bound_both(offset, 0, scroller->scroll_max_px);
    if (scroller->scroll_px || scroll_get(scrolls, scroller->id))
        scroll_put(scrolls, scroller->id, scroller->scroll_px);
}

/* How what is inside a node moves away from where it was placed. */
struct shift {
    int x, y;
    bool keeps_sides; /* moves by x instead of being mirrored */
};

static void mirror(const struct surface_facts *facts, struct node *node,
                   struct shift shift)
{
    node->is_mirrored = facts->is_right_to_left && !shift.keeps_sides;
    if (node->is_mirrored)
        node->box.x = facts->width_px - node->box.x - node->box.width;
    else
        node->box.x += shift.x;
}

/* What stays above a scroller moves down with its upper edge; where it would take too much of what
 * is read it scrolls like the rest. */
enum { HEAD_SHARE = 3 };

/* Returns how far it moves; the last one that would be out of sight is the one that stays. */
static int stay_px(struct node *scroller)
{
    int stay = 0;
    for (const struct node *node = scroller->first; node; node = node->next) {
        const int hidden = scroller->scroll_px - (node->box.y - scroller->box.y);
        if (!node->stays_above || hidden <= 0 ||
            node->box.height * HEAD_SHARE > scroller->box.height)
            continue;
        scroller->head = node;
        stay = hidden;
    }
    return stay;
}

static void finish(const struct finish *run, struct node *node, struct box clip,
                   struct shift shift)
{
    const struct surface_facts *facts = run->facts;
    if (node->is_scroller)
        settle_scroll(run, node);
    const int placed_x = node->box.x;
    node->head = NULL;
    const int stay = node->is_scroller ? stay_px(node) : 0;
    node->box.y += shift.y;
    mirror(facts, node, shift);
    node->clip = box_meet(clip, node->box);
    const struct shift child_shift = {
        .x = node->box.x - placed_x,
        .y = shift.y - (node->is_scroller ? node->scroll_px : 0),
        .keeps_sides = shift.keeps_sides || node->keeps_sides,
    };
    for (struct node *child = node->first; child; child = child->next) {
        struct shift moved = child_shift;
        moved.y += child == node->head ? stay : 0;
        finish(run, child, node->is_scroller ? node_window(child) : clip, moved);
    }
}

/* The field of the screen when its caret is not where it was at the last layout. */
static const struct node *typed_field(const struct node *root, struct scrolls *scrolls)
{
    const struct node *field = node_next(root, NULL);
    while (field && field->kind != NODE_FIELD)
        field = node_next(root, field);
    if (!field || field->caret == scrolls->caret)
        return NULL;
    scrolls->caret = field->caret;
    return field;
}

void settle_run(struct node *root, const struct surface_facts *facts,
                struct scrolls *scrolls)
{
    const struct finish run = {
        .facts = facts,
        .scrolls = scrolls,
        .wanted = node_find(root, node_id_span(&scrolls->follow)),
        .typed = typed_field(root, scrolls),
    };
    finish(&run, root, root->box, (struct shift){0});
    scrolls->follow = (struct node_id){0};
}
