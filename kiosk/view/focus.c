#include "view/focus.h"

#include "view/layout/box.h"
#include "view/move.h"
#include "view/writing.h"

#include <math.h>
#include <stdlib.h>

/* A key that is held repeats as hardware does; a hand that rests on it does so for a while only. */
enum {
    SECOND_TAP_MS = 300,
    SECOND_KEY_MS = 100,
    AGAIN_MS = 600,
    NEW_SCREEN_MS = 400,
    DRAG_MM = 5,
    REPEAT_AFTER_MS = 500,
    REPEAT_EVERY_MS = 60,
    REPEAT_MAX_MS = 30000,
    WHEEL_DRAGS = 4 /* a click of the wheel goes as far as so many least drags, 20 mm */
};

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
    focus->scrolls = (struct scrolls){0};
    touch_forget(&focus->touches);
    focus->held = -1;
    focus->is_at_end = focus->has_letters = false;
}

bool is_focus_at(const struct focus *focus, const struct node *node)
{
    return is_node_id(&focus->at, node->id);
}

bool is_focus_pressing(const struct focus *focus, const struct node *node)
{
    return is_touch_pressing(&focus->touches, node);
}

static void go_to(struct focus *focus, const struct node *node)
{
    if (!node)
        return;
    focus->at = node_id_of(node->id);
    focus->scrolls.follow = focus->at;
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
        go_to(focus, node);
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
    go_to(focus, node_control(root, &below.at));
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
    if (remembered && !(is_new && wanted))
        return;
    focus->at = (struct node_id){0};
    go_to(focus, wanted ? wanted : move_next(root, NULL));
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
    focus->at = node_id_of(waiting->id);
}

void focus_shown(struct focus *focus, struct moment moment)
{
    if (focus->is_new)
        focus->quiet_since_ms = moment.steady_ms;
}

static bool is_pointed(enum input_kind kind)
{
    return kind == INPUT_PRESS || kind == INPUT_RELEASE;
}

/* On a screen that has just come, the finger or key that brought it is still where it was: what it
 * meets there now nobody has read. Each tap more begins the pause anew. */
static bool is_too_soon(struct focus *focus, const struct input *input)
{
    const bool is_same_place =
        is_pointed(input->kind) ? is_pointed(focus->last_kind) &&
                                      has_box_point(focus->last_box, input->x, input->y)
                                : input->kind == focus->last_kind;
    if (!is_same_place || !focus->is_waiting ||
        input->moment.steady_ms - focus->quiet_since_ms >= NEW_SCREEN_MS)
        return false;
    if (input->moment.steady_ms >
        focus->quiet_since_ms) /* else it was for the one before */
        focus->quiet_since_ms = input->moment.steady_ms;
    return true;
}

static int fire(struct focus *focus, const struct node *node, const struct input *input,
                struct event *out_event)
{
    const int64_t pause_ms = node->look == LOOK_KEY ? SECOND_KEY_MS : SECOND_TAP_MS;
    const struct event event =
        node->is_unavailable ? node->on_unavailable : node->on_activate;
    if (event.kind == 0)
        return 0;
    const int64_t since_ms = input->moment.steady_ms - focus->last_ms;
    const bool is_same = is_node_id(&focus->last, node->id);
    if (is_same && since_ms < pause_ms)
        return 0;
    if (node->look != LOOK_KEY && is_too_soon(focus, input)) /* a letter leads nowhere */
        return 0;
    focus->is_waiting = false;
    focus->last_box = node->box;
    focus->last_kind = input->kind;
    focus->last = node_id_of(node->id);
    focus->last_ms = input->moment.steady_ms;
    *out_event = event;
    out_event->is_again = is_same && since_ms < AGAIN_MS;
    return 1;
}

const struct node *focus_field(const struct focus *focus, const struct node *root)
{
    return writing_field(root, node_control(root, &focus->at));
}

/* ---- finger and mouse ---- */

struct act {
    struct focus *focus;
    const struct node *root;
    const struct input *input;
    struct event *out_event;
};

static const struct node *at_focus(const struct act *act)
{
    return node_control(act->root, &act->focus->at);
}

/* A key counts when it is touched: who writes with two thumbs has the second down before the first
 * is up. */
static int press_key(const struct act *act, const struct node *key)
{
    struct focus *focus = act->focus;
    const int64_t now_ms = act->input->moment.steady_ms;
    focus->touches.all[act->input->pointer].is_used = true;
    if (key->is_repeated) {
        focus->held = act->input->pointer;
        focus->held_since_ms = now_ms;
        focus->repeat_ms = now_ms + REPEAT_AFTER_MS;
    }
    return fire(focus, key, act->input, act->out_event);
}

static int on_press(const struct act *act)
{
    struct focus *focus = act->focus;
    const struct node *control =
        touch_press(&focus->touches, &focus->scrolls, act->root, act->input);
    if (!control)
        return 0;
    if (control->look == LOOK_KEY)
        return press_key(act, control);
    const struct node *field = focus_field(focus, act->root);
    if (!field || field == control)
        focus->at = node_id_of(control->id);
    return 0;
}

/* A slider answers where the finger is: the value under x, none of the gaps between values. */
static int32_t slider_value(const struct node *slider, int x)
{
    const double length = slider->box.width > slider->box.height
                              ? slider->box.width - slider->box.height
                              : 1;
    double share = (x - slider->box.x - slider->box.height / 2.0) / length;
    if (slider->is_mirrored)
        share = 1 - share;
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return (int32_t)lrint(slider->low + share * (double)(slider->high - slider->low));
}

/* The slider that this finger holds, or NULL. */
static const struct node *slider_held(const struct act *act)
{
    const struct touch *touch = &act->focus->touches.all[act->input->pointer];
    const struct node *pressed = node_control(act->root, &touch->pressed);
    return touch->is_down && !touch->is_used && pressed && pressed->kind == NODE_SLIDER &&
                   !pressed->is_unavailable
               ? pressed
               : NULL;
}

/* The knob is under the finger while it moves (`a` = 1), and stays where it is lifted (`a` = 0),
 * also beside the line. */
static int slide_to(const struct act *act, const struct node *slider, bool is_moving)
{
    *act->out_event = slider->on_activate;
    act->out_event->a = is_moving;
    act->out_event->b = slider_value(slider, act->input->x);
    return 1;
}

static int on_drag(const struct act *act)
{
    const struct node *slider = slider_held(act);
    if (slider)
        return slide_to(act, slider, 1);
    touch_drag(&act->focus->touches, &act->focus->scrolls, act->root, act->input);
    return 0;
}

/* The second tap at the same place within the time of one. */
static bool is_tapped_again(struct focus *focus, const struct node *field,
                            const struct input *input)
{
    const int64_t now_ms = input->moment.steady_ms;
    const bool is_again = is_node_id(&focus->tapped, field->id) &&
                          now_ms - focus->tapped_ms < AGAIN_MS &&
                          abs(input->x - focus->tapped_x) < focus->touches.drag_px &&
                          abs(input->y - focus->tapped_y) < focus->touches.drag_px;
    focus->tapped = node_id_of(field->id);
    focus->tapped_x = input->x;
    focus->tapped_y = input->y;
    focus->tapped_ms = now_ms;
    return is_again;
}

static int on_release(const struct act *act)
{
    struct focus *focus = act->focus;
    const struct input *input = act->input;
    if (focus->held == input->pointer)
        focus->held = -1;
    const struct node *slider = slider_held(act);
    const struct node *control =
        touch_release(&focus->touches, act->root, input, act->out_event);
    if (slider)
        return slide_to(act, slider, 0);
    if (!control)
        return act->out_event->kind != 0;
    if (control->on_type.kind && !control->on_activate.kind) {
        if (control->is_unavailable)
            return fire(focus, control, input, act->out_event);
        *act->out_event =
            writing_tap(control, input, is_tapped_again(focus, control, input));
        return 1;
    }
    return fire(focus, control, input, act->out_event);
}

static int on_cancel(const struct act *act)
{
    act->focus->touches.all[act->input->pointer] = (struct touch){0};
    if (act->focus->held == act->input->pointer)
        act->focus->held = -1;
    return 0;
}

/* ---- a key that is held down ---- */

int64_t focus_deadline(const struct focus *focus)
{
    return focus->held < 0 ? INT64_MAX : focus->repeat_ms;
}

static int on_tick(const struct act *act)
{
    struct focus *focus = act->focus;
    const int64_t now_ms = act->input->moment.steady_ms;
    if (focus->held < 0 || now_ms < focus->repeat_ms)
        return 0;
    const struct node *key =
        node_control(act->root, &focus->touches.all[focus->held].pressed);
    if (!key || !key->is_repeated || key->is_unavailable ||
        now_ms - focus->held_since_ms > REPEAT_MAX_MS) {
        focus->held = -1;
        return 0;
    }
    focus->repeat_ms = now_ms + REPEAT_EVERY_MS;
    *act->out_event = key->on_activate;
    return 1;
}

/* ---- keys and switches ---- */

/* Left and right change a slider by one; an untouched one begins in the middle. */
static int slide(const struct act *act)
{
    const struct node *at = at_focus(act);
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
static int write_here(const struct act *act)
{
    const struct node *at = at_focus(act);
    return at && at->on_type.kind && !at->is_unavailable &&
           writing_key(at, act->input, act->out_event);
}

/* The same from wherever the focus is: it goes to the field. */
static int write_anywhere(const struct act *act)
{
    const struct node *field = focus_field(act->focus, act->root);
    if (!field || !writing_key(field, act->input, act->out_event))
        return 0;
    if (field != at_focus(act))
        go_to(act->focus, field);
    return 1;
}

/* Before the focus leaves a scroller (or passes one) that has more to show, that is shown: what
 * holds only text is read to its end with keys and switches too. */
static int on_step(const struct act *act)
{
    const enum input_kind kind = act->input->kind;
    const bool is_forward = kind == INPUT_DOWN || kind == INPUT_NEXT;
    const struct node *at = at_focus(act);
    const bool is_past_keys =
        act->focus->has_letters && (kind == INPUT_NEXT || kind == INPUT_PREVIOUS);
    const struct node *target = is_past_keys ? move_past_keys(act->root, at, kind)
                                             : move_towards(act->root, at, kind);
    const struct node *scroller = move_unread(act->root, at, target, is_forward);
    if (scroller)
        touch_scroll(&act->focus->scrolls, scroller,
                     is_forward ? scroll_page_px(scroller) : -scroll_page_px(scroller));
    else
        go_to(act->focus, target);
    return 0;
}

/* ---- what scrolls ---- */

static int scroll(const struct act *act, const struct node *scroller, int px)
{
    if (scroller)
        touch_scroll(&act->focus->scrolls, scroller, px);
    return 0;
}

static int on_page(const struct act *act)
{
    const struct node *scroller = scroll_here(act->root, at_focus(act));
    const int page_px = scroller ? scroll_page_px(scroller) : 0;
    return scroll(act, scroller, act->input->kind == INPUT_PAGE_UP ? -page_px : page_px);
}

static int on_end(const struct act *act)
{
    if (write_here(act))
        return 1;
    const struct node *scroller = scroll_here(act->root, at_focus(act));
    const int all_px = scroller ? scroller->scroll_max_px : 0;
    return scroll(act, scroller, act->input->kind == INPUT_HOME ? -all_px : all_px);
}

/* Under the mouse, or where nothing scrolls there the page. */
static int on_wheel(const struct act *act)
{
    const struct input *input = act->input;
    const struct node *under = touch_scroller(act->root, input->x, input->y);
    return scroll(act, under ? under : scroll_here(act->root, at_focus(act)),
                  input->clicks * WHEEL_DRAGS * act->focus->touches.drag_px);
}

static int on_upright(const struct act *act)
{
    return write_here(act) || on_step(act);
}

static int on_side(const struct act *act)
{
    if (write_here(act) || slide(act))
        return 1;
    go_to(act->focus, move_towards(act->root, at_focus(act), act->input->kind));
    return 0;
}

static int activate(const struct act *act)
{
    const struct node *at = at_focus(act);
    return at && at->kind != NODE_SLIDER &&
           fire(act->focus, at, act->input, act->out_event);
}

static int on_activate(const struct act *act)
{
    const struct node *at = at_focus(act);
    if (at && at->on_activate.kind)
        return activate(act);
    return write_here(act);
}

/* The space bar is a letter while the keys belong to a text, and on the on-screen keyboard; it
 * selects anything else that Tab led to. */
static int on_type(const struct act *act)
{
    const struct node *at = at_focus(act);
    act->focus->has_letters |= !is_span(act->input->text, " ");
    const bool is_beside = at && !at->on_type.kind && at->look != LOOK_KEY;
    if (is_span(act->input->text, " ") &&
        (is_beside || !focus_field(act->focus, act->root)))
        return activate(act);
    return write_anywhere(act);
}

static int on_back(const struct act *act)
{
    const struct node *node = node_next(act->root, NULL);
    while (node && !node->is_way_back)
        node = node_next(act->root, node);
    return node && fire(act->focus, node, act->input, act->out_event);
}

static int (*const handlers[])(const struct act *act) = {
    [INPUT_PRESS] = on_press,       [INPUT_DRAG] = on_drag,
    [INPUT_RELEASE] = on_release,   [INPUT_CANCEL] = on_cancel,
    [INPUT_NEXT] = on_step,         [INPUT_PREVIOUS] = on_step,
    [INPUT_UP] = on_upright,        [INPUT_DOWN] = on_upright,
    [INPUT_LEFT] = on_side,         [INPUT_RIGHT] = on_side,
    [INPUT_ACTIVATE] = on_activate, [INPUT_TYPE] = on_type,
    [INPUT_ERASE] = write_anywhere, [INPUT_ERASE_NEXT] = write_anywhere,
    [INPUT_HOME] = on_end,          [INPUT_END] = on_end,
    [INPUT_PAGE_UP] = on_page,      [INPUT_PAGE_DOWN] = on_page,
    [INPUT_WHEEL] = on_wheel,       [INPUT_ALL] = write_here,
    [INPUT_BACK] = on_back,         [INPUT_TICK] = on_tick,
};

/* ---- whether the ring is shown ---- */

static bool is_moving(enum input_kind kind)
{
    return kind == INPUT_NEXT || kind == INPUT_PREVIOUS || kind == INPUT_UP ||
           kind == INPUT_DOWN || kind == INPUT_LEFT || kind == INPUT_RIGHT;
}

static bool is_choosing(const struct input *input)
{
    return input->kind == INPUT_ACTIVATE ||
           (input->kind == INPUT_TYPE && is_span(input->text, " "));
}

/* Nobody moves from a place, or chooses an answer, that was not seen: the key that comes first
 * shows where the focus is, and does nothing else. A field shows its caret. */
static bool is_only_shown(const struct act *act)
{
    const struct node *at = at_focus(act);
    const enum input_kind kind = act->input->kind;
    if (kind == INPUT_PRESS)
        act->focus->is_keyed = false;
    if (!at || at->on_type.kind || !(is_moving(kind) || is_choosing(act->input)))
        return false;
    const bool was_shown = act->focus->is_keyed;
    act->focus->is_keyed = true;
    return !was_shown && (is_moving(kind) || at->kind == NODE_CHOICE);
}

int focus_input(struct focus *focus, const struct node *root, const struct input *input,
                struct event *out_event)
{
    const struct act act = {focus, root, input, out_event};
    const struct node *before = at_focus(&act);
    *out_event = (struct event){0};
    if (is_only_shown(&act))
        return 0;
    const int is_meant = handlers[input->kind](&act);
    if (is_moving(input->kind) && at_focus(&act) != before)
        focus->is_keyed = true;
    return is_meant;
}
