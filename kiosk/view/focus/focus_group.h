/* focus_group: the answers of a question for whoever has a keyboard: one stop for Tab, as in forms
 * everywhere, and the arrows lead from one to the other. */
#ifndef VIEW_FOCUS_FOCUS_GROUP_H
#define VIEW_FOCUS_FOCUS_GROUP_H

#include "view/focus/focus_act.h"

/* focus_group_beyond(act): where Tab, or Shift and Tab, leads from here past the on-screen keys and
 * past what belongs together with the control that has the focus: its group, or, where it has none,
 * the choices that look like it. Among other answers it leads to the one that is chosen, else to
 * the nearest. */
const struct node *focus_group_beyond(const struct focus_act *act);

#endif
