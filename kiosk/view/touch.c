#include "view/touch.h"

#include "view/layout/box.h"
#include "view/text_port.h"

#include <stdlib.h>

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

struct box touch_words(const struct node *node)
{
    struct box box = node->clip;
    if (!node->on_words.kind || !node->lines || !node->parent)
        return (struct box){0};
    const int width = node->lines->width_px + node->lines->line_height_px;
    if (width < box.width && node->is_mirrored)
        box.x += box.width - width;
    box.width = width < box.width ? width : box.width;
    box.y = node->parent->clip.y;
    box.height = node->parent->clip.height;
    return box;
}

static const struct node *words_at(const struct node *root, int x, int y)
{
    const struct node *found = NULL;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node))
        if (has_box_point(touch_words(node), x, y))
            found = node;
    return found;
}

/* Whether what is pressed is still under the finger. */
static bool has_pressed_at(const struct node *pressed, const struct input *input)
{
    return has_box_point(is_node_control(pressed) ? pressed->clip : touch_words(pressed),
                         input->x, input->y);
}

const struct node *touch_scroller(const struct node *root, int x, int y)
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

void touch_scroll(struct scrolls *scrolls, const struct node *scroller, int px)
{
    int offset = scroller->scroll_px + px;
    if (offset > scroller->scroll_max_px)
        offset = scroller->scroll_max_px;
    scroll_put(scrolls, scroller->id, offset > 0 ? offset : 0);
}

static bool press_arrow(struct scrolls *scrolls, const struct node *scroller,
                        const struct input *input)
{
    for (int is_down = 0; scroller && is_down < 2; is_down++) {
        if (has_box_point(scroll_arrow(scroller, is_down), input->x, input->y)) {
            touch_scroll(scrolls, scroller,
                         is_down ? scroll_page_px(scroller) : -scroll_page_px(scroller));
            return true;
        }
    }
    return false;
}

/* Beside the thumb a page further; on it, it is held. */
static bool press_track(struct touch *touch, struct scrolls *scrolls,
                        const struct node *scroller, const struct input *input)
{
    if (!scroller || !has_box_point(scroll_track(scroller), input->x, input->y))
        return false;
    const struct box thumb = scroll_thumb(scroller);
    touch->is_thumb = has_box_point(thumb, input->x, input->y);
    if (touch->is_thumb) {
        touch->is_down = true;
        touch->dragged = node_id_of(scroller->id);
        touch->press_scroll_px = scroller->scroll_px;
    } else {
        touch_scroll(scrolls, scroller,
                     input->y < thumb.y ? -scroll_page_px(scroller)
                                        : scroll_page_px(scroller));
    }
    return true;
}

const struct node *touch_press(struct touches *touches, struct scrolls *scrolls,
                               const struct node *root, const struct input *input)
{
    struct touch *touch = &touches->all[input->pointer];
    const struct node *scroller = touch_scroller(root, input->x, input->y);
    *touch = (struct touch){.press_y = input->y, .drag_y = input->y};
    if (press_arrow(scrolls, scroller, input) ||
        press_track(touch, scrolls, scroller, input))
        return NULL;
    touch->is_down = true;
    touch->dragged = scroller ? node_id_of(scroller->id) : (struct node_id){0};
    const struct node *control = control_at(root, input->x, input->y);
    const struct node *pressed = control ? control : words_at(root, input->x, input->y);
    if (pressed)
        touch->pressed = node_id_of(pressed->id);
    return control;
}

/* Where the page scrolls, a drag scrolls: what is read has to be reached first. */
static bool is_movable(const struct node *pressed, const struct node *scroller)
{
    return pressed && pressed->on_drop.kind && !pressed->is_unavailable && !scroller;
}

static void drag_thumb(const struct touch *touch, struct scrolls *scrolls,
                       const struct node *scroller, const struct input *input)
{
    if (scroller)
        touch_scroll(scrolls, scroller,
                     touch->press_scroll_px - scroller->scroll_px +
                         scroll_thumb_px(scroller, input->y - touch->press_y));
}

void touch_drag(struct touches *touches, struct scrolls *scrolls, const struct node *root,
                const struct input *input)
{
    struct touch *touch = &touches->all[input->pointer];
    const struct node *scroller = node_find(root, node_id_span(&touch->dragged));
    const struct node *pressed = node_control(root, &touch->pressed);
    const bool is_far = abs(input->y - touch->press_y) >= touches->drag_px;
    if (!touch->is_down || touch->is_used)
        return;
    if (touch->is_thumb) {
        drag_thumb(touch, scrolls, scroller, input);
        return;
    }
    if (is_movable(pressed, scroller) && is_far)
        touch->is_moving = true;
    if (!scroller || (pressed && pressed->kind == NODE_SLIDER))
        return;
    if (!touch->is_dragging && is_far) {
        touch->is_dragging = true;
        touch->pressed = (struct node_id){0};
    } else if (touch->is_dragging) {
        touch_scroll(scrolls, scroller, touch->drag_y - input->y);
    } else {
        return;
    }
    touch->drag_y = input->y;
}

/* What was dragged lies on another control of its group. */
static void drop(const struct node *root, const struct node *moved,
                 const struct input *input, struct event *out_drop)
{
    const struct node *target = control_at(root, input->x, input->y);
    if (!target || target == moved || !target->on_drop.kind ||
        node_group(target) != node_group(moved))
        return;
    *out_drop = target->on_drop;
    out_drop->a = moved->on_activate.a;
}

const struct node *touch_release(struct touches *touches, const struct node *root,
                                 const struct input *input, struct event *out_drop)
{
    const struct touch touch = touches->all[input->pointer];
    const struct node *pressed =
        touch.pressed.count ? node_find(root, node_id_span(&touch.pressed)) : NULL;
    *out_drop = (struct event){0};
    touches->all[input->pointer] = (struct touch){0};
    if (!touch.is_down || touch.is_used || !pressed)
        return NULL;
    if (touch.is_moving)
        drop(root, pressed, input, out_drop);
    return !touch.is_moving && has_pressed_at(pressed, input) ? pressed : NULL;
}

void touch_forget(struct touches *touches)
{
    for (int i = 0; i < INPUT_POINTERS; i++)
        touches->all[i] = (struct touch){0};
}

bool is_touch_pressing(const struct touches *touches, const struct node *node)
{
    for (int i = 0; i < INPUT_POINTERS; i++)
        if (is_node_id(&touches->all[i].pressed, node->id))
            return true;
    return false;
}
