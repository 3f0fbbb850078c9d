#include "view/focus.h"

#include "view/box.h"
#include "view/move.h"

#include <math.h>
#include <stdlib.h>

enum { SECOND_TAP_MS = 300, SECOND_KEY_MS = 100, DRAG_MM = 5 };

void focus_init(struct focus *focus, double px_per_mm)
{
    *focus = (struct focus){.drag_px = (int)lrint(DRAG_MM * px_per_mm)};
}

void focus_reset(struct focus *focus)
{
    focus->at = focus->pressed = focus->screen = (struct node_id){0};
    focus->scrolls = (struct scrolls){0};
    focus->is_pressing = focus->is_dragging = 0;
}

static int is_id(const struct node_id *id, struct span other)
{
    const struct node_id copy = node_id_of(other);
    return id->count && is_span_equal(node_id_span(id), node_id_span(&copy));
}

int is_focused(const struct focus *focus, const struct node *node)
{
    return is_id(&focus->at, node->id);
}

int is_pressed(const struct focus *focus, const struct node *node)
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
    const int is_new = !is_id(&focus->screen, root->id);
    const struct node *remembered = control_with(root, &focus->at);
    const struct node *wanted = first_wanted(root);
    if (is_new) {
        const struct node_id at = focus->at;
        focus_reset(focus);
        focus->at = at;
        focus->screen = node_id_of(root->id);
    }
    if (remembered && !(is_new && wanted))
        return;
    focus->at = (struct node_id){0};
    go_to(focus, wanted ? wanted : move_next(root, NULL));
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
        if (is_node_control(node) && is_in_box(node->clip, x, y))
            found = node;
    }
    return found;
}

static const struct node *scroller_at(const struct node *root, int x, int y)
{
    const struct node *found = NULL;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (node->is_scroller && node->scroll_max_px > 0 && is_in_box(node->clip, x, y))
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
        if (is_in_box(scroll_arrow(scroller, is_down), input->x, input->y)) {
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
    focus->is_dragging = 0;
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

static void drag(struct focus *focus, const struct node *root, const struct input *input)
{
    const struct node *scroller = node_find(root, node_id_span(&focus->dragged));
    const struct node *pressed = control_with(root, &focus->pressed);
    if (!focus->is_pressing || !scroller || (pressed && pressed->kind == NODE_SLIDER))
        return;
    if (!focus->is_dragging && abs(input->y - focus->press_y) >= focus->drag_px) {
        focus->is_dragging = 1;
        focus->pressed = (struct node_id){0};
        focus->drag_y = input->y;
        return;
    }
    if (focus->is_dragging) {
        scroll_by(focus, scroller, focus->drag_y - input->y);
        focus->drag_y = input->y;
    }
}

static int release(struct focus *focus, const struct node *root,
                   const struct input *input, struct event *out_event)
{
    const struct node *pressed = control_with(root, &focus->pressed);
    const int is_inside =
        focus->is_pressing && pressed && is_in_box(pressed->clip, input->x, input->y);
    focus->pressed = (struct node_id){0};
    focus->is_pressing = focus->is_dragging = 0;
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

/* The space bar types a space in a field and selects anything else. */
static int type_or_select(struct focus *focus, const struct node *root,
                          const struct input *input, struct event *out_event)
{
    const struct node *at = control_with(root, &focus->at);
    if (at && !at->on_type.kind && is_span(input->text, " "))
        return fire(focus, at, input, out_event);
    return type(focus, root, input->text, out_event);
}

static int slide(const struct focus *focus, const struct node *root, int direction,
                 struct event *out_event)
{
    const struct node *at = control_with(root, &focus->at);
    if (!at || at->kind != NODE_SLIDER || at->is_unavailable)
        return 0;
    const float middle = (at->low + at->high) / 2;
    float value = at->has_value
                      ? at->value + (float)(at->is_mirrored ? -direction : direction)
                      : middle;
    value = value < at->low ? at->low : value > at->high ? at->high : value;
    *out_event = at->on_activate;
    out_event->b = (int32_t)lrintf(value);
    return 1;
}

/* Before the focus leaves a scroller (or passes one) that has more to show, that is shown: what
 * holds only text is read to its end with keys and switches too. */
static void step(struct focus *focus, const struct node *root, const struct node *target,
                 int is_forward)
{
    const struct node *at = control_with(root, &focus->at);
    const struct node *scroller = move_unread(root, at, target, is_forward);
    if (scroller)
        scroll_by(focus, scroller,
                  is_forward ? scroll_page_px(scroller) : -scroll_page_px(scroller));
    else
        go_to(focus, target);
}

static void move(struct focus *focus, const struct node *root, enum input_kind kind)
{
    const struct node *at = control_with(root, &focus->at);
    const struct node *target = move_towards(root, at, kind);
    const int is_forward =
        kind == INPUT_DOWN || kind == INPUT_RIGHT || kind == INPUT_NEXT;
    const int is_along = kind == INPUT_LEFT || kind == INPUT_RIGHT;
    if (is_along)
        go_to(focus, target);
    else
        step(focus, root, target, is_forward);
}

static int back(struct focus *focus, const struct node *root, const struct input *input,
                struct event *out_event)
{
    const struct node *node = node_find(root, SPAN("back"));
    return node && fire(focus, node, input, out_event);
}

static int activate(struct focus *focus, const struct node *root,
                    const struct input *input, struct event *out_event)
{
    const struct node *at = control_with(root, &focus->at);
    return at && at->kind != NODE_SLIDER && fire(focus, at, input, out_event);
}

static int pointer_input(struct focus *focus, const struct node *root,
                         const struct input *input, struct event *out_event)
{
    if (input->kind == INPUT_PRESS) {
        press(focus, root, input);
    } else if (input->kind == INPUT_DRAG) {
        drag(focus, root, input);
    } else if (input->kind == INPUT_RELEASE) {
        return release(focus, root, input, out_event);
    } else {
        focus->pressed = (struct node_id){0};
        focus->is_pressing = focus->is_dragging = 0;
    }
    return 0;
}

int focus_input(struct focus *focus, const struct node *root, const struct input *input,
                struct event *out_event)
{
    *out_event = (struct event){0};
    switch (input->kind) {
    case INPUT_PRESS:
    case INPUT_DRAG:
    case INPUT_RELEASE:
    case INPUT_CANCEL:
        return pointer_input(focus, root, input, out_event);
    case INPUT_LEFT:
    case INPUT_RIGHT:
        if (slide(focus, root, input->kind == INPUT_RIGHT ? 1 : -1, out_event))
            return 1;
        move(focus, root, input->kind);
        return 0;
    case INPUT_NEXT:
    case INPUT_PREVIOUS:
    case INPUT_UP:
    case INPUT_DOWN:
        move(focus, root, input->kind);
        return 0;
    case INPUT_ACTIVATE:
        return activate(focus, root, input, out_event);
    case INPUT_TYPE:
        return type_or_select(focus, root, input, out_event);
    case INPUT_ERASE:
        return type(focus, root, SPAN("\b"), out_event);
    case INPUT_ERASE_WORD:
        return type(focus, root, SPAN("\x17"), out_event);
    case INPUT_BACK:
        return back(focus, root, input, out_event);
    case INPUT_TICK:
        return 0;
    }
    return 0;
}
