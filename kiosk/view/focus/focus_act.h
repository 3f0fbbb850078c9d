/* focus_act: one input on the screen that stands: what every way of it goes by. */
#ifndef VIEW_FOCUS_FOCUS_ACT_H
#define VIEW_FOCUS_FOCUS_ACT_H

#include "view/focus.h"

struct focus_act {
    struct focus *focus;
    const struct node *root;
    const struct input *input;
    struct event *out_event;
};

/* The time within which a second tap at the same place belongs to the first. */
enum { FOCUS_ACT_AGAIN_MS = 600 };

/* focus_act_at(act): the control that has the focus, or NULL. */
const struct node *focus_act_at(const struct focus_act *act);
/* focus_act_fire(act, node): `node` is activated, as focus_input says; returns 0 where it means
 * nothing now. */
int focus_act_fire(const struct focus_act *act, const struct node *node);
/* is_focus_act_unread(act, node): `node` waits for the end of what scrolls, which was not shown
 * yet. Enter and the arrow down read on there, a page at a time: somebody who knows no other key
 * comes to the end, and nobody past it unread. A finger that goes there has left the text. */
bool is_focus_act_unread(const struct focus_act *act, const struct node *node);
/* focus_act_scroll(act, scroller, px): `scroller` moves by `px`, where it is not NULL; returns 0:
 * that is no event. focus_act_page(act, scroller, is_forward): the same by a page. */
int focus_act_scroll(const struct focus_act *act, const struct node *scroller, int px);
int focus_act_page(const struct focus_act *act, const struct node *scroller,
                   bool is_forward);

#endif
