/* touch: what fingers and the mouse hold down. Each counts for itself, so that one that rests
 * somewhere does not stand in the way of the others. */
#ifndef VIEW_TOUCH_H
#define VIEW_TOUCH_H

#include "view/input.h"
#include "view/node.h"
#include "view/scroll.h"

#include <stdbool.h>

struct touch {
    struct node_id pressed; /* the control under it; empty: nothing, or no longer */
    struct node_id dragged; /* the scroller under it */
    int press_y, drag_y;
    int press_scroll_px; /* where what is dragged by its thumb stood then */
    bool is_down, is_dragging;
    bool is_moving; /* what is pressed is dragged, not the page */
    bool is_thumb;  /* it holds the thumb of a scroller */
    bool is_used;   /* what is pressed was activated already */
};

struct touches {
    struct touch all[INPUT_POINTERS];
    int drag_px; /* a finger that moved so far drags */
};

/* touch_scroll(scrolls, scroller, px): scrolls it by `px`, as far as it goes. */
void touch_scroll(struct scrolls *scrolls, const struct node *scroller, int px);

/* touch_scroller(root, x, y): what scrolls there and has more to show, or NULL. */
const struct node *touch_scroller(const struct node *root, int x, int y);

/* touch_words(node): where a finger means the words of a text (on_words): on them or beside their
 * end by less than a line, and as high as what they stand in; empty where they mean nothing. */
struct box touch_words(const struct node *node);

/* touch_press(touches, scrolls, root, input): a finger goes down. Returns the control below it,
 * NULL where there is none, words that mean something included; on an arrow of a scroller or
 * beside its thumb that scrolls. */
const struct node *touch_press(struct touches *touches, struct scrolls *scrolls,
                               const struct node *root, const struct input *input);
/* touch_drag(touches, scrolls, root, input): it moves: it scrolls, or moves what it holds. */
void touch_drag(struct touches *touches, struct scrolls *scrolls, const struct node *root,
                const struct input *input);
/* touch_release(touches, root, input, out_drop): it goes up. Returns the control that is to be
 * activated, or the text whose words mean something: the one that it was pressed on and is still
 * inside; NULL: none. What was dragged onto
 * another control of its group sets `out_drop` instead, and 0 is its kind else. */
const struct node *touch_release(struct touches *touches, const struct node *root,
                                 const struct input *input, struct event *out_drop);
/* touch_forget(touches): nothing is held down, until the next press. */
void touch_forget(struct touches *touches);
/* is_touch_pressing(touches, node): some finger holds it down. */
bool is_touch_pressing(const struct touches *touches, const struct node *node);

#endif
