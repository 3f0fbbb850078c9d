#include "view/focus.h"

#include "view/layout/box.h"
#include "view/move.h"

#include <math.h>
#include <stdlib.h>

enum { SECOND_TAP_MS = 300, SECOND_KEY_MS = 100, DRAG_MM = 5 };

void focus_init(struct focus *focus, double px_per_mm)
{
    *focus = (struct focus){.drag_px = (int)lrint(DRAG_MM * px_per_mm)};
}

/* Forgets where the person was and how far things were scrolled, as on a new screen; a second tap
 * right afterwards is still known as one. */
static void reset(struct focus *focus)
{
    focus->at = focus->pressed = focus->screen = (struct node_id){0};
    focus->scrolls = (struct scrolls){0};
    focus->is_pressing = focus->is_dragging = focus->is_moving = false;
    focus->is_at_end = false;
}

static bool is_id(const struct node_id *id, struct span other)
{
    const struct node_id copy = node_id_of(other);
    return id->count && is_span_equal(node_id_span(id), node_id_span(&copy));
}

bool is_focus_at(const struct focus *focus, const struct node *node)
{
    return is_id(&focus->at, node->id);
}

bool is_focus_pressing(const struct focus *focus, const struct node *node)
{
    return is_id(&focus->pressed, node->id);
}

static const struct node *control_with(const struct node *root, const struct node_id *id)
{
    const struct node *node = node_find(root, node_id_span(id));
    return node && is_node_control(node) ? node : NULL;
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

void focus_settle(struct focus *focus, const struct node *root)
{
    const bool is_new = !is_id(&focus->screen, root->id);
    const struct node *remembered = control_with(root, &focus->at);
    const struct node *wanted = first_wanted(root);
    if (is_new) {
        const struct node_id at = focus->at;
        reset(focus);
        focus->at = at;
        focus->screen = node_id_of(root->id);
    }
    if (remembered && !(is_new && wanted))
        return;
    focus->at = (struct node_id){0};
    go_to(focus, wanted ? wanted : move_next(root, NULL));
}

void focus_read(struct focus *focus, const struct node *root)
{
    const struct node *waiting = NULL;
    bool is_more = false;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        waiting = node->waits_for_end && is_node_control(node) ? node : waiting;
        is_more |= node->is_scroller && node->scroll_px < node->scroll_max_px;
    }
    if (!waiting || is_more || focus->is_at_end)
        return;
    focus->is_at_end = true;
    focus->at = node_id_of(waiting->id);
}

static int fire(struct focus *focus, const struct node *node, const struct input *input,
                struct event *out_event)
{
    const int64_t pause_ms = node->look == LOOK_KEY ? SECOND_KEY_MS : SECOND_TAP_MS;
    if (node->on_activate.kind == 0 || node->is_unavailable)
        return 0;
    if (is_id(&focus->last, node->id) &&
        input->moment.steady_ms - focus->last_ms < pause_ms)
        return 0;
    focus->last = node_id_of(node->id);
    focus->last_ms = input->moment.steady_ms;
    *out_event = node->on_activate;
    return 1;
}

/* ---- finger and mouse ---- */

static const struct node *control_at(const struct node *root, int x, int y)
{
    const struct node *found = NULL;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (is_node_control(node) && has_box_point(node->clip, x, y))
            found = node;
    }
    return found;
}

static const struct node *scroller_at(const struct node *root, int x, int y)
{
    const struct node *found = NULL;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (node->is_scroller && node->scroll_max_px > 0 &&
            has_box_point(node->clip, x, y))
            found = node;
    }
    return found;
}

static void scroll_by(struct focus *focus, const struct node *scroller, int px)
{
    int offset = scroller->scroll_px + px;
    if (offset > scroller->scroll_max_px)
        offset = scroller->scroll_max_px;
    scroll_put(&focus->scrolls, scroller->id, offset > 0 ? offset : 0);
}

static int press_arrow(struct focus *focus, const struct node *root,
                       const struct input *input)
{
    const struct node *scroller = scroller_at(root, input->x, input->y);
    if (!scroller)
        return 0;
    for (int is_down = 0; is_down < 2; is_down++) {
        if (has_box_point(scroll_arrow(scroller, is_down), input->x, input->y)) {
            scroll_by(focus, scroller,
                      is_down ? scroll_page_px(scroller) : -scroll_page_px(scroller));
            return 1;
        }
    }
    return 0;
}

static void press(struct focus *focus, const struct node *root, const struct input *input)
{
    focus->pressed = (struct node_id){0};
    focus->is_dragging = focus->is_moving = false;
    focus->is_pressing = !press_arrow(focus, root, input);
    if (!focus->is_pressing)
        return;
    focus->press_y = focus->drag_y = input->y;
    const struct node *scroller = scroller_at(root, input->x, input->y);
    focus->dragged = scroller ? node_id_of(scroller->id) : (struct node_id){0};
    const struct node *control = control_at(root, input->x, input->y);
    if (control) {
        focus->pressed = node_id_of(control->id);
        focus->at = focus->pressed;
    }
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

/* Where the page scrolls, a drag scrolls: what is read has to be reached first. */
static bool is_movable(const struct node *pressed, const struct node *scroller)
{
    return pressed && pressed->on_drop.kind && !pressed->is_unavailable && !scroller;
}

static void drag(struct focus *focus, const struct node *root, const struct input *input)
{
    const struct node *scroller = node_find(root, node_id_span(&focus->dragged));
    const struct node *pressed = control_with(root, &focus->pressed);
    if (focus->is_pressing && is_movable(pressed, scroller) &&
        abs(input->y - focus->press_y) >= focus->drag_px)
        focus->is_moving = true;
    if (!focus->is_pressing || !scroller || (pressed && pressed->kind == NODE_SLIDER))
        return;
    if (!focus->is_dragging && abs(input->y - focus->press_y) >= focus->drag_px) {
        focus->is_dragging = true;
        focus->pressed = (struct node_id){0};
        focus->drag_y = input->y;
        return;
    }
    if (focus->is_dragging) {
        scroll_by(focus, scroller, focus->drag_y - input->y);
        focus->drag_y = input->y;
    }
}

/* What was dragged lies on another control of its group. */
static int drop(const struct node *root, const struct node *moved,
                const struct input *input, struct event *out_event)
{
    const struct node *target = control_at(root, input->x, input->y);
    if (!target || target == moved || !target->on_drop.kind ||
        node_group(target) != node_group(moved))
        return 0;
    *out_event = target->on_drop;
    out_event->a = moved->on_activate.a;
    return 1;
}

static int release(struct focus *focus, const struct node *root,
                   const struct input *input, struct event *out_event)
{
    const struct node *pressed = control_with(root, &focus->pressed);
    const bool is_inside =
        focus->is_pressing && pressed && has_box_point(pressed->clip, input->x, input->y);
    const bool is_moved = focus->is_moving;
    focus->pressed = (struct node_id){0};
    focus->is_pressing = focus->is_dragging = focus->is_moving = false;
    if (is_moved && pressed)
        return drop(root, pressed, input, out_event);
    if (!is_inside || !fire(focus, pressed, input, out_event))
        return 0;
    if (pressed->kind == NODE_SLIDER)
        out_event->b = slider_value(pressed, input->x);
    return 1;
}

/* ---- keys and switches ---- */

static const struct node *field_of(const struct focus *focus, const struct node *root)
{
    const struct node *at = control_with(root, &focus->at);
    if (at && at->on_type.kind)
        return at;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (node->on_type.kind)
            return node;
    }
    return NULL;
}

static int type(const struct focus *focus, const struct node *root, struct span text,
                struct event *out_event)
{
    const struct node *field = field_of(focus, root);
    if (!field || field->is_unavailable || !text.count)
        return 0;
    *out_event = field->on_type;
    out_event->text = text;
    return 1;
}

/* Left and right change a slider by one; an untouched one begins in the middle. */
static int slide(const struct focus *focus, const struct node *root, int direction,
                 struct event *out_event)
{
    const struct node *at = control_with(root, &focus->at);
    if (!at || at->kind != NODE_SLIDER || at->is_unavailable)
        return 0;
    float value = (at->low + at->high) / 2;
    if (at->has_value)
        value = at->value + (float)(at->is_mirrored ? -direction : direction);
    value = value < at->low ? at->low : value > at->high ? at->high : value;
    *out_event = at->on_activate;
    out_event->b = (int32_t)lrintf(value);
    return 1;
}

/* ---- one function for each kind of input ---- */

struct act {
    struct focus *focus;
    const struct node *root;
    const struct input *input;
    struct event *out_event;
};

static int on_press(const struct act *act)
{
    press(act->focus, act->root, act->input);
    return 0;
}

static int on_drag(const struct act *act)
{
    drag(act->focus, act->root, act->input);
    return 0;
}

static int on_release(const struct act *act)
{
    return release(act->focus, act->root, act->input, act->out_event);
}

static int on_cancel(const struct act *act)
{
    act->focus->pressed = (struct node_id){0};
    act->focus->is_pressing = act->focus->is_dragging = act->focus->is_moving = false;
    return 0;
}

/* Before the focus leaves a scroller (or passes one) that has more to show, that is shown: what
 * holds only text is read to its end with keys and switches too. */
static int on_step(const struct act *act)
{
    const enum input_kind kind = act->input->kind;
    const bool is_forward = kind == INPUT_DOWN || kind == INPUT_NEXT;
    const struct node *at = control_with(act->root, &act->focus->at);
    const struct node *target = move_towards(act->root, at, kind);
    const struct node *scroller = move_unread(act->root, at, target, is_forward);
    if (scroller)
        scroll_by(act->focus, scroller,
                  is_forward ? scroll_page_px(scroller) : -scroll_page_px(scroller));
    else
        go_to(act->focus, target);
    return 0;
}

static int on_side(const struct act *act)
{
    const int direction = act->input->kind == INPUT_RIGHT ? 1 : -1;
    if (slide(act->focus, act->root, direction, act->out_event))
        return 1;
    const struct node *at = control_with(act->root, &act->focus->at);
    go_to(act->focus, move_towards(act->root, at, act->input->kind));
    return 0;
}

static int on_activate(const struct act *act)
{
    const struct node *at = control_with(act->root, &act->focus->at);
    return at && at->kind != NODE_SLIDER &&
           fire(act->focus, at, act->input, act->out_event);
}

/* The space bar types a space in a field and selects anything else. */
static int on_type(const struct act *act)
{
    const struct node *at = control_with(act->root, &act->focus->at);
    if (at && !at->on_type.kind && is_span(act->input->text, " "))
        return on_activate(act);
    return type(act->focus, act->root, act->input->text, act->out_event);
}

static int on_erase(const struct act *act)
{
    const struct span sign = act->input->kind == INPUT_ERASE ? SPAN("\b") : SPAN("\x17");
    return type(act->focus, act->root, sign, act->out_event);
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
    [INPUT_UP] = on_step,           [INPUT_DOWN] = on_step,
    [INPUT_LEFT] = on_side,         [INPUT_RIGHT] = on_side,
    [INPUT_ACTIVATE] = on_activate, [INPUT_TYPE] = on_type,
    [INPUT_ERASE] = on_erase,       [INPUT_ERASE_WORD] = on_erase,
    [INPUT_BACK] = on_back,         [INPUT_TICK] = NULL,
};

int focus_input(struct focus *focus, const struct node *root, const struct input *input,
                struct event *out_event)
{
    const struct act act = {focus, root, input, out_event};
    *out_event = (struct event){0};
    return handlers[input->kind] ? handlers[input->kind](&act) : 0;
}
