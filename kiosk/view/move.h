/* move: from one control to another: in reading order, or to the nearest one that way. */
#ifndef VIEW_MOVE_H
#define VIEW_MOVE_H

#include "view/input.h"
#include "view/node.h"

#include <stdbool.h>

/* move_next(root, from), move_previous(root, from): the control after or before `from` in reading
 * order, round the ends; NULL `from` gives the first or last, NULL is returned without any. */
const struct node *move_next(const struct node *root, const struct node *from);
const struct node *move_previous(const struct node *root, const struct node *from);

/* move_towards(root, from, kind): where the input `kind` leads from `from`. Arrows go to the
 * nearest control that way, sideways in the line of `from` alone, and first within its group and
 * what scrolls with it; with nothing that way they follow reading order, so nobody is trapped; yet
 * left and right never lead from a choice to what is none. */
const struct node *move_towards(const struct node *root, const struct node *from,
                                enum input_kind kind);

/* move_past_keys(root, from, kind): the same, and on to the first control that is no key of the
 * screen; the key itself where there is nothing else. */
const struct node *move_past_keys(const struct node *root, const struct node *from,
                                  enum input_kind kind);

/* move_unread(root, from, target, is_forward): the scroller between `from` and `target` in the
 * direction `is_forward` that still hides content that way, or NULL. */
const struct node *move_unread(const struct node *root, const struct node *from,
                               const struct node *target, bool is_forward);

#endif
