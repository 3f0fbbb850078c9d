/* focus_row: the on-screen keys for whoever has two keys, found as row and column scanning does for
 * two switches: Tab goes from row to row, Enter goes into one, Tab then goes from key to key, and
 * from the last one back to the row. Enter on a key means the key and leads back to the first row,
 * from which each other one is near. Arrows go from key to key as everywhere, and Tab then leaves
 * all of them at once. */
#ifndef VIEW_FOCUS_FOCUS_ROW_H
#define VIEW_FOCUS_FOCUS_ROW_H

#include "view/focus/focus_act.h"

/* focus_row_way(act): where Tab, or Shift and Tab, leads from here.
 * focus_row_go(act, way): the focus goes there. */
struct focus_row_way {
    const struct node *target; /* NULL: nowhere */
    enum focus_row row;
};
struct focus_row_way focus_row_way(const struct focus_act *act);
void focus_row_go(const struct focus_act *act, struct focus_row_way way);

/* focus_row_enter(act): Enter on a row: true where the focus stood on one, and is on its first key
 * now.
 * focus_row_again(act): a key that was found row by row has been pressed: the first row has the
 * focus. */
bool focus_row_enter(const struct focus_act *act);
void focus_row_again(const struct focus_act *act);

#endif
