#include "view/focus/focus_key.h"

#include "view/focus/focus_row.h"
#include "view/move.h"
#include "view/writing.h"

#include <math.h>

/* Left and right change a slider by one; an untouched one begins in the middle. */
static int slide(const struct focus_act *act)
{
    const struct node *at = focus_act_at(act);
    const int direction = act->input->kind == INPUT_RIGHT ? 1 : -1;
    if (!at || at->kind != NODE_SLIDER || at->is_unavailable)
        return 0;
    float value = (at->low + at->high) / 2;
    if (at->has_value)
        value = at->value + (float)(at->is_mirrored ? -direction : direction);
    value = value < at->low ? at->low : value > at->high ? at->high : value;
    *act->out_event = at->on_activate;
    act->out_event->b = (int32_t)lrintf(value);
    return 1;
}

/* What the key does to the text of the field that has the focus. */
int focus_key_write_here(const struct focus_act *act)
{
    const struct node *at = focus_act_at(act);
    return at && at->on_type.kind && !at->is_unavailable &&
           writing_key(at, act->input, act->out_event);
}

/* The same from wherever the focus is: it goes to the field. */
int focus_key_write(const struct focus_act *act)
{
    const struct node *field = focus_field(act->focus, act->root);
    if (!field || !writing_key(field, act->input, act->out_event))
        return 0;
    if (field != focus_act_at(act))
        focus_go(act->focus, field);
    return 1;
}

/* Before the focus leaves a scroller (or passes one) that has more to show, that is shown: what
 * holds only text is read to its end with keys and switches too. */
int focus_key_step(const struct focus_act *act)
{
    const enum input_kind kind = act->input->kind;
    const bool is_forward = kind == INPUT_DOWN || kind == INPUT_NEXT;
    const bool is_tab = kind == INPUT_NEXT || kind == INPUT_PREVIOUS;
    const struct node *at = focus_act_at(act);
    const struct focus_row_way way =
        is_tab
            ? focus_row_way(act)
            : (struct focus_row_way){move_towards(act->root, at, kind), FOCUS_ROW_NONE};
    const struct node *scroller =
        kind == INPUT_DOWN && is_focus_act_unread(act, at)
            ? scroll_here(act->root, at)
            : move_unread(act->root, at, way.target, is_forward);
    if (scroller)
        return focus_act_page(act, scroller, is_forward);
    focus_row_go(act, way);
    return 0;
}

/* ---- what scrolls ---- */

int focus_key_page(const struct focus_act *act)
{
    return focus_act_page(act, scroll_here(act->root, focus_act_at(act)),
                          act->input->kind != INPUT_PAGE_UP);
}

int focus_key_end(const struct focus_act *act)
{
    if (focus_key_write_here(act))
        return 1;
    const struct node *scroller = scroll_here(act->root, focus_act_at(act));
    const int all_px = scroller ? scroller->scroll_max_px : 0;
    return focus_act_scroll(act, scroller,
                            act->input->kind == INPUT_HOME ? -all_px : all_px);
}

/* ---- what else a key means ---- */

int focus_key_upright(const struct focus_act *act)
{
    return focus_key_write_here(act) || focus_key_step(act);
}

int focus_key_side(const struct focus_act *act)
{
    if (focus_key_write_here(act) || slide(act))
        return 1;
    if (act->focus->row == FOCUS_ROW_ON) { /* from the row to its first key */
        act->focus->row = FOCUS_ROW_NONE;
        return 0;
    }
    focus_go(act->focus, move_towards(act->root, focus_act_at(act), act->input->kind));
    return 0;
}

static int activate(const struct focus_act *act)
{
    const struct node *at = focus_act_at(act);
    return at && at->kind != NODE_SLIDER && focus_act_fire(act, at);
}

/* What stands among answers, or says that there is none; a view that is chosen leads nowhere. */
static bool is_answer(const struct node *at)
{
    const struct node *scroller = node_scroller(at);
    return at->kind == NODE_CHOICE &&
           (at->look == LOOK_LINK || (scroller && scroller->stands_together));
}

/* Enter on an answer that is chosen goes on: whoever has a space bar chooses, and takes back, with
 * that. Whoever has two switches has nothing but Enter to take an answer back. */
static bool is_meant_on(const struct focus_act *act, const struct node *at)
{
    const struct focus *focus = act->focus;
    if (!at || !at->is_chosen || !is_answer(at))
        return false;
    return focus->has_keyboard ||
           (is_node_id(&focus->last, at->id) && focus->last_kind == INPUT_TYPE);
}

static const struct node *way_on(const struct node *root)
{
    const struct node *node = node_next(root, NULL);
    while (node && !node->is_way_on)
        node = node_next(root, node);
    return node;
}

int focus_key_activate(const struct focus_act *act)
{
    const struct node *at = focus_act_at(act);
    if (focus_row_enter(act))
        return 0;
    const struct node *on = is_meant_on(act, at) ? way_on(act->root) : NULL;
    if (on)
        return focus_act_fire(act, on);
    const int is_meant =
        at && at->on_activate.kind ? activate(act) : focus_key_write_here(act);
    if (is_meant)
        focus_row_again(act);
    return is_meant;
}

/* The space bar is a letter while the keys belong to a text, and on the on-screen keyboard; it
 * selects anything else that Tab led to. */
int focus_key_type(const struct focus_act *act)
{
    const struct node *at = focus_act_at(act);
    act->focus->has_keyboard |= !is_span(act->input->text, " ");
    const bool is_beside = at && !at->on_type.kind && at->look != LOOK_KEY;
    if (is_span(act->input->text, " ") &&
        (is_beside || !focus_field(act->focus, act->root)))
        return activate(act);
    return focus_key_write(act);
}

int focus_key_back(const struct focus_act *act)
{
    const struct node *node = node_next(act->root, NULL);
    while (node && !node->is_way_back)
        node = node_next(act->root, node);
    return node && focus_act_fire(act, node);
}

int focus_key_on(const struct focus_act *act)
{
    const struct node *node = way_on(act->root);
    return node && focus_act_fire(act, node);
}
