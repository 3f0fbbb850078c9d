/* staff_way: what staff can do, as equal buttons: one below the other, or two and two where that
 * would put some of them out of sight. */
#ifndef SCREENS_STAFF_STAFF_WAY_H
#define SCREENS_STAFF_STAFF_WAY_H

#include "screens/screen_page.h"

/* staff_way_add(page, id, text, event): the next one, which means `event`. */
void staff_way_add(struct screen_page *page, const char *id, struct span text,
                   struct event event);

#endif
