#include "view/focus.h"

#include "view/move.h"
#include "view/writing.h"

#include <math.h>

enum { DRAG_MM = 5 };

void focus_init(struct focus *focus, double px_per_mm)
{
    *focus = (struct focus){.touches = {.drag_px = (int)lrint(DRAG_MM * px_per_mm)},
                            .held = -1};
}

void focus_rescale(struct focus *focus, double px_per_mm)
{
    focus->touches.drag_px = (int)lrint(DRAG_MM * px_per_mm);
}

/* Forgets where the person was and how far things were scrolled, as on a new screen; a second tap
 * right afterwards is still known as one. */
static void reset(struct focus *focus)
{
    focus->at = focus->screen = focus->tapped = (struct node_id){0};
    focus->row = FOCUS_ROW_NONE;
    focus->scrolls = (struct scrolls){0};
    touch_forget(&focus->touches);
    focus->held = -1;
    focus->is_at_end = focus->has_keyboard = false;
}

bool is_focus_at(const struct focus *focus, const struct node *node)
{
    return is_node_id(&focus->at, node->id);
}

bool is_focus_pressing(const struct focus *focus, const struct node *node)
{
    return is_touch_pressing(&focus->touches, node);
}

void focus_go(struct focus *focus, const struct node *node)
{
    if (!node)
        return;
    focus->at = node_id_of(node->id);
    focus->row = FOCUS_ROW_NONE;
    focus->scrolls.follow = focus->at;
}

void focus_go_row(struct focus *focus, const struct node *row)
{
    focus_go(focus, move_next(row, NULL));
    focus->row = FOCUS_ROW_ON;
    focus->row_id = node_id_of(row->id);
}

const struct node *focus_place(const struct focus *focus, const struct node *root)
{
    return focus->row == FOCUS_ROW_ON ? node_find(root, node_id_span(&focus->row_id))
                                      : node_find(root, node_id_span(&focus->at));
}

static const struct node *first_wanted(const struct node *root)
{
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (node->is_first_focus && is_node_control(node))
            return node;
    }
    return NULL;
}

/* Who comes back finds the focus on the answer that was given. */
static const struct node *chosen_like(const struct node *wanted)
{
    const struct node *group = wanted ? node_group(wanted) : NULL;
    if (!group || wanted->kind != NODE_CHOICE)
        return wanted;
    for (const struct node *node = node_next(group, NULL); node;
         node = node_next(group, node)) {
        if (node->kind == NODE_CHOICE && node->is_chosen)
            return node;
    }
    return wanted;
}

/* Who calls for the focus has it, once for each call. */
static void answer_call(struct focus *focus, const struct node *root)
{
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (!node->call || node->call == focus->call || !is_node_control(node))
            continue;
        focus->call = node->call;
        focus_go(focus, node);
    }
}

/* Whether what lay above the screen `root` has gone. */
static bool is_below_again(const struct focus *focus, const struct node *root)
{
    return focus->is_above && !root->lies_above &&
           is_node_id(&focus->below.screen, root->id) &&
           node_control(root, &focus->below.at);
}

/* What lies above may lead to more that does: the screen below all of it is remembered. */
static void keep_below(struct focus *focus, const struct node *root)
{
    if (!root->lies_above)
        focus->below = (struct focus_below){0};
    else if (!focus->is_above)
        focus->below = (struct focus_below){focus->at, focus->screen, focus->scrolls,
                                            focus->is_at_end};
    focus->is_above = root->lies_above;
}

static void begin_screen(struct focus *focus, const struct node *root)
{
    const struct node_id at = focus->at;
    keep_below(focus, root);
    reset(focus);
    focus->at = at;
    focus->screen = node_id_of(root->id);
    focus->is_waiting = true;
}

static void come_back(struct focus *focus, const struct node *root)
{
    const struct focus_below below = focus->below;
    begin_screen(focus, root);
    focus->scrolls = below.scrolls;
    focus->is_at_end = below.is_at_end;
    focus_go(focus, node_control(root, &below.at));
}

/* To whoever uses no keys a page begins at its top, wherever they would begin; but a field that
 * waits for letters is seen, and so is what was asked for. */
static void begin_at(struct focus *focus, const struct node *node)
{
    focus_go(focus, node);
    if (node && !focus->is_keyed && !node->on_type.kind && !node->is_looked_for)
        focus->scrolls.follow = (struct node_id){0};
}

void focus_begin(struct focus *focus, const struct node *root)
{
    const struct node *wanted = chosen_like(first_wanted(root));
    focus_go(focus, wanted ? wanted : move_next(root, NULL));
}

static bool is_left_open(const struct focus *focus, const struct node *root, bool is_new)
{
    return root->begins_unfocused && (is_new || !focus->at.count);
}

static void settle(struct focus *focus, const struct node *root)
{
    const bool is_new = !is_node_id(&focus->screen, root->id);
    const struct node *remembered = node_control(root, &focus->at);
    const struct node *wanted = chosen_like(first_wanted(root));
    focus->is_new = is_new;
    if (is_new && is_below_again(focus, root)) {
        come_back(focus, root);
        return;
    }
    if (is_new)
        begin_screen(focus, root);
    if (is_left_open(focus, root, is_new)) {
        focus->at = (struct node_id){0};
        return;
    }
    if (remembered && !(is_new && wanted))
        return;
    if (!is_new && focus->row == FOCUS_ROW_ON && focus_place(focus, root)) {
        focus_go_row(focus, focus_place(focus, root)); /* it has other keys now */
        return;
    }
    focus->at = (struct node_id){0};
    begin_at(focus, wanted ? wanted : move_next(root, NULL));
}

void focus_settle(struct focus *focus, const struct node *root)
{
    settle(focus, root);
    answer_call(focus, root);
}

void focus_read(struct focus *focus, const struct node *root)
{
    const struct node *waiting = NULL;
    bool is_more = false;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        waiting = node->waits_for_end && is_node_control(node) ? node : waiting;
        is_more |= is_node_container(node) && node->is_scroller &&
                   node->scroll_px < node->scroll_max_px;
    }
    if (!waiting || is_more || focus->is_at_end)
        return;
    focus->is_at_end = true;
    focus->row = FOCUS_ROW_NONE;
    focus->at = node_id_of(waiting->id);
}

void focus_shown(struct focus *focus, struct moment moment)
{
    if (focus->is_new)
        focus->quiet_since_ms = moment.steady_ms;
}

const struct node *focus_field(const struct focus *focus, const struct node *root)
{
    return writing_field(root, node_control(root, &focus->at));
}

int64_t focus_deadline(const struct focus *focus)
{
    return focus->held < 0 ? INT64_MAX : focus->repeat_ms;
}
