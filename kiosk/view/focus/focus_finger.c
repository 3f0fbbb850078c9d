/* A key that is held repeats as hardware does; a hand that rests on it does so for a while only. */
#include "view/focus/focus_finger.h"

#include "view/layout/box.h"
#include "view/writing.h"

#include <math.h>
#include <stdlib.h>

enum {
    REPEAT_AFTER_MS = 500,
    REPEAT_EVERY_MS = 60,
    REPEAT_MAX_MS = 30000,
    WHEEL_DRAGS = 4 /* a click of the wheel goes as far as so many least drags, 20 mm */
};

/* A key counts when it is touched: who writes with two thumbs has the second down before the first
 * is up. */
static int press_key(const struct focus_act *act, const struct node *key)
{
    struct focus *focus = act->focus;
    const int64_t now_ms = act->input->moment.steady_ms;
    focus->touches.all[act->input->pointer].is_used = true;
    if (key->is_repeated) {
        focus->held = act->input->pointer;
        focus->held_since_ms = now_ms;
        focus->repeat_ms = now_ms + REPEAT_AFTER_MS;
    }
    return focus_act_fire(act, key);
}

int focus_finger_press(const struct focus_act *act)
{
    struct focus *focus = act->focus;
    const struct node *control =
        touch_press(&focus->touches, &focus->scrolls, act->root, act->input);
    if (!control)
        return 0;
    if (control->look == LOOK_KEY)
        return press_key(act, control);
    const struct node *field = focus_field(focus, act->root);
    if (!field || field == control) {
        focus->at = node_id_of(control->id);
        focus->row = FOCUS_ROW_NONE;
    }
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
static const struct node *slider_held(const struct focus_act *act)
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
static int slide_to(const struct focus_act *act, const struct node *slider,
                    bool is_moving)
{
    *act->out_event = slider->on_activate;
    act->out_event->a = is_moving;
    act->out_event->b = slider_value(slider, act->input->x);
    return 1;
}

int focus_finger_drag(const struct focus_act *act)
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
                          now_ms - focus->tapped_ms < FOCUS_ACT_AGAIN_MS &&
                          abs(input->x - focus->tapped_x) < focus->touches.drag_px &&
                          abs(input->y - focus->tapped_y) < focus->touches.drag_px;
    focus->tapped = node_id_of(field->id);
    focus->tapped_x = input->x;
    focus->tapped_y = input->y;
    focus->tapped_ms = now_ms;
    return is_again;
}

int focus_finger_release(const struct focus_act *act)
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
            return focus_act_fire(act, control);
        *act->out_event =
            writing_tap(control, input, is_tapped_again(focus, control, input));
        return 1;
    }
    return focus_act_fire(act, control);
}

int focus_finger_cancel(const struct focus_act *act)
{
    act->focus->touches.all[act->input->pointer] = (struct touch){0};
    if (act->focus->held == act->input->pointer)
        act->focus->held = -1;
    return 0;
}

/* ---- a key that is held down ---- */

int focus_finger_tick(const struct focus_act *act)
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

/* Under the mouse, or where nothing scrolls there the page. */
int focus_finger_wheel(const struct focus_act *act)
{
    const struct input *input = act->input;
    const struct node *under = touch_scroller(act->root, input->x, input->y);
    return focus_act_scroll(act,
                            under ? under : scroll_here(act->root, focus_act_at(act)),
                            input->clicks * WHEEL_DRAGS * act->focus->touches.drag_px);
}
