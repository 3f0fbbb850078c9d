#include "view/focus/focus_act.h"

#include "view/layout/box.h"

enum {
    SECOND_TAP_MS = 300,
    SECOND_KEY_MS = 100,
    TAKE_BACK_MS = 1000,
    NEW_SCREEN_MS = 400,
    DELIBERATE_MS = 1500
};

const struct node *focus_act_at(const struct focus_act *act)
{
    return node_control(act->root, &act->focus->at);
}

static bool is_pointed(enum input_kind kind)
{
    return kind == INPUT_PRESS || kind == INPUT_RELEASE;
}

/* On a screen that has just come, the finger or key that brought it is still where it was: what it
 * meets there now nobody has read. Each tap more begins the pause anew. */
static bool is_too_soon(struct focus *focus, const struct node *node,
                        const struct input *input)
{
    const int64_t pause_ms = node->is_deliberate ? DELIBERATE_MS : NEW_SCREEN_MS;
    const bool is_same_place =
        is_pointed(input->kind) ? is_pointed(focus->last_kind) &&
                                      has_box_point(focus->last_box, input->x, input->y)
                                : input->kind == focus->last_kind;
    if (!is_same_place || !focus->is_waiting ||
        input->moment.steady_ms - focus->quiet_since_ms >= pause_ms)
        return false;
    if (input->moment.steady_ms >
        focus->quiet_since_ms) /* else it was for the one before */
        focus->quiet_since_ms = input->moment.steady_ms;
    return true;
}

/* Whoever taps twice, because nothing seemed to happen, wants the answer that they chose: taking it
 * back is a tap that comes when the hand has rested. Each tap more begins that rest anew. */
static bool is_taken_back_too_soon(struct focus *focus, const struct node *node,
                                   const struct input *input)
{
    const bool is_chosen = node->kind == NODE_CHOICE && node->is_chosen;
    if ((!is_chosen && !node->on_words.kind) || !is_node_id(&focus->last, node->id) ||
        input->moment.steady_ms - focus->last_ms >= TAKE_BACK_MS)
        return false;
    focus->last_ms = input->moment.steady_ms;
    return true;
}

static struct event event_of_node(const struct node *node)
{
    if (node->is_unavailable)
        return node->on_unavailable;
    return node->on_activate.kind ? node->on_activate : node->on_words;
}

bool is_focus_act_unread(const struct focus_act *act, const struct node *node)
{
    return node && node->waits_for_end && !act->focus->is_at_end;
}

int focus_act_fire(const struct focus_act *act, const struct node *node)
{
    struct focus *focus = act->focus;
    const struct input *input = act->input;
    const int64_t pause_ms = node->look == LOOK_KEY ? SECOND_KEY_MS : SECOND_TAP_MS;
    const struct event event = event_of_node(node);
    if (event.kind == 0)
        return 0;
    const int64_t since_ms = input->moment.steady_ms - focus->last_ms;
    const bool is_same = is_node_id(&focus->last, node->id);
    if (is_same && since_ms < pause_ms)
        return 0;
    if (is_taken_back_too_soon(focus, node, input))
        return 0;
    if (node->look != LOOK_KEY &&
        is_too_soon(focus, node, input)) /* a letter leads nowhere */
        return 0;
    focus->is_waiting = false;
    focus->last_box = node->box;
    focus->last_kind = input->kind;
    focus->last = node_id_of(node->id);
    focus->last_ms = input->moment.steady_ms;
    if (is_focus_act_unread(act, node))
        return focus_act_page(act, scroll_here(act->root, node), true);
    *act->out_event = event;
    act->out_event->is_again = is_same && since_ms < FOCUS_ACT_AGAIN_MS;
    return 1;
}

int focus_act_page(const struct focus_act *act, const struct node *scroller,
                   bool is_forward)
{
    const int page_px = scroller ? scroll_page_px(scroller) : 0;
    return focus_act_scroll(act, scroller, is_forward ? page_px : -page_px);
}

int focus_act_scroll(const struct focus_act *act, const struct node *scroller, int px)
{
    if (scroller)
        touch_scroll(&act->focus->scrolls, scroller, px);
    return 0;
}
