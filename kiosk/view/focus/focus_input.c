/* Each kind of input goes its way; and whether the ring is shown. */
#include "view/focus/focus_finger.h"
#include "view/focus/focus_key.h"

/* What is none of these means nothing to a control. */
static int (*const handlers[INPUT_TICK + 1])(const struct focus_act *act) = {
    [INPUT_PRESS] = focus_finger_press,     [INPUT_DRAG] = focus_finger_drag,
    [INPUT_RELEASE] = focus_finger_release, [INPUT_CANCEL] = focus_finger_cancel,
    [INPUT_NEXT] = focus_key_step,          [INPUT_PREVIOUS] = focus_key_step,
    [INPUT_UP] = focus_key_upright,         [INPUT_DOWN] = focus_key_upright,
    [INPUT_LEFT] = focus_key_side,          [INPUT_RIGHT] = focus_key_side,
    [INPUT_ACTIVATE] = focus_key_activate,  [INPUT_TYPE] = focus_key_type,
    [INPUT_ERASE] = focus_key_write,        [INPUT_ERASE_NEXT] = focus_key_write,
    [INPUT_HOME] = focus_key_end,           [INPUT_END] = focus_key_end,
    [INPUT_PAGE_UP] = focus_key_page,       [INPUT_PAGE_DOWN] = focus_key_page,
    [INPUT_WHEEL] = focus_finger_wheel,     [INPUT_ALL] = focus_key_write_here,
    [INPUT_BACK] = focus_key_back,          [INPUT_ON] = focus_key_on,
    [INPUT_TICK] = focus_finger_tick,
};

static bool is_arrow(enum input_kind kind)
{
    return kind == INPUT_UP || kind == INPUT_DOWN || kind == INPUT_LEFT ||
           kind == INPUT_RIGHT;
}

static bool is_moving(enum input_kind kind)
{
    return kind == INPUT_NEXT || kind == INPUT_PREVIOUS || is_arrow(kind);
}

static bool is_choosing(const struct input *input)
{
    return input->kind == INPUT_ACTIVATE ||
           (input->kind == INPUT_TYPE && is_span(input->text, " "));
}

/* Nobody moves from a place, or chooses an answer, that was not seen: the key that comes first
 * shows where the focus is, and does nothing else. A field shows its caret. */
static bool is_only_shown(const struct focus_act *act)
{
    const struct node *at = focus_act_at(act);
    const enum input_kind kind = act->input->kind;
    if (kind == INPUT_PRESS)
        act->focus->is_keyed = false;
    if (!at || at->on_type.kind || !(is_moving(kind) || is_choosing(act->input)))
        return false;
    const bool was_shown = act->focus->is_keyed;
    act->focus->is_keyed = true;
    if (!was_shown)
        act->focus->scrolls.follow = act->focus->at;
    return !was_shown && (is_moving(kind) || at->kind == NODE_CHOICE);
}

/* Nothing has the focus yet on a screen that decides something. What is below is read first: then
 * the key that moves leads in, and Enter still means nothing. */
static bool is_led_in(const struct focus_act *act)
{
    const enum input_kind kind = act->input->kind;
    if (!act->root->begins_unfocused || focus_act_at(act) ||
        !(is_moving(kind) || is_choosing(act->input)))
        return false;
    const struct node *scroller = scroll_here(act->root, NULL);
    const bool is_unread = scroller && scroller->scroll_px < scroller->scroll_max_px;
    if (is_unread && kind != INPUT_PREVIOUS && kind != INPUT_UP) {
        focus_act_page(act, scroller, true);
    } else if (is_moving(kind)) {
        focus_begin(act->focus, act->root);
        act->focus->is_keyed = true;
    }
    return true;
}

int focus_input(struct focus *focus, const struct node *root, const struct input *input,
                struct event *out_event)
{
    const struct focus_act act = {focus, root, input, out_event};
    const struct node *before = focus_act_at(&act);
    *out_event = (struct event){0};
    focus->has_keyboard |= is_arrow(input->kind);
    if (is_led_in(&act) || is_only_shown(&act))
        return 0;
    const int is_meant = handlers[input->kind] && handlers[input->kind](&act);
    if (is_moving(input->kind) && focus_act_at(&act) != before)
        focus->is_keyed = true;
    return is_meant;
}
